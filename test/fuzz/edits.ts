// Random edits of a value that stay within the schema of its layer.
import { canonicalText, type Layer, layers } from "@parapet/core";
import { withoutEmpty } from "../../packages/core/src/model/files/shape.ts";
import type { Dice } from "./mutate.ts";

type Bag = Record<string, unknown>;

/** Equality across files: id sets sorted, and keys that say nothing left out. */
export function meaning(layer: Layer, value: unknown): string {
  return canonicalText(withoutEmpty(layers[layer].schema, value));
}

/** The value with one to four edits; as it is when none of some tries fits the schema. */
export function edited(layer: Layer, value: object, dice: Dice): object {
  let out = value;
  for (let times = 1 + dice.roll(4); times > 0; times--) {
    const next = structuredClone(out) as Bag;
    editOnce(next, dice);
    if (layers[layer].schema.safeParse(next).success) out = next;
  }
  return out;
}

function editOnce(root: Bag, dice: Dice): void {
  const holders: (Bag | unknown[])[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    holders.push(value as Bag);
    for (const child of Object.values(value)) visit(child);
  };
  visit(root);
  const holder = dice.pick(holders);
  if (Array.isArray(holder)) editList(holder, dice);
  else editMap(holder, dice);
}

function editList(list: unknown[], dice: Dice): void {
  const at = dice.roll(list.length + 1);
  if (dice.roll(2) === 0) list.splice(at, 1);
  else list.splice(at, 0, typeof (list[0] ?? "") === "string" ? dice.pick(words) : structuredClone(list[0]));
}

function editMap(map: Bag, dice: Dice): void {
  const keys = Object.keys(map);
  if (keys.length === 0) {
    map[dice.pick(ids)] = dice.pick([{}, "yes", "a text"]);
    return;
  }
  const key = dice.pick(keys);
  const value = map[key];
  const kind = dice.roll(4);
  if (kind === 0) delete map[key];
  else if (kind === 1) map[dice.pick(ids)] = structuredClone(value);
  else if (typeof value === "string") map[key] = dice.pick(words);
  else if (typeof value === "object") map[dice.pick(ids)] = structuredClone(value);
}

const ids = [
  "new-thing",
  "a",
  "zz-last",
  "title",
  "kind",
  "facts",
  "why",
  "note",
  "logged",
  "encrypted-at-rest@db",
  "x@y",
];
const words = [
  "web",
  "process",
  "yes",
  "no",
  "unknown",
  "A text",
  "a: b # c",
  "two\nlines",
  "",
  "'quoted'",
  "[list]",
  "é",
  "2026-11-24",
  "0x10",
];
