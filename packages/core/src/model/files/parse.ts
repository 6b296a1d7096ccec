// Text → events and a plain value. Only plain YAML passes: no anchors, aliases, tags, merge keys, `?` keys or second document.
// The events carry offsets, so positions and edits need no second, slower parser (docs/decisions/0003-files.md).
import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import { fail, ok, type Problem, type ProblemCode, problem, type Result } from "../problem.ts";
import { maxDepth } from "./limits.ts";
import { Lines } from "./lines.ts";
import { readsAsString } from "./scalars.ts";

/** A text of plain YAML, its events and its value. */
export interface Parsed {
  readonly text: string;
  readonly events: readonly Event[];
  readonly value: unknown;
}

/** Parses one file; never throws. Problems carry file, line and column. */
export function parse(file: string, text: string, maxNodes: number): Result<Parsed> {
  const lines = new Lines(file, text);
  const unsettled = unsettledCharacter(text, lines);
  if (unsettled) return fail(unsettled);
  if (structureOf(text) > 4 * maxNodes) return fail(tooManyNodes(file, maxNodes));
  try {
    const events = parseEvents(text, { maxDepth });
    if (events.length > maxNodes) return fail(tooManyNodes(file, maxNodes));
    const refused = refusal(text, events, lines);
    if (refused) return fail(refused);
    const [value] = constructFromEvents(events, { source: text });
    return ok({ text, events, value: text === text.normalize("NFC") ? value : composed(value) });
  } catch (error) {
    return fail(fromException(error, lines));
  }
}

/** The events of a text that `parse` accepted before; undefined when it is not well-formed after all. */
export function eventsOf(text: string): Pick<Parsed, "text" | "events"> | undefined {
  try {
    return { text, events: parseEvents(text, { maxDepth }) };
  } catch {
    return undefined;
  }
}

/** What YAML forbids in a text, or what parsers read differently. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const unsettled = /\r(?!\n)|^\.\.\.(?!\S)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/m;

function unsettledCharacter(text: string, lines: Lines): Problem | undefined {
  const found = unsettled.exec(text);
  if (!found) return undefined;
  const where = lines.at(found.index);
  if (found[0] === "...")
    return problem("yaml-feature", "Our documents allow no end mark.", "Delete the line ... .", where);
  if (found[0] === "\r")
    return problem(
      "not-text",
      "A line ends in a carriage return alone.",
      "Save the file with LF, or CR and LF, at line ends.",
      where,
    );
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return problem(
    "not-text",
    `The file holds the invisible character U+${code}.`,
    "Delete it, or write it as an escape in double quotes.",
    where,
  );
}

/** Characters that can begin another value: an upper bound of the values, told before any of them is made. */
function structureOf(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 44 || c === 91 || c === 123) count++;
    else if ((c === 58 || c === 45) && text.charCodeAt(i + 1) === 32) count++;
  }
  return count;
}

function tooManyNodes(file: string, maxNodes: number): Problem {
  return problem(
    "too-many-nodes",
    `${file} holds more than ${maxNodes} values.`,
    "Split the system into several models.",
    { file },
  );
}

/** The first thing in the events that our documents do not allow. */
function refusal(text: string, events: readonly Event[], lines: Lines): Problem | undefined {
  /** Per open collection: undefined in a list, else whether a key comes next. */
  const keyNext: (boolean | undefined)[] = [];
  let documents = 0;
  const refuse = (what: string, at: number, fix: string) =>
    problem("yaml-feature", `Our documents allow no ${what}.`, fix, lines.at(at));
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents > 1)
        return problem(
          "yaml-feature",
          "The file holds several documents.",
          "Keep one document per file: delete the line ---.",
          lines.at(text.indexOf("\n---", endBefore(events, event)) + 1),
        );
      if (event.directives.length > 0) return refuse("% directives", 0, "Delete the line that begins with %.");
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      keyNext.pop();
      continue;
    }
    if (event.type === EVENT_ID.ALIAS) return refuse("aliases", event.anchorStart - 1, "Write the value out here.");
    if (event.anchorStart >= 0) return refuse("anchors", event.anchorStart - 1, "Delete the & and its name.");
    if (event.tagStart >= 0) return refuse("tags", event.tagStart, "Delete the tag; put a text in quotes instead.");
    const depth = keyNext.length - 1;
    const isKey = keyNext[depth] === true;
    if (keyNext[depth] !== undefined) keyNext[depth] = !isKey;
    if (event.type === EVENT_ID.SCALAR) {
      const bad = isKey ? badKey(text, event, lines, () => endBefore(events, event)) : undefined;
      if (bad) return bad;
    } else {
      if (isKey) return refuse("maps or lists as keys", event.start, "Use a plain word as the key.");
      keyNext.push(event.type === EVENT_ID.MAPPING ? true : undefined);
    }
  }
  return undefined;
}

/** Where the last scalar or collection in front of an event ends or begins: the nearest place of what has none itself. */
function endBefore(events: readonly Event[], event: Event): number {
  for (let i = events.indexOf(event) - 1; i >= 0; i--) {
    const one = events[i] as Event;
    if (one.type === EVENT_ID.SCALAR && one.valueEnd >= 0) return one.valueEnd;
    if (one.type === EVENT_ID.MAPPING || one.type === EVENT_ID.SEQUENCE) return one.start;
  }
  return 0;
}

function badKey(
  text: string,
  event: Event & { type: typeof EVENT_ID.SCALAR },
  lines: Lines,
  before: () => number,
): Problem | undefined {
  const quoted = event.style !== SCALAR_STYLE.PLAIN;
  const start = quoted ? event.valueStart - 1 : event.valueStart;
  if (event.valueStart < 0)
    return problem("not-yaml", "A key is empty.", "Write a key before the colon.", lines.at(before()));
  const raw = quoted ? getScalarValue(text, event) : text.slice(event.valueStart, event.valueEnd);
  if (
    event.style === SCALAR_STYLE.LITERAL_BLOCK ||
    event.style === SCALAR_STYLE.FOLDED_BLOCK ||
    isExplicit(text, start, before)
  )
    return problem("yaml-feature", "Our documents allow no keys after a ?.", "Write key: value.", lines.at(start));
  if (!quoted && raw === "<<")
    return problem("yaml-feature", "Our documents allow no merge keys.", "Write the fields out here.", lines.at(start));
  // Names that every JavaScript object inherits would be found in maps that do not hold them.
  if (Object.hasOwn(Object.prototype, raw))
    return problem("bad-id", `${raw} cannot be a key.`, "Choose another name.", lines.at(start));
  if (text.slice(start, event.valueEnd).includes("\n"))
    return problem("not-yaml", "A key stands on two lines.", "Write the key on one line.", lines.at(start));
  if (!quoted && !readsAsString(raw))
    return problem(
      "wrong-type",
      `The key ${raw} reads as a number, yes-or-no value or null.`,
      `Put it in quotes: "${raw}".`,
      lines.at(start),
    );
  return undefined;
}

/** True when the key at `start` is introduced by a question mark: one that ends neither a value in front of it nor a comment. */
function isExplicit(text: string, start: number, before: () => number): boolean {
  let at = start - 1;
  while (at >= 0 && /\s/.test(text[at] as string)) at--;
  if (text[at] !== "?" || !/^[\s{,[]?$/.test(text[at - 1] ?? "")) return false;
  const from = before();
  return at >= from && !text.slice(Math.max(from, text.lastIndexOf("\n", at) + 1), at).includes("#");
}

function fromException(error: unknown, lines: Lines): Problem {
  if (!(error instanceof YAMLException))
    return problem("not-yaml", `${lines.file} cannot be parsed.`, "Check the file: it is not well-formed YAML.", {
      file: lines.file,
    });
  const place = error.mark
    ? { file: lines.file, line: error.mark.line + 1, column: error.mark.column + 1 }
    : { file: lines.file };
  const [code, fix] = hint(error.reason);
  return problem(code, `Not well-formed YAML: ${error.reason}.`, fix, place);
}

function hint(reason: string): readonly [ProblemCode, string] {
  if (reason.includes("maxDepth")) return ["too-deep", `Nest at most ${maxDepth} maps and lists.`];
  if (reason.includes("duplicated mapping key")) return ["duplicate-key", "Keep one of the two."];
  if (reason.includes("tab characters")) return ["not-yaml", "Indent with spaces, not with tabs."];
  if (reason.includes("indentation"))
    return ["not-yaml", "Line the entry up with its siblings; put a text that holds ': ' in quotes."];
  if (reason.includes("unexpected end")) return ["not-yaml", "Close the quote or bracket that is open here."];
  return ["not-yaml", "Correct the YAML at this place; put a text with special characters in quotes."];
}

/** Every text in its composed form (NFC), so that equal words are equal. */
export function composed(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize("NFC"), composed(item)]));
}
