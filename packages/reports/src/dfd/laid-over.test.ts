import { describe, expect, test } from "vitest";
import { gridLayout } from "./grid-layout.ts";
import { type DrawnRevision, laidOver } from "./laid-over.ts";
import { layoutGraph } from "./layout.ts";
import { scene } from "./scene.ts";

const element = (id: string, zone = "inner") =>
  ({ id, title: id, kind: "process", zone, technologies: [], exposure: "internal" }) as const;
const flow = (id: string, from: string, to: string) => ({ id, title: id, from, to });
const zone = (id: string, inside?: string) => ({ id, title: id, ...(inside === undefined ? {} : { in: inside }) });

const before: DrawnRevision = {
  system: "Shop",
  zones: [zone("inner"), zone("cellar", "inner")],
  elements: [element("web"), element("db", "cellar"), element("old-api")],
  flows: [flow("save", "web", "db"), flow("call", "web", "old-api")],
  entryPoints: [{ id: "login", on: "web" }],
};
const after: DrawnRevision = {
  system: "Shop",
  zones: [zone("inside")],
  elements: [element("web", "inside"), element("api", "inside"), element("cache", "inside")],
  flows: [flow("call", "web", "api"), flow("look", "web", "cache")],
  entryPoints: [{ id: "login", on: "web" }],
};
const thing = (kind: "element" | "flow" | "zone" | "data", id: string, change: string, was?: string) =>
  ({ kind, id, title: id, change, ...(was ? { was } : {}), fields: [], cause: "system" }) as never;
const things = [
  thing("zone", "inside", "renamed", "inner"),
  thing("zone", "cellar", "removed"),
  thing("element", "api", "renamed", "old-api"),
  thing("element", "db", "removed"),
  thing("element", "cache", "added"),
  thing("flow", "save", "removed"),
  thing("flow", "look", "added"),
  thing("flow", "call", "changed"),
  thing("data", "order", "added"),
];
const surface = (ids: readonly string[]) => ({ entryPoints: ids.map((id) => ({ id })) }) as never;

describe("two revisions laid over each other", () => {
  const { graph, changes } = laidOver(before, after, { things, surface: surface(["login", "gone"]) });

  test("hold what is there and what went, each once, under the ids of now", () => {
    expect(graph.elements.map(({ id, zone: home }) => `${id}@${home}`)).toEqual([
      "api@inside",
      "cache@inside",
      "db@cellar",
      "web@inside",
    ]);
    expect(graph.zones.map(({ id, in: inside }) => `${id}@${inside ?? ""}`)).toEqual(["cellar@inside", "inside@"]);
    expect(graph.flows.map(({ id, from, to }) => `${id} ${from} ${to}`)).toEqual([
      "call web api",
      "look web cache",
      "save web db",
    ]);
  });

  test("say what became of each; an entry point marks its element; data is not drawn", () => {
    expect(changes).toEqual({
      web: "changed",
      inside: "changed",
      cellar: "removed",
      api: "changed",
      db: "removed",
      cache: "added",
      save: "removed",
      look: "added",
      call: "changed",
    });
  });

  test("are drawn with a mark on each", () => {
    const drawn = scene(graph, gridLayout(layoutGraph(graph)), { changes });
    const marked = [...drawn.shapes, ...drawn.paths].flatMap(({ id, change }) => (change ? [`${id} ${change}`] : []));
    expect(marked.sort()).toEqual(
      Object.entries(changes)
        .map(([id, change]) => `${id} ${change}`)
        .sort(),
    );
  });

  test("the same twice is the plain drawing", () => {
    const same = laidOver(after, after, { things: [], surface: surface([]) });
    expect(same.changes).toEqual({});
    expect(same.graph.elements).toHaveLength(3);
  });
});
