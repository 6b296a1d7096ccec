// An SVG file as a PNG picture: no browser, and the very fonts that the texts of a diagram were measured with.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** The most pixels that a picture has: above, it is drawn smaller. 64 million take a quarter of a gigabyte while it is drawn. */
const mostPixels = 64_000_000;
const wanted = 2;

/** A drawn picture. `scale` is pixels of the picture per pixel of the drawing; `pixels` are red, green, blue and opacity of each, by rows. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  pixels(): Uint8Array;
  asPng(): Uint8Array;
}

let started: Promise<Uint8Array[]> | undefined;

/** Starts the drawing program once in a process; gives the fonts. */
function start(folder: string): Promise<Uint8Array[]> {
  const read = (name: string): Uint8Array => readFileSync(join(folder, name));
  started ??= initWasm(read("resvg.wasm")).then(() => [read("DejaVuSans.ttf"), read("DejaVuSans-Bold.ttf")]);
  return started;
}

/**
 * Draws an SVG file as PNG. `folder` holds the program and the fonts, as scripts/house lays them beside the bundle; a pixel of the
 * drawing takes two of the picture each way, less when that would be more than `mostPixels`. Signs that the fonts do not have (Han, Kana,
 * emoji) stay blank.
 */
export function toPng(svg: string, folder: string): Promise<Uint8Array> {
  return withPicture(svg, folder, mostPixels, (picture) => picture.asPng());
}

/** Draws an SVG file of at most so many pixels and gives what `use` makes of it: the program's memory is taken back afterwards. */
export async function withPicture<T>(
  svg: string,
  folder: string,
  most: number,
  use: (picture: Picture) => T,
): Promise<T> {
  const fontBuffers = await start(folder);
  const options = { font: { fontBuffers, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" } };
  const asked = new Resvg(svg, options);
  const scale = Math.min(wanted, Math.sqrt(most / (asked.width * asked.height)));
  asked.free();
  const drawing = new Resvg(svg, { ...options, fitTo: { mode: "zoom", value: scale } });
  const drawn = drawing.render();
  try {
    const { width, height } = drawn;
    return use({ width, height, scale, pixels: () => drawn.pixels, asPng: () => drawn.asPng() });
  } finally {
    drawn.free();
    drawing.free();
  }
}
