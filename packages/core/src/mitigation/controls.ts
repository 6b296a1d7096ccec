// Choosing controls: structural first, and what the platform already gives before what has to be built.
import { chain, type Graph, homeZone, type Space } from "../decomposition/index.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Control, Rule } from "../model/knowledge.ts";
import type { PlatformControl } from "../model/policy.ts";
import { controlLevels } from "../model/vocabulary.ts";

/** A rule's controls: structural before preventive before detective before corrective, in the author's order within a level. */
export function structuralFirst(
  rule: Pick<Rule, "controls">,
  controls: ReadonlyMap<string, Control>,
): readonly string[] {
  const level = (id: string): number => {
    const control = controls.get(id);
    return control ? controlLevels.indexOf(control.level) : controlLevels.length;
  };
  return rule.controls
    .map((id, i) => ({ id, i }))
    .sort((a, b) => level(a.id) - level(b.id) || a.i - b.i)
    .map(({ id }) => id);
}

/** The platform controls that work where a thing is: by zone, technology or tag; one that names none of them works everywhere. */
export function platformFor(
  platform: Readonly<Record<string, PlatformControl>>,
  graph: Graph,
  space: Space,
  i: number,
): readonly string[] {
  const element = elementOf(graph, space, i);
  const zones = new Set(chain(homeZone(graph, space, i), graph.zoneParent).map((zone) => graph.zones.ids[zone]));
  const value = element < 0 ? undefined : graph.elements.entries[element]?.value;
  return Object.keys(platform)
    .filter((id) => {
      const { zones: where, technologies, tags } = platform[id] as PlatformControl;
      if (!where && !technologies && !tags) return true;
      return (
        (where?.some((zone) => zones.has(zone)) ?? false) ||
        (technologies?.some((technology) => value?.technologies?.includes(technology)) ?? false) ||
        (tags?.some((tag) => value?.tags?.includes(tag)) ?? false)
      );
    })
    .sort(byCodeUnit);
}

function elementOf(graph: Graph, space: Space, i: number): number {
  if (space === "element") return i;
  if (space === "flow") return graph.flowTo[i] as number;
  if (space === "entry-point") return graph.entryPointOn[i] as number;
  return space === "dependency" ? (graph.dependencyElement[i] as number) : -1;
}
