import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, contains } from "./geometry.ts";
import { layoutGraph } from "./layout.ts";
import { layoutDiagram } from "./layout-diagram.ts";
import { withHeat } from "./overlay.ts";
import { scene } from "./scene.ts";
import { anyDiagram, faults, shop } from "./testing/diagrams.ts";

describe("scene", () => {
  it("is a good drawing of any diagram of up to 60 elements", async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram(60), async (graph) => {
        const { layout } = await layoutDiagram(graph);
        expect(faults(graph, scene(graph, layout))).toEqual([]);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it("stays one when things are placed by hand, wherever that is", async () => {
    const place = fc.record({ x: fc.integer({ min: -200, max: 900 }), y: fc.integer({ min: -200, max: 700 }) });
    await fc.assert(
      fc.asyncProperty(anyDiagram(20), fc.array(place, { minLength: 1, maxLength: 24 }), async (graph, places) => {
        const things = [
          ...graph.elements.map(({ id, zone }) => ({ id, in: zone })),
          ...graph.zones.map((zone) => ({ id: zone.id, in: zone.in })),
        ];
        const positions = Object.fromEntries(
          places.flatMap((at, i) => {
            const thing = things[(i * 7) % things.length];
            return thing ? [[thing.id, { ...at, ...(thing.in === undefined ? {} : { in: thing.in }) }]] : [];
          }),
        );
        const { layout } = await layoutDiagram(graph, { arrangement: { positions } });
        expect(faults(graph, scene(graph, layout))).toEqual([]);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it("draws arrowheads where data goes and a dot where the connection opens", async () => {
    const { layout } = await layoutDiagram(shop);
    const paths = new Map(scene(shop, layout).paths.map((path) => [path.id, path]));
    const seen = [...paths].map(([id, path]) => [
      id,
      path.heads.map((head) => `${head.end}${head.told ? "" : "?"}`).join(" "),
      path.dot !== undefined,
      path.gates.map((gate) => gate.zone).join(" "),
    ]);
    expect(seen).toEqual([
      ["charge-card", "to", true, "cluster internet"],
      ["place-order", "to from", true, "internet cluster"],
      ["save-order", "to?", false, "data"],
    ]);
    const { dot, points } = paths.get("place-order") ?? {};
    const [first] = points ?? [];
    expect(Math.abs((dot?.x ?? 0) - (first?.x ?? 0)) + Math.abs((dot?.y ?? 0) - (first?.y ?? 0))).toBe(3.5);
  });

  it("puts each gate on the border of its zone", async () => {
    const { layout } = await layoutDiagram(shop);
    const drawn = scene(shop, layout);
    for (const gate of drawn.paths.flatMap((path) => path.gates)) {
      const box = drawn.shapes.find((shape) => shape.key === `zone:${gate.zone}`)?.box;
      const onEdge =
        gate.along === "horizontal"
          ? [box?.x, (box?.x ?? 0) + (box?.width ?? 0)].includes(gate.at.x)
          : [box?.y, (box?.y ?? 0) + (box?.height ?? 0)].includes(gate.at.y);
      expect(onEdge).toBe(true);
    }
  });

  it("shows the open count with the asked count beside it", async () => {
    const { layout } = await layoutDiagram(shop);
    const drawn = scene(shop, layout);
    expect(drawn.description).toContain("6 open threats, 21 asked");
    expect(drawn.frame.texts.map((text) => text.text).join(" ")).toContain("6 open threats, 21 asked");
    const api = drawn.shapes.find((shape) => shape.id === "checkout-api");
    expect(api?.badges.map((badge) => badge.text)).toEqual(["C 2", "H? 7"]);
  });

  it("puts the tab of a zone in the corner where it covers no flow", async () => {
    const elements = {
      caller: { x: 40, y: 0, width: 172, height: 60 },
      callee: { x: 28, y: 168, width: 172, height: 60 },
    };
    const points = [
      { x: 48, y: 60 },
      { x: 48, y: 168 },
    ];
    const layout = { width: 400, height: 300, elements, zones: { inner: { x: 0, y: 120, width: 400, height: 180 } } };
    const graph = {
      ...shop,
      zones: [{ id: "inner", title: "Inner" }],
      elements: shop.elements.slice(0, 2).map((one, i) => {
        const { zone: _, ...rest } = one;
        return i === 0 ? { ...rest, id: "caller" } : { ...rest, id: "callee", zone: "inner" };
      }),
      flows: [
        { ...(shop.flows[0] as (typeof shop.flows)[number]), id: "f", from: "caller", to: "callee", crossing: [] },
      ],
    };
    const drawn = scene(graph, { ...layout, flows: { f: { points } } });
    const zone = drawn.shapes.find((shape) => shape.key === "zone:inner");
    const right = (box: { x: number; width: number } | undefined) => (box?.x ?? 0) + (box?.width ?? 0);
    expect([zone?.tab?.y, right(zone?.tab)]).toEqual([zone?.box.y, right(zone?.box)]);
  });

  it("says of an element without a zone that it is not told, where others have one", async () => {
    const words = async (graph: typeof shop) =>
      scene(graph, (await layoutDiagram(graph)).layout).shapes.flatMap((shape) => shape.texts.map((text) => text.text));
    const { zone: _, ...homeless } = shop.elements[4] as (typeof shop.elements)[number];
    const elements = [...shop.elements.filter((one) => one.id !== homeless.id), homeless];
    expect(await words(shop)).not.toContain("zone not told");
    expect(await words({ ...shop, elements })).toContain("zone not told");
    expect(await words({ ...shop, zones: [], elements: [homeless], flows: [] })).not.toContain("zone not told");
  });

  it("names on the label of a flow what it carries and what comes back, where titles are told", async () => {
    const [first, ...others] = shop.flows;
    const told = { ...(first as (typeof shop.flows)[number]), carries: ["Card number", "Order"], returns: ["Receipt"] };
    const graph = { ...shop, flows: [told, ...others] };
    const drawn = scene(graph, (await layoutDiagram(graph)).layout);
    const label = drawn.labels.find(({ of }) => of === told.id);
    expect(label?.texts.map(({ text }) => text)).toEqual([
      "Charge card",
      "Card number, Order",
      "back: Receipt",
      "https",
    ]);
    for (const { x, y } of label?.texts ?? [])
      expect(contains(label?.box as Box, { x, y, width: 0, height: 0 })).toBe(true);
    expect(drawn.paths.find(({ id }) => id === told.id)?.description).toContain("carries Card number, Order");
  });

  it("takes the same places whatever the counts are", () => {
    const bare = withHeat(shop, {});
    expect(layoutGraph(bare)).toEqual(layoutGraph(shop));
    const many = { count: 12_345, tier: "low" } as const;
    const busy = withHeat(shop, {
      shopper: { open: many, asked: many },
      internet: { asked: { count: 99, tier: "high" } },
    });
    expect(layoutGraph(busy)).toEqual(layoutGraph(shop));
  });

  it("leaves heading and legend out when told to", async () => {
    const { layout } = await layoutDiagram(shop);
    const bare = scene(shop, layout, { heading: false, legend: false });
    expect(bare.frame).toEqual({ texts: [], shapes: [], paths: [], badges: [], signs: [] });
    expect(bare.height).toBeLessThan(scene(shop, layout).height);
  });

  it("lays bodies of zones, flows, elements, then names over one another", async () => {
    const { layout } = await layoutDiagram(shop);
    expect(scene(shop, layout).layers.map(({ name, keys }) => `${name}: ${keys.join(" ")}`)).toEqual([
      "zones: zone:cluster zone:internet zone:data",
      "flows: flow:charge-card flow:place-order flow:save-order",
      "elements: element:card-vault element:checkout-api element:orders-db element:payment-api element:shopper element:support-desk",
      "labels: tab:cluster tab:internet tab:data label:charge-card label:place-order label:save-order",
    ]);
  });

  it("draws a system without anything in it", async () => {
    const nothing = { title: "Nothing yet", elements: [], flows: [], zones: [], open: 0, asked: 0 };
    const drawn = scene(nothing, (await layoutDiagram(nothing)).layout);
    expect([drawn.shapes, drawn.paths, drawn.labels]).toEqual([[], [], []]);
    expect(drawn.width).toBeGreaterThan(0);
  });
});
