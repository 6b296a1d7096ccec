// Edits a text so that it reads as the changed document, and leaves every byte alone that the changes do not concern.
import { apply } from "../apply.ts";
import type { Change } from "../changes.ts";
import { type Document, type Layer, layerNames, layers } from "../document.ts";
import { fail, ok, type Problem, problem, type Result } from "../problem.ts";
import { decode } from "./decode.ts";
import { fileLimits } from "./limits.ts";
import { onLongLines, withBrokenMaps } from "./long-lines.ts";
import { migrate } from "./migrations.ts";
import { composed, parse } from "./parse.ts";
import { readLayerText } from "./read.ts";
import { isMap, sameMeaning, withoutEmpty } from "./shape.ts";
import { Splicer } from "./splicer.ts";
import type { Spliced } from "./splices.ts";
import { treeOf } from "./tree.ts";
import { newFile } from "./write.ts";

type Bag = Readonly<Record<string, unknown>>;

/** The layer that a change is about. */
export function layerOf(change: Change): Layer {
  const dot = change.collection.indexOf(".");
  return (dot < 0 ? change.collection : change.collection.slice(0, dot)) as Layer;
}

/**
 * The text of one file with the changes of its layer made in it. Linear in the text and the changes. Comments, order, quotes and
 * spacing of what is not changed stay. Fails when the text has problems, or when the changes remove the whole layer.
 */
export function editText(
  layer: Layer,
  text: string,
  changes: readonly Change[],
  file: string = layers[layer].file,
): Result<string> {
  const own = changes.filter((change) => layerOf(change) === layer).map((change) => composed(change) as Change);
  if (own.length === 0) return ok(text);
  const read = readLayerText(layer, { file, content: closed(text) });
  if (!read.ok) return read;
  const { raw, value, parsed } = read.value;
  const after = apply({ [layer]: value } as unknown as Document, own)[layer] as unknown as Bag | undefined;
  if (after === undefined)
    return fail(problem("not-possible", `The changes remove ${file}.`, "Delete the file instead.", { file }));
  const root = treeOf(parsed);
  if (root.kind !== "map") return fail(lossy(file));
  const splicer = new Splicer(layer, parsed.text, root);
  splicer.editRoot(raw, after);
  if (splicer.untouched) return ok(text);
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const spliced = splicer.spliced();
  const broken = withoutLongLines(layer, file, spliced);
  const result = readsBack(layer, file, mark + broken, after);
  // A long line is better than no edit.
  return result.ok || broken === spliced.text ? result : readsBack(layer, file, mark + spliced.text, after);
}

/** The edited text, its maps broken that grew on lines that are too long. */
function withoutLongLines(layer: Layer, file: string, { text, grown }: Spliced): string {
  const long = onLongLines(text, grown);
  if (long.length === 0) return text;
  const parsed = parse(file, text, fileLimits[layer].nodes);
  const root = parsed.ok ? treeOf(parsed.value) : undefined;
  return root?.kind === "map" ? withBrokenMaps(text, root, long) : text;
}

/** Every edit begins with a text that ends its last line. */
function closed(text: string): string {
  return text.endsWith("\n") ? text : `${text}${text.includes("\r\n") ? "\r\n" : "\n"}`;
}

/** The edited text, once it is certain that it is within the limits and reads as the changed value. */
function readsBack(layer: Layer, file: string, edited: string, after: Bag): Result<string> {
  const { schema } = layers[layer];
  const text = decode(layer, file, edited);
  if (!text.ok) return text;
  const back = parse(file, text.value, fileLimits[layer].nodes);
  if (!back.ok) return back.problems[0]?.code === "too-many-nodes" ? back : fail(lossy(file));
  if (!isMap(back.value.value)) return fail(lossy(file));
  return sameMeaning(schema, migrate(layer, back.value.value), after) ? ok(edited) : fail(lossy(file));
}

function lossy(file: string): Problem {
  return problem(
    "internal",
    `${file} could not be edited without losing something; it was left as it is.`,
    "Report this with the file and the command.",
    { file },
  );
}

/**
 * Makes changes in the files of a threat model (path → text): the files that come out differently, a new one with its text,
 * one that goes with undefined. Nothing is returned when anything fails.
 */
export function editFiles(
  files: ReadonlyMap<string, string>,
  changes: readonly Change[],
): Result<ReadonlyMap<string, string | undefined>> {
  const out = new Map<string, string | undefined>();
  const touched = new Set(changes.map(layerOf));
  for (const layer of layerNames) {
    if (!touched.has(layer)) continue;
    const path = layers[layer].file;
    const text = files.get(path);
    const own = changes.filter((change) => layerOf(change) === layer);
    const last = own.findLastIndex((change) => change.collection === layer && change.field === undefined);
    if (last >= 0 && own[last]?.after === undefined && last === own.length - 1) {
      if (text !== undefined) out.set(path, undefined);
    } else if (text === undefined) {
      const value = apply({} as Document, composed(own) as readonly Change[])[layer];
      if (value !== undefined) out.set(path, newFile(layer, withoutEmpty(layers[layer].schema, value) as Bag));
    } else {
      const edited = editText(layer, text, own, path);
      if (!edited.ok) return edited;
      if (edited.value !== text) out.set(path, edited.value);
    }
  }
  return ok(out);
}
