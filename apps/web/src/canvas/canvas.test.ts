// What is dropped, typed and seen on the canvas, without a browser: the commands that come of it.
import { type Document, drawingOf } from "@parapet/core";
import { arrangedLayout, diagramGraph, scene } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { after, example, words } from "../testing/examples.ts";
import { commandFor, namesIn } from "./adding.ts";
import { dropped, newHome, offsets } from "./dragging.ts";
import { layer, nodesOf } from "./to-nodes.ts";
import type { Drawing } from "./use-drawing.ts";
import { inView } from "./view-of-diagram.ts";

const shop = example("shop");
const t = await words();

function graphOf(document: Document) {
  const { system, elements, flows, zones, entryPoints } = drawingOf(document);
  const surface = { entryPoints };
  return diagramGraph({
    elements,
    flows,
    zones,
    threats: [],
    model: { system },
    summary: { open: 0, asked: 0 },
    surface,
  });
}

function drawingFor(document: Document): Drawing {
  const graph = graphOf(document);
  const arrangement = { positions: document.diagram?.positions, sizes: document.diagram?.sizes };
  const layout = arrangedLayout(graph, arrangement);
  return { graph, layout, arrangement, scene: scene(graph, layout, { inPlace: true }), provisional: false };
}

const drawing = drawingFor(shop.document);
const nobody: ReadonlySet<string> = new Set();
const middleOf = (zone: string) => {
  const box = drawing.layout.zones[zone];
  if (!box) throw new Error(`no zone ${zone}`);
  return { x: box.x + box.width / 2, y: box.y + box.height - 8 };
};

describe("a drop", () => {
  test("in the own zone is layout: places, for all that was never placed too, so that nothing else moves later", async () => {
    const calls = dropped({ "mail-worker": { x: 30, y: 10 } }, middleOf("app"), drawing, undefined);
    expect(calls.map(({ name }) => name)).toEqual(["place-things"]);
    const moved = await after(shop, calls);
    const next = drawingFor(moved.document);
    for (const [id, box] of Object.entries(drawing.layout.elements)) {
      if (id !== "mail-worker") expect(next.layout.elements[id], id).toEqual(box);
    }
    expect(next.layout.elements["mail-worker"]).not.toEqual(drawing.layout.elements["mail-worker"]);
  });

  test("on another zone moves the element there, and what the model says follows", async () => {
    const calls = dropped({ "mail-worker": { x: 1, y: 1 } }, middleOf("dmz"), drawing, undefined);
    expect(calls.map(({ name }) => name)).toEqual(["place-things", "move-to-zone"]);
    const { analysis } = await after(shop, calls);
    expect(analysis.elements.find(({ id }) => id === "mail-worker")?.zone).toBe("dmz");
  });

  test("of a zone onto nothing new keeps every element in its zone", async () => {
    const calls = dropped({ dmz: { x: 40, y: 40 } }, middleOf("dmz"), drawing, undefined);
    expect(calls.map(({ name }) => name)).toEqual(["place-things"]);
    const { analysis } = await after(shop, calls);
    expect(analysis.elements.map(({ id, zone }) => [id, zone])).toEqual(
      shop.analysis.elements.map(({ id, zone }) => [id, zone]),
    );
  });

  test("that moved nothing does nothing", () => {
    expect(dropped({ "mail-worker": { x: 0.2, y: 0 } }, middleOf("dmz"), drawing, undefined)).toEqual([]);
  });

  test("on the open ground is told from staying", () => {
    const away = { x: -5000, y: -5000 };
    expect(newHome({ "mail-worker": { x: 1, y: 1 } }, away, drawing)).toBeNull();
    const there = drawing.graph.elements.find(({ zone }) => zone === "internet")?.id ?? "";
    expect(newHome({ [there]: { x: 1, y: 1 } }, middleOf("internet"), drawing)).toBeUndefined();
  });
});

describe("nodes of a scene", () => {
  const nodes = nodesOf(drawing.scene, nobody);

  test("a zone comes before what lies in it, and things are where the scene has them", () => {
    const seen = new Set<string>();
    for (const { id, parentId } of nodes) {
      if (parentId !== undefined) expect(seen, id).toContain(parentId);
      seen.add(id);
    }
    expect(offsets(nodes, drawing)).toEqual(Object.fromEntries(topLevel().map((id) => [id, { x: 0, y: 0 }])));
  });

  function topLevel(): readonly string[] {
    return nodes
      .filter(({ type, parentId }) => (type === "zone" || type === "element") && parentId === undefined)
      .map(({ id }) => id);
  }

  test("layers are those of the scene: bodies of zones, flows, elements, then tabs and labels", () => {
    const heights = (type: string) => nodes.filter((node) => node.type === type).map(({ zIndex = 0 }) => zIndex);
    expect(Math.max(...heights("zone"))).toBeLessThan(layer.flow);
    expect(layer.flow).toBeLessThan(Math.min(...heights("element")));
    expect(Math.max(...heights("element"))).toBeLessThan(layer.front);
    expect(drawing.scene.layers.map(({ name }) => name)).toEqual(["zones", "flows", "elements", "labels"]);
  });
});

describe("what is typed", () => {
  const at = { x: 0, y: 0 };

  test("names by line or semicolon, each once", () => {
    expect(namesIn(" Web ; API\nWeb\n\n")).toEqual(["Web", "API"]);
  });

  test.each([
    ["process", "Fax", "dmz", "add-element"],
    ["zone", "Partner network", undefined, "add-zone"],
    ["data-store", "A; B; C", "data", "add-elements"],
  ] as const)("%s %s", async (kind, text, zone, name) => {
    const { calls } = commandFor({ kind, at }, text, zone, shop.document, t);
    expect(calls.map((one) => one.name)).toEqual([name]);
    const grown = await after(shop, calls);
    const before = shop.analysis.elements.length + shop.analysis.zones.length;
    expect(grown.analysis.elements.length + grown.analysis.zones.length).toBe(before + namesIn(text).length);
  });

  test("data that is named on a flow goes along with it", async () => {
    const data = Object.entries({ ...shop.document.observed?.data, ...shop.document.model.data })[0];
    const text = data?.[1].title ?? data?.[0] ?? "";
    const { calls, made } = commandFor(
      { kind: "flow", from: "mail-worker", to: "secrets", at },
      text,
      undefined,
      shop.document,
      t,
    );
    const grown = await after(shop, calls);
    expect(grown.analysis.flows.find(({ id }) => id === made?.id)?.carries).toEqual([data?.[0]]);
  });
});

describe("a view", () => {
  test("shows a zone with all that lies in it", () => {
    const seen = inView(drawing.graph, { title: "Data", shows: { zones: ["data"] } });
    expect(seen.elements.length).toBeGreaterThan(2);
    expect(seen.elements.every(({ zone }) => zone === "data")).toBe(true);
    expect(seen.zones.map(({ id }) => id)).toContain("data");
  });

  test("of a flow shows its ends in their zones", () => {
    const flow = drawing.graph.flows[0];
    const seen = inView(drawing.graph, { title: "One", shows: { flows: [flow?.id ?? ""] } });
    expect(seen.elements.map(({ id }) => id).sort()).toEqual([flow?.from, flow?.to].sort());
    expect(seen.flows.map(({ id }) => id)).toContain(flow?.id);
  });

  test("leaves out what it hides", () => {
    const seen = inView(drawing.graph, { title: "Less", hides: ["mail-worker", "data"] });
    expect(seen.elements.some(({ id, zone }) => id === "mail-worker" || zone === "data")).toBe(false);
    expect(seen.flows.every(({ from, to }) => from !== "mail-worker" && to !== "mail-worker")).toBe(true);
  });
});
