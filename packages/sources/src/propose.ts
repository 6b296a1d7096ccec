// What a later discovery would change in observed.yaml, as changes and as sentences; and the model that a first discovery starts.
// model.yaml is never touched: what people renamed, overrode or left out there is named beside what the sources say.
import {
  byCodeUnit,
  type Change,
  canonicalText,
  type Document,
  difference,
  type Model,
  type Observed,
  schemaVersion,
} from "@parapet/core";
import { ModelView } from "./model-view.ts";
import { type Bag, detailsOf, nounOf, placesOf, type ThingChange } from "./sentences.ts";

/** A proposal to bring observed.yaml up to date. No changes: the sources say what was accepted. */
export interface ObservedProposal {
  readonly changes: readonly Change[];
  /** One per thing that comes, goes or changes, in the order zones, elements, flows …; lines that only moved are one sentence. */
  readonly sentences: readonly string[];
}

const order = [
  "zones",
  "elements",
  "flows",
  "entry-points",
  "data",
  "dependencies",
  "roles",
  "facts",
  "sources",
] as const;

/** The difference between what was accepted of the sources and what they say now. */
export function proposeObserved(current: Document, observed: Observed): ObservedProposal {
  const before: Document = { model: current.model, observed: current.observed ?? { parapet: observed.parapet } };
  const wanted: Document = { model: current.model, observed };
  const fine = difference(before, wanted);
  const changes = current.observed === undefined ? difference({ model: current.model }, wanted) : fine;
  const things = thingsOf(fine, before.observed as unknown as Layer, observed as unknown as Layer);
  const view = new ModelView(current.model);
  const moved = things.filter((thing) => thing.kind === "moved").length;
  return {
    changes,
    sentences: [
      ...things.flatMap((thing) => (thing.kind === "moved" ? [] : [sentence(thing, view)])),
      ...(moved > 0 ? [`${moved} thing${moved === 1 ? " stands" : "s stand"} on other lines than before`] : []),
      ...renames(things),
    ],
  };
}

type Layer = Readonly<Record<string, Readonly<Record<string, Bag | undefined>> | undefined>>;

/** The changes of each thing together; files whose text alone changed are left out. */
function thingsOf(changes: readonly Change[], from: Layer, to: Layer): readonly ThingChange[] {
  const things = new Map<string, { collection: string; id: string; changes: Change[] }>();
  for (const change of changes) {
    if (!change.collection.startsWith("observed")) continue;
    for (const { collection, id } of whatOf(change)) {
      const key = `${collection} ${id}`;
      const known = things.get(key) ?? { collection, id, changes: [] };
      known.changes.push(change);
      things.set(key, known);
    }
  }
  const rank = (collection: string) => (order as readonly string[]).indexOf(collection);
  return [...things.values()]
    .sort((a, b) => rank(a.collection) - rank(b.collection) || byCodeUnit(a.id, b.id))
    .flatMap(({ collection, id, changes: own }) => {
      const before = from[collection]?.[id];
      const after = to[collection]?.[id];
      const kind =
        before === undefined ? "added" : after === undefined ? "removed" : own.every(onlyMoves) ? "moved" : "changed";
      if (collection === "sources" && (kind === "moved" || kind === "changed")) return [];
      return [{ kind, collection, id, before, after, changes: own } as const];
    });
}

/** The things that a change is of. A collection that comes or goes as a whole is of each of its things. */
function whatOf(change: Change): readonly { collection: string; id: string }[] {
  const dot = change.collection.indexOf(".");
  if (dot >= 0) {
    const collection = change.collection.slice(dot + 1);
    return [{ collection, id: collection === "facts" ? (change.field?.[0] ?? change.id) : change.id }];
  }
  const collection = change.field?.[0];
  if (collection === undefined || collection === "parapet") return [];
  const value = (change.after ?? change.before) as Readonly<Record<string, unknown>> | undefined;
  return Object.keys(value ?? {}).map((id) => ({ collection, id }));
}

function onlyMoves(change: Change): boolean {
  return change.field?.includes("seen") ?? false;
}

function sentence(thing: ThingChange, view: ModelView): string {
  const noun = nounOf(thing);
  const places = placesOf(thing);
  const beside = view.beside(thing);
  switch (thing.kind) {
    case "added":
      return `Added ${noun}${places && ` (${places})`}${beside}`;
    case "removed":
      return `Removed ${noun}, no longer shown${places && ` (last at ${places})`}${beside}`;
    default:
      return `Changed ${noun}${places && ` (${places})`}: ${detailsOf(thing, (path, now) => view.contradicts(thing, path, now)).join("; ")}${beside}`;
  }
}

/** One thing gone and one come that are alike in all but name: perhaps it was renamed. */
function renames(things: readonly ThingChange[]): readonly string[] {
  const gone = byShape(
    things.filter((thing) => thing.kind === "removed").map((thing) => [thing, thing.before] as const),
  );
  const come = byShape(things.filter((thing) => thing.kind === "added").map((thing) => [thing, thing.after] as const));
  return [...gone].flatMap(([shape, ids]) => {
    const others = come.get(shape) ?? [];
    if (ids.length !== 1 || others.length !== 1) return [];
    return [
      `Perhaps ${ids[0]} is now called ${others[0]}: to keep its decisions, write \`same-as: ${others[0]}\` under ${ids[0]} in model.yaml`,
    ];
  });
}

function byShape(things: readonly (readonly [ThingChange, Bag | undefined])[]): ReadonlyMap<string, readonly string[]> {
  const shapes = new Map<string, string[]>();
  for (const [{ collection, id }, value] of things) {
    if (collection !== "elements" || value === undefined) continue;
    const { title: _title, seen: _seen, aliases: _aliases, ...rest } = value;
    if (Object.keys(rest).length < 2) continue;
    const shape = canonicalText(rest);
    shapes.set(shape, [...(shapes.get(shape) ?? []), id]);
  }
  return shapes;
}

/**
 * The model that `init` writes beside a first observed.yaml: the system's name and an empty scope. Nothing is copied from what was
 * observed, and what nobody said stays absent, so that it is asked.
 */
export function thinModel(_observed: Observed, { system }: { readonly system: string }): Model {
  return { parapet: schemaVersion, system, scope: {} };
}
