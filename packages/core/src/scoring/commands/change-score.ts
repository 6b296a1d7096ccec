// Changes factors of a threat's score, each with its reason; lowering a critical or high tier waits for another person.
import * as z from "zod";
import type { Threat } from "../../analysis/result.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { basisOf } from "../../model/digest.ts";
import { edit, put } from "../../model/edits.ts";
import { id, text, threatKey } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import type { Score } from "../../model/register.ts";
import { knownThreats, threatsById } from "../../model/threats.ts";
import type { Tier } from "../../model/vocabulary.ts";
import { factorProblems, loweredTier, proposalOf, tierOfFactors } from "../changed-scores.ts";
import type { ScoringMethod } from "../method.ts";
import { methodOf } from "../methods.ts";
import { tierRank } from "../tiers.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "change-score",
  version: 1,
  stage: "scoring",
  member: "risk-prioritization-analyst",
  title: "Change factors of a score, with reasons",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  threat: threatKey.describe("The threat"),
  factors: z.record(id, z.number()).describe("Factor → its value, for those that change"),
  reasons: z.record(id, text).optional().describe("Factor → why; required for each that changes"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const threats = threatsById(context);
    const missing = knownThreats(threats, [given.threat]);
    const threat = threats.get(given.threat);
    if (threat === undefined) return missing;
    if (Object.keys(given.factors).length === 0) {
      return [
        problem("bad-argument", "No factor is given.", "Give the factors that change, as damage=7.", at("factors")),
      ];
    }
    const method = methodOf(context.document.model.method);
    return factorProblems(method, threat, given.factors, given.reasons ?? {});
  },
  (given, context) => {
    const threat = threatsById(context).get(given.threat) as Threat;
    return edit(context.document, [put("register.scores", given.threat, changed(given, threat, context))]);
  },
);

function changed(given: Given, threat: Threat, { document, by, now }: CommandContext): Score {
  const method = methodOf(document.model.method);
  const proposed = proposalOf(threat);
  const factors = { ...threat.score.factors, ...given.factors };
  const before = document.register?.scores?.[given.threat];
  const from = before?.lowered === undefined ? proposed : undefined;
  const lowered = from ? loweredTier(document, method, from, factors) : stillLowered(before, method, factors);
  return {
    method: method.id,
    factors,
    reasons: { ...threat.score.reasons, ...given.reasons },
    by,
    on: now,
    basis: basisOf(proposed),
    ...(lowered ? { lowered } : {}),
  };
}

/** The tier that an earlier change lowered, while the new factors are still below it. */
function stillLowered(before: Score | undefined, method: ScoringMethod, factors: Score["factors"]): Tier | undefined {
  const tier = before?.lowered;
  return tier && tierRank(tierOfFactors(method, factors ?? {})) > tierRank(tier) ? tier : undefined;
}
