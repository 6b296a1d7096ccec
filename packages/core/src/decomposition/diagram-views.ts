// Views of the diagram: what a view shows of the model, and what it may name.
import { at, missingEntry, missingThings } from "../model/checks.ts";
import type { DiagramView, Shown } from "../model/diagram.ts";
import type { Document } from "../model/document.ts";
import { type Effective, effective } from "../model/effective.ts";
import { type Problem, problem } from "../model/problem.ts";
import { inside, zonesRound } from "./arranging.ts";

/** The things of a view, by their ids. */
export interface ViewThings {
  readonly zones: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

type Said = Pick<DiagramView, "shows" | "hides">;

/** Everything that a view shows: what it names, the zones round that, and each flow both ends of which are shown. */
export function thingsOfView(document: Document, { shows, hides = [] }: Said): ViewThings {
  const laid = effective(document);
  const hidden = new Set(hides.map(laid.resolve));
  for (const thing of inside(laid, hidden)) hidden.add(thing);
  const elements = new Set<string>();
  const zones = new Set<string>();
  for (const thing of shows ? named(document, laid, shows) : [...laid.zones.keys(), ...laid.elements.keys()]) {
    if (hidden.has(thing)) continue;
    if (laid.elements.has(thing)) elements.add(thing);
    else zones.add(thing);
    for (const zone of zonesRound(laid, thing)) zones.add(zone);
  }
  const flows = [...laid.flows].flatMap(([id, { value }]) =>
    elements.has(value.from ?? "") && elements.has(value.to ?? "") && !hidden.has(id) ? [id] : [],
  );
  return { zones, elements, flows: new Set(flows) };
}

/** The elements and zones that a view names, directly or by a flow, an entry point or a feature. */
function named(document: Document, laid: Effective, shows: Shown): readonly string[] {
  const { adds = [], changes = [] } = document.model.features?.[shows.feature ?? ""] ?? {};
  const all = [shows.zones, shows.elements, shows.flows, adds, changes].flatMap((ids) => ids ?? []).map(laid.resolve);
  const zones = new Set(all.filter((thing) => laid.zones.has(thing)));
  const elements = all.flatMap((thing): readonly (string | undefined)[] => {
    const flow = laid.flows.get(thing)?.value;
    const point = laid.entryPoints.get(thing)?.value;
    return flow ? [flow.from, flow.to] : point ? [point.on] : [thing];
  });
  return [
    ...zones,
    ...inside(laid, zones),
    ...elements.flatMap((thing) => (thing !== undefined && laid.elements.has(thing) ? [thing] : [])),
  ];
}

/** The problems of what a view names. */
export function viewProblems(document: Document, { shows, hides }: Said): readonly Problem[] {
  const laid = effective(document);
  if (shows && Object.values(shows).every((part) => part === undefined || part.length === 0))
    return [
      problem("bad-argument", "The view shows nothing.", "Name zones, elements, flows or a feature.", at("shows")),
    ];
  return [
    ...missingThings(laid, "shows", shows?.zones, ["zones"]),
    ...missingThings(laid, "shows", shows?.elements, ["elements"]),
    ...missingThings(laid, "shows", shows?.flows, ["flows"]),
    ...(shows?.feature === undefined ? [] : missingEntry("feature", document.model.features, shows.feature, "shows")),
    ...missingThings(laid, "hides", hides, ["zones", "elements", "flows"]),
  ];
}
