import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { toDrawio } from "./drawio.ts";
import { lengthOf, pointAt } from "./geometry.ts";
import { layoutDiagram } from "./layout-diagram.ts";
import { scene } from "./scene.ts";
import type { Scene } from "./scene-types.ts";
import { anyDiagram, shop } from "./testing/diagrams.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

function tree(xml: string): Node {
  const root: Node = { name: "", attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const node: Node = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    stack[stack.length - 1]?.children.push(node);
    stack.push(node);
  });
  parser.on("closetag", () => stack.pop());
  parser.write(xml).close();
  return root;
}

function find(node: Node, name: string): readonly Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => find(child, name))];
}

const number = (node: Node | undefined, name: string) => Number(node?.attributes[name] ?? 0);
const child = (node: Node | undefined, name: string) => node?.children.find((one) => one.name === name);
const point = (node: Node) => ({ x: number(node, "x"), y: number(node, "y") });

interface Cells {
  readonly all: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
}

function cellsOf(drawn: Scene): Cells {
  const document = tree(toDrawio(drawn, { modified: "2026-11-24" }));
  const all = find(document, "mxCell");
  return { all, byId: new Map(all.map((cell) => [cell.attributes.id ?? "", cell])) };
}

/** Where a vertex stands on the page: its own place and that of every container round it. */
function absolute(cells: Cells, id: string): { x: number; y: number; width: number; height: number } {
  const cell = cells.byId.get(id);
  const box = child(cell, "mxGeometry");
  const parent = cell?.attributes.parent ?? "1";
  const from = parent === "1" ? { x: 0, y: 0 } : absolute(cells, parent);
  const [width, height] = [number(box, "width"), number(box, "height")];
  return { x: from.x + number(box, "x"), y: from.y + number(box, "y"), width, height };
}

/** The way of an edge: its terminal points with the waypoints between them. */
function wayOf(edge: Node | undefined): readonly { x: number; y: number }[] {
  const box = child(edge, "mxGeometry");
  const end = (as: string) => box?.children.filter((one) => one.attributes.as === as).map(point) ?? [];
  return [...end("sourcePoint"), ...(child(box, "Array")?.children.map(point) ?? []), ...end("targetPoint")];
}

const draw = async (graph = shop) => scene(graph, (await layoutDiagram(graph)).layout);

describe("toDrawio", () => {
  it("keeps every shape, route and label of any diagram where the scene has it", async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram(14), async (graph) => {
        const drawn = await draw(graph);
        const cells = cellsOf(drawn);
        for (const shape of drawn.shapes) {
          const cell = cells.byId.get(shape.id);
          expect(absolute(cells, shape.id)).toEqual(shape.box);
          expect(cell?.attributes).toMatchObject({ vertex: "1", parent: shape.parent?.replace("zone:", "") ?? "1" });
        }
        for (const path of drawn.paths) {
          const edge = cells.byId.get(path.id);
          expect(edge?.attributes).toMatchObject({ edge: "1", source: path.from, target: path.to, parent: "1" });
          expect(wayOf(edge)).toEqual(path.points);
        }
        for (const label of drawn.labels) {
          const cell = cells.byId.get(`${label.of}:label`);
          const box = child(cell, "mxGeometry");
          const way = wayOf(cells.byId.get(label.of));
          const at = pointAt(way, ((number(box, "x") + 1) / 2) * lengthOf(way));
          const offset = point(child(box, "mxPoint") as Node);
          expect(at.x + offset.x).toBeCloseTo(label.box.x + label.box.width / 2, 1);
          expect(at.y + offset.y).toBeCloseTo(label.box.y + label.box.height / 2, 1);
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it("has the cells that every draw.io file begins with, ids once, and no dangling reference", async () => {
    const { all, byId } = cellsOf(await draw());
    expect(all.slice(0, 2).map((cell) => cell.attributes)).toEqual([{ id: "0" }, { id: "1", parent: "0" }]);
    expect(byId.size).toBe(all.length);
    for (const { attributes } of all) {
      for (const key of ["parent", "source", "target"]) {
        const id = attributes[key];
        if (id !== undefined) expect(byId.has(id)).toBe(true);
      }
    }
    for (const cell of all.slice(2)) expect(child(cell, "mxGeometry")?.attributes.as).toBe("geometry");
  });

  it("makes zones containers and gives the shapes of the notation", async () => {
    const { byId } = cellsOf(await draw());
    const look = (id: string) => byId.get(id)?.attributes.style ?? "";
    expect(look("cluster")).toContain("container=1;collapsible=0;");
    expect(look("cluster")).toContain("dashed=1;");
    expect(look("shopper")).toContain("rounded=0;");
    expect(look("checkout-api")).toContain("rounded=1;");
    expect(look("orders-db")).toContain("shape=partialRectangle;right=0;");
  });

  it("gives arrowheads where data goes", async () => {
    const { byId } = cellsOf(await draw());
    const ends = (id: string) => {
      const entries = (byId.get(id)?.attributes.style ?? "").split(";").map((entry) => entry.split("="));
      const style = Object.fromEntries(entries) as Record<string, string>;
      return [style.startArrow, style.endArrow, style.endFill];
    };
    expect(ends("charge-card")).toEqual(["oval", "block", "1"]);
    expect(ends("place-order")).toEqual(["block", "block", "1"]);
    expect(ends("save-order")).toEqual(["none", "block", "0"]);
  });

  it("takes its date from the argument and escapes words twice, for XML and for the HTML of labels", async () => {
    const graph = { ...shop, elements: shop.elements.map((one) => ({ ...one, title: "a < b & c" })) };
    const xml = toDrawio(await draw(graph), { modified: "2026-11-24" });
    expect(find(tree(xml), "mxfile")[0]?.attributes.modified).toBe("2026-11-24");
    expect(xml).toContain("&lt;b&gt;a &amp;lt; b &amp;amp; c&lt;/b&gt;");
    expect(toDrawio(await draw(graph), { modified: "2026-11-24" })).toBe(xml);
  });
});
