// Two revisions in one drawing: what is there now with what was there before, and what came, went or changed.
import type { ModelDiff } from "@parapet/core";
import { type DiagramGraph, type DiagramSource, diagramGraph } from "./graph.ts";
import type { ChangeKind } from "./scene-types.ts";

/** What a revision draws. */
export interface DrawnRevision extends Pick<DiagramSource, "elements" | "flows" | "zones"> {
  readonly system: string;
  readonly entryPoints: DiagramSource["surface"]["entryPoints"];
}

/** A graph of both, and what became of its things. */
export interface LaidOver {
  readonly graph: DiagramGraph;
  readonly changes: Readonly<Record<string, ChangeKind>>;
}

type Difference = Pick<ModelDiff, "things" | "surface">;
const drawnKinds: ReadonlySet<string> = new Set(["element", "flow", "zone"]);

/** Lays two revisions over each other. What went stands where it was, under the ids that things have now. */
export function laidOver(before: DrawnRevision, after: DrawnRevision, diff: Difference): LaidOver {
  const now = new Map(diff.things.flatMap(({ id, was }) => (was === undefined ? [] : [[was, id] as const])));
  const called = (id: string): string => now.get(id) ?? id;
  const there = new Set([...after.elements, ...after.flows, ...after.zones].map(({ id }) => id));
  const gone = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] =>
    things.filter(({ id }) => !there.has(called(id)));
  const zones = gone(before.zones).map((zone) => (zone.in === undefined ? zone : { ...zone, in: called(zone.in) }));
  const elements = gone(before.elements).map((element) =>
    element.zone === undefined ? element : { ...element, zone: called(element.zone) },
  );
  const flows = gone(before.flows).map((flow) => ({ ...flow, from: called(flow.from), to: called(flow.to) }));
  const graph = diagramGraph({
    elements: [...after.elements, ...elements],
    flows: [...after.flows, ...flows],
    zones: [...after.zones, ...zones],
    threats: [],
    model: { system: after.system },
    summary: { open: 0, asked: 0 },
    surface: { entryPoints: [] },
  });
  return { graph, changes: changesOf(before, after, diff) };
}

/** What came, went or changed; what changed on an entry point shows on the element that it is on. */
function changesOf(before: DrawnRevision, after: DrawnRevision, diff: Difference): LaidOver["changes"] {
  const changes: Record<string, ChangeKind> = {};
  const on = new Map([...before.entryPoints, ...after.entryPoints].map((point) => [point.id, point.on]));
  for (const { id } of diff.surface.entryPoints) {
    const element = on.get(id);
    if (element !== undefined) changes[element] = "changed";
  }
  for (const { kind, id, change } of diff.things)
    if (drawnKinds.has(kind)) changes[id] = change === "renamed" ? "changed" : change;
  return changes;
}
