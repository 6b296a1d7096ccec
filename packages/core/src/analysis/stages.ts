// The eight stages: what is done, and what people have to do, each with the command that does it.
import type { MemberId } from "../model/vocabulary.ts";
import { stageOf, workflow } from "../workflow.ts";
import { anyOf, checks } from "./exit-criteria.ts";
import type { Found, StageInput } from "./found.ts";
import type { Need, StageView } from "./result.ts";

/** How many needs of one criterion are listed; the rest are counted. */
const listed = 50;

/**
 * The stages in order, each with the criteria that hold and the needs that keep it from being left: those with most risk first.
 * A criterion that speaks of what there is none of holds only once every earlier stage is left; before, it is not reached.
 */
export function stagesOf(input: StageInput): readonly StageView[] {
  let waits = false;
  return workflow.map((stage) => {
    const done: string[] = [];
    const notReached: string[] = [];
    const missing: Need[] = [];
    let more = 0;
    for (const criterion of stage.exit) {
      const found = checks[`${stage.id}/${criterion.id}`]?.(input);
      if (!found || found.size === 0) {
        const idle = waits && criterion.of !== undefined && !anyOf[criterion.of](input);
        (idle ? notReached : done).push(criterion.id);
        continue;
      }
      more += Math.max(0, found.size - listed);
      const member = memberFor(stage.owners, criterion.id);
      for (const k of riskiest(found, listed)) missing.push({ ...found.need(k), stage: stage.id, member });
    }
    waits ||= missing.length > 0;
    return { id: stage.id, done, notReached, missing, more };
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

/** left: all holds · current: all holds of a stage that is never done · waits: something is missing · not-reached: nothing to judge yet. */
export type StageState = "left" | "current" | "waits" | "not-reached";

/** How a stage stands. */
export function stageState({ id, missing, notReached }: Pick<StageView, "id" | "missing" | "notReached">): StageState {
  if (missing.length > 0) return "waits";
  if (notReached.length > 0) return "not-reached";
  return stageOf(id).lasting ? "current" : "left";
}

/** The owner of the criterion: the mapper where the surface is concerned, else the stage's first owner. */
function memberFor(owners: readonly MemberId[], criterion: string): MemberId {
  return criterion.startsWith("surface") && owners.includes("attack-surface-mapper")
    ? "attack-surface-mapper"
    : (owners[0] as MemberId);
}
