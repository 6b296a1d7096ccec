// Who attacks, from where, and which entry points they meet first.
import type { AttackerView } from "../analysis/result.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { DefaultAttacker } from "../model/knowledge.ts";
import type { Attacker } from "../model/people.ts";
import { chain } from "./crossings.ts";
import { flowsArriving } from "./facts/reach.ts";
import type { Graph } from "./graph.ts";

/**
 * The attackers that a model names, each completed by the default of the same id; of a model that names none, the defaults that
 * have where to start in it, those of tenants only where something is shared. By id. Linear in attackers × (elements + entry points with their flows).
 */
export function attackersOf(graph: Graph, defaults: readonly DefaultAttacker[]): readonly AttackerView[] {
  const named = graph.document.model.attackers;
  const byId = new Map(defaults.map((one) => [one.id, one]));
  if (named) {
    const ids = Object.keys(named).sort(byCodeUnit);
    return ids.map((id) => viewOf(graph, id, { ...byId.get(id), ...named[id] }, "model"));
  }
  const kinds = new Set(graph.zones.entries.map(({ value }) => value.kind));
  const shared = graph.elements.entries.some(({ value }) => value.tenancy === "shared");
  return defaults
    .filter(({ starts, tenancy }) => kinds.has(starts) && (tenancy === undefined || shared))
    .map((one) => viewOf(graph, one.id, one, "knowledge"));
}

function viewOf(graph: Graph, id: string, attacker: Attacker, from: AttackerView["from"]): AttackerView {
  const { title, description, starts, capability, motive } = attacker;
  const at = starts === undefined ? undefined : placeOf(graph, starts);
  const meets = graph.entryPoints.ids.filter(
    (_, point) => at && flowsArriving(graph, point).some((flow) => at(graph.flowFrom[flow] as number)),
  );
  return {
    id,
    title: title ?? id,
    ...(description ? { description } : {}),
    ...(starts ? { starts } : {}),
    ...(capability ? { capability } : {}),
    ...(motive ? { motive } : {}),
    from,
    meets,
  };
}

/** Is an element where an attacker starts: the element itself, one in the zone, or one in a zone of the kind? */
function placeOf(graph: Graph, starts: string): (element: number) => boolean {
  const element = graph.elements.index.get(starts);
  if (element !== undefined) return (i) => i === element;
  const zone = graph.zones.index.get(starts);
  const isThere = (at: number): boolean => at === zone || graph.zones.entries[at]?.value.kind === starts;
  return (i) => chain(graph.zoneOf[i] as number, graph.zoneParent).some(isThere);
}
