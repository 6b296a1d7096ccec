// Lining up: edges that meet, gaps that are equal, nothing covered.
import { type Box, overlaps } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { type Alignment, alignedBy, alignments } from "./alignment.ts";

const box = (x: number, y: number, width = 100, height = 50): Box => ({ x, y, width, height });
const three = { a: box(0, 0), b: box(30, 100, 60), c: box(300, 400, 200, 80) };
const after = (boxes: Readonly<Record<string, Box>>, how: Alignment): Readonly<Record<string, Box>> => {
  const by = alignedBy(boxes, how);
  return Object.fromEntries(
    Object.entries(boxes).map(([id, one]) => {
      const { x = 0, y = 0 } = by[id] ?? {};
      return [id, { ...one, x: one.x + x, y: one.y + y }];
    }),
  );
};

describe("aligning", () => {
  test.each([
    ["left", (one: Box) => one.x, 0],
    ["centre", (one: Box) => one.x + one.width / 2, 250],
    ["right", (one: Box) => one.x + one.width, 500],
    ["top", (one: Box) => one.y, 0],
    ["middle", (one: Box) => one.y + one.height / 2, 240],
    ["bottom", (one: Box) => one.y + one.height, 480],
  ] as const)("%s: all are on one line, which is that of the whole", (how, edge, line) => {
    expect(Object.values(after(three, how)).map(edge)).toEqual([line, line, line]);
  });

  test("what stands where it should is left where it is", () => {
    expect(Object.keys(alignedBy(three, "left"))).toEqual(["b", "c"]);
    expect(alignedBy({ a: box(0, 0) }, "left")).toEqual({});
  });

  test("what would cover another steps aside, in the order in which they stood", () => {
    const row = { a: box(0, 0), b: box(200, 10), c: box(400, 5) };
    const { a, b, c } = after(row, "left");
    expect([a?.y, c?.y, b?.y]).toEqual([0, 74, 148]);
  });

  test.each(["spread-across", "spread-down"] as const)("%s: equal gaps between the first and the last", (how) => {
    const along = how === "spread-across" ? ("x" as const) : ("y" as const);
    const size = how === "spread-across" ? ("width" as const) : ("height" as const);
    const spread = Object.values(after(three, how)).sort((one, two) => one[along] - two[along]);
    const gaps = spread.slice(1).map((one, i) => one[along] - (spread[i] as Box)[along] - (spread[i] as Box)[size]);
    expect(gaps[0]).toBeCloseTo(gaps[1] as number);
    expect(spread[0]?.[along]).toBe(0);
  });

  test.each(alignments)("%s: nothing covers another, however crowded", (how) => {
    const crowd = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`n${i}`, box((i % 3) * 20, i * 7)]));
    const boxes = Object.values(after(crowd, how));
    const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlaps(a, b)));
    expect(pairs).toEqual([]);
  });
});
