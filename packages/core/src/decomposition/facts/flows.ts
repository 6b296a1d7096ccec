// Facts about flows and their crossings: borders, direction, and what is at the ends.

import type { ZoneKind } from "../../model/vocabulary.ts";
import { thirdPartyZones } from "./carried-data.ts";
import { D_NO, D_UNKNOWN, D_YES, derivedByte, NO, UNKNOWN, valueOf, YES } from "./code.ts";
import { type DerivedFact, derived, flowKinds, type View } from "./derived.ts";
import { internetZones, untrustedZones, zonesOfKind } from "./zones.ts";

/** yes, no, unknown of a zone byte for an element's home. */
function homeValue(view: View, zones: Uint8Array, element: number): number {
  const zone = view.graph.zoneOf[element] as number;
  return zone < 0 ? UNKNOWN : valueOf(zones[zone] as number);
}

function byteOf(value: number): number {
  return value === YES ? D_YES : value === NO ? D_NO : D_UNKNOWN;
}

function opposite(byte: number): number {
  return byte === D_YES ? D_NO : byte === D_NO ? D_YES : D_UNKNOWN;
}

/** One end lies in zones of that kind and the other does not. */
function crossesInto(find: (view: View) => Uint8Array) {
  return (view: View) => {
    const zones = find(view);
    return (i: number) => {
      const a = homeValue(view, zones, view.graph.flowFrom[i] as number);
      const b = homeValue(view, zones, view.graph.flowTo[i] as number);
      if (a === UNKNOWN || b === UNKNOWN) return D_UNKNOWN;
      return byteOf(a === b ? NO : YES);
    };
  };
}

function end(which: "flowFrom" | "flowTo", wanted: number, only?: number) {
  return (view: View) => {
    const zones = untrustedZones(view.graph);
    return (i: number) => {
      const value = homeValue(view, zones, view.graph[which][i] as number);
      if (value === UNKNOWN) return D_UNKNOWN;
      if (
        only !== undefined &&
        homeValue(view, zones, view.graph[which === "flowFrom" ? "flowTo" : "flowFrom"][i] as number) !== only
      )
        return D_NO;
      return byteOf(value === wanted ? YES : NO);
    };
  };
}

function endKind(which: "flowFrom" | "flowTo", kind: number) {
  return ({ graph }: View) =>
    (i: number) =>
      derivedByte(graph.elementKind[graph[which][i] as number] === kind);
}

function declares(what: string) {
  return ({ graph }: View) =>
    (i: number) =>
      derivedByte(graph.flows.entries[i]?.value.crosses?.some((crossing) => crossing.what === what) ?? false);
}

function crossesBorder({ graph }: View) {
  return (i: number) => {
    const borders = graph.borders[i];
    if ((graph.flows.entries[i]?.value.crosses?.length ?? 0) > 0) return D_YES;
    return borders === undefined ? D_UNKNOWN : derivedByte(borders.leaves.length + borders.enters.length > 0);
  };
}

/**
 * Both ends are in the same host, process or device zone, or the flow reads and writes files in its own zone, such as a mounted volume;
 * and nobody says that it goes from one machine to another: nothing goes over a network.
 */
function withinHost(view: View) {
  const { graph } = view;
  const betweenMachines = declares("machine")(view);
  const hosts = zonesOfKind(graph, new Set<ZoneKind>(["host", "process", "device"]));
  return (i: number) => {
    const a = graph.zoneOf[graph.flowFrom[i] as number] as number;
    const b = graph.zoneOf[graph.flowTo[i] as number] as number;
    if (a < 0 || b < 0) return D_UNKNOWN;
    const local = hosts[a] === D_YES || graph.flows.entries[i]?.value.protocol === "file";
    return a === b && local && betweenMachines(i) === D_NO ? D_YES : D_NO;
  };
}

/** Some border that the flow crosses states which flows it lets through, and not this one. */
function segmentRefuses({ graph }: View) {
  return (i: number) => {
    const borders = graph.borders[i];
    if (borders === undefined) return D_UNKNOWN;
    const lists = [...borders.leaves, ...borders.enters].map((zone) => graph.zones.entries[zone]?.value.allows);
    return derivedByte(lists.some((allows) => allows !== undefined && !allows.includes(graph.flows.ids[i] as string)));
  };
}

/** Every entry point where the flow arrives is open to anonymous callers on purpose. */
function meantForEverybody({ graph }: View) {
  const meant = new Set<number>();
  const guarded = new Set<number>();
  for (const { value } of graph.entryPoints.entries) {
    const access = value.access?.anonymous ?? "no";
    const into = access === "no" || access === "unknown" ? guarded : meant;
    for (const id of value.via ?? []) into.add(graph.flows.index.get(id) ?? -1);
  }
  return (i: number) => derivedByte(meant.has(i) && !guarded.has(i));
}

export const flowFacts: readonly DerivedFact[] = [
  derived("meant-for-everybody", flowKinds, "{subject} arrives only where everybody is welcome", meantForEverybody),
  derived("segment-refuses", flowKinds, "a border that {subject} crosses does not list it as allowed", segmentRefuses),
  derived("crosses-border", flowKinds, "{subject} crosses a trust boundary", crossesBorder),
  derived("same-zone", flowKinds, "both ends of {subject} are in one zone", (view) => {
    const crosses = crossesBorder(view);
    return (i) => opposite(crosses(i));
  }),
  derived(
    "crosses-internet",
    flowKinds,
    "{subject} crosses the internet",
    crossesInto(({ graph }) => internetZones(graph)),
  ),
  derived(
    "crosses-third-party",
    flowKinds,
    "{subject} goes to or comes from a third party",
    crossesInto(({ graph }) => thirdPartyZones(graph)),
  ),
  derived("to-untrusted", flowKinds, "{subject} goes to a zone that we do not control", end("flowTo", YES)),
  derived("enters-trust", flowKinds, "{subject} comes in from a zone that we do not control", end("flowFrom", YES, NO)),
  derived("leaves-trust", flowKinds, "{subject} leaves to a zone that we do not control", end("flowTo", YES, NO)),
  derived("crosses-tenant", flowKinds, "{subject} goes from one tenant to what several share", declares("tenant")),
  derived("crosses-user", flowKinds, "{subject} goes from one user account to another", declares("user")),
  derived("crosses-process", flowKinds, "{subject} crosses a process border", declares("process")),
  derived("within-host", flowKinds, "both ends of {subject} are on one machine", withinHost),
  derived("to-data-store", flowKinds, "{subject} goes to a data store", endKind("flowTo", 2)),
  derived("to-process", flowKinds, "{subject} goes to a process", endKind("flowTo", 1)),
  derived("to-external", flowKinds, "{subject} goes to an external entity", endKind("flowTo", 0)),
  derived("from-external", flowKinds, "{subject} comes from an external entity", endKind("flowFrom", 0)),
  derived("from-process", flowKinds, "{subject} comes from a process", endKind("flowFrom", 1)),
  derived("from-data-store", flowKinds, "{subject} comes from a data store", endKind("flowFrom", 2)),
];
