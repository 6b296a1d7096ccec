// What others did that stands against changes made beside it.
import { type Change, type Problem, problem, rebase } from "@parapet/core";
import type { Entry } from "./wire.ts";

/** A change that cannot stand beside an entry of somebody else. */
export interface Standing {
  readonly entry: Entry;
  readonly problem: Problem;
}

/**
 * The entries that contradict `mine`: the same value set to something else, or one side removing what the other edits. Where things
 * are drawn never conflicts: the last one to move a thing has moved it.
 */
export function conflictsWith(mine: readonly Change[], others: readonly Entry[]): readonly Standing[] {
  const weighty = mine.filter(({ collection }) => !isLayout(collection));
  const standing: Standing[] = [];
  for (const entry of others) {
    const { conflicts } = rebase(weighty, entry.changes);
    const first = conflicts[0];
    if (first) standing.push({ entry, problem: conflict(first.mine, entry) });
  }
  return standing;
}

/** True for what says only where things are drawn; views are chosen by people, and do conflict. */
function isLayout(collection: string): boolean {
  return collection === "diagram.positions" || collection === "diagram.sizes";
}

function conflict({ collection, id, field, after }: Change, entry: Entry): Problem {
  const what = [id === "model" ? collection : id, ...(field ?? [])].join(" › ");
  const gone = after === undefined ? "you removed" : "you changed";
  return problem(
    "merge-conflict",
    `${what}: ${gone} what ${entry.by} changed at the same time (“${entry.title}”). Theirs stands.`,
    "Look at theirs; repeat yours if it still is right.",
  );
}
