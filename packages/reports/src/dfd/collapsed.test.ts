import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collapsedGraph } from "./collapsed.ts";
import { layoutDiagram } from "./layout-diagram.ts";
import { scene } from "./scene.ts";
import { anyDiagram, faults, shop } from "./testing/diagrams.ts";

describe("collapsedGraph", () => {
  it("folds a zone with all inside into one box, with the flows to it and the counts of what it hides", () => {
    const extra = {
      ...(shop.flows[0] as (typeof shop.flows)[number]),
      id: "refund",
      title: "Refund",
      protocol: "http",
    };
    const graph = { ...shop, flows: [...shop.flows, { ...extra, open: { count: 3, tier: "high" } as const }] };
    const folded = collapsedGraph(graph, ["cluster", "data"]);
    expect(folded.zones.map(({ id }) => id)).toEqual(["internet"]);
    expect(folded.elements.map(({ id }) => id)).toEqual(["cluster", "payment-api", "shopper", "support-desk"]);
    expect(folded.elements[0]).toEqual({
      id: "cluster",
      title: "Production cluster",
      kind: "collapsed-zone",
      technologies: ["3 elements"],
      open: { tier: "critical", count: 4 },
      asked: { tier: "high", count: 14 },
    });
    expect(folded.flows.map(({ id, from, to, title, bundles }) => [id, from, to, title, bundles])).toEqual([
      ["charge-card", "cluster", "payment-api", "2 flows", ["charge-card", "refund"]],
      ["place-order", "shopper", "cluster", "Place order", undefined],
    ]);
    expect(folded.flows[0]).toMatchObject({ protocol: "http, https", open: { count: 3, tier: "high" } });
  });

  it("keeps an inner zone's box in the zone that it lies in", () => {
    const folded = collapsedGraph(shop, ["data"]);
    expect(folded.elements.find(({ id }) => id === "data")).toMatchObject({ kind: "collapsed-zone", zone: "cluster" });
    expect(folded.flows.find(({ id }) => id === "save-order")).toMatchObject({ to: "data", crossing: [] });
  });

  it("is the graph itself when nothing is folded", () => {
    expect(collapsedGraph(shop, [])).toBe(shop);
    expect(collapsedGraph(shop, ["gone"])).toBe(shop);
  });

  it("is drawn well whatever is folded, and loses no flow that is still seen", async () => {
    const folds = fc.array(fc.nat({ max: 7 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyDiagram(20), folds, async (graph, which) => {
        const folded = collapsedGraph(
          graph,
          which.map((i) => `z${i}`),
        );
        const { layout } = await layoutDiagram(folded);
        expect(faults(folded, scene(folded, layout))).toEqual([]);
        const seen = folded.flows.reduce((sum, flow) => sum + (flow.bundles?.length ?? 1), 0);
        expect(seen).toBeLessThanOrEqual(graph.flows.length);
        expect(new Set(folded.flows.map(({ id }) => id)).size).toBe(folded.flows.length);
      }),
      { numRuns: 20, seed: 21, endOnFailure: true },
    );
  });
});
