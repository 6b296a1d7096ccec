import { describe, expect, it } from "vitest";
import { contains } from "./geometry.ts";
import { gridLayout } from "./grid-layout.ts";
import { type LayoutPort, layoutGraph } from "./layout.ts";
import { layoutDiagram } from "./layout-diagram.ts";
import { layoutKey } from "./layout-key.ts";
import { shop } from "./testing/diagrams.ts";

describe("layoutDiagram", () => {
  it("uses the engine that it is given", async () => {
    const own = { width: 1, height: 1, elements: {}, zones: {}, flows: {} };
    expect(await layoutDiagram(shop, { port: async () => own })).toEqual({ layout: own, problems: [] });
  });

  it("falls back to the grid when the engine fails, and says so", async () => {
    const port: LayoutPort = async () => {
      throw new Error("out of memory");
    };
    const { layout, problems } = await layoutDiagram(shop, { port });
    expect(layout).toEqual(gridLayout(layoutGraph(shop)));
    expect(problems.map(({ code, say }) => [code, say.includes("out of memory")])).toEqual([["internal", true]]);
  });

  it("gives the same layout whatever came before", async () => {
    const first = await layoutDiagram(shop);
    await layoutDiagram({ ...shop, flows: [] });
    expect(await layoutDiagram(shop)).toEqual(first);
  });

  it("puts what a person placed where they placed it, relative to its zone", async () => {
    const positions = { "checkout-api": { in: "cluster", x: 60, y: 320 }, "orders-db": { in: "data", x: 40, y: 90 } };
    const { layout } = await layoutDiagram(shop, { arrangement: { positions } });
    const [api, db] = [layout.elements["checkout-api"], layout.elements["orders-db"]];
    const [cluster, data] = [layout.zones.cluster, layout.zones.data];
    expect([(api?.x ?? 0) - (cluster?.x ?? 0), (api?.y ?? 0) - (cluster?.y ?? 0)]).toEqual([60, 320]);
    expect([(db?.x ?? 0) - (data?.x ?? 0), (db?.y ?? 0) - (data?.y ?? 0)]).toEqual([40, 90]);
  });

  it("ignores a position in a zone that the element has left", async () => {
    const positions = { "checkout-api": { in: "internet", x: 5, y: 5 } };
    const { layout } = await layoutDiagram(shop, { arrangement: { positions } });
    const { cluster } = layout.zones;
    const api = layout.elements["checkout-api"];
    expect(cluster && api && contains(cluster, api)).toBe(true);
  });

  it("makes things as large as a person made them, never smaller than their text", async () => {
    const sizes = { shopper: { width: 300, height: 120 }, "checkout-api": { width: 1, height: 1 } };
    const { layout } = await layoutDiagram(shop, { arrangement: { sizes } });
    const size = (id: string) => [layout.elements[id]?.width, layout.elements[id]?.height];
    expect(size("shopper")).toEqual([300, 120]);
    expect(size("checkout-api")).toEqual([172, 80]);
  });
});

describe("layoutKey", () => {
  const key = layoutKey(layoutGraph(shop));

  it("is 32 hexadecimal digits and does not change from run to run", () => {
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(layoutKey(layoutGraph(structuredClone(shop)))).toBe(key);
  });

  it("does not change when a word of the same width does, and changes with sizes and ends", () => {
    const renamed = { ...shop, title: "Another name" };
    expect(layoutKey(layoutGraph(renamed))).toBe(key);
    expect(layoutKey(layoutGraph(shop, undefined, { shopper: { width: 300, height: 120 } }))).not.toBe(key);
    const [first, ...rest] = shop.flows;
    const turned = first && { ...shop, flows: [{ ...first, from: first.to, to: first.from }, ...rest] };
    expect(turned && layoutKey(layoutGraph(turned))).not.toBe(key);
  });
});
