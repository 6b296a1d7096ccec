// What is not drawn, without a browser: what is too far, what is too small, and forms of one look that become one.
import { drawBody, drawFace, type SceneShape } from "@parapet/reports/dfd";
import { describe, expect, test } from "vitest";
import { boxSeen, detailAt, faceAt, farFaces, farSize, gapAt, seenAt } from "./detail.ts";
import { merged } from "./merged.ts";
import { meets, tilesOf } from "./tiles.ts";
import { zoneForms } from "./zone-forms.ts";

const size = { width: 1440, height: 900 };

function shape(x: number, y: number, more: Partial<SceneShape> = {}): SceneShape {
  const box = { x, y, width: 172, height: 80 };
  const text = { text: "Web", x: x + 86, y: y + 40, size: 13, bold: true, anchor: "middle", tone: "strong" } as const;
  return {
    key: `element:${x}`,
    id: `${x}`,
    kind: "process",
    title: "Web",
    description: "Process",
    box,
    depth: 1,
    texts: [text],
    badges: [],
    marks: [],
    ...more,
  };
}

const badge = {
  kind: "asked",
  tier: "high",
  count: 3,
  text: "H? 3",
  box: { x: 20, y: 50, width: 50, height: 17 },
} as const;

describe("detail", () => {
  test.each([
    [0.05, "far"],
    [0.27, "far"],
    [0.28, "middle"],
    [0.39, "middle"],
    [0.4, "near"],
    [2, "near"],
  ])("at zoom %s is %s", (zoom, detail) => {
    expect(detailAt(zoom, 1000)).toBe(detail);
  });

  test("of a small diagram is either all or from far", () => {
    expect([0.27, 0.28, 0.4].map((zoom) => detailAt(zoom, 30))).toEqual(["far", "near", "near"]);
  });

  test("from far an element has no words, and its heat is one strip with the ink of its worst count", () => {
    expect(faceAt(shape(0, 0), "far")).toEqual([]);
    const far = faceAt(shape(0, 0, { badges: [badge] }), "far");
    expect(far).toEqual([{ is: "box", round: 0, box: { x: 0, y: 62, width: 172, height: 18 }, fill: "hatch-high" }]);
    expect(faceAt(shape(0, 0, { badges: [badge] }), "middle")).toEqual(drawFace(shape(0, 0, { badges: [badge] })));
  });

  test("from far the name of a zone is as large as it is read there, where it has the room", () => {
    const zone = shape(0, 0, { kind: "zone", title: "Cluster", box: { x: 0, y: 0, width: 2000, height: 1000 } });
    for (const zoom of [0.27, 0.2, 0.1, 0.05]) {
      const onScreen = farSize(zoom) * zoom;
      expect(onScreen).toBeGreaterThanOrEqual(11);
      expect(onScreen).toBeLessThan(26);
    }
    expect(farFaces([zone], farSize(0.1))).toMatchObject([{ is: "text", text: "Cluster" }]);
    expect(farFaces([{ ...zone, box: { ...zone.box, width: 300 } }], farSize(0.05))).toEqual([]);
    const inner = { ...zone, title: "Inner", box: { x: 30, y: 50, width: 1500, height: 800 } };
    const beside = { ...inner, title: "Beside", box: { ...inner.box, y: 500, height: 400 } };
    const names = farFaces([zone, inner, beside], farSize(0.1)).map((form) => form.is === "text" && form.text);
    expect(names).toEqual(["Cluster", "Beside"]);
  });

  test("dots behind are never so many that they cost more than they tell", () => {
    expect([gapAt(0.2, 30), gapAt(1, 1000)]).toEqual([undefined, undefined]);
    for (const zoom of [0.28, 0.4, 0.7, 1, 2]) expect((gapAt(zoom, 30) ?? 0) * zoom).toBeGreaterThanOrEqual(18);
    expect(gapAt(1, 30)).toBe(24);
  });
});

describe("zones", () => {
  const zone = shape(0, 0, { kind: "zone", depth: 0, box: { x: 0, y: 0, width: 200, height: 100 } });
  const inner = { ...zone, depth: 1, box: { x: 20, y: 20, width: 100, height: 50 } };

  test("have four dashed sides each, the outer one whole before the inner one", () => {
    const forms = zoneForms([zone, inner], "near");
    expect(forms.map(({ fill }) => fill)).toEqual(["zone-0", ...sides, "zone-1", ...sides]);
    expect(forms.filter((form) => form.is === "path" && form.dash === "7 4")).toHaveLength(8);
  });

  test("from far are a plain outline per depth", () => {
    const far = zoneForms([zone, { ...zone, key: "zone:other" }, inner], "far");
    expect(far.map(({ is, fill }) => [is, fill])).toEqual([
      ["path", "zone-0"],
      ["path", "zone-1"],
    ]);
    expect(far.some((form) => form.is !== "text" && form.dash !== undefined)).toBe(false);
  });
});

const sides = ["none", "none", "none", "none"];

describe("what is seen", () => {
  test("covers the viewport with room round it, at any zoom and place", () => {
    for (const zoom of [0.05, 0.3, 1, 2.5])
      for (const [x, y] of [
        [0, 0],
        [-12345, 777],
        [400.5, -9000],
      ] as const) {
        const box = boxSeen(seenAt([x, y, zoom], size));
        const room = (Math.max(size.width, size.height) / zoom / 2) * 0.2;
        expect(box.x).toBeLessThanOrEqual(-x / zoom - room);
        expect(box.y).toBeLessThanOrEqual(-y / zoom - room);
        expect(box.x + box.width).toBeGreaterThanOrEqual((size.width - x) / zoom + room);
        expect(box.y + box.height).toBeGreaterThanOrEqual((size.height - y) / zoom + room);
      }
  });

  test("stays the same while a small pan stays in it", () => {
    const seen = new Set(Array.from({ length: 200 }, (_, i) => seenAt([-i, 0, 1], size)));
    expect(seen.size).toBeLessThanOrEqual(3);
  });
});

describe("tiles", () => {
  const things = Array.from({ length: 60 }, (_, i) => shape((i % 10) * 500, Math.floor(i / 10) * 500));
  const boxOf = ({ box }: SceneShape) => box;

  test("hold every thing once, within their box", () => {
    const tiles = tilesOf(things, boxOf);
    expect(tiles.flatMap((tile) => tile.things)).toHaveLength(60);
    for (const tile of tiles) for (const { box } of tile.things) expect(meets(tile.box, box)).toBe(true);
    const near = tiles.filter((tile) => meets(tile.box, { x: 0, y: 0, width: 400, height: 400 }));
    expect(near.length).toBeLessThan(tiles.length / 3);
  });

  test("of which nothing changed are the very same", () => {
    const before = tilesOf(things, boxOf);
    const after = tilesOf([shape(7, 7), ...things.slice(1)], boxOf, before);
    expect(after.filter((tile) => !before.includes(tile))).toHaveLength(1);
  });
});

describe("forms of one look", () => {
  test("are one path, in the order of the looks; words stay by themselves, on top", () => {
    const shapes = [shape(0, 0), shape(300, 0), shape(600, 0, { kind: "data-store" })];
    const forms = merged(shapes.flatMap((one) => [...drawBody(one), ...drawFace(one)]));
    expect(forms.map(({ is }) => is)).toEqual(["path", "path", "path", "path", "text", "text", "text"]);
    const processes = forms[0];
    if (processes?.is !== "path") throw new Error("no path");
    expect(processes.d.match(/M/g)).toHaveLength(2);
    expect(processes).toMatchObject({ fill: "element", stroke: "outline", width: 1.5 });
  });

  test("a rectangle, a rounded one and a disc keep their outlines", () => {
    const look = { fill: "ground" } as const;
    const box = { x: 1, y: 2, width: 30, height: 20 };
    expect(merged([{ is: "box", box, round: 0, ...look }])).toEqual([{ is: "path", d: "M1 2h30v20h-30Z", ...look }]);
    expect(merged([{ is: "box", box, round: 4, ...look }])).toEqual([
      { is: "path", d: "M5 2h22a4 4 0 0 1 4 4v12a4 4 0 0 1 -4 4h-22a4 4 0 0 1 -4 -4v-12a4 4 0 0 1 4 -4Z", ...look },
    ]);
    expect(merged([{ is: "disc", at: { x: 5, y: 5 }, radius: 2, ...look }])).toEqual([
      { is: "path", d: "M3 5a2 2 0 1 1 4 0a2 2 0 1 1 -4 0Z", ...look },
    ]);
  });
});
