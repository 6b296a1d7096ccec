// Facts about the data that flows carry, elements handle, entry points take and dependencies receive.
import type { Data } from "../../model/data.ts";
import type { DataKind, ZoneKind } from "../../model/vocabulary.ts";
import type { Graph, NumberList } from "../graph.ts";
import { D_NO, D_UNKNOWN, D_YES, derivedByte } from "./code.ts";
import { type DerivedFact, derived, elementKinds3, flowKinds, type View } from "./derived.ts";
import { zonesOfKind } from "./zones.ts";

/** Is a data asset of this nature? Unknown while nothing that could tell is said of it. */
type Nature = (data: Data) => boolean | undefined;

function ofKind(...kinds: readonly DataKind[]): Nature {
  return (data) => (data.kinds === undefined ? undefined : data.kinds.some((kind) => kinds.includes(kind)));
}

/** Classified at least so; unclassified is unknown. */
function classified(...classes: readonly string[]): Nature {
  return (data) => (data.classification === undefined ? undefined : classes.includes(data.classification));
}

export const natures = {
  personal: ofKind("personal", "special-category", "health"),
  "special-category": ofKind("special-category", "health"),
  card: ofKind("payment-card"),
  credentials: ofKind("credential", "secret", "session"),
  password: ofKind("credential"),
  secret: ofKind("secret"),
  confidential: classified("confidential", "restricted"),
  restricted: classified("restricted"),
} as const satisfies Record<string, Nature>;

function natureBytes(graph: Graph, nature: Nature): Uint8Array {
  return Uint8Array.from(graph.data.entries, ({ value }) => derivedByte(nature(value)));
}

/** Any of a list that may be unknown or a lower bound: yes wins, then unknown. */
export function anyOf(list: NumberList, bytes: Uint8Array): number {
  let unknown = !list.known || list.lowerBound;
  for (const item of list.items) {
    if (bytes[item] === D_YES) return D_YES;
    if (bytes[item] === D_UNKNOWN) unknown = true;
  }
  return unknown ? D_UNKNOWN : D_NO;
}

/** What a flow carries and returns, as one list. */
export function flowData(graph: Graph, flow: number): readonly NumberList[] {
  return [graph.carries[flow] as NumberList, graph.returns[flow] as NumberList];
}

/** Zones that a third party runs. */
export function thirdPartyZones(graph: Graph): Uint8Array {
  return zonesOfKind(graph, new Set<ZoneKind>(["third-party", "partner-network"]));
}

/** Which list of a flow goes to a third party: what it carries to one, or returns to one that asks. Undefined while an end's place is unknown. */
export function sharedList(graph: Graph, zones: Uint8Array, flow: number): "carries" | "returns" | "none" | undefined {
  const from = zones[graph.zoneOf[graph.flowFrom[flow] as number] as number] ?? D_UNKNOWN;
  const to = zones[graph.zoneOf[graph.flowTo[flow] as number] as number] ?? D_UNKNOWN;
  if (from === D_UNKNOWN || to === D_UNKNOWN) return undefined;
  return from === to ? "none" : to === D_YES ? "carries" : "returns";
}

/** What each element of a graph handles, looked up once: facts, scores and sentences all ask. */
const handled = new WeakMap<Graph, (readonly NumberList[])[]>();

/** The lists that together say which data an element handles: what it holds, and what its flows carry. */
export function elementData(graph: Graph, element: number): readonly NumberList[] {
  let known = handled.get(graph);
  if (!known) handled.set(graph, (known = []));
  return (known[element] ??= listsOfElement(graph, element));
}

function listsOfElement(graph: Graph, element: number): readonly NumberList[] {
  const lists: NumberList[] = [];
  if (graph.elementKind[element] === 2 || graph.elements.entries[element]?.value.holds !== undefined)
    lists.push(graph.holds[element] as NumberList);
  if (graph.elementKind[element] === 2) return lists;
  for (const flows of [graph.flowsIn[element], graph.flowsOut[element]])
    for (const flow of flows as readonly number[])
      lists.push(graph.carries[flow] as NumberList, graph.returns[flow] as NumberList);
  return lists;
}

/** What an entry point takes and gives: its own lists, else those of the flows that arrive there. */
export function entryPointData(graph: Graph, point: number): readonly NumberList[] {
  const own = graph.entryPointData[point] as NumberList;
  if (own.known) return [own];
  const flows = (graph.entryPoints.entries[point]?.value.via ?? [])
    .map((id) => graph.flows.index.get(id) ?? -1)
    .filter((i) => i >= 0);
  return flows.length === 0 ? [own] : flows.flatMap((flow) => flowData(graph, flow));
}

/** What a dependency receives: what flows to its element carry. */
export function dependencyData(graph: Graph, dependency: number): readonly NumberList[] {
  const element = graph.dependencyElement[dependency] as number;
  if (element < 0) return [];
  return (graph.flowsIn[element] as readonly number[]).map((flow) => graph.carries[flow] as NumberList);
}

/** Any over several lists. */
function anyOfLists(lists: readonly NumberList[], bytes: Uint8Array): number {
  let result = D_NO;
  for (const list of lists) {
    const byte = anyOf(list, bytes);
    if (byte === D_YES) return D_YES;
    if (byte === D_UNKNOWN) result = D_UNKNOWN;
  }
  return result;
}

type DataOf = (graph: Graph, i: number) => readonly NumberList[];

function handles(nature: Nature, dataOf: DataOf) {
  return ({ graph }: View) => {
    const bytes = natureBytes(graph, nature);
    return (i: number) => {
      const lists = dataOf(graph, i);
      return lists.length === 0 && dataOf !== elementData ? D_UNKNOWN : anyOfLists(lists, bytes);
    };
  };
}

const element = (id: string, say: string, nature: Nature): DerivedFact =>
  derived(id, elementKinds3, say, handles(nature, elementData));
const flow = (id: string, say: string, nature: Nature): DerivedFact =>
  derived(id, flowKinds, say, handles(nature, flowData));
const shared = (id: string, say: string, nature: Nature): DerivedFact =>
  derived(id, flowKinds, say, ({ graph }) => {
    const bytes = natureBytes(graph, nature);
    const zones = thirdPartyZones(graph);
    return (i) => {
      const list = sharedList(graph, zones, i);
      if (list === undefined) return D_UNKNOWN;
      return list === "none" ? D_NO : anyOf(graph[list][i] as NumberList, bytes);
    };
  });
const datum = (id: string, say: string, nature: Nature): DerivedFact =>
  derived(id, ["data"], say, ({ graph }) => {
    const bytes = natureBytes(graph, nature);
    return (i) => bytes[i] as number;
  });

export const dataFacts: readonly DerivedFact[] = [
  element("handles-personal", "{subject} handles personal data", natures.personal),
  element("handles-credentials", "{subject} handles credentials", natures.credentials),
  element("handles-card", "{subject} handles payment card data", natures.card),
  element("handles-confidential", "{subject} handles confidential data", natures.confidential),
  element("handles-restricted", "{subject} handles restricted data", natures.restricted),
  flow("carries-personal", "{subject} carries personal data", natures.personal),
  flow("carries-credentials", "{subject} carries credentials", natures.credentials),
  flow("carries-card", "{subject} carries payment card data", natures.card),
  flow("carries-confidential", "{subject} carries confidential data", natures.confidential),
  flow("carries-restricted", "{subject} carries restricted data", natures.restricted),
  shared("shares-personal", "{subject} gives a third party personal data", natures.personal),
  shared("shares-confidential", "{subject} gives a third party confidential data", natures.confidential),
  derived(
    "takes-confidential",
    ["entry-point"],
    "{subject} takes or gives confidential data",
    handles(natures.confidential, entryPointData),
  ),
  derived("receives-data", ["dependency"], "{subject} receives data from us", ({ graph }) => (i) => {
    const lists = dependencyData(graph, i);
    return lists.some((list) => list.items.length > 0)
      ? D_YES
      : lists.length > 0 && lists.every((list) => list.known)
        ? D_NO
        : D_UNKNOWN;
  }),
  derived(
    "receives-confidential",
    ["dependency"],
    "{subject} receives confidential data from us",
    handles(natures.confidential, dependencyData),
  ),
  datum("is-personal", "{subject} is personal data", natures.personal),
  datum("is-special-category", "{subject} is a special category of personal data", natures["special-category"]),
  datum("is-payment-card", "{subject} is payment card data", natures.card),
  datum("is-credential", "{subject} is a credential", natures.credentials),
  datum("is-password", "{subject} proves who somebody is, as a password does", natures.password),
  datum("is-secret", "{subject} is a secret", natures.secret),
  datum("is-confidential", "{subject} is confidential", natures.confidential),
  datum("is-restricted", "{subject} is restricted", natures.restricted),
  derived("is-stored", ["data"], "{subject} is stored", ({ graph }) => {
    const stored = new Set(graph.holds.flatMap((list) => [...list.items]));
    const complete = graph.holds.every((list, element) => list.known || graph.elementKind[element] !== 2);
    return (i) => (stored.has(i) ? D_YES : complete ? D_NO : D_UNKNOWN);
  }),
  derived("goes-to-third-party", ["data"], "{subject} goes to a third party", goesToThirdParty),
];

/** Data that flows to a third party, as it is called there or answers a call from there. */
function goesToThirdParty({ graph }: View): (i: number) => number {
  const zones = thirdPartyZones(graph);
  const out = new Set<number>();
  let complete = true;
  for (let flow = 0; flow < graph.flowFrom.length; flow++) {
    const to = sharedList(graph, zones, flow);
    const list = to === "carries" || to === "returns" ? (graph[to][flow] as NumberList) : undefined;
    if (to === undefined || list?.known === false || list?.lowerBound === true) complete = false;
    for (const item of list?.items ?? []) out.add(item);
  }
  return (i) => (out.has(i) ? D_YES : complete ? D_NO : D_UNKNOWN);
}
