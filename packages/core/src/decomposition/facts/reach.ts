// Facts about who reaches what: entry points, roles, exposure.

import type { EntryPoint } from "../../model/entry-point.ts";
import { asLong } from "../../model/fact.ts";
import type { EntryPointKind, ZoneKind } from "../../model/vocabulary.ts";
import type { Graph } from "../graph.ts";
import { D_NO, D_UNKNOWN, D_YES, derivedByte, NO, UNKNOWN, valueOf, YES } from "./code.ts";
import { type DerivedFact, derived, elementKinds3, type View } from "./derived.ts";
import { untrustedZones, zonesOfKind } from "./zones.ts";

function pointKind(kind: EntryPointKind): DerivedFact {
  return derived(`is-${kind}`, ["entry-point"], `{subject} is of kind ${kind}`, ({ graph }) => (i) => {
    const stated = graph.entryPoints.entries[i]?.value.kind;
    return derivedByte(stated === undefined ? undefined : stated === kind);
  });
}

/** Roles that nobody had to prove who they are for. */
function anonymousAccess(point: EntryPoint): boolean | undefined {
  const stated = point.access?.anonymous;
  if (stated !== undefined && stated !== "unknown") return stated !== "no";
  if (point.authentication === undefined || point.authentication === "unknown") return undefined;
  return point.authentication === "none";
}

/** The flows that arrive at an entry point: those that it names, else all that arrive at its element. */
export function flowsArriving(graph: Graph, point: number): readonly number[] {
  const via = graph.entryPoints.entries[point]?.value.via;
  if (via) return via.map((id) => graph.flows.index.get(id) ?? -1).filter((flow) => flow >= 0);
  const element = graph.entryPointOn[point] as number;
  return element < 0 ? [] : (graph.flowsIn[element] as readonly number[]);
}

/**
 * Per entry point: does a flow from a zone that we do not control arrive here, directly or handed on by a gateway? Without flows of
 * its own, those of its element tell.
 */
function openToInternet(view: View): (i: number) => number {
  const { graph } = view;
  const zones = untrustedZones(graph);
  const directly = (flow: number): number => {
    const zone = graph.zoneOf[graph.flowFrom[flow] as number] as number;
    return zone < 0 ? UNKNOWN : valueOf(zones[zone] as number);
  };
  const handsOn = gateways(graph, directly);
  return (i) => {
    const flows = flowsArriving(graph, i);
    if (flows.length === 0) return D_UNKNOWN;
    let result = D_NO;
    for (const flow of flows) {
      const value = directly(flow);
      if (value === YES || handsOn(flow)) return D_YES;
      if (value === UNKNOWN) result = D_UNKNOWN;
    }
    return result;
  };
}

const webProtocols: ReadonlySet<string> = new Set("http http2 http3 https h2 h2c grpc grpcs graphql ws wss".split(" "));

/**
 * Does the sender of a flow hand on what reached it from a zone that we do not control? Whatever stands in a zone between does. So does
 * a process that keeps nothing itself: it calls no store, and what it does with a request is to pass it on over the web's protocols.
 */
function gateways(graph: Graph, directly: (flow: number) => number): (flow: number) => boolean {
  const between = zonesOfKind(graph, new Set<ZoneKind>(["dmz"]));
  const isWeb = (flow: number): boolean => {
    const protocol = graph.flows.entries[flow]?.value.protocol;
    return protocol === undefined || webProtocols.has(protocol.toLowerCase());
  };
  const each = (sender: number): "all" | "web" | "none" => {
    const arriving = (graph.flowsIn[sender] as readonly number[]).filter((flow) => directly(flow) === YES);
    if (arriving.length === 0) return "none";
    if (between[graph.zoneOf[sender] as number] === D_YES) return "all";
    const calls = graph.flowsOut[sender] as readonly number[];
    const stores = calls.some((flow) => graph.elementKind[graph.flowTo[flow] as number] === 2);
    return graph.elementKind[sender] === 1 && arriving.some(isWeb) && !stores ? "web" : "none";
  };
  const known = new Map<number, "all" | "web" | "none">();
  return (flow) => {
    const sender = graph.flowFrom[flow] as number;
    const hands = known.get(sender) ?? each(sender);
    known.set(sender, hands);
    return hands === "all" || (hands === "web" && isWeb(flow));
  };
}

/** Elements: any over the entry points on it; a thing without entry points takes `without`. */
function anyPoint(fact: string, without: number) {
  return ({ graph, column }: View) => {
    const points = column(fact, "entry-point");
    return (i: number) => {
      const on = graph.entryPointsOf[i] as readonly number[];
      if (on.length === 0) return saysNoEntryPoints(graph, i) ? D_NO : without;
      let result = D_NO;
      for (const point of on) {
        const value = valueOf(points[point] as number);
        if (value === YES) return D_YES;
        if (value !== NO) result = D_UNKNOWN;
      }
      return result;
    };
  };
}

/** Somebody said that an element, or the whole system, offers no entry point. */
export function saysNoEntryPoints(graph: Graph, element: number): boolean {
  const said =
    graph.elements.entries[element]?.value.facts?.["entry-points"] ?? graph.effective.facts.value["entry-points"];
  return said !== undefined && asLong(said).value === "no";
}

function internetFacing(view: View): (i: number) => number {
  const { graph } = view;
  const zones = untrustedZones(graph);
  const points = view.column("open-to-internet", "entry-point");
  return (i) => {
    const own = graph.zoneOf[i] as number;
    if (own >= 0 && zones[own] === D_YES) return D_NO;
    let result = D_NO;
    for (const flow of graph.flowsIn[i] as readonly number[]) {
      const zone = graph.zoneOf[graph.flowFrom[flow] as number] as number;
      if (zone >= 0 && zones[zone] === D_YES) return D_YES;
      if (zone < 0) result = D_UNKNOWN;
    }
    for (const point of graph.entryPointsOf[i] as readonly number[]) if (points[point] === D_YES) return D_YES;
    return result;
  };
}

/** Breadth first from everything in zones that we do not control, along flows: linear. */
function reachableFromInternet(view: View): (i: number) => number {
  const { graph } = view;
  const zones = untrustedZones(graph);
  const reached = new Uint8Array(graph.elements.ids.length);
  const queue: number[] = [];
  graph.zoneOf.forEach((zone, element) => {
    if (zone >= 0 && zones[zone] === D_YES) queue.push(element);
  });
  for (let head = 0; head < queue.length; head++) {
    for (const flow of graph.flowsOut[queue[head] as number] as readonly number[]) {
      const to = graph.flowTo[flow] as number;
      if (reached[to]) continue;
      reached[to] = 1;
      queue.push(to);
    }
  }
  return (i) => derivedByte(reached[i] === 1);
}

function openToPrivileged({ graph }: View): (i: number) => number {
  const privileged = (role: string) => graph.effective.roles.get(role)?.value.privileged === "yes";
  return (i) => {
    const point = graph.entryPoints.entries[i]?.value;
    if (point?.kind === "admin") return D_YES;
    const access = point?.access;
    if (access === undefined) return D_UNKNOWN;
    return derivedByte(
      Object.entries(access).some(([role, value]) => privileged(role) && value !== "no" && value !== "unknown"),
    );
  };
}

/** Somebody said that the system serves one tenant only. */
function saysOneTenant(graph: Graph): boolean {
  const said = graph.effective.facts.value["several-tenants"];
  return said !== undefined && asLong(said).value === "no";
}

export const reachFacts: readonly DerivedFact[] = [
  ...(["api", "web", "admin", "queue", "file", "webhook", "cli", "scheduled", "pipeline", "physical"] as const).map(
    pointKind,
  ),
  derived(
    "open-to-internet",
    ["entry-point"],
    "{subject} is reached from a zone that we do not control",
    openToInternet,
  ),
  derived(
    "open-to-anonymous",
    ["entry-point"],
    "{subject} is open to everybody who reaches it",
    ({ graph }) =>
      (i) =>
        derivedByte(anonymousAccess(graph.entryPoints.entries[i]?.value as EntryPoint)),
  ),
  derived("meant-for-anonymous", ["entry-point"], "{subject} is meant for everybody", ({ graph }) => (i) => {
    const stated = graph.entryPoints.entries[i]?.value.access?.anonymous;
    return derivedByte(stated === undefined || stated === "unknown" ? undefined : stated !== "no");
  }),
  derived("open-to-privileged", ["entry-point"], "a privileged role uses {subject}", openToPrivileged),
  derived("internet-facing", elementKinds3, "{subject} is reached from a zone that we do not control", internetFacing),
  derived(
    "reachable-from-internet",
    elementKinds3,
    "a path of flows leads from a zone that we do not control to {subject}",
    reachableFromInternet,
  ),
  derived(
    "reachable-anonymously",
    elementKinds3,
    "somebody who proved nothing reaches {subject}",
    anyPoint("open-to-anonymous", D_UNKNOWN),
  ),
  derived(
    "is-process",
    elementKinds3,
    "{subject} is a process",
    ({ graph }) =>
      (i) =>
        derivedByte(graph.elementKind[i] === 1),
  ),
  derived(
    "has-inbound",
    elementKinds3,
    "something connects to {subject}",
    ({ graph }) =>
      (i) =>
        derivedByte((graph.flowsIn[i] as readonly number[]).length > 0),
  ),
  derived(
    "has-outbound",
    elementKinds3,
    "{subject} connects to something",
    ({ graph }) =>
      (i) =>
        derivedByte((graph.flowsOut[i] as readonly number[]).length > 0),
  ),
  derived("calls-third-party", elementKinds3, "{subject} connects to a third party", ({ graph, column }) => {
    const third = column("third-party-run", "element");
    return (i) =>
      derivedByte(
        (graph.flowsOut[i] as readonly number[]).some((flow) => third[graph.flowTo[flow] as number] === D_YES),
      );
  }),
  derived(
    "only-files",
    elementKinds3,
    "{subject} is files that are read and written, and no program",
    ({ graph }) =>
      (i) => {
        if (graph.elementKind[i] !== 2) return D_NO;
        const flows = [...(graph.flowsIn[i] as readonly number[]), ...(graph.flowsOut[i] as readonly number[])];
        return derivedByte(
          flows.length > 0 && flows.every((flow) => graph.flows.entries[flow]?.value.protocol === "file"),
        );
      },
  ),
  derived("multi-tenant", elementKinds3, "{subject} serves several tenants", ({ graph }) => (i) => {
    const tenancy = graph.elements.entries[i]?.value.tenancy;
    if (tenancy !== undefined) return derivedByte(tenancy === "shared");
    // An external entity is somebody else's: unless it is said to be shared, it is nobody's tenant border, and nobody is asked.
    return derivedByte(saysOneTenant(graph) || graph.elementKind[i] === 0 ? false : undefined);
  }),
];
