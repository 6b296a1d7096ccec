// What a proposal would make of one thing, field by field, with the places where a file shows it.
import { type Change, changesWithout, goesAlong, isNewThing, type ProposedThing } from "@parapet/core";

export interface ProposedRow {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ProposedRows {
  readonly change: "added" | "removed" | "changed";
  /** The title that the files give it, where they do. */
  readonly title?: string;
  readonly rows: readonly ProposedRow[];
  /** `compose.yaml:12`. */
  readonly seen: readonly string[];
}

/** The rows of a thing. What only moved in its file has none. */
export function rowsOf({ changes }: Pick<ProposedThing, "changes">): ProposedRows {
  const whole = changes.find(({ field }) => field === undefined);
  if (whole) return wholeRows(whole);
  const seen = changes.filter(({ field }) => field?.includes("seen")).flatMap(({ after }) => places(after));
  const rows = changes
    .filter(({ field }) => !field?.includes("seen"))
    .map(({ field = [], before, after }) => row(field.join(" "), before, after));
  return { change: "changed", rows, seen };
}

function wholeRows({ before, after }: Change): ProposedRows {
  const value = (after ?? before ?? {}) as Readonly<Record<string, unknown>>;
  const { title, seen, ...fields } = value;
  const added = after !== undefined;
  return {
    change: !added ? "removed" : before === undefined ? "added" : "changed",
    ...(typeof title === "string" ? { title } : {}),
    rows: Object.entries(fields).map(([field, one]) =>
      added ? row(field, undefined, one) : row(field, one, undefined),
    ),
    seen: places(seen),
  };
}

function row(field: string, before: unknown, after: unknown): ProposedRow {
  return {
    field,
    ...(before === undefined ? {} : { before: text(before) }),
    ...(after === undefined ? {} : { after: text(after) }),
  };
}

/** A value as people read it: lists with commas, facts by their value, maps as name: value. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(text).join(", ");
  if (typeof value !== "object" || value === null) return value === true ? "yes" : String(value);
  const bag = value as Readonly<Record<string, unknown>>;
  if (typeof bag.value === "string") return bag.value;
  return Object.entries(bag)
    .map(([key, one]) => `${key}: ${text(one)}`)
    .join(", ");
}

function places(seen: unknown): readonly string[] {
  if (typeof seen === "string") return [seen];
  return Array.isArray(seen) ? seen.filter((one) => typeof one === "string") : [];
}

/** The changes that accepting these things makes, in the order of the proposal: what names a new one that is left is left too, what nobody has to decide goes along. */
export function acceptedChanges(
  things: readonly ProposedThing[],
  chosen: ReadonlySet<string>,
  all: readonly Change[],
): readonly Change[] {
  const taken = (thing: ProposedThing): boolean => chosen.has(thing.fingerprint) || goesAlong(thing);
  const own = new Set(things.filter(taken).flatMap(({ changes }) => changes));
  const left = things.filter((thing) => isNewThing(thing) && !taken(thing)).map(({ id }) => id);
  return changesWithout(
    all.filter((change) => own.has(change)),
    new Set(left),
  );
}
