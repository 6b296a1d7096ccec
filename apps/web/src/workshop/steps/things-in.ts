// The things that something can be about in a workshop, by title. Pure.
import { type Analysis, distinctTitles, type Nameable } from "@parapet/core";

/** Elements, flows, zones and entry points in focus, in the order of their titles. */
export function thingsIn(analysis: Analysis, focus: ReadonlySet<string> | undefined): readonly Nameable[] {
  const { elements, flows, zones, surface } = analysis;
  const all = [...elements, ...flows, ...zones, ...surface.entryPoints];
  const titles = distinctTitles(elements, flows, zones, surface.entryPoints);
  return all
    .filter(({ id }) => !focus || focus.has(id))
    .map(({ id, title, technologies }: Nameable) => ({ id, title: titles.get(id) ?? title, technologies }))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}
