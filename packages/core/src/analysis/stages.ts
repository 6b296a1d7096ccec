// The eight stages: what is done, and what people have to do, each with the command that does it.
import type { MemberId } from "../model/vocabulary.ts";
import { workflow } from "../workflow.ts";
import { checks, type StageInput } from "./exit-criteria.ts";
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
      const needs = [...(checks[`${stage.id}/${criterion.id}`]?.(input) ?? [])].sort((a, b) => b.risk - a.risk);
      if (needs.length === 0) done.push(criterion.id);
      more += Math.max(0, needs.length - listed);
      const member = memberFor(stage.owners, criterion.id);
      for (const item of needs.slice(0, listed)) missing.push({ ...item, stage: stage.id, member });
    }
    return { id: stage.id, done, missing, more };
  });
}

/** The owner of the criterion: the mapper where the surface is concerned, else the stage's first owner. */
function memberFor(owners: readonly MemberId[], criterion: string): MemberId {
  return criterion.startsWith("surface") && owners.includes("attack-surface-mapper")
    ? "attack-surface-mapper"
    : (owners[0] as MemberId);
}
