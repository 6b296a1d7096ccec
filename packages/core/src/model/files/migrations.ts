// Older schema versions → the present one, one step per version. Every step is run by a test (migrations.test.ts).
import { type Layer, schemaVersion } from "../document.ts";
import { isMap } from "./shape.ts";

/** One step from a version to the next; pure, total over anything that once was a valid file of that version. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  /** What changed, as the changelog says it. */
  readonly say: string;
  readonly migrate: (layer: Layer, raw: Bag) => Bag;
}
type Bag = Readonly<Record<string, unknown>>;

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [
  {
    from: 0,
    to: 1,
    say: "Things are maps by id, no longer lists with an id key, and facts say yes or no, no longer true or false.",
    migrate: (layer, raw) => (layer === "model" || layer === "observed" ? draftThings(raw) : raw),
  },
];

/** The versions that can be read. */
export function canMigrate(version: number): boolean {
  return version === schemaVersion || migrations.some((step) => step.from === version);
}

/** The value at the present version; the same object when it is there already. */
export function migrate(layer: Layer, raw: Bag, steps: readonly Migration[] = migrations): Bag {
  let value = raw;
  for (const step of steps) {
    if (value.parapet === step.from) value = { ...step.migrate(layer, value), parapet: step.to };
  }
  return value;
}

const listsOfDraft = ["zones", "elements", "flows", "entry-points", "data", "dependencies"] as const;

function draftThings(raw: Bag): Bag {
  const out: Record<string, unknown> = { ...raw };
  for (const key of listsOfDraft) {
    const list = raw[key];
    if (!Array.isArray(list) || !list.every((item) => isMap(item) && typeof item.id === "string")) continue;
    const ids = new Set(list.map((item: Bag) => item.id));
    if (ids.size < list.length) continue;
    out[key] = Object.fromEntries(list.map((item: Bag) => [item.id as string, withoutId(item)]));
  }
  if (isMap(raw.facts)) out.facts = draftFacts(raw.facts);
  return out;
}

function withoutId(item: Bag): Bag {
  const { id: _, ...rest } = item;
  return isMap(rest.facts) ? { ...rest, facts: draftFacts(rest.facts) } : rest;
}

function draftFacts(facts: Bag): Bag {
  return Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, draftFact(value)]));
}

function draftFact(value: unknown): unknown {
  if (value === true) return "yes";
  if (value === false) return "no";
  return isMap(value) ? { ...value, value: draftFact(value.value) } : value;
}
