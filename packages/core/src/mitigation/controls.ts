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

/** Which controls come after the others of their rule on which thing: by what their cards say, bound once to the facts. */
export class ControlOrder {
  readonly #binder: Binder;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #after = new Map<string, (i: number) => boolean>();
  readonly #some = new Map<readonly string[], readonly string[]>();
  readonly #lists = new Map<string, readonly string[]>();

  constructor(columns: Columns, controls: ReadonlyMap<string, Control>) {
    this.#binder = new Binder(columns);
    this.#controls = controls;
  }

  /** A rule's controls in the order in which they are offered on thing `i`: the list itself where none comes after. */
  of(list: readonly string[], space: Space, i: number): readonly string[] {
    const after = this.#mayComeAfter(list).filter((id) => this.#comesAfter(id, space)?.(i));
    if (after.length === 0 || after.length === list.length) return list;
    const order = [...list.filter((id) => !after.includes(id)), ...after];
    const key = order.join(" ");
    const known = this.#lists.get(key) ?? order;
    this.#lists.set(key, known);
    return known.every((id, at) => id === list[at]) ? list : known;
  }

  /** True when the order of a list depends on the thing. */
  varies(list: readonly string[]): boolean {
    return this.#mayComeAfter(list).length > 0;
  }

  /** The controls of a list whose cards say where they come after; lists are few, and asked for once per threat. */
  #mayComeAfter(list: readonly string[]): readonly string[] {
    let some = this.#some.get(list);
    if (!some) this.#some.set(list, (some = list.filter((id) => this.#controls.get(id)?.after !== undefined)));
    return some;
  }

  #comesAfter(id: string, space: Space): ((i: number) => boolean) | undefined {
    const tree = this.#controls.get(id)?.after;
    if (tree === undefined) return undefined;
    const key = `${id} ${space}`;
    let holds = this.#after.get(key);
    if (!holds) {
      const read = compile(this.#binder.bind(tree, space, true));
      holds = (i) => valueOfResult(read(i)) === codes.YES;
      this.#after.set(key, holds);
    }
    return holds;
  }
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
