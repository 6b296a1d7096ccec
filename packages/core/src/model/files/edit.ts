// Edits a text so that it reads as the changed document, and leaves every byte alone that the changes do not concern.
import { apply } from "../apply.ts";
import type { Change } from "../changes.ts";
import { checkDocument } from "../check-document.ts";
import { type Document, type Layer, layerNames, layers, schemaVersion } from "../document.ts";
import { fail, ok, type Problem, problem, type Result } from "../problem.ts";
import { decode } from "./decode.ts";
import { fileLimits } from "./limits.ts";
import { onLongLines, withBrokenMaps } from "./long-lines.ts";
import { migrate } from "./migrations.ts";
import { composed, eventsOf, parse } from "./parse.ts";
import { readDocument, readLayerText } from "./read.ts";
import { isMap, sameMeaning, withoutEmpty } from "./shape.ts";
import { Splicer } from "./splicer.ts";
import type { Spliced } from "./splices.ts";
import { type Node, treeOf } from "./tree.ts";
import { newFile } from "./write.ts";

type Bag = Readonly<Record<string, unknown>>;

/** The layer that a change is about. */
export function layerOf(change: Change): Layer {
  const dot = change.collection.indexOf(".");
  return (dot < 0 ? change.collection : change.collection.slice(0, dot)) as Layer;
}

/** A file after an edit: its text, and the value that this text was read back as. */
interface Edited {
  readonly text: string;
  readonly value: unknown;
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
  const edited = editLayer(layer, text, changes, file, undefined);
  return edited.ok ? ok(edited.value.text) : edited;
}

/** `value`: what the text is known to be read as; it is held against the schema here when nobody knows. */
function editLayer(
  layer: Layer,
  text: string,
  changes: readonly Change[],
  file: string,
  value: unknown,
): Result<Edited> {
  const own = changes.filter((change) => layerOf(change) === layer).map((change) => composed(change) as Change);
  if (own.length === 0) return ok({ text, value });
  const before =
    (value === undefined ? undefined : knownText(layer, file, text, value as Bag)) ?? readText(layer, file, text);
  if (!before.ok) return before;
  const { root, raw } = before.value;
  const after = apply({ [layer]: before.value.value } as unknown as Document, own)[layer] as unknown as Bag | undefined;
  if (after === undefined)
    return fail(problem("not-possible", `The changes remove ${file}.`, "Delete the file instead.", { file }));
  if (root.kind !== "map") return fail(lossy(file));
  const splicer = new Splicer(layer, before.value.text, root);
  splicer.editRoot(raw, after);
  if (splicer.untouched) return ok({ text, value: before.value.value });
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const spliced = splicer.spliced();
  const broken = withoutLongLines(spliced);
  const result = readsBack(layer, file, mark + broken, after);
  // A long line is better than no edit.
  return result.ok || broken === spliced.text ? result : readsBack(layer, file, mark + spliced.text, after);
}

/** The edited text, its maps broken that grew on lines that are too long. */
function withoutLongLines({ text, grown }: Spliced): string {
  const long = onLongLines(text, grown);
  if (long.length === 0) return text;
  const events = eventsOf(text);
  const root = events && treeOf(events);
  return root?.kind === "map" ? withBrokenMaps(text, root, long) : text;
}

/** A text before an edit: its tree, what stands in it, and what that is read as. */
interface Before {
  readonly text: string;
  readonly root: Node;
  readonly raw: Bag;
  readonly value: unknown;
}

function readText(layer: Layer, file: string, text: string): Result<Before> {
  const read = readLayerText(layer, { file, content: closed(text) });
  if (!read.ok) return read;
  const { parsed, raw, value } = read.value;
  return ok({ text: parsed.text, root: treeOf(parsed), raw, value });
}

/** A text that is known to be read as `value`: of the present schema version that is also what stands in it, so nothing is read again. */
function knownText(layer: Layer, file: string, text: string, value: Bag): Result<Before> | undefined {
  const plain = decode(layer, file, closed(text));
  const events = plain.ok ? eventsOf(plain.value) : undefined;
  if (!events) return undefined;
  const root = treeOf(events);
  const version = root.kind === "map" ? root.parts.find(({ key }) => key === "parapet")?.value : undefined;
  const written = version && events.text.slice(version.start, version.end);
  return written === String(schemaVersion) ? ok({ text: events.text, root, raw: value, value }) : undefined;
}

/** Every edit begins with a text that ends its last line. */
function closed(text: string): string {
  return text.endsWith("\n") ? text : `${text}${text.includes("\r\n") ? "\r\n" : "\n"}`;
}

/** The edited text, once it is certain that it is within the limits and reads as the changed value. */
function readsBack(layer: Layer, file: string, edited: string, after: Bag): Result<Edited> {
  const { schema } = layers[layer];
  const text = decode(layer, file, edited);
  if (!text.ok) return text;
  const back = parse(file, text.value, fileLimits[layer].nodes);
  if (!back.ok) return back.problems[0]?.code === "too-many-nodes" ? back : fail(lossy(file));
  if (!isMap(back.value.value)) return fail(lossy(file));
  const value = migrate(layer, back.value.value);
  return sameMeaning(schema, value, after) ? ok({ text: edited, value }) : fail(lossy(file));
}

function lossy(file: string): Problem {
  return problem(
    "internal",
    `${file} could not be edited without losing something; it was left as it is.`,
    "Report this with the file and the command.",
    { file },
  );
}

/** Files of a threat model by path. */
type Files = ReadonlyMap<string, string>;

/**
 * Makes changes in the files of a threat model (path → text): the files that come out differently, a new one with its text,
 * one that goes with undefined. Nothing is returned when anything fails.
 */
export function editFiles(files: Files, changes: readonly Change[]): Result<ReadonlyMap<string, string | undefined>> {
  const edited = editLayers(files, changes, undefined);
  return edited.ok ? ok(new Map([...edited.value].map(([path, file]) => [path, file?.text]))) : edited;
}

/**
 * As editFiles, for files that are known to be read as `document`: also gives the document that the files are read as afterwards,
 * without reading them once more. `name` turns a path into what problems call the file.
 */
export function editDocument(
  files: Files,
  document: Document,
  changes: readonly Change[],
  name: (path: string) => string,
): Result<{ readonly files: ReadonlyMap<string, string | undefined>; readonly document: Document }> {
  const edited = editLayers(files, changes, document);
  if (!edited.ok) return edited;
  const texts = new Map([...edited.value].map(([path, file]) => [path, file?.text]));
  const after = documentAfter(document, edited.value);
  if (after) return ok({ files: texts, document: after });
  // Something is against it: reading the files says what, and where.
  const all = new Map(files);
  for (const [path, text] of texts) {
    if (text === undefined) all.delete(path);
    else all.set(path, text);
  }
  const read = readDocument(all, name);
  return read.ok ? ok({ files: texts, document: read.value }) : read;
}

/** The document with the edited layers, when schema and checks have nothing against it. */
function documentAfter(document: Document, edited: ReadonlyMap<string, Edited | undefined>): Document | undefined {
  const after: Partial<Record<Layer, unknown>> = { ...document };
  for (const layer of layerNames) {
    const path = layers[layer].file;
    if (!edited.has(path)) continue;
    const value = edited.get(path)?.value;
    if (value === undefined) delete after[layer];
    else if (layers[layer].schema.safeParse(value).success) after[layer] = value;
    else return undefined;
  }
  const whole = after as unknown as Document;
  return after.model !== undefined && checkDocument(whole).length === 0 ? whole : undefined;
}

function editLayers(
  files: Files,
  changes: readonly Change[],
  document: Document | undefined,
): Result<ReadonlyMap<string, Edited | undefined>> {
  const out = new Map<string, Edited | undefined>();
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
      const made = newLayer(layer, own);
      if (made) out.set(path, made);
    } else {
      const edited = editLayer(layer, text, own, path, document?.[layer]);
      if (!edited.ok) return edited;
      if (edited.value.text !== text) out.set(path, edited.value);
    }
  }
  return ok(out);
}

/** The file of a layer that there was not before. */
function newLayer(layer: Layer, changes: readonly Change[]): Edited | undefined {
  const value = apply({} as Document, composed(changes) as readonly Change[])[layer];
  if (value === undefined) return undefined;
  const text = newFile(layer, withoutEmpty(layers[layer].schema, value) as Bag);
  const read = readLayerText(layer, { file: layers[layer].file, content: text });
  return { text, value: read.ok ? read.value.value : value };
}
