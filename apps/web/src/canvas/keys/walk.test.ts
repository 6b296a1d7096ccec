// The walk through the shop's diagram, and the order in which things are taken away.
import { drawingOf } from "@parapet/core";
import { arrangedLayout, diagramGraph } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { after, example } from "../../testing/examples.ts";
import { shiftInto } from "../scene/reveal.ts";
import { removalOf } from "./changing.ts";
import { stepFrom, walkOf } from "./walk.ts";

const shop = example("shop");
const { system, elements, flows, zones, entryPoints } = drawingOf(shop.document);
const graph = diagramGraph({
  ...{ elements, flows, zones, threats: [], model: { system } },
  ...{ summary: { open: 0, asked: 0 }, surface: { entryPoints } },
});
const { positions, sizes } = shop.document.diagram ?? {};
const layout = arrangedLayout(graph, { positions, sizes });
const walk = walkOf(graph, layout);
const ids = walk.map(({ id }) => id);

describe("the walk", () => {
  test("comes by everything once", () => {
    const all = [...graph.elements, ...graph.flows, ...graph.zones].map(({ id }) => id);
    expect([...ids].sort()).toEqual([...all].sort());
  });

  test("comes into a zone before what lies in it, and to a flow after the element where it begins", () => {
    for (const { id, zone } of graph.elements)
      if (zone !== undefined) expect(ids.indexOf(zone), id).toBeLessThan(ids.indexOf(id));
    for (const { id, from } of graph.flows) expect(ids.indexOf(from), id).toBeLessThan(ids.indexOf(id));
  });

  test("goes down: of two elements in a zone the upper one comes first", () => {
    const inData = ids.filter((id) => graph.elements.some((one) => one.id === id && one.zone === "data"));
    const heights = inData.map((id) => layout.elements[id]?.y ?? 0);
    expect(inData.length).toBeGreaterThan(2);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  test("ends at both ends, and begins from nowhere at the side that one comes from", () => {
    expect(stepFrom(walk, ids.at(-1), 1)).toBeUndefined();
    expect(stepFrom(walk, ids[0], -1)).toBeUndefined();
    expect(stepFrom(walk, ids[3], 1)?.id).toBe(ids[4]);
    expect(stepFrom(walk, "gone", 1)?.id).toBe(ids[0]);
    expect(stepFrom(walk, undefined, -1)?.id).toBe(ids.at(-1));
  });
});

describe("taking away", () => {
  test("takes the flows of an element along, and before it", () => {
    const order = removalOf(new Set(["mail-worker"]), { graph });
    expect(order.at(-1)).toBe("mail-worker");
    expect(order.length).toBe(
      1 + graph.flows.filter(({ from, to }) => from === "mail-worker" || to === "mail-worker").length,
    );
  });

  test("of a zone in a zone takes the inner one first, and the model accepts it", async () => {
    const nested = await after(shop, [
      { name: "add-zone", input: { id: "outer", title: "Outer" } },
      { name: "add-zone", input: { id: "inner", title: "Inner", in: "outer" } },
    ]);
    const drawn = drawingOf(nested.document);
    const both = {
      ...graph,
      zones: diagramGraph({ ...drawn, threats: [], model: drawn, summary: { open: 0, asked: 0 }, surface: drawn })
        .zones,
    };
    const order = removalOf(new Set(["outer", "inner"]), { graph: both });
    expect(order).toEqual(["inner", "outer"]);
    const gone = await after(
      nested,
      order.map((id) => ({ name: "remove-thing", input: { id } })),
    );
    expect(gone.analysis.zones.length).toBe(shop.analysis.zones.length);
  });
});

test.each([
  [100, 200, 800, 0],
  [-50, 200, 800, 110],
  [700, 200, 800, -160],
  [900, 2000, 800, -840],
  [0, 800, 800, 0],
])("a stretch from %i of %i is brought into %i by %i", (start, size, whole, by) => {
  expect(shiftInto(start, size, whole)).toBe(by);
});
