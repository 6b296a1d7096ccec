// What the schema refuses, said in a person's words: where, what is wrong, what to write instead.
import type * as z from "zod";
import { type Place, type Problem, type ProblemCode, problem } from "../problem.ts";
import { maxProblems } from "./limits.ts";
import { nearest } from "./nearest.ts";
import { below, isMap, mapShape, shapesOf } from "./shape.ts";

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/** A problem with its path, and whether the key or the value is at fault. */
export interface Fault {
  readonly code: ProblemCode;
  readonly say: string;
  readonly fix: string;
  readonly path: Path;
  readonly at: "key" | "value";
}

/** The faults of one value against its schema, in the order of the schema. */
export function faultsOf(schema: z.core.$ZodType, value: unknown, issues: readonly Issue[]): readonly Fault[] {
  // More than can be told are not looked at: a file may hold a hundred thousand.
  const faults = issues.slice(0, 4 * maxProblems).flatMap((issue) => faultOf({ schema, value }, issue, []));
  return faults.slice(0, 4 * maxProblems);
}

/** A fault as a Problem at its place. */
export function placed(fault: Fault, where: Place): Problem {
  return problem(fault.code, fault.say, fault.fix, { ...where, path: fault.path });
}

interface Root {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
}

function faultOf(root: Root, issue: Issue, above: Path): readonly Fault[] {
  const path: Path = [...above, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const value = valueAt(root.value, path);
  const fault = (code: ProblemCode, say: string, fix: string): readonly Fault[] => [
    { code, say, fix, path, at: "value" },
  ];
  const name = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, maxProblems).map((key) => unknownKey(root, path, key));
    case "invalid_key":
      return [badKey(root, path)];
    case "invalid_union":
      return inUnion(root, issue, path, name, value);
    case "invalid_value":
      if (value === undefined) return [missing(path)];
      return [{ ...notInList(name, value, issue.values.map(String)), path, at: "value" }];
    case "invalid_format":
      return [{ ...badFormat(issue, name, String(value)), path, at: "value" }];
    case "too_big":
      return fault(
        "wrong-type",
        `${name} is too long or too large: at most ${issue.maximum}${unit(issue.origin)}.`,
        "Shorten it.",
      );
    case "too_small":
      return value === ""
        ? fault("wrong-type", `${name} is empty.`, "Write a text, or delete the key.")
        : fault(
            "wrong-type",
            `${name} is too short or too small: at least ${issue.minimum}${unit(issue.origin)}.`,
            "Correct the value.",
          );
    case "invalid_type":
      if (value === undefined) return [missing(path)];
      return [{ ...wrongType(name, value, issue.expected), path, at: "value" }];
    default:
      return fault("wrong-type", `${name} is not of the form that the schema wants.`, "Correct the value.");
  }
}

function nameOf(path: Path): string {
  return path.length === 0 ? "The file" : path.map((step) => short(String(step))).join(".");
}

function unit(origin: string): string {
  return origin === "string" ? " characters" : origin === "array" ? " items" : "";
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

function schemaAt(root: Root, path: Path): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = root.schema;
  for (const step of path) schema = below(schema, step);
  return schema;
}

function missing(path: Path): Fault {
  const key = short(String(path[path.length - 1] ?? ""));
  const parent = path.slice(0, -1);
  const say = `${parent.length === 0 ? "The file" : nameOf(parent)} has no ${key}.`;
  return { code: "missing-key", say, fix: `Add ${key}: …`, path: parent, at: "key" };
}

function unknownKey(root: Root, path: Path, key: string): Fault {
  const shape = mapShape(schemaAt(root, path));
  const keys = shape?.kind === "object" ? shape.keys : (shape?.names ?? []);
  return {
    code: "unknown-key",
    ...suggestion(`${nameOf([...path, key])} is not a known key.`, key, keys),
    path: [...path, key],
    at: "key",
  };
}

function badKey(root: Root, path: Path): Fault {
  const key = String(path[path.length - 1]);
  const shape = mapShape(schemaAt(root, path.slice(0, -1)));
  const names = shape?.kind === "record" ? shape.names : [];
  if (names.length > 0)
    return { code: "unknown-key", ...suggestion(`${nameOf(path)} is not a known key.`, key, names), path, at: "key" };
  return { code: "bad-id", say: `${short(key)} is not an id.`, fix: idFix(key), path, at: "key" };
}

function suggestion(say: string, word: string, known: readonly string[]): { say: string; fix: string } {
  const near = nearest(word, known);
  const list = known.length > 0 ? `Known here: ${known.join(", ")}.` : "Delete it.";
  return { say, fix: near ? `Did you mean ${near}? ${list}` : list };
}

function idFix(text: string): string {
  const id = text
    .toLowerCase()
    .replace(/[^a-z0-9@]+/g, "-")
    .replace(/^[-0-9@]+|[-@]+$/g, "")
    .slice(0, 80);
  const rule = "An id is a lower-case letter, then lower-case letters, digits and dashes (at most 80).";
  return id === "" || id === text ? rule : `Write ${id}. ${rule}`;
}

type Words = Pick<Fault, "code" | "say" | "fix">;

function notInList(name: string, value: unknown, allowed: readonly string[]): Words {
  if (typeof value === "boolean") return yesOrNo(name, value, allowed);
  if (typeof value !== "string") return wrongType(name, value, "string");
  return { code: "not-in-list", ...suggestionOfValue(`${name} is ${short(value)}.`, value, allowed) };
}

function suggestionOfValue(say: string, word: string, allowed: readonly string[]): { say: string; fix: string } {
  const near = nearest(word, allowed);
  const list = allowed.length === 1 ? `Only ${allowed[0]} may stand here.` : `One of: ${allowed.join(", ")}.`;
  return { say, fix: near ? `Did you mean ${near}? ${list}` : list };
}

function yesOrNo(name: string, value: boolean, allowed?: readonly string[]): Words {
  const word = value ? "yes" : "no";
  const fits = !allowed || allowed.includes(word);
  return {
    code: "wrong-type",
    say: `${name} is ${value}.`,
    fix: fits ? `Write ${word}: true and false are not used.` : `One of: ${allowed.join(", ")}.`,
  };
}

function badFormat(issue: Issue & { code: "invalid_format" }, name: string, value: string): Words {
  if (issue.format === "date")
    return {
      code: "bad-date",
      say: `${name} is ${short(value)}, which is no day.`,
      fix: "Write year-month-day, as 2026-11-24.",
    };
  if (issue.message === "bad-id") {
    const key = issue.pattern?.includes("@") ?? false;
    return {
      code: "bad-id",
      say: `${name} is ${short(value)}, which is no ${key ? "threat's id" : "id"}.`,
      fix: key ? "Write rule@subject." : idFix(value),
    };
  }
  const word = value.toLowerCase();
  const near = /^[a-z0-9][a-z0-9-]*$/.test(word) ? `Write ${word}. ` : "";
  return {
    code: "wrong-type",
    say: `${name} is ${short(value)}.`,
    fix: `${near}A fact is yes, no, unknown, not-applicable or a listed value in lower case.`,
  };
}

function wrongType(name: string, value: unknown, expected: string): Words {
  if (value === null)
    return { code: "wrong-type", say: `${name} is empty.`, fix: `Write ${a(expected)}, or delete the key.` };
  if (expected === "string" && typeof value === "boolean") return yesOrNo(name, value);
  const wanted = `${name} is ${a(typeOf(value))}, not ${a(expected)}.`;
  if (expected === "string" && typeof value === "number")
    return { code: "wrong-type", say: wanted, fix: `Put it in quotes: "${value}".` };
  if (expected === "array" && typeof value === "string")
    return { code: "wrong-type", say: wanted, fix: `Write it as a list: [${short(value)}].` };
  return { code: "wrong-type", say: wanted, fix: `Write ${a(expected)}.` };
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  object: "a map of keys and values",
  record: "a map of keys and values",
  array: "a list",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function a(type: string): string {
  return words[type] ?? `a ${type}`;
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function short(value: string): string {
  return value.length > 80 ? `${value.slice(0, 77)}…` : value === "" ? "empty" : value;
}

/** A union reports the branch that the value most likely means: the one of its own type. */
function inUnion(
  root: Root,
  issue: Issue & { code: "invalid_union" },
  path: Path,
  name: string,
  value: unknown,
): readonly Fault[] {
  if (value === undefined) return [missing(path)];
  const branches = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.code === "invalid_type" && inner.path.length === 0),
  );
  const inner =
    isMap(value) || Array.isArray(value)
      ? branches.find((branch) => branch.some((one) => one.path.length > 0 || one.code === "unrecognized_keys"))
      : branches[0];
  if (inner) return inner.flatMap((one) => faultOf(root, one as Issue, path));
  const allowed = issue.errors.flatMap((branch) =>
    branch.flatMap((one) => (one.code === "invalid_value" && one.path.length === 0 ? one.values.map(String) : [])),
  );
  if (allowed.length > 0 && typeof value !== "object")
    return [{ ...notInList(name, value, allowed), path, at: "value" }];
  const expected = shapesOf(schemaAt(root, path) ?? root.schema)[0];
  return [{ ...wrongType(name, value, expected?.kind === "leaf" ? "string" : "object"), path, at: "value" }];
}
