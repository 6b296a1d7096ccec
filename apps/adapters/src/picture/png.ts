// An SVG file as a PNG picture: no browser, and the very fonts that the texts of a diagram were measured with.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** The most pixels that a picture has: above, it is drawn smaller. 64 million take a quarter of a gigabyte while it is drawn. */
export const mostPixels = 64_000_000;

/** A drawn picture. `scale` is pixels of the picture per pixel of the drawing; `pixels` are red, green, blue and opacity of each, by rows. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly pixels: () => Uint8Array;
  readonly png: () => Uint8Array;
}

let started: Promise<Uint8Array[]> | undefined;

/** Starts the drawing program once in a process; gives the fonts. */
function start(folder: string): Promise<Uint8Array[]> {
  const read = (name: string): Uint8Array => readFileSync(join(folder, name));
  started ??= initWasm(read("resvg.wasm")).then(() => [read("DejaVuSans.ttf"), read("DejaVuSans-Bold.ttf")]);
  return started;
}

/**
 * Draws an SVG file. `folder` holds the program and the fonts, as scripts/house lays them beside the bundle; `scale` is how many
 * pixels a pixel of the drawing takes, less when the picture would have more than `most`. Signs that the fonts do not have
 * (Han, Kana, emoji) stay blank.
 */
export async function drawPicture(svg: string, folder: string, scale = 2, most = mostPixels): Promise<Picture> {
  const font = { fontBuffers: await start(folder), defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" };
  const { width, height } = new Resvg(svg, { font });
  const fitting = Math.min(scale, Math.sqrt(most / (width * height)));
  const drawn = new Resvg(svg, { font, fitTo: { mode: "zoom", value: fitting } }).render();
  return {
    width: drawn.width,
    height: drawn.height,
    scale: fitting,
    pixels: () => drawn.pixels,
    png: () => drawn.asPng(),
  };
}
