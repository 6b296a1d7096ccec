// Diagrams for tests: the shop, generated ones, and the list of what is wrong with a scene (nothing, always).
import { tiers } from "@parapet/core";
import fc from "fast-check";
import { type Box, contains, grown, overlaps, segmentBox, segments } from "../geometry.ts";
import type { DiagramElement, DiagramFlow, DiagramGraph, DiagramZone } from "../graph.ts";
import type { Scene, SceneShape } from "../scene-types.ts";

/** The shop of the design document, with invented counts. */
export const shop: DiagramGraph = {
  title: "Online shop checkout",
  open: 6,
  asked: 21,
  zones: [
    { id: "cluster", title: "Production cluster", kind: "private-network" },
    { id: "data", title: "Data tier", in: "cluster" },
    { id: "internet", title: "Internet", kind: "internet" },
  ],
  elements: [
    { id: "card-vault", title: "card-vault", kind: "data-store", zone: "data", technologies: [] },
    element("checkout-api", "Checkout API", "process", "cluster", ["node", "express"]),
    element("orders-db", "orders-db", "data-store", "data", ["postgresql"]),
    element("payment-api", "Payment provider", "external-entity", "internet", []),
    element("shopper", "Shopper", "external-entity", "internet", []),
    element("support-desk", "Support desk", "external-entity", "internet", []),
  ],
  flows: [
    flow("charge-card", "Charge card", "checkout-api", "payment-api", ["cluster", "internet"]),
    { ...flow("place-order", "Place order", "shopper", "checkout-api", ["internet", "cluster"]), atFrom: "data" },
    { ...flow("save-order", "Save order", "checkout-api", "orders-db", ["data"]), atTo: "untold", opensAtFrom: false },
  ],
};

function element(
  id: string,
  title: string,
  kind: DiagramElement["kind"],
  zone: string,
  technologies: readonly string[],
): DiagramElement {
  const open = { count: 2, tier: "critical" } as const;
  return { id, title, kind, zone, technologies, open, asked: { count: 7, tier: "high" } };
}

function flow(id: string, title: string, from: string, to: string, crossing: readonly string[]): DiagramFlow {
  return { id, title, from, to, protocol: "https", atTo: "data", atFrom: "none", opensAtFrom: true, crossing };
}

const heat = fc.record({ count: fc.integer({ min: 1, max: 140 }), tier: fc.constantFrom(...tiers) });
const counts = fc.record({ open: heat, asked: heat }, { requiredKeys: [] });
const title = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z]{2,9}( [a-z]{2,9}){0,2}$/) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 90, unit: "grapheme" }) },
);
const arrival = fc.constantFrom("data", "untold", "none");

/** Any diagram of up to `most` elements, with nested zones, parallel flows, elements without a zone and odd titles. */
export function anyDiagram(most: number): fc.Arbitrary<DiagramGraph> {
  const zones = fc.array(fc.tuple(title, fc.option(fc.nat(), { nil: undefined }), counts), {
    maxLength: 8,
    size: "max",
  });
  const kind = fc.constantFrom("external-entity", "process", "data-store");
  const technologies = fc.array(fc.constantFrom("node", "postgresql", "kubernetes", "nginx"), { maxLength: 3 });
  const element = fc.tuple(title, kind, fc.option(fc.nat(), { nil: undefined, freq: 8 }), technologies, counts);
  const elements = fc.array(element, { minLength: 1, maxLength: most, size: "max" });
  const flow = fc.tuple(title, fc.nat(), fc.nat(), arrival, arrival, fc.boolean(), counts);
  const flows = fc.array(flow, { maxLength: Math.ceil(most * 1.5), size: "max" });
  return fc.record({ zones, elements, flows, heading: title }).map((drawn): DiagramGraph => {
    const madeZones = drawn.zones.map(([name, within, heats], i): DiagramZone => {
      const parent = within === undefined || i === 0 ? {} : { in: `z${within % i}` };
      return { id: `z${i}`, title: name, kind: "private-network", ...parent, ...heats };
    });
    const madeElements = drawn.elements.map(([name, what, home, techs, heats], i): DiagramElement => {
      const zone = home === undefined || madeZones.length === 0 ? {} : { zone: `z${home % madeZones.length}` };
      return { id: `e${i}`, title: name, kind: what, technologies: [...new Set(techs)], ...zone, ...heats };
    });
    const madeFlows = drawn.flows.flatMap(([name, a, b, atTo, atFrom, opensAtFrom, heats], i): DiagramFlow[] => {
      const from = madeElements[a % madeElements.length] as DiagramElement;
      const to = madeElements[b % madeElements.length] as DiagramElement;
      const crossing = borders(madeZones, from.zone, to.zone);
      const ends = { from: from.id, to: to.id, atTo, atFrom, opensAtFrom, crossing };
      return from === to ? [] : [{ id: `f${i}`, title: name, protocol: "https", ...ends, ...heats }];
    });
    return { title: drawn.heading, zones: madeZones, elements: madeElements, flows: madeFlows, open: 3, asked: 9 };
  });
}

function zonesRound(zones: readonly DiagramZone[], zone: string | undefined): readonly string[] {
  const found: string[] = [];
  for (let at = zone; at !== undefined; at = zones.find((one) => one.id === at)?.in) found.push(at);
  return found;
}

function borders(zones: readonly DiagramZone[], from: string | undefined, to: string | undefined): readonly string[] {
  const a = zonesRound(zones, from);
  const b = zonesRound(zones, to);
  return [...a.filter((zone) => !b.includes(zone)), ...b.filter((zone) => !a.includes(zone)).reverse()];
}

/** Everything that is wrong with a scene as a drawing of its graph; an empty list is a good drawing. */
export function faults(graph: DiagramGraph, scene: Scene): readonly string[] {
  return [...missing(graph, scene), ...nesting(scene), ...collisions(scene), ...routes(scene)];
}

function missing(graph: DiagramGraph, scene: Scene): readonly string[] {
  const keys = new Set([...scene.shapes, ...scene.paths, ...scene.labels].map((part) => part.key));
  const wanted = [
    ...graph.zones.map(({ id }) => `zone:${id}`),
    ...graph.elements.map(({ id }) => `element:${id}`),
    ...graph.flows.flatMap(({ id }) => [`flow:${id}`, `label:${id}`]),
  ];
  const inOrder = new Set(scene.layers.flatMap((layer) => layer.keys));
  return wanted.filter((key) => !keys.has(key) || !inOrder.has(key)).map((key) => `${key} is not drawn`);
}

function nesting(scene: Scene): readonly string[] {
  const page: Box = { x: 0, y: 0, width: scene.width, height: scene.height };
  const byKey = new Map(scene.shapes.map((shape) => [shape.key, shape]));
  const out: string[] = [];
  for (const shape of scene.shapes) {
    const parent = shape.parent === undefined ? page : (byKey.get(shape.parent)?.box ?? page);
    if (!contains(parent, shape.box)) out.push(`${shape.key} sticks out of ${shape.parent ?? "the page"}`);
  }
  for (const label of scene.labels) if (!contains(page, label.box)) out.push(`${label.key} sticks out of the page`);
  return out;
}

function collisions(scene: Scene): readonly string[] {
  const out: string[] = [];
  const elements = scene.shapes.filter((shape) => shape.kind !== "zone");
  const zones = scene.shapes.filter((shape) => shape.kind === "zone");
  const solid = [...elements, ...zones.map((zone) => ({ key: `tab of ${zone.key}`, box: zone.tab as Box }))];
  scene.labels.forEach((label, i) => {
    for (const other of [...solid, ...scene.labels.slice(i + 1)]) {
      if (overlaps(label.box, other.box)) out.push(`${label.key} covers ${other.key}`);
    }
  });
  const around = (shape: SceneShape): ReadonlySet<string> => {
    const found = new Set<string>([shape.key]);
    for (let at = shape.parent; at !== undefined; at = scene.shapes.find((one) => one.key === at)?.parent)
      found.add(at);
    return found;
  };
  scene.shapes.forEach((shape, i) => {
    for (const other of scene.shapes.slice(i + 1)) {
      const nested = around(shape).has(other.key) || around(other).has(shape.key);
      if (!nested && overlaps(shape.box, other.box)) out.push(`${shape.key} overlaps ${other.key}`);
    }
  });
  for (const zone of zones) {
    for (const one of elements)
      if (overlaps(zone.tab as Box, one.box)) out.push(`${one.key} covers the tab of ${zone.key}`);
  }
  return out;
}

function routes(scene: Scene): readonly string[] {
  const out: string[] = [];
  const boxes = new Map(scene.shapes.map((shape) => [shape.key, shape.box]));
  const elements = scene.shapes.filter((shape) => shape.kind !== "zone");
  for (const path of scene.paths) {
    const through = elements.find(({ box }) =>
      segments(path.points).some(([a, b]) => overlaps(grown(box, -1), segmentBox(a, b))),
    );
    if (through) out.push(`${path.key} runs through ${through.key}`);
    for (const [a, b] of segments(path.points)) if (a.x !== b.x && a.y !== b.y) out.push(`${path.key} runs aslant`);
    const ends = [path.points[0], path.points[path.points.length - 1]];
    [path.from, path.to].forEach((id, i) => {
      const box = boxes.get(`element:${id}`);
      const end = ends[i];
      if (!box || !end || !onBorder(box, end)) out.push(`${path.key} does not reach ${id}`);
    });
  }
  return out;
}

function onBorder(box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const within = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  return within && (x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height);
}
