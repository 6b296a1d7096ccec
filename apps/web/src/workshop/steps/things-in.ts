// The things that something can be about in a workshop, by title. Pure.
import { type Analysis, distinctTitles, type Nameable } from "@parapet/core";

/** Elements, flows, zones and entry points in focus, in the order of their titles. */
export function thingsIn(analysis: Analysis, focus: ReadonlySet<string> | undefined): readonly Nameable[] {
  const { elements, flows, zones, surface } = analysis;
  const all = [...elements, ...flows, ...zones, ...surface.entryPoints];
  const titles = distinctTitles(elements, flows, zones, surface.entryPoints);
  return all
    .filter(({ id }) => !focus || focus.has(id))
    .map((thing) => ({ ...named(thing), title: titles.get(thing.id) ?? thing.title }))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

/** What a sentence may call a thing. */
function named({ id, title, technologies }: Nameable): Nameable {
  return { id, title, technologies };
}
