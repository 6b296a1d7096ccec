// The stacks that a control is specified for: those in use where it is applied first, then the others, then what fits any.
import type { Knowledge, Texts } from "@parapet/core";

export interface StackChoice {
  readonly id: string;
  readonly title: string;
  readonly used: boolean;
}

export function stackChoices(
  control: string,
  { knowledge, texts }: { readonly knowledge: Knowledge; readonly texts: Texts },
  used: ReadonlySet<string>,
): readonly StackChoice[] {
  const titles = new Map(knowledge.technologies.map(({ id, title }) => [id, title]));
  const known = Object.keys(texts.controls[control]?.stacks ?? {}).filter((id) => id !== "default");
  const choices = known.map((id): StackChoice => ({ id, title: titles.get(id) ?? id, used: used.has(id) }));
  return choices.sort((a, b) => Number(b.used) - Number(a.used) || (a.title < b.title ? -1 : 1));
}
