// Errors are values. One shape, one list of codes, the same words in the CLI, over HTTP and in the browser.

/** A place in a file. `line` and `column` count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The keys that lead to the value inside the document, outermost first. */
  readonly path?: readonly (string | number)[];
}

/** What went wrong, where, and what to do about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly say: string;
  readonly where?: Place;
  readonly fix: string;
}

/** Every code, with the sentence that the reference documents it by. */
export const problemCodes = {
  "file-missing": "A file that the command needs does not exist.",
  "file-unreadable": "A file exists but cannot be read: rights, a device error, or it is a folder.",
  "file-unwritable": "A file or folder cannot be written: rights, a full disk, a read-only mount.",
  "file-too-large": "A file is larger than the reader accepts.",
  "not-text": "A file is binary or not valid UTF-8.",
  "not-yaml": "A file is not well-formed YAML (or JSON).",
  "yaml-feature": "Our documents allow no anchors, aliases, tags, merge keys or several documents in one file.",
  "too-deep": "A file nests deeper than the reader accepts.",
  "too-many-nodes": "A file holds more values than the reader accepts.",
  "conflict-markers": "A file holds the markers of an unfinished git merge.",
  "unknown-key": "A key that the schema does not know; often a spelling mistake.",
  "duplicate-key": "A key stands twice in one map.",
  "wrong-type": "A value is of another type than the schema wants.",
  "not-in-list": "A value is none of the listed ones.",
  "missing-key": "A required key is missing.",
  "bad-id": "An id breaks the grammar: a lower-case letter, then lower-case letters, digits and dashes.",
  "duplicate-id": "Two things have the same id; ids are unique per model across kinds.",
  "dangling-reference": "An id names something that does not exist.",
  "self-flow": "A flow has the same element at both ends.",
  "zone-cycle": "A zone lies, directly or not, in itself.",
  "bad-date": "A date is not of the form 2026-11-24, or no such day exists.",
  "newer-schema": "The model was written by a newer version than this one reads.",
  "no-schema-version": "The file does not say which schema version it has.",
  "bad-argument": "An argument or option is missing, unknown or not of its form.",
  "nothing-matched": "A query or list of ids names nothing.",
  "no-author": "Nobody is named as the author of the change.",
  "not-permitted": "The author may not do this.",
  "needs-owner": "The change needs an owner.",
  "needs-rationale": "The change needs a reason.",
  "needs-review-date": "The change needs a review date in the future.",
  "needs-second-person": "The change needs another person than its author.",
  "not-possible": "The state of the model does not allow the command.",
  "stale-revision": "The document changed since the command was prepared.",
  "merge-conflict": "Two changes of the same value contradict.",
  "nothing-to-undo": "There is no command of this person to undo.",
  "bad-knowledge": "A rule, fact, technology or control breaks the knowledge format.",
  "source-unsupported": "A file is of no kind or version that a source reads.",
  "source-note": "A source dropped or guessed something.",
  internal: "A defect in Parapet itself.",
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** Builds a Problem; keeps call sites to one line. */
export function problem(code: ProblemCode, say: string, fix: string, where?: Place): Problem {
  return where ? { code, say, where, fix } : { code, say, fix };
}

/** Either a value or what went wrong. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(...problems: readonly Problem[]): Result<T> {
  return { ok: false, problems };
}

/** The problems of a result; none when it is a value. */
export function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

/** The value of a result that a check has found good. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`apply was called on an input that check refuses: ${result.problems[0]?.say}`);
}
