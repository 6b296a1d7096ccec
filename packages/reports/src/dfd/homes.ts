// Who lies in what: the zone of each thing, how deep it is, and everything inside of a zone.

/** The parts of a graph that say where things lie. */
export interface Nesting {
  readonly elements: readonly { readonly id: string; readonly zone?: string }[];
  readonly zones: readonly { readonly id: string; readonly in?: string }[];
}

/** The home zone of each thing; a thing without one maps to undefined. */
export function homesOf(graph: Nesting): ReadonlyMap<string, string | undefined> {
  return new Map([
    ...graph.zones.map((zone) => [zone.id, zone.in] as const),
    ...graph.elements.map((element) => [element.id, element.zone] as const),
  ]);
}

/** How many zones lie round each zone. */
export function zoneDepths(zones: Nesting["zones"]): ReadonlyMap<string, number> {
  const parents = new Map(zones.map((zone) => [zone.id, zone.in]));
  const depths = new Map<string, number>();
  for (const { id } of zones) {
    const path: string[] = [];
    let at: string | undefined = id;
    for (; at !== undefined && !depths.has(at) && path.length <= zones.length; at = parents.get(at)) path.push(at);
    let depth = at === undefined ? -1 : (depths.get(at) ?? -1);
    for (const one of path.reverse()) depths.set(one, ++depth);
  }
  return depths;
}

/** Zones ordered so that each comes after all that lie in it. */
export function innermostFirst<T extends { readonly id: string; readonly in?: string }>(zones: readonly T[]): T[] {
  const depths = zoneDepths(zones);
  const depth = (zone: T) => depths.get(zone.id) ?? 0;
  return [...zones].sort((a, b) => depth(b) - depth(a) || (a.id < b.id ? -1 : 1));
}

/** The things and all that lies inside of those of them that are zones. */
export function withInsides(graph: Nesting, ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set(ids);
  for (const zone of innermostFirst(graph.zones).reverse()) {
    if (zone.in !== undefined && found.has(zone.in)) found.add(zone.id);
  }
  for (const { id, zone } of graph.elements) if (zone !== undefined && found.has(zone)) found.add(id);
  return found;
}
