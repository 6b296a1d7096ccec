// The diagram as an indexed graph: every thing has a number, every relation is an array of numbers. Built once per analysis.

import type { Data } from "../model/data.ts";
import type { Dependency } from "../model/dependency.ts";
import type { Document } from "../model/document.ts";
import { type Effective, type Entry, effective } from "../model/effective.ts";
import type { Element } from "../model/element.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Flow } from "../model/flow.ts";
import type { Zone } from "../model/zone.ts";
import { type Borders, bordersOf } from "./crossings.ts";

/** One collection of things, numbered in document order. */
export interface Things<T> {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly entries: readonly Entry<T>[];
  readonly index: ReadonlyMap<string, number>;
}

/** A list of numbers that may be unknown, and may be a lower bound because only sources filled it. */
export interface NumberList {
  readonly known: boolean;
  readonly lowerBound: boolean;
  readonly items: readonly number[];
}

export interface Graph {
  readonly document: Document;
  readonly effective: Effective;
  readonly zones: Things<Zone>;
  readonly elements: Things<Element>;
  readonly flows: Things<Flow>;
  readonly entryPoints: Things<EntryPoint>;
  readonly dependencies: Things<Dependency>;
  readonly data: Things<Data>;
  /** Parent zone per zone, -1 for none. */
  readonly zoneParent: Int32Array;
  /** 0 external-entity, 1 process, 2 data-store. */
  readonly elementKind: Uint8Array;
  /** Home zone per element, -1 for unknown. */
  readonly zoneOf: Int32Array;
  readonly alsoOn: readonly (readonly number[])[];
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowsIn: readonly (readonly number[])[];
  readonly flowsOut: readonly (readonly number[])[];
  /** Zones whose border each flow crosses; undefined when an end's zone is unknown, empty when it crosses none. */
  readonly borders: readonly Borders[];
  readonly entryPointOn: Int32Array;
  readonly entryPointsOf: readonly (readonly number[])[];
  readonly dependencyElement: Int32Array;
  readonly dependenciesOf: readonly (readonly number[])[];
  readonly membersOf: readonly (readonly number[])[];
  readonly holds: readonly NumberList[];
  readonly carries: readonly NumberList[];
  readonly returns: readonly NumberList[];
  readonly entryPointData: readonly NumberList[];
}

const none: readonly number[] = [];
const unknownList: NumberList = { known: false, lowerBound: false, items: none };
const kinds = { "external-entity": 0, process: 1, "data-store": 2 } as const;

/**
 * Builds the graph of what is analysed: what is built, and with `feature` also what that feature adds. Linear.
 * A dangling reference (refused by the reader) is treated as absent, so that this never throws.
 */
export function graphOf(document: Document, feature?: string): Graph {
  const all = effective(document);
  const planned = plannedOf(document, feature);
  const zones = number(all.zones, planned);
  const elements = number(all.elements, planned);
  const flows = number(all.flows, (id, value) => planned(id, value) || !isFlow(value, elements));
  const entryPoints = number(all.entryPoints, planned);
  const dependencies = number(all.dependencies, planned);
  const data = number(all.data, planned);

  const zoneParent = references(zones, (zone) => zone.in, zones);
  const zoneOf = references(elements, (element) => element.zone, zones);
  const alsoOn = elements.entries.map(({ value }) => indices(value["also-on"], zones));
  const flowFrom = references(flows, (flow) => flow.from, elements);
  const flowTo = references(flows, (flow) => flow.to, elements);
  const entryPointOn = references(entryPoints, (point) => point.on, elements);
  const usedBy = dependencies.entries.map(({ value }) => indices(value["used-by"], elements));
  return {
    document,
    effective: all,
    zones,
    elements,
    flows,
    entryPoints,
    dependencies,
    data,
    zoneParent,
    elementKind: Uint8Array.from(elements.entries, ({ value }) => kinds[value.kind ?? "process"]),
    zoneOf,
    alsoOn,
    flowFrom,
    flowTo,
    flowsIn: inverseOf(flowTo, elements.ids.length),
    flowsOut: inverseOf(flowFrom, elements.ids.length),
    borders: bordersOf({ zoneParent, zoneOf, alsoOn, flowFrom, flowTo }),
    entryPointOn,
    entryPointsOf: inverseOf(entryPointOn, elements.ids.length),
    dependencyElement: references(dependencies, (dependency) => dependency.element, elements),
    dependenciesOf: inverseOfLists(usedBy, elements.ids.length),
    membersOf: membersOf(zoneOf, alsoOn, zones.ids.length),
    holds: elements.entries.map((entry) => list(entry, "holds", data)),
    carries: flows.entries.map((entry) => list(entry, "carries", data)),
    returns: flows.entries.map((entry) => list(entry, "returns", data)),
    entryPointData: entryPoints.entries.map((entry) =>
      both(list(entry, "carries", data), list(entry, "returns", data)),
    ),
  };
}

/** Which things are left out because they are only planned, unless the feature adds them. */
function plannedOf(
  document: Document,
  feature: string | undefined,
): (id: string, value: { state?: string | undefined }) => boolean {
  const adds = new Set(feature === undefined ? [] : (document.model.features?.[feature]?.adds ?? []));
  return (id, value) => value.state === "planned" && !adds.has(id);
}

function isFlow(value: unknown, elements: Things<Element>): boolean {
  const flow = value as Flow;
  return (
    flow.from !== undefined && flow.to !== undefined && elements.index.has(flow.from) && elements.index.has(flow.to)
  );
}

function number<T extends { title?: string | undefined }>(
  map: ReadonlyMap<string, Entry<T>>,
  leaveOut: (id: string, value: { state?: string | undefined }) => boolean,
): Things<T> {
  const ids: string[] = [];
  const titles: string[] = [];
  const entries: Entry<T>[] = [];
  const index = new Map<string, number>();
  for (const [id, entry] of map) {
    if (leaveOut(id, entry.value as { state?: string })) continue;
    index.set(id, ids.length);
    ids.push(id);
    titles.push(entry.value.title ?? id);
    entries.push(entry);
  }
  return { ids, titles, entries, index };
}

function references<T, U>(things: Things<T>, field: (value: T) => string | undefined, to: Things<U>): Int32Array {
  const { entries } = things;
  const numbers = new Int32Array(entries.length);
  for (let i = 0; i < numbers.length; i++) {
    const id = field((entries[i] as Entry<T>).value);
    numbers[i] = id === undefined ? -1 : (to.index.get(id) ?? -1);
  }
  return numbers;
}

function indices<T>(ids: readonly string[] | undefined, things: Things<T>): readonly number[] {
  if (!ids || ids.length === 0) return none;
  return ids.map((id) => things.index.get(id) ?? -1).filter((i) => i >= 0);
}

function inverseOf(targets: Int32Array, size: number): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = new Array(size).fill(none);
  for (let i = 0; i < targets.length; i++) push(lists, targets[i] as number, i);
  return lists;
}

function inverseOfLists(targets: readonly (readonly number[])[], size: number): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = new Array(size).fill(none);
  for (let i = 0; i < targets.length; i++) for (const at of targets[i] as readonly number[]) push(lists, at, i);
  return lists;
}

function push(lists: (readonly number[])[], at: number, value: number): void {
  if (at < 0) return;
  const list = lists[at] as number[];
  if (list === none) lists[at] = [value];
  else list.push(value);
}

function membersOf(
  zoneOf: Int32Array,
  alsoOn: readonly (readonly number[])[],
  size: number,
): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = new Array(size).fill(none);
  for (let i = 0; i < zoneOf.length; i++) {
    push(lists, zoneOf[i] as number, i);
    for (const zone of alsoOn[i] as readonly number[]) if (zone !== zoneOf[i]) push(lists, zone, i);
  }
  return lists;
}

type ListField = "holds" | "carries" | "returns";
type Lists = { readonly [key in ListField]?: readonly string[] | undefined };

function list(entry: Entry<Lists>, field: ListField, data: Things<Data>): NumberList {
  const ids = entry.value[field];
  if (ids === undefined) return unknownList;
  return { known: true, lowerBound: entry.declared?.[field] === undefined, items: indices(ids, data) };
}

function both(a: NumberList, b: NumberList): NumberList {
  if (!a.known) return b.known ? { ...b, lowerBound: true } : unknownList;
  if (!b.known) return { ...a, lowerBound: true };
  return { known: true, lowerBound: a.lowerBound || b.lowerBound, items: [...new Set([...a.items, ...b.items])] };
}
