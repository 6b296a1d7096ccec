// Facts read through one relation: which things it leads to, and the any / all over them by Kleene's or / and.
import type { Relation } from "../../model/knowledge.ts";
import type { Graph, NumberList } from "../graph.ts";
import { dependencyData, elementData, entryPointData, flowData } from "./carried-data.ts";
import * as codes from "./code.ts";
import type { Columns } from "./columns.ts";
import { saysNoEntryPoints } from "./reach.ts";
import { homeZone, type Space, thingsIn } from "./space.ts";

/** The things that a relation leads to from one thing. An open collection may have members that nobody declared. */
export interface Targets {
  readonly items: readonly number[];
  /** False when nothing is declared. */
  readonly known: boolean;
  /** True when only sources filled it: there may be more. */
  readonly lowerBound: boolean;
}

/** Where a relation leads: the space of its targets, whether it is one thing, any or all of several. */
export interface RelationReader {
  readonly space: Space;
  readonly how: "one" | "any" | "all";
  readonly targets: (i: number) => Targets;
  /** Of a relation to one thing: its number per thing, -1 for unknown. */
  readonly direct?: Int32Array;
}

const unknown: Targets = { items: [], known: false, lowerBound: false };

function closed(items: readonly number[]): Targets {
  return { items, known: true, lowerBound: false };
}

function one(i: number): Targets {
  return i < 0 ? unknown : closed([i]);
}

function open(items: readonly number[], none: boolean): Targets {
  return items.length === 0 ? { items, known: none, lowerBound: false } : { items, known: true, lowerBound: false };
}

/** Several lists as one; it is a lower bound while one of them is unknown. */
function joined(lists: readonly NumberList[]): Targets {
  if (lists.length === 1) return lists[0] as Targets;
  const items = new Set<number>();
  let known = 0;
  let lowerBound = false;
  for (const list of lists) {
    if (!list.known) continue;
    known++;
    if (list.lowerBound) lowerBound = true;
    for (const item of list.items) items.add(item);
  }
  if (known === 0) return unknown;
  return { items: [...items], known: true, lowerBound: lowerBound || known < lists.length };
}

/** Reads a relation from a space; undefined when the relation does not exist there. */
export function readerOf(graph: Graph, relation: Relation, space: Space): RelationReader | undefined {
  const how = relation.startsWith("any-") ? "any" : relation.startsWith("all-") ? "all" : "one";
  const what = relation.replace(/^(any|all)-/, "");
  if (how === "one") return oneReader(graph, what, space);
  const reader = manyReader(graph, what, space);
  return reader && { ...reader, how };
}

/** Looks each thing's targets up once: several facts are read through one relation. */
function kept(targets: (i: number) => Targets): (i: number) => Targets {
  const known: Targets[] = [];
  return (i) => (known[i] ??= targets(i));
}

function oneReader(graph: Graph, what: string, space: Space): RelationReader | undefined {
  const element = (targets: Int32Array): RelationReader => ({
    space: "element",
    how: "one",
    targets: (i) => one(targets[i] as number),
    direct: targets,
  });
  if (what === "zone") {
    const zones = new Int32Array(thingsIn(graph, space).ids.length);
    for (let i = 0; i < zones.length; i++) zones[i] = homeZone(graph, space, i);
    return { space: "zone", how: "one", targets: (i) => one(zones[i] as number), direct: zones };
  }
  if (space === "flow" && what === "from") return element(graph.flowFrom);
  if (space === "flow" && what === "to") return element(graph.flowTo);
  if (space === "entry-point" && what === "on") return element(graph.entryPointOn);
  if (space === "dependency" && what === "on") return element(graph.dependencyElement);
  return undefined;
}

type Many = Omit<RelationReader, "how">;

function manyReader(graph: Graph, what: string, space: Space): Many | undefined {
  if (what === "data") return dataReader(graph, space);
  if (what.startsWith("member")) return memberReader(graph, space);
  if (space !== "element") return undefined;
  const flowsIn = (i: number) => graph.flowsIn[i] as readonly number[];
  const flowsOut = (i: number) => graph.flowsOut[i] as readonly number[];
  switch (what) {
    case "flow-in":
      return { space: "flow", targets: (i) => closed(flowsIn(i)) };
    case "flow-out":
      return { space: "flow", targets: (i) => closed(flowsOut(i)) };
    case "sender":
    case "senders":
      return { space: "element", targets: (i) => closed(flowsIn(i).map((flow) => graph.flowFrom[flow] as number)) };
    case "receiver":
    case "receivers":
      return { space: "element", targets: (i) => closed(flowsOut(i).map((flow) => graph.flowTo[flow] as number)) };
    case "entry-point": {
      const none = isEmpty(graph.document.model["entry-points"]);
      return {
        space: "entry-point",
        targets: (i) => open(graph.entryPointsOf[i] as readonly number[], none || saysNoEntryPoints(graph, i)),
      };
    }
    case "dependency": {
      const none = isEmpty(graph.document.model.dependencies);
      return { space: "dependency", targets: (i) => open(graph.dependenciesOf[i] as readonly number[], none) };
    }
    default:
      return undefined;
  }
}

function isEmpty(map: object | undefined): boolean {
  return map !== undefined && Object.keys(map).length === 0;
}

function dataReader(graph: Graph, space: Space): Many | undefined {
  const read = { element: elementData, flow: flowData, "entry-point": entryPointData, dependency: dependencyData }[
    space as string
  ];
  return read && { space: "data", targets: kept((i) => joined(read(graph, i))) };
}

/** Zone → the elements directly or indirectly in it; data → the elements that hold it. */
function memberReader(graph: Graph, space: Space): Many | undefined {
  if (space === "data") {
    const holders: number[][] = graph.data.ids.map(() => []);
    graph.holds.forEach((list, element) => {
      for (const item of list.items) holders[item]?.push(element);
    });
    return { space: "element", targets: (i) => closed(holders[i] as readonly number[]) };
  }
  if (space !== "zone") return undefined;
  const members: number[][] = graph.zones.ids.map((_, zone) => [...(graph.membersOf[zone] as readonly number[])]);
  const order = byDepth(graph);
  for (const zone of order) {
    const parent = graph.zoneParent[zone] as number;
    if (parent >= 0) members[parent] = [...new Set([...(members[parent] as number[]), ...(members[zone] as number[])])];
  }
  return { space: "element", targets: (i) => closed(members[i] as readonly number[]) };
}

/** Zones, deepest first. */
function byDepth(graph: Graph): readonly number[] {
  const depth = (zone: number): number => {
    let steps = 0;
    for (let at = zone; at >= 0 && steps <= graph.zoneParent.length; at = graph.zoneParent[at] as number) steps++;
    return steps;
  };
  const depths = graph.zones.ids.map((_, zone) => depth(zone));
  return graph.zones.ids.map((_, zone) => zone).sort((a, b) => (depths[b] as number) - (depths[a] as number));
}

/** The bytes of a fact over a space, read through a relation; unknown where the relation does not exist. */
export function relationColumn(columns: Columns, relation: Relation, fact: string, space: Space): Uint8Array {
  const reader = columns.reader(relation, space);
  const { ids } = thingsIn(columns.graph, space);
  if (!reader) return new Uint8Array(ids.length).fill(codes.D_NO);
  const column = columns.column(fact, reader.space);
  const partly = columns.partly(fact, reader.space);
  if (reader.direct && !partly) return gathered(column, reader.direct);
  const join = reader.how === "any" ? anyOf : reader.how === "all" ? allOf : oneOf;
  const out = new Uint8Array(ids.length);
  for (let i = 0; i < out.length; i++) {
    const targets = reader.targets(i);
    out[i] = partly ? joinedFrom(ids[i] as string, targets, column, partly, join) : join(targets, column);
  }
  return out;
}

/** Joined as seen from one thing: a countermeasure that is missing only elsewhere is there. */
function joinedFrom(
  from: string,
  targets: Targets,
  column: Uint8Array,
  partly: ReadonlyMap<number, ReadonlySet<string>>,
  join: (targets: Targets, column: Uint8Array) => number,
): number {
  const bytes = Uint8Array.from(targets.items, (target) =>
    partly.get(target)?.has(from) === false ? codes.code(codes.YES, codes.DECLARED) : (column[target] as number),
  );
  return join({ ...targets, items: [...bytes.keys()] }, bytes);
}

function gathered(column: Uint8Array, targets: Int32Array): Uint8Array {
  const out = new Uint8Array(targets.length);
  for (let i = 0; i < out.length; i++) {
    const target = targets[i] as number;
    out[i] = target < 0 ? codes.D_UNKNOWN : (column[target] as number);
  }
  return out;
}

function oneOf({ items }: Targets, column: Uint8Array): number {
  return items.length === 0 ? codes.D_UNKNOWN : (column[items[0] as number] as number);
}

/** Or: the strongest yes; unknown while something may still be yes. */
function anyOf(targets: Targets, column: Uint8Array): number {
  let best = -1;
  let open = !targets.known || targets.lowerBound;
  for (const target of targets.items) {
    const byte = column[target] as number;
    const value = codes.valueOf(byte);
    if (value === codes.YES && (best < 0 || codes.strengthOfByte(byte) > codes.strengthOfByte(best))) best = byte;
    if (value === codes.UNKNOWN) open = true;
  }
  return best >= 0 ? best : open ? codes.D_UNKNOWN : codes.D_NO;
}

/** And: no if any is no; unknown while something may still be no; the weakest yes; not-applicable of nothing at all. */
function allOf(targets: Targets, column: Uint8Array): number {
  let worst = -1;
  let open = !targets.known || targets.lowerBound;
  for (const target of targets.items) {
    const byte = column[target] as number;
    const value = codes.valueOf(byte);
    if (value === codes.NO) return byte;
    if (value === codes.UNKNOWN) open = true;
    if (value === codes.YES && (worst < 0 || codes.strengthOfByte(byte) < codes.strengthOfByte(worst))) worst = byte;
  }
  if (open) return codes.D_UNKNOWN;
  return worst >= 0 ? worst : codes.code(codes.NOT_APPLICABLE, codes.DERIVED);
}
