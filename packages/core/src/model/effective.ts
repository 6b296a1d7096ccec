// The effective model: model.yaml laid over observed.yaml, thing by thing and field by field. Linear but for one sort per collection.
import { perObject } from "./as-before.ts";
import { byCodeUnit } from "./changes.ts";
import type { Data } from "./data.ts";
import type { Dependency } from "./dependency.ts";
import type { Document } from "./document.ts";
import type { Element } from "./element.ts";
import type { EntryPoint } from "./entry-point.ts";
import type { Facts } from "./fact.ts";
import type { Flow } from "./flow.ts";
import type { Role } from "./people.ts";
import { redirectReferences, withoutIgnored } from "./references.ts";
import type { Zone } from "./zone.ts";

/** A thing as the analysis reads it, beside what people declared and what sources show of it. References are redirected in all three. */
export interface Entry<T> {
  /** Field by field: the declared value where there is one, else the observed one; facts and access are laid member by member. */
  readonly value: T;
  readonly declared?: T;
  readonly observed?: T;
}

/** The collections whose things share one space of ids. */
export const thingCollections = ["zones", "elements", "flows", "entry-points", "data", "dependencies"] as const;
export type ThingCollection = (typeof thingCollections)[number];

export interface Effective {
  readonly zones: ReadonlyMap<string, Entry<Zone>>;
  readonly elements: ReadonlyMap<string, Entry<Element>>;
  readonly flows: ReadonlyMap<string, Entry<Flow>>;
  readonly entryPoints: ReadonlyMap<string, Entry<EntryPoint>>;
  readonly data: ReadonlyMap<string, Entry<Data>>;
  readonly dependencies: ReadonlyMap<string, Entry<Dependency>>;
  readonly roles: ReadonlyMap<string, Entry<Role>>;
  /** Facts about the system as a whole. */
  readonly facts: Entry<Facts>;
  /** Where each id is; roles are apart. */
  readonly collectionOf: ReadonlyMap<string, ThingCollection>;
  /** The id that an id means now: follows `was` and `same-as`; any other id means itself. */
  readonly resolve: (id: string) => string;
  /** What else means an id: its earlier ids and the observed ones that it took over. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Observed things that the model leaves out. */
  readonly ignored: ReadonlySet<string>;
}

type Bag = Readonly<Record<string, unknown>>;
type Things = Readonly<Record<string, Bag>>;
const none: Things = {};

/** Each document's effective model, made once: documents are never edited in place. */
const known = new WeakMap<Document, Effective>();

/** Lays the model over what was observed. */
export function effective(document: Document): Effective {
  let laid = known.get(document);
  if (!laid) known.set(document, (laid = layDocument(document)));
  return laid;
}

function layDocument(document: Document): Effective {
  const model = document.model as unknown as Readonly<Record<string, Things | undefined>>;
  const observed = (document.observed ?? {}) as unknown as Readonly<Record<string, Things | undefined>>;
  const said = new Map<string, string>();
  const ignored = new Map<string, string | undefined>();
  for (const key of thingCollections) {
    const declaredThings = model[key] ?? none;
    const observedThings = observed[key] ?? none;
    collectRedirects(declaredThings, observedThings, said);
    collectIgnored(declaredThings, observedThings, ignored);
  }
  const redirects = flatten(said);
  const lay = (key: ThingCollection) => layOnce(model[key] ?? none, observed[key] ?? none, redirects, ignored);
  const laid = Object.fromEntries(thingCollections.map((key) => [key, lay(key)] as const));
  return {
    zones: laid.zones as ReadonlyMap<string, Entry<Zone>>,
    elements: laid.elements as ReadonlyMap<string, Entry<Element>>,
    flows: laid.flows as ReadonlyMap<string, Entry<Flow>>,
    entryPoints: laid["entry-points"] as ReadonlyMap<string, Entry<EntryPoint>>,
    data: laid.data as ReadonlyMap<string, Entry<Data>>,
    dependencies: laid.dependencies as ReadonlyMap<string, Entry<Dependency>>,
    roles: layOnce(model.roles ?? none, observed.roles ?? none, new Map(), new Map()) as ReadonlyMap<
      string,
      Entry<Role>
    >,
    facts: layFacts(document.model.facts, document.observed?.facts),
    collectionOf: collectionsOf(laid),
    resolve: (id) => redirects.get(id) ?? id,
    aliases: aliasesOf(redirects),
    ignored: new Set(ignored.keys()),
  };
}

function collectionsOf(laid: Readonly<Record<string, ReadonlyMap<string, unknown>>>): Map<string, ThingCollection> {
  const collectionOf = new Map<string, ThingCollection>();
  for (const key of thingCollections)
    for (const id of laid[key]?.keys() ?? []) if (!collectionOf.has(id)) collectionOf.set(id, key);
  return collectionOf;
}

/** The things of a collection that say what they were called, what they are the same as, or that they are left out. */
const telling = perObject((things: Things) =>
  Object.keys(things).filter((id) => {
    const { was, "same-as": sameAs, ignore } = things[id] as Bag;
    return was !== undefined || sameAs !== undefined || ignore !== undefined;
  }),
);

/** `was` and `same-as` of one collection: id → the id that stands for it. */
function collectRedirects(declared: Things, observed: Things, redirects: Map<string, string>): void {
  for (const things of [declared, observed]) {
    for (const id of telling(things)) {
      const thing = things[id] as Bag;
      for (const old of (thing.was as readonly string[] | undefined) ?? []) {
        if (old !== id && !Object.hasOwn(declared, old) && !(things === observed && Object.hasOwn(observed, old)))
          redirects.set(old, id);
      }
      const other = thing["same-as"] as string | undefined;
      if (other === undefined || other === id) continue;
      if (Object.hasOwn(observed, other)) redirects.set(other, id);
      else if (Object.hasOwn(declared, other) && Object.hasOwn(observed, id)) redirects.set(id, other);
    }
  }
}

/** The things that the model leaves out; a zone with the zone that its members then lie in. */
function collectIgnored(declared: Things, observed: Things, ignored: Map<string, string | undefined>): void {
  for (const id of telling(declared)) {
    const thing = declared[id] as Bag;
    if (thing.ignore !== undefined) ignored.set(id, (thing.in ?? observed[id]?.in) as string | undefined);
  }
}

/** Each redirected id with the end of its way; the ids of a circle all mean its first by code unit. */
function flatten(redirects: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const start of redirects.keys()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at = start;
    while (redirects.has(at) && !ends.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = redirects.get(at) as string;
    }
    const circle = onWay.has(at) ? way.slice(way.indexOf(at)) : undefined;
    const end = circle ? (circle.sort(byCodeUnit)[0] as string) : (ends.get(at) ?? at);
    for (const id of way) ends.set(id, end);
  }
  for (const [id, end] of [...ends]) if (id === end) ends.delete(id);
  return ends;
}

function aliasesOf(redirects: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const [alias, id] of redirects) {
    const list = aliases.get(id);
    if (list) list.push(alias);
    else aliases.set(id, [alias]);
  }
  for (const list of aliases.values()) list.sort(byCodeUnit);
  return aliases;
}

/** A collection that was laid, and what it was laid with. */
interface Laid {
  readonly observed: Things;
  readonly meaning: string;
  readonly entries: ReadonlyMap<string, Entry<Bag>>;
}

const laidBefore = new WeakMap<Things, Laid>();

/** A collection laid as it was, where neither it nor what ids mean has changed: most changes are in one collection. */
function layOnce(
  declared: Things,
  observed: Things,
  redirects: ReadonlyMap<string, string>,
  ignored: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, Entry<Bag>> {
  const meaning = redirects.size + ignored.size === 0 ? "" : JSON.stringify([[...redirects], [...ignored]]);
  const before = laidBefore.get(declared);
  if (before?.observed === observed && before.meaning === meaning) return before.entries;
  const entries = layCollection(declared, observed, redirects, ignored);
  if (declared !== none) laidBefore.set(declared, { observed, meaning, entries });
  return entries;
}

/** A thing that people declared and no source shows. */
const declaredAlone = perObject((thing: Bag): Entry<Bag> => ({ value: thing, declared: thing }));

function layCollection(
  declared: Things,
  observed: Things,
  redirects: ReadonlyMap<string, string>,
  ignored: ReadonlyMap<string, string | undefined>,
): Map<string, Entry<Bag>> {
  const declaredBy = layerById(declared, redirects, ignored);
  const observedBy = layerById(observed, redirects, ignored);
  const out = new Map<string, Entry<Bag>>();
  for (const id of [...new Set([...declaredBy.keys(), ...observedBy.keys()])].sort(byCodeUnit)) {
    const over = declaredBy.get(id);
    const seen = observedBy.get(id);
    const under = seen && withoutIgnored(seen, ignored);
    if (over && under) out.set(id, { value: overlay(over, under), declared: over, observed: under });
    else if (over) out.set(id, declaredAlone(over));
    else if (under) out.set(id, { value: under, observed: under });
  }
  return out;
}

/** The things of one layer by the id that stands for them; what its own id says wins over what a redirected one says. */
function layerById(
  things: Things,
  redirects: ReadonlyMap<string, string>,
  ignored: ReadonlyMap<string, string | undefined>,
): Map<string, Bag> {
  const out = new Map<string, Bag>();
  const moved: string[] = [];
  for (const id of Object.keys(things)) {
    if (ignored.has(id)) continue;
    if (redirects.has(id)) moved.push(id);
    else out.set(id, redirectReferences(things[id] as Bag, redirects));
  }
  for (const id of moved.sort(byCodeUnit)) {
    const to = redirects.get(id) as string;
    if (ignored.has(to)) continue;
    const value = redirectReferences(things[id] as Bag, redirects);
    const own = out.get(to);
    out.set(to, own ? overlay(own, value) : value);
  }
  return out;
}

/** Keys whose members are laid one by one. */
const memberwise = ["facts", "access"] as const;

/** `over` field by field on `under`; facts by fact and access by role. */
function overlay(over: Bag, under: Bag): Bag {
  const out: Record<string, unknown> = { ...under, ...over };
  for (const key of memberwise) {
    if (over[key] !== undefined && under[key] !== undefined)
      out[key] = { ...(under[key] as Bag), ...(over[key] as Bag) };
  }
  return out;
}

function layFacts(declared: Facts | undefined, observed: Facts | undefined): Entry<Facts> {
  return {
    value: { ...observed, ...declared },
    ...(declared ? { declared } : {}),
    ...(observed ? { observed } : {}),
  };
}
