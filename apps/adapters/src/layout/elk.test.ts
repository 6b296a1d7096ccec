import { layoutDiagram, layoutGraph, scene } from "@parapet/reports";
import { anyDiagram, faults, shop } from "@parapet/reports/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elkLayout, layOut } from "./elk.ts";

describe("elkLayout", () => {
  it("gives a good drawing of any diagram", async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram(24), async (graph) => {
        const { layout, problems } = await layoutDiagram(graph, { port: elkLayout });
        expect(problems).toEqual([]);
        expect(faults(graph, scene(graph, layout))).toEqual([]);
      }),
      { numRuns: 12, seed: 17 },
    );
  });

  it.each(["whole", "by-zone"] as const)("does so for 60 elements, laid out %s", async (mode) => {
    const graphs = fc.sample(anyDiagram(60), { numRuns: 6, seed: 23 });
    const graph = graphs.toSorted((a, b) => b.elements.length - a.elements.length)[0] ?? shop;
    expect(graph.elements.length).toBeGreaterThan(40);
    for (const direction of ["RIGHT", "DOWN"] as const) {
      const layout = await layOut(layoutGraph(graph), direction, mode);
      expect(faults(graph, scene(graph, layout))).toEqual([]);
    }
  });

  it("gives the same layout every time, whatever was laid out before", async () => {
    const first = await elkLayout(layoutGraph(shop));
    await elkLayout(layoutGraph({ ...shop, flows: shop.flows.slice(1) }));
    expect(await elkLayout(layoutGraph(shop))).toEqual(first);
  });

  it("keeps a place free for each label of a small diagram", async () => {
    const layout = await elkLayout(layoutGraph(shop));
    expect(Object.values(layout.flows).map((route) => route.label !== undefined)).toEqual([true, true, true]);
    expect(scene(shop, layout).labels.map((label) => label.leader)).toEqual([undefined, undefined, undefined]);
  });

  it("lays a long chain out from top to bottom where that fits the page better", async () => {
    const chain = {
      ...shop,
      zones: [],
      elements: Array.from({ length: 12 }, (_, i) => ({
        id: `e${i}`,
        title: `Step ${i}`,
        kind: "process" as const,
        technologies: [],
      })),
      flows: Array.from({ length: 11 }, (_, i) => ({
        ...(shop.flows[0] as (typeof shop.flows)[number]),
        id: `f${i}`,
        from: `e${i}`,
        to: `e${i + 1}`,
        crossing: [],
      })),
    };
    const layout = await elkLayout(layoutGraph(chain));
    expect(layout.height).toBeGreaterThan(layout.width);
    const short = { ...chain, elements: chain.elements.slice(0, 4), flows: chain.flows.slice(0, 3) };
    const lying = await elkLayout(layoutGraph(short));
    expect(lying.width).toBeGreaterThan(lying.height);
  });
});
