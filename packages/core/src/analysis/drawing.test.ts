// The drawing of a document is what its analysis shows of it.
import { expect, test } from "vitest";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { analyse } from "./analyse.ts";
import { drawingOf } from "./drawing.ts";

test("the drawing has the elements, flows, zones and entry points of the analysis", () => {
  const { elements, flows, zones, surface, model } = analyse(smallShop, smallKnowledge, { now: "2026-11-24" });
  const drawing = drawingOf(smallShop);
  expect(drawing.elements.length).toBeGreaterThan(1);
  expect(drawing.elements).toEqual(elements.map(({ exposure: _, ...element }) => element));
  expect(drawing.flows).toEqual(flows);
  expect(drawing.zones).toEqual(zones);
  expect(drawing.data).toEqual({ order: "order" });
  expect(drawing.system).toBe(model.system);
  const offered = surface.entryPoints.filter(({ declared }) => declared).map(({ id, on }) => ({ id, on }));
  expect(drawing.entryPoints).toEqual(expect.arrayContaining(offered));
});
