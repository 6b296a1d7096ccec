// A decision rests on what the person saw. When its threat, its facts or its score changed meanwhile, it goes back to them.
import {
  type Analysis,
  type CommandCall,
  type Document,
  type Problem,
  problem,
  type StageView,
  type Threat,
  threatsOf,
} from "@parapet/core";
import type { Engine } from "./ports.ts";
import type { Entry } from "./wire.ts";

export interface Meanwhile {
  readonly before: Document;
  readonly after: Document;
  readonly engine: Engine;
  readonly now: string;
  /** What others did between the two. */
  readonly others: readonly Entry[];
}

/** Why the decisions among the calls do not stand on the present state any more; none when they do, or there is no decision among them. */
export function changedMeanwhile(calls: readonly CommandCall[], meanwhile: Meanwhile): readonly Problem[] {
  const { before, after, engine, now, others } = meanwhile;
  const decisions = calls.filter(({ name }) => isDecision(engine.permission(name)));
  if (decisions.length === 0) return [];
  const named = new Set(decisions.flatMap(({ input }) => stringsIn(input)));
  const was = seen(engine.analysis(before, now), named);
  const is = seen(engine.analysis(after, now), named);
  return [...named].flatMap((id) => {
    if (was.get(id) === is.get(id)) return [];
    const who = [...new Set(others.map(({ by, title }) => `${by} (“${title}”)`))].slice(0, 3).join(", ");
    const what = is.has(id) ? "changed" : "is not there any more";
    const say = `${id}: what this decision rests on ${what} since you looked at it. Meanwhile: ${who}.`;
    return [problem("stale-revision", say, "Look at it as it is now, and decide again.")];
  });
}

function isDecision(permission: string | undefined): boolean {
  return permission === "decide" || permission === "approve";
}

/** What a person sees of each named threat and stage, as a text to compare. */
function seen(analysis: Analysis, named: ReadonlySet<string>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const threat of threatsOf(analysis)) if (named.has(threat.id)) texts.set(threat.id, ofThreat(threat));
  for (const stage of analysis.stages) if (named.has(stage.id)) texts.set(stage.id, ofStage(stage));
  return texts;
}

function ofThreat(threat: Threat): string {
  const { finding, strength, decision, because, asks, score, tier, likelihood, impact } = threat;
  return JSON.stringify({ finding, strength, decision, because, asks, score, tier, likelihood, impact });
}

function ofStage({ done, missing }: StageView): string {
  return JSON.stringify({ done, missing });
}

/** Every string in an input, at any depth: ids of threats and stages are among them. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
