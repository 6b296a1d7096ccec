// What losing the data on a subject would cost, by the worst class of it.
import {
  chain,
  dependencyData,
  elementData,
  entryPointData,
  flowData,
  type Graph,
  type NumberList,
  type Space,
} from "../decomposition/index.ts";

/**
 * Damage (0–10) by classification. Public data still costs trust when it is changed; unclassified data counts as confidential until
 * somebody says what it is, and that is asked.
 */
const damageOfClass = { public: 2, internal: 4, confidential: 7, restricted: 9, unknown: 7, none: 2 } as const;

/** The worst data on a subject. `data` is its number, -1 when it is unknown which, -2 when there is none. */
export interface WorstData {
  readonly damage: number;
  readonly data: number;
  /** False while it rests on data that is unknown or not classified. */
  readonly classified: boolean;
}

const unknownData: WorstData = { damage: damageOfClass.unknown, data: -1, classified: false };
const noData: WorstData = { damage: damageOfClass.none, data: -2, classified: true };

/** Finds the worst data per thing; each thing is looked at once. */
export class Damage {
  readonly #graph: Graph;
  readonly #elements: (WorstData | undefined)[] = [];
  readonly #flows: (WorstData | undefined)[] = [];
  readonly #data: readonly WorstData[];
  #zones: WorstData[] | undefined;
  #model: WorstData | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#data = graph.data.entries.map(({ value: { classification } }, data) => ({
      damage: damageOfClass[classification ?? "unknown"],
      data,
      classified: classification !== undefined,
    }));
  }

  of(space: Space, i: number): WorstData {
    const graph = this.#graph;
    switch (space) {
      case "element":
        return (this.#elements[i] ??= this.#worst(elementData(graph, i)));
      case "flow":
        return (this.#flows[i] ??= this.#worst(flowData(graph, i)));
      case "entry-point": {
        const own = this.#worst(entryPointData(graph, i));
        const on = graph.entryPointOn[i] as number;
        return own.data !== -1 || on < 0 ? own : this.of("element", on);
      }
      case "dependency":
        return this.#dependency(i);
      case "data":
        return this.#data[i] as WorstData;
      case "zone":
        return (this.#zones ??= this.#zoneWorst())[i] as WorstData;
      case "model":
        return (this.#model ??= graph.data.ids.length === 0 ? unknownData : this.#data.reduce(worse));
    }
  }

  #dependency(i: number): WorstData {
    const graph = this.#graph;
    const lists = dependencyData(graph, i);
    if (lists.length > 0) return this.#worst(lists);
    const users = graph.dependencies.entries[i]?.value["used-by"] ?? [];
    const elements = users.map((id) => graph.elements.index.get(id) ?? -1).filter((at) => at >= 0);
    return elements.length === 0 ? unknownData : elements.map((at) => this.of("element", at)).reduce(worse);
  }

  #worst(lists: readonly NumberList[]): WorstData {
    let worst = noData;
    for (const list of lists) {
      if (!list.known) worst = worse(worst, unknownData);
      for (const item of list.items) worst = worse(worst, this.#data[item] as WorstData);
    }
    return worst;
  }

  #zoneWorst(): WorstData[] {
    const graph = this.#graph;
    const zones: WorstData[] = graph.zones.ids.map(() => noData);
    for (let element = 0; element < graph.zoneOf.length; element++) {
      const own = this.of("element", element);
      for (const zone of chain(graph.zoneOf[element] as number, graph.zoneParent))
        zones[zone] = worse(zones[zone] as WorstData, own);
    }
    return zones;
  }
}

/** The one that costs more; of equals the classified one, so that a name stands for it, and some data rather than none. */
function worse(a: WorstData, b: WorstData): WorstData {
  if (a.damage !== b.damage) return a.damage > b.damage ? a : b;
  if (a.data === noData.data) return b;
  return a.classified || !b.classified ? a : b;
}
