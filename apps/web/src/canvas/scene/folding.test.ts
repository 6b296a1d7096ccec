// Folding zones, without a browser: what is remembered, and what is drawn instead.
import { type Document, drawingOf } from "@parapet/core";
import { arrangedLayout, diagramGraph, scene } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { example } from "../../testing/examples.ts";
import { controlAt } from "../draw/fold-layer.tsx";
import { foldedArrangement, foldedGraph, parsed, toggled } from "./folding.ts";
import { bundleForms, bundlesOf, isVast } from "./overview.ts";

function graphOf(document: Document) {
  const { system, elements, flows, zones, entryPoints } = drawingOf(document);
  const summary = { open: 0, asked: 0 };
  return diagramGraph({ elements, flows, zones, threats: [], model: { system }, summary, surface: { entryPoints } });
}

const whole = graphOf(example("shop").document);

describe("folding", () => {
  test.each([
    [[], ["data"], [], ["data"]],
    [["data"], [], ["data"], []],
    [["data"], ["app"], ["data"], ["app", "data"]],
    [["data", "gone"], [], ["data"], ["gone"]],
  ])("of %j: folding %j, opening %j leaves %j", (before, open, shut, after) => {
    expect([...toggled(new Set(before), open, shut)].sort()).toEqual(after);
  });

  test.each([
    [null, []],
    ['["data","app"]', ["app", "data"]],
    ["{broken", []],
    ['{"a":1}', []],
    ['["data",7]', ["data"]],
  ])("what was kept as %j is read as %j", (text, ids) => {
    expect([...parsed(text)].sort()).toEqual(ids);
  });

  test("draws one box where the zone begins, bundles its flows, and moves nothing else", () => {
    const open = arrangedLayout(whole, {});
    const positions = Object.fromEntries(
      whole.zones.map(({ id, in: home }) => {
        const from = home === undefined ? { x: 0, y: 0 } : open.origins?.[home];
        const at = open.origins?.[id] ?? { x: 0, y: 0 };
        return [id, { ...(home !== undefined && { in: home }), x: at.x - (from?.x ?? 0), y: at.y - (from?.y ?? 0) }];
      }),
    );
    const arrangement = { positions, sizes: { data: { width: 900, height: 900 } } };
    const before = arrangedLayout(whole, { positions });
    const folded = new Set(["data"]);
    const graph = foldedGraph(whole, folded);
    const layout = arrangedLayout(graph, foldedArrangement(arrangement, folded));
    const box = layout.elements.data;
    expect(box).toMatchObject({ x: before.origins?.data?.x, y: before.origins?.data?.y });
    expect(box?.width).toBeLessThan(300);
    expect(layout.zones.dmz).toEqual(before.zones.dmz);
    const drawn = scene(graph, layout, { inPlace: true });
    expect(drawn.paths.some(({ bundles }) => (bundles?.length ?? 0) > 1)).toBe(true);
    expect(drawn.shapes.find(({ id }) => id === "data")?.kind).toBe("collapsed-zone");
  });

  test("nothing folded is the graph itself", () => {
    expect(foldedGraph(whole, new Set())).toBe(whole);
    expect(foldedGraph(whole, new Set(["gone"]))).toBe(whole);
  });

  test("the control stands beside the tab, within the zone, whichever corner the tab has", () => {
    const box = { x: 0, y: 0, width: 400, height: 300 };
    const left = controlAt({ box, tab: { x: 0, y: 0, width: 100, height: 24 } });
    const right = controlAt({ box, tab: { x: 300, y: 276, width: 100, height: 24 } });
    expect(left).toEqual({ x: 104, y: 3 });
    expect(right).toEqual({ x: 278, y: 279 });
  });
});

describe("from far", () => {
  const layout = arrangedLayout(whole, {});
  const bundles = bundlesOf(whole, layout);
  const homes = new Map(whole.zones.map(({ id, in: home }) => [id, home]));
  const outermost = (zone: string | undefined) => {
    let at = zone;
    while (at !== undefined && homes.get(at) !== undefined) at = homes.get(at);
    return at;
  };

  test("every flow between outermost zones is in one bundle, and none of those within", () => {
    const zoneOf = new Map(whole.elements.map(({ id, zone }) => [id, outermost(zone)]));
    const across = whole.flows.filter(({ from, to }) => zoneOf.get(from) !== zoneOf.get(to));
    expect(bundles.reduce((sum, { count }) => sum + count, 0)).toBe(across.length);
    expect(bundles.length).toBeLessThan(across.length);
  });

  test("a bundle is a line as broad as it has flows, with their number", () => {
    const forms = bundleForms(bundles, 140);
    expect(forms.filter(({ is }) => is === "text").map((form) => form.is === "text" && form.text)).toEqual(
      bundles.map(({ count }) => `${count}`),
    );
    const widths = forms.flatMap((form) => (form.is === "path" ? [form.width ?? 0] : []));
    const most = bundles.findIndex(({ count }) => count === Math.max(...bundles.map((one) => one.count)));
    expect(widths[most]).toBe(Math.max(...widths));
  });

  test("only a diagram of thousands is so", () => {
    expect(isVast(whole)).toBe(false);
    const element = whole.elements[0];
    if (!element) throw new Error("no element");
    const many = Array.from({ length: 900 }, (_, i) => ({ ...element, id: `e${i}` }));
    expect(isVast({ ...whole, elements: many })).toBe(true);
    expect(isVast({ ...whole, elements: many, zones: [] })).toBe(false);
  });
});
