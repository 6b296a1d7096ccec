// On which lines of a file values stand: what the version history is asked about.
import { type Layer, layers } from "../document.ts";
import { Lines } from "./lines.ts";
import { readLayerText } from "./read.ts";
import { find, treeOf } from "./tree.ts";

/** The line (from 1) of the value at each path; undefined where there is none, or when the text cannot be read. */
export function linesOf(
  layer: Layer,
  text: string,
  paths: readonly (readonly string[])[],
): readonly (number | undefined)[] {
  const read = readLayerText(layer, { file: layers[layer].file, content: text });
  if (!read.ok) return paths.map(() => undefined);
  const root = treeOf(read.value.parsed);
  const lines = new Lines(layers[layer].file, read.value.parsed.text);
  return paths.map((path) => {
    const found = find(root, path);
    return found.whole ? lines.at(found.value).line : undefined;
  });
}
