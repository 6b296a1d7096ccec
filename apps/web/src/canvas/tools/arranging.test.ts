// Aligning and grouping on the shop: what the commands do to the model and to where things stand.
import { type Document, drawingOf } from "@parapet/core";
import { arrangedLayout, diagramGraph, scene } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { after, example } from "../../testing/examples.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { alignCalls, groupCalls, outermost, sharedHome } from "./arranging.ts";
import { namesOfList, pasted } from "./clipboard.ts";

const shop = example("shop");

function drawingFor(document: Document): Drawing {
  const { system, elements, flows, zones, entryPoints } = drawingOf(document);
  const none = { threats: [], summary: { open: 0, asked: 0 } };
  const graph = diagramGraph({ elements, flows, zones, model: { system }, surface: { entryPoints }, ...none });
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
const stores = drawing.graph.elements.filter(({ zone }) => zone === "data").map(({ id }) => id);

describe("aligning", () => {
  test("stores places alone: edges meet, zones and threats stay, and nothing else moves", async () => {
    const apps = drawing.graph.elements.filter(({ zone }) => zone === "app").map(({ id }) => id);
    const calls = alignCalls(drawing, apps, "left", shop.document.diagram?.positions);
    expect(calls.map(({ name }) => name)).toEqual(["place-things"]);
    const then = await after(shop, calls);
    const next = drawingFor(then.document);
    const edges = new Set(apps.map((id) => next.layout.elements[id]?.x));
    expect(edges.size).toBe(1);
    expect(then.document.model).toEqual(shop.document.model);
    for (const [id, box] of Object.entries(drawing.layout.elements))
      if (!apps.includes(id)) expect(next.layout.elements[id], id).toEqual(box);
  });

  test("things that stand in a selected zone go along with it", () => {
    expect(outermost(drawing.graph, ["data", ...stores, "internet-caller"])).toEqual(["data", "internet-caller"]);
  });
});

describe("a zone made of things", () => {
  test("stands round them where they are, in the zone that all of them lie in", async () => {
    const around = stores.slice(0, 2);
    const { calls, zone } = groupCalls(drawing, around, "Vault", shop.document);
    const then = await after(shop, calls);
    const next = drawingFor(then.document);
    expect(zone).toBe("vault");
    expect(next.graph.zones.find(({ id }) => id === "vault")?.in).toBe("data");
    for (const id of around) {
      expect(next.graph.elements.find((one) => one.id === id)?.zone).toBe("vault");
      expect(next.layout.elements[id], id).toEqual(drawing.layout.elements[id]);
    }
    expect(then.analysis.zones.length).toBe(shop.analysis.zones.length + 1);
  });

  test("of things of several zones lies in the innermost zone round all", () => {
    expect(sharedHome(drawing.graph, stores)).toBe("data");
    const [app] = drawing.graph.elements.filter(({ zone }) => zone === "app").map(({ id }) => id);
    const zone = drawing.graph.zones.find(({ id }) => id === "data")?.in;
    expect(sharedHome(drawing.graph, [stores[0] as string, app as string])).toBe(zone);
    expect(sharedHome(drawing.graph, ["internet-caller", stores[0] as string])).toBeUndefined();
  });
});

describe("what is pasted", () => {
  const data = (types: Readonly<Record<string, string>>) => ({ getData: (type: string) => types[type] ?? "" });
  const ours = JSON.stringify({ model: "shop", ids: ["a", "b"] });

  test.each([
    [{ "application/x-parapet-things": ours, "text/plain": "A\nB" }, { ids: ["a", "b"] }],
    [{ "application/x-parapet-things": '{"model":"other","ids":["a"]}', "text/plain": "A" }, { names: ["A"] }],
    [{ "application/x-parapet-things": "{", "text/plain": "A" }, { names: ["A"] }],
    [{ "application/x-parapet-things": '{"model":"shop","ids":[1]}', "text/plain": "A" }, { names: ["A"] }],
    [{ "text/plain": "" }, { names: [] }],
  ])("%o is %o", (types, is) => {
    expect(pasted(data(types), "shop")).toEqual(is);
  });

  test.each([
    ["Web\nAPI\nWeb\n", ["Web", "API"]],
    ["- Web\n* API\n1. Store\n2) Queue", ["Web", "API", "Store", "Queue"]],
    ["Web\tnginx\r\nAPI\tnode", ["Web", "API"]],
    ["  \n\n", []],
    [`${"x".repeat(300)}\nAPI`, ["API"]],
  ])("the list %j names %j", (text, names) => {
    expect(namesOfList(text)).toEqual(names);
  });
});
