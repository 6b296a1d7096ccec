// Text → value: a fast read, and a second one for the line only when there is something to report.
import { type Place, type Problem, problem } from "@parapet/core";
import { load, YAMLException } from "js-yaml";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";

/** A knowledge file as it comes in: its path inside the knowledge folder, with forward slashes. */
export interface KnowledgeText {
  readonly path: string;
  readonly text: string;
}

/** What a file holds, or why it cannot be used. */
export interface Read<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

const maxCharacters = 256 * 1024;

/** How many problems of one file's form are told. */
const maxProblems = 50;

/** Reads one file by its schema. Never throws. */
export function readKnowledge<S extends z.ZodType>(file: KnowledgeText, schema: S): Read<z.output<S>> {
  if (file.text.length > maxCharacters) {
    return {
      problems: [
        problem("file-too-large", `${file.path} has more than ${maxCharacters} characters.`, "Split it.", {
          file: file.path,
        }),
      ],
    };
  }
  let raw: unknown;
  try {
    raw = load(file.text);
  } catch (error) {
    return { problems: [notYaml(file, error)] };
  }
  if (sharesValues(raw)) {
    return {
      problems: [
        problem("yaml-feature", `${file.path} uses YAML aliases.`, "Write the value out where it is used.", {
          file: file.path,
        }),
      ],
    };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { problems: parsed.error.issues.slice(0, maxProblems).flatMap((issue) => fromIssue(file, issue)) };
}

/** Reads one JSON file by its schema. */
export function readJson<S extends z.ZodType>(file: KnowledgeText, schema: S): Read<z.output<S>> {
  try {
    const parsed = schema.safeParse(JSON.parse(file.text));
    if (parsed.success) return { value: parsed.data, problems: [] };
    return {
      problems: parsed.error.issues.map((issue) =>
        problem(
          "bad-knowledge",
          `${file.path}: ${issue.message} at ${issue.path.join(".")}.`,
          "Generate the catalog again.",
          { file: file.path },
        ),
      ),
    };
  } catch {
    return {
      problems: [
        problem("not-yaml", `${file.path} is not well-formed JSON.`, "Generate the catalog again.", {
          file: file.path,
        }),
      ],
    };
  }
}

/** A problem with its file and line: the place of the value under `path`, or of the nearest value above it. */
export function problemAt(file: KnowledgeText, path: readonly (string | number)[], say: string, fix: string): Problem {
  return problem("bad-knowledge", say, fix, placeOf(file, path));
}

interface Places {
  readonly lines: LineCounter;
  readonly document: ReturnType<typeof parseDocument>;
}

/** The places of a file, made on its first problem and kept as long as the file is. */
const placesOfFiles = new WeakMap<KnowledgeText, Places>();

function placesOf(file: KnowledgeText): Places {
  let places = placesOfFiles.get(file);
  if (!places) {
    // Only called for text that the fast reader accepted, which refuses the nesting that this parser cannot take.
    const lines = new LineCounter();
    places = { lines, document: parseDocument(file.text, { lineCounter: lines, logLevel: "silent" }) };
    placesOfFiles.set(file, places);
  }
  return places;
}

function placeOf(file: KnowledgeText, path: readonly (string | number)[]): Place {
  const { lines, document } = placesOf(file);
  for (let length = path.length; length > 0; length--) {
    const offset = keyOffset(document, path.slice(0, length));
    if (offset !== undefined) {
      const { line, col } = lines.linePos(offset);
      return { file: file.path, line, column: col, path };
    }
  }
  return { file: file.path, line: 1, path };
}

/** Where a value is named: its key in a map, or itself in a list. */
function keyOffset(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number | undefined {
  const last = path[path.length - 1];
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const item = isSeq(parent) ? parent.items[Number(last)] : undefined;
  return isNode(item) ? item.range?.[0] : undefined;
}

function notYaml(file: KnowledgeText, error: unknown): Problem {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const reason = error instanceof YAMLException ? error.reason : "it cannot be read";
  // What has no mark is about the file as a whole: it is empty, or holds several documents.
  const place: Place = { file: file.path, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
  return problem(
    "not-yaml",
    `${file.path} is not well-formed YAML: ${reason}.`,
    "Correct the text at this place.",
    place,
  );
}

function fromIssue(file: KnowledgeText, issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, maxProblems)
      .map((key) =>
        problemAt(
          file,
          [...path, key],
          `Unknown key "${cut(key)}"${under(path)}.`,
          "Remove it, or correct its spelling.",
        ),
      );
  }
  if (issue.code === "invalid_union") {
    // The alternative that got furthest says best what is wrong.
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest && deepest.path.length > 0)
      return fromIssue(file, { ...deepest, path: [...issue.path, ...deepest.path] } as z.core.$ZodIssue);
  }
  const fix = booleans.has(issue.message) ? "Write yes or no." : "See the formats in packages/knowledge/README.md.";
  return [problemAt(file, path, `${named(path) || "The file"}: ${issue.message}.`, fix)];
}

const booleans: ReadonlySet<string> = new Set(['Invalid option: expected one of "yes"|"no"']);

function under(path: readonly (string | number)[]): string {
  return path.length === 0 ? "" : ` under ${named(path)}`;
}

function named(path: readonly (string | number)[]): string {
  return path.map((step) => cut(String(step))).join(".");
}

/** A key as a sentence can hold it. */
function cut(key: string): string {
  return key.length > 80 ? `${key.slice(0, 79)}…` : key;
}

/** True when one object stands in two places, which only an alias can do. */
function sharesValues(root: unknown): boolean {
  const seen = new Set<object>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (seen.has(value)) return true;
    seen.add(value);
    for (const child of Object.values(value)) open.push(child);
  }
  return false;
}
