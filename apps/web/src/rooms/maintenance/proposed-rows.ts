// What a proposal would make of one thing, field by field, with the places where a file shows it.
import {
  type Change,
  changesWithout,
  goesAlong,
  isNewThing,
  type ProposedThing,
  referenceFields,
  referenceSets,
} from "@parapet/core";

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

/** What ids are called. */
export interface Names {
  readonly thing: (id: string) => string;
  readonly role: (id: string) => string;
  /** How a caller proves who they are. */
  readonly proof: (value: string) => string;
}

const asIs = (id: string): string => id;
const ids: Names = { thing: asIs, role: asIs, proof: asIs };
const references: ReadonlySet<string> = new Set([...referenceFields, ...referenceSets]);

/** The rows of a thing. What only moved in its file has none. */
export function rowsOf({ changes }: Pick<ProposedThing, "changes">, names = ids): ProposedRows {
  const whole = changes.find(({ field }) => field === undefined);
  if (whole) return wholeRows(whole, names);
  const seen = changes.filter(({ field }) => field?.includes("seen")).flatMap(({ after }) => places(after));
  const rows = changes
    .filter(({ field }) => !field?.includes("seen"))
    .map(({ field = [], before, after }) => row(field, before, after, names));
  return { change: "changed", rows, seen };
}

function wholeRows({ before, after }: Change, names: Names): ProposedRows {
  const value = (after ?? before ?? {}) as Readonly<Record<string, unknown>>;
  const { title, seen, ...fields } = value;
  const added = after !== undefined;
  return {
    change: !added ? "removed" : before === undefined ? "added" : "changed",
    ...(typeof title === "string" ? { title } : {}),
    rows: Object.entries(fields).map(([field, one]) =>
      added ? row([field], undefined, one, names) : row([field], one, undefined, names),
    ),
    seen: places(seen),
  };
}

function row(path: readonly string[], before: unknown, after: unknown, names: Names): ProposedRow {
  const [field = "", member] = path;
  const told = member === undefined ? (value: unknown) => text(named(field, value, names)) : text;
  const called = named(field, member, names);
  return {
    field: typeof called === "string" ? [field, called, ...path.slice(2)].join(" ") : path.join(" "),
    ...(before === undefined ? {} : { before: told(before) }),
    ...(after === undefined ? {} : { after: told(after) }),
  };
}

/** A value of a field with what it names by its title. */
function named(field: string, value: unknown, { thing, role, proof }: Names): unknown {
  if (field === "access" && typeof value === "object" && value !== null && !("when" in value))
    return Object.fromEntries(Object.entries(value).map(([id, cell]) => [role(id), cell]));
  const name = field === "access" ? role : field === "authentication" ? proof : references.has(field) ? thing : asIs;
  if (typeof value === "string") return name(value);
  return Array.isArray(value) ? value.map((one) => (typeof one === "string" ? name(one) : one)) : value;
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
