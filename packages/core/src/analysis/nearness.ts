// Which things and zones a subject belongs to: a flow to its ends, an entry point to what it is on, each to the zones round it.
import type { Analysis } from "./result.ts";

export class Nearness {
  readonly #things = new Map<string, readonly string[]>();
  readonly #zoneOf = new Map<string, string>();
  readonly #parent = new Map<string, string>();

  constructor({ elements, flows, zones, surface }: Analysis) {
    for (const { id, zone } of elements) if (zone) this.#zoneOf.set(id, zone);
    for (const zone of zones) if (zone.in) this.#parent.set(zone.id, zone.in);
    for (const { id, from, to } of flows) this.#things.set(id, [id, from, to]);
    for (const { id, on } of surface.entryPoints) this.#things.set(id, [id, on]);
    for (const { id, usedBy } of surface.dependencies) this.#things.set(id, [id, ...usedBy]);
    for (const { id } of zones) this.#zoneOf.set(id, id);
  }

  /** The subject itself, and what it is on or between. */
  things(subject: string): readonly string[] {
    return this.#things.get(subject) ?? [subject];
  }

  /** The zones that one of those is in, inner ones before those round them. */
  zones(subject: string): readonly string[] {
    return this.things(subject).flatMap((thing) => {
      const found: string[] = [];
      for (
        let zone = this.#zoneOf.get(thing);
        zone !== undefined && !found.includes(zone);
        zone = this.#parent.get(zone)
      )
        found.push(zone);
      return found;
    });
  }
}
