import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutDiagram, type Point, type Scene, scene, toSvg } from "@parapet/reports/dfd";
import { shop } from "@parapet/reports/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawPicture, type Picture } from "./png.ts";

const { resolve } = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "parapet-picture-"));
let drawing: Scene;

beforeAll(async () => {
  for (const [name, from] of [
    ["resvg.wasm", "@resvg/resvg-wasm/index_bg.wasm"],
    ["DejaVuSans.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"],
    ["DejaVuSans-Bold.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"],
  ] as const)
    copyFileSync(resolve(from), join(folder, name));
  drawing = scene(shop, (await layoutDiagram(shop)).layout);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How light the picture is at a point of the scene, from 0 to 255. */
function lightness(picture: Picture, { x, y }: Point): number {
  const [column, row] = [x - drawing.origin.x, y - drawing.origin.y].map((at) => Math.floor(at * picture.scale));
  const at = ((row ?? 0) * picture.width + (column ?? 0)) * 4;
  return [...picture.pixels().subarray(at, at + 3)].reduce((sum, part) => sum + part, 0) / 3;
}

describe("a picture", () => {
  test("is as large as the scene, times the scale, and says so in its header", async () => {
    const picture = await drawPicture(toSvg(drawing), folder, 2);
    expect([picture.width, picture.height]).toEqual([Math.ceil(drawing.width * 2), Math.ceil(drawing.height * 2)]);
    const header = Buffer.from(picture.png());
    expect(header.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([picture.width, picture.height]);
  });

  test("has the outline of every element where the scene has it", async () => {
    const picture = await drawPicture(toSvg(drawing), folder, 2);
    const elements = drawing.shapes.filter(({ kind }) => kind !== "zone");
    expect(elements.length).toBeGreaterThan(3);
    // A fifth along: away from badges and marks at the corners, and from flows that end in the middle of a side.
    for (const { box } of elements) {
      const x = box.x + box.width / 5;
      for (const y of [box.y, box.y + box.height]) {
        expect(lightness(picture, { x, y })).toBeLessThan(140);
        expect(lightness(picture, { x, y: y + 3 })).toBeGreaterThan(200);
        expect(lightness(picture, { x, y: y - 3 })).toBeGreaterThan(200);
      }
    }
  });

  test("above the limit is drawn smaller", async () => {
    const picture = await drawPicture(toSvg(drawing), folder, 2, 10_000);
    expect(picture.scale).toBeLessThan(1);
    expect(picture.width * picture.height).toBeLessThan(10_400);
  });
});
