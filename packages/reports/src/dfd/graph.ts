// What the diagram shows: the analysis as elements, flows and nested zones, each with its count of open and asked threats.
import type { Analysis, FlowView, Status, SurfaceEntry, Tier } from "@parapet/core";
import { asBefore, byCodeUnit, tiers } from "@parapet/core";

/** How many threats, and the highest tier among them. */
export interface Heat {
  readonly count: number;
  readonly tier: Tier;
}

/** Counts of one thing; the open count never stands without the asked one. */
export interface Counts {
  readonly open?: Heat;
  readonly asked?: Heat;
}

export interface DiagramElement extends Counts {
  readonly id: string;
  readonly title: string;
  /** A collapsed zone is drawn as one box, with the zone's id. */
  readonly kind: "external-entity" | "process" | "data-store" | "collapsed-zone";
  readonly zone?: string;
  readonly technologies: readonly string[];
}

/** Whether data goes to an end of a flow: `untold` when the model does not say. */
export type Arrival = "data" | "untold" | "none";

export interface DiagramFlow extends Counts {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  /** The titles of the data that goes there and that comes back, where they are told. */
  readonly carries?: readonly string[];
  readonly returns?: readonly string[];
  readonly atTo: Arrival;
  readonly atFrom: Arrival;
  /** False when a source could not tell which end opens the connection. */
  readonly opensAtFrom: boolean;
  /** The zones whose borders it crosses. */
  readonly crossing: readonly string[];
  /** The flows that it stands for, where zones are folded. */
  readonly bundles?: readonly string[];
}

export interface DiagramZone extends Counts {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  readonly in?: string;
}

export interface DiagramGraph {
  readonly title: string;
  readonly elements: readonly DiagramElement[];
  readonly flows: readonly DiagramFlow[];
  readonly zones: readonly DiagramZone[];
  /** Of the whole model, for the heading. */
  readonly open: number;
  readonly asked: number;
}

/** What the counts read of a threat. */
export type CountedThreat = Pick<Analysis["threats"][number], "subject" | "finding" | "status" | "tier">;

/** The parts of the analysis that a diagram is made from. */
export interface DiagramSource extends Pick<Analysis, "flows" | "zones"> {
  readonly elements: readonly Omit<Analysis["elements"][number], "exposure">[];
  readonly threats: readonly CountedThreat[];
  readonly model: Pick<Analysis["model"], "system">;
  readonly summary: Pick<Analysis["summary"], "open" | "asked">;
  readonly surface: { readonly entryPoints: readonly Pick<SurfaceEntry, "id" | "on">[] };
  /** The titles of data by id; with them, labels of flows name what is carried. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Builds the graph of the diagram; everything is sorted by id, so the same analysis gives the same picture. */
export function diagramGraph(analysis: DiagramSource): DiagramGraph {
  const counts = countsOf(analysis);
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodeUnit(a.id, b.id);
  const zoneIds = new Set(analysis.zones.map((zone) => zone.id));
  const elementIds = new Set(analysis.elements.map((element) => element.id));
  const parents = acyclicParents(analysis.zones);
  return {
    title: analysis.model.system,
    elements: [...analysis.elements].sort(byId).map((element) => {
      const home = element.zone !== undefined && zoneIds.has(element.zone) ? element.zone : undefined;
      return drawnElement(element, { home, counts: counts.get(element.id) });
    }),
    flows: analysis.flows
      .filter((flow) => elementIds.has(flow.from) && elementIds.has(flow.to) && flow.from !== flow.to)
      .sort(byId)
      .map((flow) => drawnFlow(flow, { data: analysis.data, counts: counts.get(flow.id) })),
    zones: [...analysis.zones]
      .sort(byId)
      .map((zone) => drawnZone(zone, { home: parents.get(zone.id), counts: counts.get(zone.id) })),
    open: analysis.summary.open,
    asked: analysis.summary.asked,
  };
}

/** What a thing is drawn with beside what it says of itself: the zone that it lies in, and its counts. */
interface Drawn {
  readonly home: string | undefined;
  readonly counts: Counts | undefined;
}

const drawnElement = asBefore<DiagramSource["elements"][number], Drawn, DiagramElement>(
  ({ id, title, kind, technologies }, { home, counts }) => ({
    id,
    title,
    kind,
    ...(home === undefined ? {} : { zone: home }),
    technologies,
    ...counts,
  }),
  (a, b) => a.home === b.home && isCountedSame(a.counts, b.counts),
);

const drawnZone = asBefore<DiagramSource["zones"][number], Drawn, DiagramZone>(
  ({ id, title, kind }, { home, counts }) => ({
    id,
    title,
    ...(kind === undefined ? {} : { kind }),
    ...(home === undefined ? {} : { in: home }),
    ...counts,
  }),
  (a, b) => a.home === b.home && isCountedSame(a.counts, b.counts),
);

interface DrawnFlow {
  readonly data: DiagramSource["data"];
  readonly counts: Counts | undefined;
}

const drawnFlow = asBefore<FlowView, DrawnFlow, DiagramFlow>(
  (flow, { data, counts }) => ({ ...flowOf(flow, data), ...counts }),
  (a, b) => a.data === b.data && isCountedSame(a.counts, b.counts),
);

function isCountedSame(a: Counts | undefined, b: Counts | undefined): boolean {
  return a === b || (isHeatSame(a?.open, b?.open) && isHeatSame(a?.asked, b?.asked));
}

function isHeatSame(a: Heat | undefined, b: Heat | undefined): boolean {
  return a === b || (a?.count === b?.count && a?.tier === b?.tier);
}

function flowOf(flow: FlowView, data: DiagramSource["data"]): DiagramFlow {
  return {
    id: flow.id,
    title: flow.title,
    from: flow.from,
    to: flow.to,
    ...(flow.protocol === undefined ? {} : { protocol: flow.protocol }),
    ...(data ? { carries: titlesOf(flow.carries, data), returns: titlesOf(flow.returns, data) } : {}),
    atTo: arrival(flow.carries, "untold"),
    atFrom: arrival(flow.returns, "none"),
    opensAtFrom: flow.opens !== "unknown",
    crossing: flow.crossing ?? [],
  };
}

function titlesOf(ids: readonly string[] | undefined, data: Readonly<Record<string, string>>): readonly string[] {
  return (ids ?? []).map((id) => (Object.hasOwn(data, id) ? (data[id] as string) : id));
}

/** An absent list is unknown, an empty one is none. What comes back is only drawn when it is told. */
function arrival(data: readonly string[] | undefined, absent: Arrival): Arrival {
  if (data === undefined) return absent;
  return data.length > 0 ? "data" : "none";
}

/** Statuses that leave nothing to do in the picture. */
const settled: ReadonlySet<Status> = new Set<Status>([
  "orphaned",
  "avoided",
  "accepted",
  "transferred",
  "not-applicable",
  "verified",
  "addressed",
]);

const counted = new WeakMap<
  readonly CountedThreat[],
  { readonly on: string; readonly counts: ReadonlyMap<string, Counts> }
>();

/** The counts are those of before where the threats are and stand on the same elements: a drawing changes more often than they do. */
function countsOf({ threats, surface }: DiagramSource): ReadonlyMap<string, Counts> {
  const on = surface.entryPoints.map((entry) => `${entry.id} ${entry.on}`).join();
  const known = counted.get(threats);
  if (known?.on === on) return known.counts;
  const counts = countThreats({ threats, surface });
  counted.set(threats, { on, counts });
  return counts;
}

/** Per drawn thing; a threat on an entry point counts for the element that it is on. */
function countThreats(analysis: Pick<DiagramSource, "threats" | "surface">): ReadonlyMap<string, Counts> {
  const elementOf = new Map(analysis.surface.entryPoints.map((entry) => [entry.id, entry.on]));
  const counts = new Map<string, { open?: Counted; asked?: Counted }>();
  for (const threat of analysis.threats) {
    const state = stateOf(threat);
    if (!state) continue;
    const id = elementOf.get(threat.subject) ?? threat.subject;
    let own = counts.get(id);
    if (!own) counts.set(id, (own = {}));
    const heat = own[state];
    if (!heat) own[state] = { count: 1, tier: threat.tier };
    else count(heat, threat.tier);
  }
  return counts;
}

type Counted = { -readonly [K in keyof Heat]: Heat[K] };

function count(heat: Counted, tier: Tier): void {
  heat.count++;
  if (tiers.indexOf(tier) < tiers.indexOf(heat.tier)) heat.tier = tier;
}

function stateOf(threat: CountedThreat): "open" | "asked" | undefined {
  if (settled.has(threat.status)) return undefined;
  return threat.finding === "open" || threat.finding === "asked" ? threat.finding : undefined;
}

/** Zone → the zone that it lies in, with unknown ones and cycles left out. */
function acyclicParents(zones: DiagramSource["zones"]): ReadonlyMap<string, string> {
  const ids = new Set(zones.map((zone) => zone.id));
  const parents = new Map<string, string>();
  for (const zone of [...zones].sort((a, b) => byCodeUnit(a.id, b.id))) {
    if (zone.in === undefined || !ids.has(zone.in)) continue;
    let above: string | undefined = zone.in;
    while (above !== undefined && above !== zone.id) above = parents.get(above);
    if (above === undefined) parents.set(zone.id, zone.in);
  }
  return parents;
}
