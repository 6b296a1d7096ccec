// Facts about zones, and about where elements live.
import type { ZoneKind } from "../../model/vocabulary.ts";
import { chain } from "../crossings.ts";
import type { Graph } from "../graph.ts";
import { D_NO, D_UNKNOWN, D_YES, derivedByte } from "./code.ts";
import { derived, elementKinds3, type View } from "./derived.ts";

const untrusted: ReadonlySet<ZoneKind> = new Set([
  "internet",
  "third-party",
  "partner-network",
  "device",
  "office-network",
]);

/** Per zone: does it, or a zone that it lies in, have one of these kinds? Unknown when no kind on the way is stated. */
export function zonesOfKind(graph: Graph, kinds: ReadonlySet<ZoneKind>): Uint8Array {
  return Uint8Array.from(graph.zones.ids, (_, zone) => {
    let unknown = false;
    for (const at of chain(zone, graph.zoneParent)) {
      const kind = graph.zones.entries[at]?.value.kind;
      if (kind === undefined) unknown = true;
      else if (kinds.has(kind)) return D_YES;
    }
    return unknown && graph.zones.entries[zone]?.value.kind === undefined ? D_UNKNOWN : D_NO;
  });
}

/** Zones outside our control: an attacker may act from there. */
export function untrustedZones(graph: Graph): Uint8Array {
  return zonesOfKind(graph, untrusted);
}

export function internetZones(graph: Graph): Uint8Array {
  return zonesOfKind(graph, new Set<ZoneKind>(["internet"]));
}

function whereElement(kinds: ReadonlySet<ZoneKind>) {
  return ({ graph }: View) => {
    const zones = zonesOfKind(graph, kinds);
    return (i: number) => {
      const zone = graph.zoneOf[i] as number;
      return zone < 0 ? D_UNKNOWN : (zones[zone] as number);
    };
  };
}

function zoneKindIs(kinds: readonly ZoneKind[]) {
  return ({ graph }: View) => {
    const zones = zonesOfKind(graph, new Set(kinds));
    return (i: number) => zones[i] as number;
  };
}

/** Zones, per zone: is there an element of this kind in it, directly or in a zone that lies in it? */
function holdsElement(kind: number) {
  return ({ graph }: View) => {
    const has = new Uint8Array(graph.zones.ids.length).fill(D_NO);
    for (let i = 0; i < graph.elementKind.length; i++) {
      if (graph.elementKind[i] !== kind) continue;
      for (const zone of chain(graph.zoneOf[i] as number, graph.zoneParent)) has[zone] = D_YES;
    }
    return (i: number) => has[i] as number;
  };
}

export const zoneFacts = [
  derived(
    "in-internet-zone",
    elementKinds3,
    "{subject} is on the internet",
    whereElement(new Set<ZoneKind>(["internet"])),
  ),
  derived("in-untrusted-zone", elementKinds3, "{subject} is in a zone that we do not control", whereElement(untrusted)),
  derived(
    "in-device-zone",
    elementKinds3,
    "{subject} runs on a device in somebody's hands",
    whereElement(new Set<ZoneKind>(["device"])),
  ),
  derived(
    "in-dmz-zone",
    elementKinds3,
    "{subject} is in a zone between the internet and the inside",
    whereElement(new Set<ZoneKind>(["dmz"])),
  ),
  derived("third-party-run", elementKinds3, "{subject} is run by a third party", ({ graph }) => {
    const zones = zonesOfKind(graph, new Set<ZoneKind>(["third-party"]));
    const dependencies = new Set(graph.dependencyElement);
    return (i) => {
      if (dependencies.has(i)) return D_YES;
      const zone = graph.zoneOf[i] as number;
      return zone < 0 ? D_UNKNOWN : (zones[zone] as number);
    };
  }),
  derived(
    "zone-known",
    elementKinds3,
    "it is known where {subject} runs",
    ({ graph }) =>
      (i) =>
        derivedByte((graph.zoneOf[i] as number) >= 0),
  ),
  derived(
    "on-several-zones",
    elementKinds3,
    "{subject} is a member of several zones",
    ({ graph }) =>
      (i) =>
        derivedByte((graph.alsoOn[i] as readonly number[]).length > 0),
  ),
  derived(
    "is-private",
    ["zone"],
    "{subject} is a private zone",
    zoneKindIs(["private-network", "cluster", "host", "process", "cloud-account", "dmz"]),
  ),
  derived(
    "is-segment",
    ["zone"],
    "the border of {subject} states which flows it allows",
    ({ graph }) =>
      (i) =>
        derivedByte(graph.zones.entries[i]?.value.allows !== undefined),
  ),
  derived("holds-process", ["zone"], "{subject} has processes in it", holdsElement(1)),
  derived("holds-data-store", ["zone"], "{subject} has data stores in it", holdsElement(2)),
  derived("borders-internet", ["zone"], "flows from the internet enter {subject}", ({ graph }) => {
    const internet = internetZones(graph);
    const entered = new Uint8Array(graph.zones.ids.length).fill(D_NO);
    graph.borders.forEach((borders, flow) => {
      const home = graph.zoneOf[graph.flowFrom[flow] as number] as number;
      if (borders && home >= 0 && internet[home] === D_YES) for (const zone of borders.enters) entered[zone] = D_YES;
    });
    return (i) => entered[i] as number;
  }),
];
