// Files → layers → the document. Everything that is wrong is told at once, each with file, line, column and what to do.
import { checkDocument } from "../check-document.ts";
import { type Document, type Layer, layerNames, layers, schemaVersion } from "../document.ts";
import { fail, ok, type Place, type Problem, problem, type Result } from "../problem.ts";
import { decode } from "./decode.ts";
import { fileLimits, maxProblems } from "./limits.ts";
import { Lines } from "./lines.ts";
import { canMigrate, migrate } from "./migrations.ts";
import { type Parsed, parse } from "./parse.ts";
import { faultsOf, placed } from "./schema-problems.ts";
import { isMap } from "./shape.ts";
import { find, treeOf } from "./tree.ts";

/** The content of one file, and the name that problems give it. */
export interface LayerFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}
type Bag = Readonly<Record<string, unknown>>;

/** A layer that was read: its value at the present schema version beside what stands in the text. */
export interface ReadLayer<L extends Layer = Layer> {
  readonly value: NonNullable<Document[L]>;
  readonly raw: Bag;
  readonly parsed: Parsed;
}

/** Reads and checks one file of the document; never throws. */
export function readLayer<L extends Layer>(layer: L, source: LayerFile): Result<NonNullable<Document[L]>> {
  const read = readLayerText(layer, source);
  return read.ok ? ok(read.value.value) : read;
}

/** As readLayer, with the text's own value and events for those who edit it. */
export function readLayerText<L extends Layer>(layer: L, { file, content }: LayerFile): Result<ReadLayer<L>> {
  const text = decode(layer, file, content);
  if (!text.ok) return text;
  const parsed = parse(file, text.value, fileLimits[layer].nodes);
  if (!parsed.ok) return parsed;
  const raw = parsed.value.value;
  if (!isMap(raw)) return fail(notAMap(file, raw));
  const bad = versionProblem(file, parsed.value, raw);
  if (bad) return fail(bad);
  const value = migrate(layer, raw);
  const checked = layers[layer].schema.safeParse(value);
  if (checked.success) return ok({ value: value as unknown as NonNullable<Document[L]>, raw, parsed: parsed.value });
  const place = placer(file, parsed.value);
  const faults = faultsOf(layers[layer].schema, value, checked.error.issues);
  const problems = faults.map((fault) => placed(fault, place(fault.path, fault.at)));
  return fail(...inOrder(problems).slice(0, maxProblems));
}

/**
 * Reads every file of a threat model: path in its folder (`model.yaml`, `knowledge/platform.yaml`) → content.
 * `name` turns such a path into what problems call the file.
 */
export function readDocument(
  files: ReadonlyMap<string, string | Uint8Array>,
  name: (path: string) => string = (path) => path,
): Result<Document> {
  const problems: Problem[] = [];
  const document: Partial<Record<Layer, unknown>> = {};
  const parsed = new Map<Layer, Parsed>();
  for (const layer of layerNames) {
    const path = layers[layer].file;
    const content = files.get(path);
    if (content === undefined) {
      if (layer === "model") problems.push(noModel(name(path)));
      continue;
    }
    const read = readLayerText(layer, { file: name(path), content });
    if (!read.ok) problems.push(...read.problems);
    else {
      document[layer] = read.value.value;
      parsed.set(layer, read.value.parsed);
    }
  }
  if (problems.length > 0) return fail(...problems.slice(0, maxProblems));
  const whole = document as unknown as Document;
  const crossed = checkDocument(whole);
  if (crossed.length === 0) return ok(whole);
  return fail(...inOrder(withPlaces(crossed.slice(0, 4 * maxProblems), parsed, name)).slice(0, maxProblems));
}

function noModel(file: string): Problem {
  return problem(
    "file-missing",
    `There is no ${file}.`,
    "Run parapet init to make one, or name the folder of the threat model.",
    { file },
  );
}

function notAMap(file: string, raw: unknown): Problem {
  const empty = raw === undefined || raw === null;
  return problem(
    empty ? "not-yaml" : "wrong-type",
    empty ? `${file} is empty.` : `${file} is no map of keys and values.`,
    `Begin it with "parapet: ${schemaVersion}".`,
    { file, line: 1, column: 1 },
  );
}

function versionProblem(file: string, parsed: Parsed, raw: Bag): Problem | undefined {
  const version = raw.parapet;
  const where = () => placer(file, parsed)(["parapet"], "value");
  if (version === undefined)
    return problem(
      "no-schema-version",
      `${file} does not say its schema version.`,
      `Begin it with "parapet: ${schemaVersion}".`,
      { file, line: 1, column: 1 },
    );
  if (typeof version !== "number" || !Number.isInteger(version))
    return problem("wrong-type", "parapet is no whole number.", `Write parapet: ${schemaVersion}.`, where());
  if (version > schemaVersion)
    return problem(
      "newer-schema",
      `${file} has schema version ${version}; this program reads up to ${schemaVersion}.`,
      "Install a newer Parapet.",
      where(),
    );
  if (!canMigrate(version))
    return problem(
      "not-in-list",
      `There is no schema version ${version}.`,
      `Write parapet: ${schemaVersion}.`,
      where(),
    );
  return undefined;
}

/** Paths → places; the tree and the lines are made once, on the first problem. */
function placer(file: string, parsed: Parsed): (path: readonly (string | number)[], at: "key" | "value") => Place {
  const lines = new Lines(file, parsed.text);
  let root: ReturnType<typeof treeOf> | undefined;
  return (path, at) => {
    root ??= treeOf(parsed);
    const found = find(root, path);
    return lines.at(at === "key" || !found.whole ? found.key : found.value);
  };
}

function withPlaces(
  problems: readonly Problem[],
  parsed: ReadonlyMap<Layer, Parsed>,
  name: (path: string) => string,
): readonly Problem[] {
  const placers = new Map<string, ReturnType<typeof placer>>();
  for (const [layer, one] of parsed) placers.set(layers[layer].file, placer(name(layers[layer].file), one));
  return problems.map((one) => {
    const { file = "", path = [] } = one.where ?? {};
    const place = placers.get(file)?.(path, "value");
    return place ? { ...one, where: { ...place, path } } : one;
  });
}

/** By line and column within a file; files keep their order. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map((one) => one.where?.file))];
  const rank = new Map(files.map((file, index) => [file, index]));
  return [...problems].sort(
    (a, b) =>
      (rank.get(a.where?.file) ?? 0) - (rank.get(b.where?.file) ?? 0) ||
      (a.where?.line ?? 0) - (b.where?.line ?? 0) ||
      (a.where?.column ?? 0) - (b.where?.column ?? 0),
  );
}
