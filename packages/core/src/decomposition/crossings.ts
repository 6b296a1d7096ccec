// Crossings are computed: the zones whose border a flow leaves or enters.

/** The zones that a flow leaves and enters, innermost first on each side; undefined when an end's zone is unknown. */
export type Borders = { readonly leaves: readonly number[]; readonly enters: readonly number[] } | undefined;

interface Input {
  readonly zoneParent: Int32Array;
  readonly zoneOf: Int32Array;
  readonly alsoOn: readonly (readonly number[])[];
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
}

const nothing: Borders = { leaves: [], enters: [] };

/**
 * The borders of each flow. A flow between two members of one zone crosses nothing. Flows between the same two zones share one result.
 * Linear in flows times nesting depth; zone cycles (refused by the reader) end at the zone count.
 */
export function bordersOf(input: Input): readonly Borders[] {
  const { flowFrom, flowTo, zoneOf, alsoOn } = input;
  const known = new Map<number, Borders>();
  const zones = input.zoneParent.length;
  return Array.from(flowFrom, (from, i) => {
    const to = flowTo[i] as number;
    const a = zoneOf[from] as number;
    const b = zoneOf[to] as number;
    if (a < 0 || b < 0) return undefined;
    if (a === b || shareZone(a, alsoOn[from] as readonly number[], b, alsoOn[to] as readonly number[])) return nothing;
    const key = a * zones + b;
    let borders = known.get(key);
    if (!borders) known.set(key, (borders = between(a, b, input.zoneParent)));
    return borders;
  });
}

function shareZone(a: number, alsoA: readonly number[], b: number, alsoB: readonly number[]): boolean {
  if (alsoA.length === 0 && alsoB.length === 0) return false;
  return alsoA.includes(b) || alsoB.includes(a) || alsoA.some((zone) => alsoB.includes(zone));
}

function between(a: number, b: number, parent: Int32Array): Borders {
  const up = chain(a, parent);
  const down = chain(b, parent);
  const shared = new Set(down);
  return { leaves: up.slice(0, firstIn(up, shared)), enters: down.slice(0, firstIn(down, new Set(up))) };
}

function firstIn(zones: readonly number[], set: ReadonlySet<number>): number {
  const at = zones.findIndex((zone) => set.has(zone));
  return at < 0 ? zones.length : at;
}

/** A zone and the zones it lies in, innermost first. */
export function chain(zone: number, parent: Int32Array): readonly number[] {
  const zones: number[] = [];
  for (let at = zone; at >= 0 && zones.length <= parent.length; at = parent[at] as number) zones.push(at);
  return zones;
}
