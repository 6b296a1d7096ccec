// What is said in a room and written down by somebody else: by whom, recorded by whom. A review, sign-off or approval that was only
// said is claimed until that person does it themselves.
import { samePerson } from "./authority.ts";
import { type KnowsPeople, nameOfPerson } from "./called.ts";
import type { CommandContext } from "./command.ts";
import { person } from "./fields.ts";

/** Who says something, and who writes it down when that is another person. */
export interface Speaking {
  readonly by: string;
  readonly "recorded-by"?: string;
}

/** The input field of a command that writes down what another person says. */
export const saidBy = person
  .optional()
  .describe("Who says it, when the author only writes it down; it counts once that person does it themselves");

/** The same for what counts as it is said: an answer, a threat. */
export const heardFrom = person.optional().describe("Who says it, when the author only writes it down");

/** Who speaks, and who records it. A person who names themselves, by any of their names, speaks for themselves. */
export function speaking(
  { document, by }: Pick<CommandContext, "document" | "by">,
  speaker: string | undefined,
): Speaking {
  return speaker === undefined || samePerson(document, speaker, by) ? { by } : { by: speaker, "recorded-by": by };
}

/** True for an entry that its person only said. */
export function isSpoken(entry: {
  readonly "recorded-by"?: string | undefined;
  readonly said?: object | undefined;
}): boolean {
  return entry["recorded-by"] !== undefined || entry.said !== undefined;
}

/** Who said it, and who wrote it down; older reviews say both under `said`. */
export function spokenBy(entry: {
  readonly by: string;
  readonly "recorded-by"?: string | undefined;
  readonly said?: { readonly by: string; readonly recorded: string } | undefined;
}): { readonly by: string; readonly recorded: string } {
  return entry.said ?? { by: entry.by, recorded: entry["recorded-by"] ?? entry.by };
}

/** In a sentence: that a person said it, and what has to happen before it counts. */
export function claimedBy(people: KnowsPeople, entry: Parameters<typeof spokenBy>[0], does: string): string {
  const { by, recorded } = spokenBy(entry);
  const name = nameOfPerson(people, by);
  return `${nameOfPerson(people, recorded)} recorded what ${name} said; it counts once ${name} ${does}`;
}
