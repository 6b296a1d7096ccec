// Whose entry stands against a change, in words.
import { type Change, finer, type KnowsPeople, nameOfPerson, type Problem, pathOf, problem } from "@parapet/core";
import type { Entry } from "./wire.ts";

/** A change that cannot be made, and the entry that stands against it; no entry when that is older than what is known. */
export interface Standing {
  readonly entry: Entry | undefined;
  readonly problem: Problem;
}

/** So many contradictions are named; the first ones tell enough. */
const named = 10;

/** Why changes cannot be made: for each of the first ones, who did last what contradicts it. */
export function standingAgainst(
  contradicted: readonly Change[],
  others: readonly Entry[],
  people: KnowsPeople,
): readonly Standing[] {
  return contradicted.slice(0, named).map((change) => {
    const entry = others.findLast(({ changes }) => changes.some((theirs) => touches(theirs, change)));
    return { entry, problem: conflict(change, entry, people) };
  });
}

/** True for what says only where things are drawn, where the last one to move a thing has moved it; views are chosen, and do conflict. */
export function isLayout({ collection, field }: Change): boolean {
  if (collection === "diagram") return field?.[0] === "parapet";
  return collection === "diagram.positions" || collection === "diagram.sizes";
}

function touches(theirs: Change, mine: Change): boolean {
  const path = pathOf(mine);
  return finer(theirs).some((part) => {
    const other = pathOf(part);
    return path.slice(0, other.length).every((key, i) => key === other[i]);
  });
}

function conflict({ collection, id, field, after }: Change, entry: Entry | undefined, people: KnowsPeople): Problem {
  const what = [id === "model" ? collection : id, ...(field ?? [])].join(" › ");
  const did = after === undefined ? "you removed" : "you changed";
  const who = entry
    ? `what ${nameOfPerson(people, entry.by)} changed at the same time (“${entry.title}”)`
    : "what changed at the same time";
  const say = `${what}: ${did} ${who}. Theirs stands.`;
  return problem("merge-conflict", say, "Look at theirs; repeat yours if it still is right.");
}
