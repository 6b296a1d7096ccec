// Two values field by field, as people read them.
import { byCodeUnit, canonicalText, isBag, isSetKey } from "../model/changes.ts";
import type { FieldChange } from "./model-diff.ts";

type Bag = Readonly<Record<string, unknown>>;

/** Where something was seen or was called is no difference of the thing itself. */
const skipped = new Set(["seen", "was", "same-as", "aliases"]);

/** Fields that hold who it is or was. */
const ofPeople = new Set(["by", "owner", "owners", "recorded", "recorded-by", "performer", "approvedBy", "saidBy"]);

/** What people call the person of a key. */
export type Called = (key: string) => string;

/** The fields that differ, in code-unit order; facts and access member by member. The sentences call people as they are called. */
export function fieldChanges(
  before: object | undefined,
  after: object | undefined,
  called: Called = String,
): readonly FieldChange[] {
  const out: FieldChange[] = [];
  walk([], (before ?? {}) as Bag, (after ?? {}) as Bag, called, out);
  return out;
}

function walk(path: readonly string[], before: Bag, after: Bag, called: Called, out: FieldChange[]): void {
  for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodeUnit)) {
    const x = before[key];
    const y = after[key];
    if (x === y || (path.length === 0 && skipped.has(key))) continue;
    if (isInner(x) && isInner(y) && (x || y)) walk([...path, key], (x ?? {}) as Bag, (y ?? {}) as Bag, called, out);
    else if (!isSame(key, x, y)) out.push(fieldChange([...path, key], x, y, called));
  }
}

/** A map that is told member by member; a fact in long form and an access condition are told as one value. */
function isInner(value: unknown): boolean {
  return value === undefined || (isBag(value) && !("value" in value) && !("when" in value));
}

/** Facts are the same when they read the same: when and why somebody said so is no other value. */
function isSame(key: string, x: unknown, y: unknown): boolean {
  if (isFact(x) || isFact(y)) return valueText(x) === valueText(y);
  return canonicalText({ [key]: x }) === canonicalText({ [key]: y });
}

function isFact(value: unknown): boolean {
  return isBag(value) && "value" in value;
}

function fieldChange(path: readonly string[], x: unknown, y: unknown, called: Called): FieldChange {
  const field = path.join(".");
  const key = path.at(-1) as string;
  const said = (value: unknown): string => (ofPeople.has(key) ? peopleText(value, called) : valueText(value, called));
  return {
    field,
    ...(x === undefined ? {} : { before: valueText(x) }),
    ...(y === undefined ? {} : { after: valueText(y) }),
    say:
      isSetKey(key) && Array.isArray(x) && Array.isArray(y)
        ? members(field, x, y)
        : `${field} ${clip(said(x))} → ${clip(said(y))}`,
  };
}

function peopleText(value: unknown, called: Called): string {
  return typeof value === "string" ? called(value) : valueText(value);
}

function members(field: string, before: readonly unknown[], after: readonly unknown[]): string {
  const added = after.filter((member) => !before.includes(member)).map((member) => `+ ${clip(valueText(member))}`);
  const gone = before.filter((member) => !after.includes(member)).map((member) => `− ${clip(valueText(member))}`);
  return `${field} ${[...added, ...gone].join(" ")}`;
}

/** How much of a long text a sentence quotes. */
const quoted = 60;

function clip(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= quoted ? line : `${line.slice(0, quoted - 1).trimEnd()}…`;
}

/** A value of a field in words. */
function valueText(value: unknown, called: Called = String): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map((one) => valueText(one)).join(", ");
  if (!isBag(value)) return value === undefined ? "not said" : String(value);
  const { value: fact, when, what, by, partly, settled } = value as Bag;
  if (fact !== undefined) {
    const by_ = by === undefined ? "" : ` (${called(String(by))})`;
    const except = Array.isArray(partly) && partly.length > 0 ? ` except on ${partly.join(", ")}` : "";
    const ended = isBag(settled) ? `, settled by ${called(String(settled.by))}` : "";
    return `${String(fact)}${by_}${except}${ended}`;
  }
  if (when !== undefined) return `when ${String(when)}`;
  return what === undefined ? canonicalText(value) : String(what);
}
