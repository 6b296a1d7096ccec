// Titles as lists show them: two things of one kind with the same title are told apart by their ids.

/** A thing with an id and a title. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Id → title, with the id behind it where another thing of the same kind has that title too. */
export function distinctTitles(...kinds: readonly (readonly Titled[])[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const things of kinds) {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { title } of things) (seen.has(title) ? twice : seen).add(title);
    for (const { id, title } of things) titles.set(id, twice.has(title) && title !== id ? `${title} (${id})` : title);
  }
  return titles;
}
