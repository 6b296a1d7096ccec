import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutDiagram, type Point, type Scene, scene, toSvg } from "@parapet/reports/dfd";
import { shop } from "@parapet/reports/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Picture, toPng, withPicture } from "./png.ts";

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
function lightness({ scale, width }: Picture, pixels: Uint8Array, { x, y }: Point): number {
  const [column, row] = [x - drawing.origin.x, y - drawing.origin.y].map((at) => Math.floor(at * scale));
  const at = ((row ?? 0) * width + (column ?? 0)) * 4;
  return [...pixels.subarray(at, at + 3)].reduce((sum, part) => sum + part, 0) / 3;
}

describe("a picture", () => {
  test("is twice as large as the scene each way, and says so in its header", async () => {
    const header = Buffer.from(await toPng(toSvg(drawing), folder));
    expect(header.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([
      Math.ceil(drawing.width * 2),
      Math.ceil(drawing.height * 2),
    ]);
  });

  test("has the outline of every element where the scene has it", async () => {
    const elements = drawing.shapes.filter(({ kind }) => kind !== "zone");
    expect(elements.length).toBeGreaterThan(3);
    await withPicture(toSvg(drawing), folder, 64_000_000, (picture) => {
      const pixels = picture.pixels();
      const light = (x: number, y: number) => lightness(picture, pixels, { x, y });
      // A fifth along: away from badges and marks at the corners, and from flows that end in the middle of a side.
      for (const { box } of elements) {
        const x = box.x + box.width / 5;
        for (const y of [box.y, box.y + box.height]) {
          expect(light(x, y)).toBeLessThan(140);
          expect(light(x, y + 3)).toBeGreaterThan(200);
          expect(light(x, y - 3)).toBeGreaterThan(200);
        }
      }
    });
  });

  test("above the limit is drawn smaller", async () => {
    const [scale, pixels] = await withPicture(toSvg(drawing), folder, 10_000, (picture) => [
      picture.scale,
      picture.width * picture.height,
    ]);
    expect(scale).toBeLessThan(1);
    expect(pixels).toBeLessThan(10_400);
  });

  test("takes no memory once it is drawn", async () => {
    const blank =
      '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="9" height="9"/></svg>';
    const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    await toPng(blank, folder);
    const before = held();
    for (let i = 0; i < 20; i++) await withPicture(blank, folder, 4_000_000, ({ scale }) => scale);
    // One of them is 16 MB.
    expect(held() - before).toBeLessThan(64_000_000);
  });
});
