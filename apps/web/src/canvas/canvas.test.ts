// What is dropped, typed and seen on the canvas, without a browser: the commands that come of it.
import { type Document, drawingOf } from "@parapet/core";
import { arrangedLayout, arrangementOf, diagramGraph, scene, sceneIndex } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { call } from "../data/workbench.ts";
import { after, example, words } from "../testing/examples.ts";
import { layer } from "./draw/layers.ts";
import { dropped, newHome } from "./pointer/dragging.ts";
import { lift, movedBy } from "./pointer/lifting.ts";
import { elementAt, flowAt, shapesWithin } from "./pointer/picking.ts";
import { foundIn, keeping } from "./scene/found-places.ts";
import type { Drawing } from "./scene/use-drawing.ts";
import { inView } from "./scene/view-of-diagram.ts";
import { commandFor, namesIn } from "./tools/adding.ts";

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
  return {
    graph,
    whole: graph,
    layout,
    arrangement,
    scene: scene(graph, layout, { inPlace: true }),
    provisional: false,
  };
}

const drawing = drawingFor(shop.document);
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

describe("what a drag lifts", () => {
  const index = sceneIndex(drawing.scene);
  const inside = (zone: string) => drawing.graph.elements.filter((one) => one.zone === zone).map(({ id }) => id);

  test("a zone takes along what lies in it, and the flows within; those with one end outside bend", () => {
    const { ids, roots, along, flows, bending } = lift(drawing.scene, index, ["app", ...inside("app").slice(0, 1)]);
    expect(roots).toEqual(["app"]);
    expect([...ids]).toEqual(expect.arrayContaining(["app", ...inside("app")]));
    for (const { from, to } of along) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    const bent = [...bending.flowsOf.values()].flat();
    for (const { from, to } of bent) expect(ids.has(from) !== ids.has(to)).toBe(true);
    expect([...along, ...bent].map(({ id }) => id).sort()).toEqual([...flows].sort());
    const touched = drawing.graph.flows.filter(({ from, to }) => ids.has(from) || ids.has(to));
    expect(flows.size).toBe(touched.length);
  });

  test("each thing that is dragged by itself moves by the same way", () => {
    const lifted = lift(drawing.scene, index, ["mail-worker", "dmz"]);
    expect(movedBy(lifted, { x: 3, y: 4 })).toEqual({ "mail-worker": { x: 3, y: 4 }, dmz: { x: 3, y: 4 } });
  });
});

describe("what is under the pointer", () => {
  const { scene: picture } = drawing;

  test("a flow by its line, the nearest one, and none that is too far", () => {
    for (const { id, points } of picture.paths) {
      const [a, b] = [points[0], points[1]];
      if (!a || !b) throw new Error("no line");
      const near = { x: (a.x + b.x) / 2 + (a.x === b.x ? 0.4 : 0), y: (a.y + b.y) / 2 + (a.y === b.y ? 0.4 : 0) };
      const found = picture.paths.find((path) => path.id === flowAt(picture.paths, near, 3));
      expect(
        [found?.from, found?.to].some(
          (end) =>
            end === picture.paths.find((one) => one.id === id)?.from ||
            end === picture.paths.find((one) => one.id === id)?.to,
        ),
      ).toBe(true);
    }
    expect(flowAt(picture.paths, { x: picture.origin.x - 100, y: picture.origin.y - 100 }, 7)).toBeUndefined();
  });

  test("an element, also a little beside it, and no zone", () => {
    const box = drawing.layout.elements["mail-worker"];
    if (!box) throw new Error("no element");
    expect(elementAt(picture, { x: box.x + 5, y: box.y + 5 }, 0)).toBe("mail-worker");
    expect(elementAt(picture, { x: box.x - 10, y: box.y + 5 }, 15)).toBe("mail-worker");
    expect(elementAt(picture, { x: box.x - 10, y: box.y + 5 }, 5)).toBeUndefined();
  });

  test("a rectangle takes what lies wholly in it", () => {
    const { origin, width, height } = picture;
    expect(shapesWithin(picture, { ...origin, width, height })).toHaveLength(picture.shapes.length);
    const zone = drawing.layout.zones.app;
    if (!zone) throw new Error("no zone");
    const within = shapesWithin(picture, { ...zone, width: zone.width - 1 }).map(({ id }) => id);
    expect(within).not.toContain("app");
    expect(within).toEqual(expect.arrayContaining(["mail-worker"]));
  });
});

test("layers are those of the scene: bodies of zones, flows, elements, then tabs and labels", () => {
  const heights = [layer.zone, layer.flow, layer.element, layer.front].map((name) => Number(name.slice(2)));
  expect([...heights].sort((a, b) => a - b)).toEqual(heights);
  expect(drawing.scene.layers.map(({ name }) => name)).toEqual(["zones", "flows", "elements", "labels"]);
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
    ["zone", "Offices; Warehouse", undefined, "add-zone"],
  ] as const)("%s %s", async (kind, text, zone, name) => {
    const { calls } = commandFor({ kind, at }, text, zone, shop.document, t);
    expect(new Set(calls.map((one) => one.name))).toEqual(new Set([name]));
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

describe("what nobody placed", () => {
  test("stays where it found a place when a flow to it is drawn", async () => {
    const placed = drawingFor(shop.document).layout;
    const known = { positions: arrangementOf(drawing.graph, placed).positions };
    const names = ["Fax", "Scanner", "Printer"];
    const grown = await after(shop, [call("add-elements", { names, kind: "process", zone: "app" })]);
    const layoutOf = (graph: ReturnType<typeof graphOf>, found: Parameters<typeof keeping>[1]) => {
      const layout = arrangedLayout(graph, keeping(known, found));
      return { layout, found: foundIn({ graph, layout }, known) };
    };
    const first = layoutOf(graphOf(grown.document), {});
    const flow = call("add-flow", { from: "printer", to: "secrets", title: "Secrets of the printer" });
    const graph = graphOf((await after(grown, [flow])).document);
    const { layout } = layoutOf(graph, first.found);
    expect(layout.elements).toEqual(first.layout.elements);
    expect(layoutOf(graph, {}).layout.elements).not.toEqual(first.layout.elements);
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
