// Choosing controls: structural first, and what the platform already gives before what has to be built.
import { type Columns, chain, codes, type Graph, homeZone, type Space } from "../decomposition/index.ts";
import { Binder, compile, valueOfResult } from "../enumeration/index.ts";
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

/** The order of a rule's controls on thing `i` of a space. */
export type OrderOn = (i: number) => readonly string[];

/** Which controls come after the others of their rule on which thing: by what their cards say, bound once to the facts. */
export class ControlOrder {
  readonly #binder: Binder;
  readonly #controls: ReadonlyMap<string, Control>;

  constructor(columns: Columns, controls: ReadonlyMap<string, Control>) {
    this.#binder = new Binder(columns);
    this.#controls = controls;
  }

  /** A rule's controls in the order in which they are offered per thing: the list itself where none comes after the others. Equal orders are one list. */
  of(list: readonly string[], space: Space): OrderOn {
    const tests = list.map((id) => this.#comesAfter(id, space));
    if (tests.every((test) => test === undefined)) return () => list;
    const orders = new Map<number, readonly string[]>();
    return (i) => {
      let after = 0;
      for (let k = 0; k < tests.length; k++) if (tests[k]?.(i)) after |= 1 << k;
      let order = orders.get(after);
      if (!order) orders.set(after, (order = moved(list, after)));
      return order;
    };
  }

  #comesAfter(id: string, space: Space): ((i: number) => boolean) | undefined {
    const tree = this.#controls.get(id)?.after;
    if (tree === undefined) return undefined;
    const read = compile(this.#binder.bind(tree, space, true));
    return (i) => valueOfResult(read(i)) === codes.YES;
  }
}

/** The list with those behind whose bit is set; the list itself when that changes nothing. */
function moved(list: readonly string[], after: number): readonly string[] {
  const comes = (k: number) => (after & (1 << k)) !== 0;
  const order = [...list.filter((_, k) => !comes(k)), ...list.filter((_, k) => comes(k))];
  return order.every((id, k) => id === list[k]) ? list : order;
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
