import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangementOf } from "./arrangement.ts";
import { following } from "./following.ts";
import { arrangedLayout } from "./layout-diagram.ts";
import { scene } from "./scene.ts";
import { anyDiagram, shop } from "./testing/diagrams.ts";

const overlay = { inPlace: true } as const;

function routed(graph: typeof shop, positions = {}) {
  const layout = arrangedLayout(graph, { positions });
  return { layout, scene: scene(graph, layout, overlay) };
}

const placed = routed(shop);
const { positions } = arrangementOf(shop, placed.layout);

describe("following", () => {
  it("is the router's picture itself where nothing changed, and says that the router has nothing to do", () => {
    fc.assert(
      fc.property(anyDiagram(20), (graph) => {
        const before = routed(graph);
        const { isFinal, ...after } = following(graph, {}, overlay, before);
        expect(isFinal).toBe(true);
        expect(after.scene).toEqual(before.scene);
        expect(after.layout.flows).toEqual(before.layout.flows);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it("keeps every route and label that touches nothing of what moved", () => {
    const id = "payment-api";
    const from = positions[id];
    if (!from) throw new Error("not placed");
    const before = routed(shop, positions);
    const moved = { ...positions, [id]: { ...from, x: from.x + 400, y: from.y + 60 } };
    const { isFinal, scene: after } = following(shop, { positions: moved }, overlay, before);
    expect(isFinal).toBe(false);
    const touched = new Set(shop.flows.filter((flow) => flow.from === id || flow.to === id).map((flow) => flow.id));
    expect(touched.size).toBeGreaterThan(0);
    for (const path of after.paths) {
      const old = before.scene.paths.find((one) => one.id === path.id);
      if (touched.has(path.id)) expect(path.points).not.toEqual(old?.points);
      else expect(path.points).toEqual(old?.points);
    }
    for (const label of after.labels)
      if (!touched.has(label.of)) expect(label).toEqual(before.scene.labels.find(({ of }) => of === label.of));
    expect(after.labels).toHaveLength(before.scene.labels.length);
  });

  it("draws what an edit leaves alone as the very parts of before, marks included", () => {
    const id = shop.elements[0]?.id ?? "";
    const marked = { ...overlay, certainty: { [id]: "declared" }, changes: { [id]: "changed" } } as const;
    const layout = arrangedLayout(shop, { positions });
    const before = { layout, scene: scene(shop, layout, marked) };
    const [first, ...others] = shop.flows;
    const renamed = { ...shop, flows: [{ ...(first as (typeof shop.flows)[0]), title: "Another name" }, ...others] };
    const { scene: after } = following(renamed, { positions }, marked, before);
    const isAsBefore = <T extends { readonly key: string }>(now: readonly T[], then: readonly T[]) =>
      now.filter((part) => !then.includes(part)).map(({ key }) => key);
    expect(isAsBefore(after.shapes, before.scene.shapes)).toEqual([]);
    expect(isAsBefore(after.paths, before.scene.paths)).toEqual([`flow:${first?.id}`]);
    expect(isAsBefore(after.labels, before.scene.labels)).toEqual([`label:${first?.id}`]);
    const bare = following(shop, { positions }, overlay, before).scene.shapes.find((shape) => shape.id === id);
    expect(bare?.marks).toEqual([]);
  });

  it("takes what goes along whole with it: routes within a moved zone keep their form", () => {
    const before = routed(shop, positions);
    const cluster = positions.cluster;
    if (!cluster) throw new Error("not placed");
    const moved = { ...positions, cluster: { ...cluster, y: cluster.y + 2000 } };
    const { layout, scene: after } = following(shop, { positions: moved }, overlay, before);
    const by = (layout.zones.cluster?.y ?? 0) - (before.layout.zones.cluster?.y ?? 0);
    expect(by).toBe(2000);
    const within = after.paths.filter(({ id }) => id === "save-order");
    expect(within).toHaveLength(1);
    for (const { id, points } of within) {
      const old = before.scene.paths.find((one) => one.id === id);
      expect(points).toEqual(old?.points.map(({ x, y }) => ({ x, y: y + by })));
    }
  });

  it("has a plain route for every flow where there is no picture before, from border to border", () => {
    const { isFinal, scene: first } = following(shop, {}, overlay);
    expect(isFinal).toBe(false);
    expect(first.paths.map(({ id }) => id)).toEqual(placed.scene.paths.map(({ id }) => id));
    expect(first.shapes.map(({ id, box }) => [id, box])).toEqual(placed.scene.shapes.map(({ id, box }) => [id, box]));
  });

  it("sees that a count makes a label larger, and asks for the router", () => {
    const before = routed(shop);
    const flow = shop.flows[0];
    if (!flow) throw new Error("no flow");
    const hot = { ...flow, open: { count: 12, tier: "high" }, asked: { count: 30, tier: "low" } } as const;
    const after = following({ ...shop, flows: [hot, ...shop.flows.slice(1)] }, {}, overlay, before);
    expect(after.isFinal).toBe(false);
    expect(after.scene.labels.find(({ of }) => of === flow.id)?.badges).toHaveLength(2);
  });
});
