// The eight stages: what is done, and what people have to do, each with the command that does it.
import type { MemberId } from "../model/vocabulary.ts";
import { workflow } from "../workflow.ts";
import { checks, type Found, type StageInput } from "./exit-criteria.ts";
import type { Need, StageView } from "./result.ts";

/** How many needs of one criterion are listed; the rest are counted. */
const listed = 50;

/** The stages in order, each with the criteria that hold and the needs that keep it from being left: those with most risk first. */
export function stagesOf(input: StageInput): readonly StageView[] {
  return workflow.map((stage) => {
    const done: string[] = [];
    const missing: Need[] = [];
    let more = 0;
    for (const criterion of stage.exit) {
      const found = checks[`${stage.id}/${criterion.id}`]?.(input);
      if (!found || found.size === 0) {
        done.push(criterion.id);
        continue;
      }
      more += Math.max(0, found.size - listed);
      const member = memberFor(stage.owners, criterion.id);
      for (const k of riskiest(found, listed)) missing.push({ ...found.need(k), stage: stage.id, member });
    }
    return { id: stage.id, done, missing, more };
  });
}

/** The first `most` needs by risk; of the same risk the earlier one. */
function riskiest({ size, risk }: Found, most: number): readonly number[] {
  const best: number[] = [];
  for (let k = 0; k < size; k++) {
    if (best.length === most && risk(k) <= risk(best[most - 1] as number)) continue;
    let at = best.length;
    while (at > 0 && risk(best[at - 1] as number) < risk(k)) at--;
    best.splice(at, 0, k);
    if (best.length > most) best.pop();
  }
  return best;
}

/** The owner of the criterion: the mapper where the surface is concerned, else the stage's first owner. */
function memberFor(owners: readonly MemberId[], criterion: string): MemberId {
  return criterion.startsWith("surface") && owners.includes("attack-surface-mapper")
    ? "attack-surface-mapper"
    : (owners[0] as MemberId);
}
