import { describe, expect, it } from "vitest";
import { type Box, type lengthOf, overlaps, segmentBox, segments } from "./geometry.ts";
import type { LayoutFlow } from "./layout.ts";
import { routeFlows } from "./route.ts";

const size = { width: 172, height: 60 };
const flow = (id: string, from: string, to: string) => ({ id, from, to, labelWidth: 0, labelHeight: 0 });

/** The points of each route. */
function ways(flows: readonly LayoutFlow[], elements: Record<string, Box>, zones: Record<string, Box> = {}) {
  const routes = routeFlows(flows, { elements, zones });
  return Object.fromEntries(Object.entries(routes).map(([id, { points }]) => [id, points]));
}

describe("routeFlows", () => {
  it("goes straight where nothing is in the way", () => {
    const elements = { a: { x: 0, y: 0, ...size }, b: { x: 400, y: 0, ...size } };
    expect(ways([flow("f", "a", "b")], elements)).toEqual({
      f: [
        { x: 172, y: 30 },
        { x: 400, y: 30 },
      ],
    });
  });

  it("goes round an element that stands between", () => {
    const elements = {
      a: { x: 0, y: 0, ...size },
      b: { x: 700, y: 0, ...size },
      wall: { x: 350, y: -40, ...size, height: 140 },
    };
    const way = ways([flow("f", "a", "b")], elements).f ?? [];
    expect(way.length).toBe(6);
    expect(segments(way).some(([a, b]) => overlaps(elements.wall, segmentBox(a, b)))).toBe(false);
  });

  it("keeps flows that cross the same gap apart", () => {
    const elements = {
      a: { x: 0, y: 0, ...size },
      b: { x: 0, y: 300, ...size },
      c: { x: 400, y: 0, ...size },
      d: { x: 400, y: 300, ...size },
    };
    const { ad, cb } = ways([flow("ad", "a", "d"), flow("cb", "c", "b")], elements);
    // Their ends stand face to face, so that a step from lane to lane is shared; the way across is not.
    expect(sharedLength(ad ?? [], cb ?? [])).toBeLessThan(20);
    expect([ad?.length, cb?.length]).toEqual([4, 4]);
  });

  it("runs along no border of a zone", () => {
    const elements = { a: { x: 0, y: 0, ...size }, b: { x: 300, y: 300, ...size } };
    const across = (zones: Record<string, Box>) => {
      const way = ways([flow("f", "a", "b")], elements, zones).f ?? [];
      return way.filter((point, i) => i > 0 && point.y === way[i - 1]?.y).map((point) => point.y);
    };
    const [chosen] = across({});
    const [other] = across({ zone: { x: -50, y: (chosen ?? 0) - 400, width: 600, height: 400 } });
    expect(chosen).toBeDefined();
    expect(Math.abs((other ?? chosen ?? 0) - (chosen ?? 0))).toBeGreaterThanOrEqual(7);
  });

  it("leaves flows out whose ends are not there", () => {
    expect(ways([flow("f", "a", "gone")], { a: { x: 0, y: 0, ...size } })).toEqual({});
  });
});

type Way = Parameters<typeof lengthOf>[0];

/** How far two routes run on top of one another. */
function sharedLength(one: Way, other: Way): number {
  let sum = 0;
  for (const [a, b] of segments(one)) {
    for (const [c, d] of segments(other)) {
      const upright = a.x === b.x && c.x === d.x && a.x === c.x;
      const level = a.y === b.y && c.y === d.y && a.y === c.y;
      if (upright)
        sum += Math.max(
          0,
          Math.min(Math.max(a.y, b.y), Math.max(c.y, d.y)) - Math.max(Math.min(a.y, b.y), Math.min(c.y, d.y)),
        );
      if (level)
        sum += Math.max(
          0,
          Math.min(Math.max(a.x, b.x), Math.max(c.x, d.x)) - Math.max(Math.min(a.x, b.x), Math.min(c.x, d.x)),
        );
    }
  }
  return sum;
}
