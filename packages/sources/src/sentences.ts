// The words of a discovery's proposal: what a thing is called, where it is seen, and what about it changed.
import { byCodeUnit, type Change } from "@parapet/core";

export type Bag = Readonly<Record<string, unknown>>;

/** What happened to one thing of the observed layer. `moved`: only its places changed. */
export interface ThingChange {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly collection: string;
  readonly id: string;
  readonly before: Bag | undefined;
  readonly after: Bag | undefined;
  readonly changes: readonly Change[];
}

const nouns: Readonly<Record<string, string>> = {
  zones: "zone",
  elements: "element",
  flows: "flow",
  "entry-points": "entry point",
  data: "data",
  dependencies: "dependency",
  roles: "role",
  facts: "fact about the system",
  sources: "file",
};

/** What a thing is called in a sentence: `data store orders-db "Orders"`. */
export function nounOf({ collection, id, before, after }: ThingChange): string {
  const thing = after ?? before;
  const kind =
    collection === "elements" && typeof thing?.kind === "string" ? thing.kind.replace(/-/g, " ") : nouns[collection];
  const title = collection !== "sources" && typeof thing?.title === "string" ? ` "${thing.title}"` : "";
  const at = collection === "entry-points" && typeof thing?.at === "string" ? ` ${thing.at}` : "";
  const ends = collection === "flows" && typeof thing?.from === "string" ? ` ${thing.from} → ${thing.to ?? "?"}` : "";
  return `${kind ?? collection} ${id}${title}${at}${ends}`;
}

/** Where a thing is seen now, or was seen last: at most three places. */
export function placesOf({ before, after }: ThingChange): string {
  const seen = (after ?? before)?.seen;
  const places = (Array.isArray(seen) ? seen : [seen]).filter((place): place is string => typeof place === "string");
  return places.slice(0, 3).join(", ") + (places.length > 3 ? ", …" : "");
}

/** What changed in a thing, field by field; members of sets gather under their field. `contradicts` adds what people declared instead. */
export function detailsOf(
  thing: ThingChange,
  contradicts: (path: readonly string[], now: unknown) => string,
): readonly string[] {
  const members = new Map<string, { adds: string[]; drops: string[] }>();
  const fields: string[] = [];
  for (const change of thing.changes) {
    const path = pathOf(thing, change);
    if (path.includes("seen")) continue;
    const last = path.at(-1);
    if (path.length > 1 && last !== undefined && (change.before === true || change.after === true)) {
      const field = path.slice(0, -1).join(" ");
      const known = members.get(field) ?? { adds: [], drops: [] };
      (change.after === true ? known.adds : known.drops).push(last);
      members.set(field, known);
    } else
      fields.push(`${named(path)} ${said(change.before)} → ${said(change.after)}${contradicts(path, change.after)}`);
  }
  const sets = [...members].map(([field, { adds, drops }]) =>
    [
      field,
      ...(adds.length > 0 ? [`gains ${adds.join(", ")}`] : []),
      ...(drops.length > 0 ? [`loses ${drops.join(", ")}`] : []),
    ].join(" "),
  );
  return [...fields.sort(byCodeUnit), ...sets.sort(byCodeUnit)];
}

function pathOf(thing: ThingChange, change: Change): readonly string[] {
  const field = change.field ?? [];
  return thing.collection === "facts" ? ["facts", ...field] : field;
}

function named(path: readonly string[]): string {
  const shown = path[0] === "facts" && path.at(-1) === "value" ? path.slice(0, -1) : path;
  return shown.join(" ");
}

/** A value as a sentence says it; what is absent is unknown. */
function said(value: unknown): string {
  if (value === undefined) return "unknown";
  if (typeof value === "string") return value.length > 80 ? `${value.slice(0, 77)}...` : value;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const { value: inner, when } = value as { value?: unknown; when?: unknown };
    if (typeof inner === "string") return inner;
    if (typeof when === "string") return `when ${when}`;
  }
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(said).join(", ").slice(0, 120);
  return JSON.stringify(value).slice(0, 80);
}
