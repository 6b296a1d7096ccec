import { describe, expect, it } from "vitest";
import { overlaps } from "./geometry.ts";
import { placeLabels } from "./place-labels.ts";

const level = (y: number) => [
  { x: 0, y },
  { x: 600, y },
];
const label = (id: string, y: number) => ({ id, width: 80, height: 20, points: level(y) });
const free = { taken: [], better: [] };

describe("placeLabels", () => {
  it("takes the middle of a route that has all to itself", () => {
    expect(placeLabels([label("f", 100)], free).get("f")).toEqual({ box: { x: 260, y: 90, width: 80, height: 20 } });
  });

  it("takes the place that the layout kept free", () => {
    const placed = placeLabels([{ ...label("f", 100), preferred: { x: 450, y: 100 } }], free);
    expect(placed.get("f")?.box).toEqual({ x: 410, y: 90, width: 80, height: 20 });
  });

  it("moves along its route, away from what is taken", () => {
    const wall = { x: 200, y: 0, width: 200, height: 200 };
    const { box } = placeLabels([label("f", 100)], { taken: [wall], better: [] }).get("f") ?? {};
    expect(box && overlaps(box, wall)).toBe(false);
    expect(box?.y).toBe(90);
  });

  it("rather covers no other flow, and a line then leads to its own", () => {
    const crowd = [label("a", 100), label("b", 108), label("c", 116)];
    const placed = placeLabels(crowd, free);
    const { box, leader } = placed.get("a") ?? {};
    expect(box?.y).toBe(74);
    expect(leader?.[1].y).toBe(100);
  });

  it("leaves dots, arrowheads and gates to be seen where it can", () => {
    const mark = { x: 290, y: 90, width: 20, height: 20, cost: 60 };
    const { box } = placeLabels([label("f", 100)], { taken: [], better: [mark] }).get("f") ?? {};
    expect(box && overlaps(box, mark)).toBe(false);
  });

  it("goes outside when everything near is taken, with a line to its flow", () => {
    const wall = { x: -50, y: -200, width: 700, height: 600 };
    const { box, leader } = placeLabels([label("f", 100)], { taken: [wall], better: [] }).get("f") ?? {};
    expect(box && overlaps(box, wall)).toBe(false);
    expect(leader?.[1]).toEqual({ x: 300, y: 100 });
  });
});
