// The things that something can be about in a workshop, by title. Pure.
import { type Analysis, distinctTitles } from "@parapet/core";

export interface Thing {
  readonly id: string;
  readonly title: string;
}

/** Elements, flows, zones and entry points in focus, in the order of their titles. */
export function thingsIn(analysis: Analysis, focus: ReadonlySet<string> | undefined): readonly Thing[] {
  const { elements, flows, zones, surface } = analysis;
  const all = [...elements, ...flows, ...zones, ...surface.entryPoints];
  const titles = distinctTitles(elements, flows, zones, surface.entryPoints);
  return all
    .filter(({ id }) => !focus || focus.has(id))
    .map(({ id, title }) => ({ id, title: titles.get(id) ?? title }))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}
