// Two sightings of one thing become one: lists are joined, what contradicts is said.
import type { Problem } from "@parapet/core";
import { problem } from "@parapet/core";

type Bag = Record<string, unknown>;

/** Keys of a thing that are lists without order. */
const joined = new Set([
  "technologies",
  "holds",
  "ports",
  "aliases",
  "seen",
  "tags",
  "via",
  "used-by",
  "also-on",
  "carries",
  "returns",
  "kinds",
  "was",
  "allows",
]);

/** The thing that `a` and `b` both show. Where they contradict, a fact is unknown and another field is `a`'s; both are noted. */
export function mergeThings(id: string, a: Bag, b: Bag, notes: Problem[]): Bag {
  const out: Bag = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = out[key];
    if (before === undefined) out[key] = value;
    else if (joined.has(key)) out[key] = join(before, value);
    else if (key === "facts") out[key] = mergeFacts(id, before as Bag, value as Bag, notes);
    else if (key === "access") out[key] = { ...(value as Bag), ...(before as Bag) };
    else if (key === "description" || key === "title") continue;
    else if (JSON.stringify(before) !== JSON.stringify(value)) {
      notes.push(contradiction(id, key, before, a, value, b));
    }
  }
  return out;
}

/** The members of two lists, each once; `seen` may be a single place. */
function join(a: unknown, b: unknown): unknown {
  const all = [...new Set([a, b].flat())];
  return all.length === 1 && !Array.isArray(a) ? all[0] : all;
}

/** Facts side by side; one that two places contradict is unknown. */
export function mergeFacts(id: string, a: Bag, b: Bag, notes: Problem[]): Bag {
  const out: Bag = { ...a };
  for (const [fact, value] of Object.entries(b)) {
    const before = Object.hasOwn(out, fact) ? out[fact] : undefined;
    if (before === undefined) out[fact] = value;
    else if (valueOf(before) !== valueOf(value)) {
      const why = `${placeOf(before)} shows ${valueOf(before)}, ${placeOf(value)} shows ${valueOf(value)}.`;
      out[fact] = { value: "unknown", why: why.slice(0, 4000) };
      notes.push(problem("source-note", `${id}: ${fact} is contradicted: ${why}`, "Say which holds."));
    }
  }
  return out;
}

function valueOf(fact: unknown): string {
  return typeof fact === "string" ? fact : String((fact as Bag).value);
}

function placeOf(fact: unknown): string {
  return typeof fact === "string" ? "one file" : String((fact as Bag).seen ?? "one file");
}

function contradiction(id: string, key: string, before: unknown, a: Bag, value: unknown, b: Bag): Problem {
  const say = `${id}: ${key} is ${short(before)} at ${firstPlace(a)} and ${short(value)} at ${firstPlace(b)}; the first is kept`;
  return problem("source-note", say, "Override it in model.yaml where that is wrong.");
}

function short(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 80);
}

function firstPlace(thing: Bag): string {
  return String([thing.seen].flat()[0] ?? "another place");
}
