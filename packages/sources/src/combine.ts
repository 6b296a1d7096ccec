// Puts the readings of all files together: one id per thing, each reference followed, each API at its element.
import { byCodeUnit, chooseId, isId, type Observed, type Problem, problem, slug } from "@parapet/core";
import { attach } from "./anchors.ts";
import { mergeFacts, mergeThings } from "./merge-things.ts";
import { baseName, folderOf } from "./paths.ts";
import { pruned, rewritten } from "./references.ts";
import type { Anchor, ObservedThings, Reading } from "./source.ts";
import { Twins, zonesOfTwin } from "./twins.ts";

export type Combined = Omit<Observed, "parapet">;
export type Collection = Exclude<keyof ObservedThings, "facts">;
type Bag = Record<string, unknown>;
export type Maps = Record<Collection, Record<string, Bag>>;

/** References go from later ones to earlier ones. */
export const collections = [
  "data",
  "roles",
  "zones",
  "elements",
  "flows",
  "dependencies",
  "entry-points",
] as const satisfies readonly Collection[];
const singular: Readonly<Record<Collection, string>> = {
  zones: "zone",
  elements: "element",
  data: "data",
  roles: "role",
  flows: "flow",
  dependencies: "dependency",
  "entry-points": "entry",
};

/** What all readings show together. The same readings in any order give the same. */
export function combine(readings: readonly Reading[]): {
  readonly observed: Combined;
  readonly notes: readonly Problem[];
} {
  const merging = new Merging();
  for (const reading of [...readings].sort(byRank)) merging.add(reading);
  return merging.result();
}

/** Files that draw elements come before files that describe them, shallow before deep, short names before long (a base before its variants), then by path. */
function byRank(a: Reading, b: Reading): number {
  const anchored = Number(a.anchors.length > 0) - Number(b.anchors.length > 0);
  return (
    anchored ||
    depth(a.path) - depth(b.path) ||
    baseName(a.path).length - baseName(b.path).length ||
    byCodeUnit(a.path, b.path) ||
    byCodeUnit(a.source, b.source)
  );
}

function depth(path: string): number {
  return path.split("/").length;
}

interface Owner {
  readonly collection: Collection;
  readonly source: string;
  readonly folder: string;
  /** Shown by a second deployment of what another file runs. */
  readonly twin?: boolean;
}

/** How many things with other ids a note names; the rest is counted. */
const namedApart = 12;

class Merging {
  readonly #maps = Object.fromEntries(
    collections.map((each) => [each, Object.create(null) as Record<string, Bag>]),
  ) as Maps;
  readonly #owners = new Map<string, Owner>();
  readonly #notes: Problem[] = [];
  /** Things of the file that is being added that got other ids, as `id → other`. */
  readonly #apart: string[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #contexts = new Map<string, string>();
  /** Entry points that are published ports: an API behind one takes its place. */
  readonly #ports = new Set<string>();
  readonly #sources: NonNullable<Combined["sources"]> = {};
  readonly #twins = new Twins();
  readonly #twinZones = new Set<string>();
  #facts: Bag = {};

  add(reading: Reading): void {
    this.#sources[reading.path.slice(0, 400)] = { kind: reading.source };
    this.#notes.push(...reading.notes);
    if (reading.things.facts) this.#facts = mergeFacts("model", this.#facts, reading.things.facts, this.#notes);
    const twin = this.#twinOf(reading);
    const renamed = twin === undefined ? new Map<string, string>() : zonesOfTwin(reading.things, this.#maps);
    for (const collection of collections) {
      for (const [id, thing] of outerFirst(reading.things[collection] ?? {})) {
        if (collection === "zones" && renamed.has(id)) continue;
        const final = this.#put(collection, id, rewritten(collection, thing as Bag, renamed), reading, twin);
        if (final !== id) renamed.set(id, final);
        if (twin !== undefined && collection === "zones") this.#twinZones.add(final);
        if (collection === "entry-points" && reading.anchors.length === 0) this.#ports.add(final);
      }
    }
    this.#noteApart(reading.path);
    const name = (id: string) => renamed.get(id) ?? id;
    for (const anchor of reading.anchors) this.#anchors.push({ ...anchor, entryPoints: anchor.entryPoints.map(name) });
    for (const [folder, element] of Object.entries(reading.contexts ?? {})) {
      if (!this.#contexts.has(folder)) this.#contexts.set(folder, name(element));
    }
  }

  /** One note for all things of a file that got other ids. */
  #noteApart(path: string): void {
    const apart = this.#apart.splice(0);
    if (apart.length === 0) return;
    const many = apart.length === 1 ? "One of its things is" : `${apart.length} of its things are`;
    const more = apart.length > namedApart ? ` and ${apart.length - namedApart} more` : "";
    const say = `${many} called otherwise, since the id is taken or none: ${apart.slice(0, namedApart).join(", ")}${more}`;
    this.#notes.push(problem("source-note", say, "Say same-as where two are one.", { file: path }));
  }

  /** The folder of the file that runs the same services, when there is one. */
  #twinOf(reading: Reading): string | undefined {
    const twin = this.#twins.of(reading);
    if (!twin) return undefined;
    const say = `${reading.path} runs the same services as ${twin.path}: those of one name are taken as one, where ${twin.path} puts them`;
    this.#notes.push(problem("source-note", say, "Leave one of the two out if they differ.", { file: reading.path }));
    return twin.folder;
  }

  #put(collection: Collection, id: string, thing: Bag, reading: Reading, twin: string | undefined): string {
    const map = this.#maps[collection];
    const owner = this.#owners.get(id);
    const place = {
      collection,
      source: reading.source,
      folder: twin ?? folderOf(reading.path),
      twin: twin !== undefined,
    };
    if (!owner && isId(id)) {
      map[id] = thing;
      this.#owners.set(id, place);
      return id;
    }
    if (owner?.collection === collection && isSame(place, owner, thing, map[id] as Bag)) {
      const { zone: _zone, "also-on": _also, at: _at, ...elsewhere } = thing;
      map[id] = mergeThings(id, map[id] as Bag, twin === undefined ? thing : elsewhere, this.#notes);
      return id;
    }
    return this.#putApart(id, thing, place, reading.path);
  }

  /** Under another id: qualified by folder, then by kind, then by the whole path. */
  #putApart(id: string, thing: Bag, place: Owner, path: string): string {
    const { collection } = place;
    const map = this.#maps[collection];
    const free = (candidate: string) => {
      const owner = this.#owners.get(candidate);
      return (
        owner === undefined || (owner.collection === collection && isSame(place, owner, thing, map[candidate] as Bag))
      );
    };
    const kind = singular[collection];
    const taken = (candidate: string) => !free(candidate);
    const chosen =
      chooseId(id, { zone: slug(baseName(place.folder)), kind }, taken) ??
      chooseId(`${id.slice(0, 24)} ${path.slice(-34)}`, { zone: slug(place.folder), kind }, taken);
    if (chosen === undefined) {
      this.#notes.push(
        problem("source-note", `${kind} ${id} of ${path} is left out: its id is taken`, "Rename one of the two.", {
          file: path,
        }),
      );
      return "";
    }
    const before = this.#owners.has(chosen) ? map[chosen] : undefined;
    if (!before) this.#apart.push(`${id} → ${chosen}`);
    map[chosen] = before ? mergeThings(chosen, before, thing, this.#notes) : thing;
    this.#owners.set(chosen, place);
    return chosen;
  }

  /** Zones of a second deployment that hold nothing once its services stand in the first. */
  #leaveEmptyZones(): void {
    const { zones, elements } = this.#maps;
    const used = new Set<unknown>();
    for (const element of Object.values(elements))
      for (const id of [element.zone, element["also-on"]].flat()) used.add(id);
    for (const zone of Object.values(zones)) used.add(zone.in);
    for (const id of this.#twinZones) if (!used.has(id)) delete zones[id];
  }

  result(): { observed: Combined; notes: readonly Problem[] } {
    attach({
      maps: this.#maps,
      anchors: this.#anchors,
      contexts: this.#contexts,
      ports: this.#ports,
      notes: this.#notes,
    });
    pruned(this.#maps, this.#notes);
    this.#leaveEmptyZones();
    const observed: Bag = { sources: sorted(this.#sources) };
    for (const collection of ["data", "zones", "elements", "flows", "entry-points", "dependencies", "roles"] as const) {
      if (Object.keys(this.#maps[collection]).length > 0) observed[collection] = sorted(this.#maps[collection]);
    }
    if (Object.keys(this.#facts).length > 0) observed.facts = sorted(this.#facts);
    return { observed: observed as Combined, notes: distinct(this.#notes) };
  }
}

/** Whether two things of one id and collection are one: by what they are, and by where they stand. */
function isSame(place: Owner, owner: Owner, a: Bag, b: Bag): boolean {
  const together = place.source === owner.source && place.folder === owner.folder;
  switch (place.collection) {
    case "data":
    case "roles":
      return true;
    case "zones":
      return together || (a.kind === b.kind && ["internet", "third-party", "host"].includes(String(a.kind)));
    case "elements":
      return together || (a.kind === "external-entity" && b.kind === "external-entity" && a.zone === b.zone);
    case "flows":
      return (
        a.from === b.from &&
        a.to === b.to &&
        (a.protocol === b.protocol || a.protocol === undefined || b.protocol === undefined)
      );
    case "entry-points":
      return a.on === b.on && (a.at === b.at ? together || a.on !== undefined : together && place.twin === true);
    case "dependencies":
      return a.kind === b.kind && a.title === b.title;
  }
}

/** Zones in the order in which they lie in each other, so that an outer zone has its final id before an inner one names it. */
function outerFirst(map: Readonly<Record<string, object>>): readonly (readonly [string, object])[] {
  const ordered = new Map<string, object>();
  const visit = (id: string, steps: ReadonlySet<string>): void => {
    const thing = Object.hasOwn(map, id) ? map[id] : undefined;
    if (!thing || ordered.has(id) || steps.has(id)) return;
    if ("in" in thing && typeof thing.in === "string" && steps.size < 100) visit(thing.in, new Set([...steps, id]));
    ordered.set(id, thing);
  };
  for (const id of Object.keys(map)) visit(id, new Set());
  return [...ordered];
}

/** Files that lie over the same base say the same things. */
function distinct(notes: readonly Problem[]): readonly Problem[] {
  return [...new Map(notes.map((each) => [JSON.stringify(each), each])).values()];
}

function sorted<T>(map: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => byCodeUnit(a, b)));
}
