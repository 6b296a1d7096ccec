// Keeps what a vote came to: how far the votes lay apart, what was agreed and why. Who voted what is never written down.
import * as z from "zod";
import type { Threat } from "../../analysis/result.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put, set } from "../../model/edits.ts";
import { id, text, threatKey } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { knownThreats, threatsById } from "../../model/threats.ts";
import { notOver } from "../../model/workshops.ts";
import { factorProblems } from "../changed-scores.ts";
import { changedScore } from "../changing.ts";
import { methodOf } from "../methods.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "keep-vote",
  version: 1,
  stage: "scoring",
  member: "risk-prioritization-analyst",
  title: "Keep what a vote on a score came to",
  permission: "decide",
  reads: "analysis",
};

const outcome = z.strictObject({
  spread: z.array(z.number()).min(1).max(200).describe("The votes, in any order: they are kept sorted, without names"),
  result: z.number().describe("What was agreed"),
  rationale: text.describe("Why"),
});
const input = z.strictObject({
  workshop: id.describe("The workshop"),
  threat: threatKey.describe("The threat that was voted on"),
  votes: z.record(id, outcome).describe("Factor → the votes, what was agreed, and why"),
});
type Given = z.infer<typeof input>;

/** What the command does: the score changes as by change-score, each factor with its rationale as the reason. */
export const body = bodyOf(
  input,
  (given, context) => {
    const refused = notOver(context.document, given.workshop);
    if (refused.length > 0) return refused;
    const threats = threatsById(context);
    const threat = threats.get(given.threat);
    if (threat === undefined) return knownThreats(threats, [given.threat]);
    if (Object.keys(given.votes).length === 0)
      return [problem("bad-argument", "No factor is given.", "Give the factors that were voted on.", at("votes"))];
    return voteProblems(given, threat, context);
  },
  (given, context) => {
    const threat = threatsById(context).get(given.threat) as Threat;
    return edit(context.document, [
      ...Object.entries(given.votes).map(([factor, { spread, result, rationale }]) =>
        set("register.workshops", given.workshop, ["votes", given.threat, factor], {
          spread: [...spread].sort((a, b) => a - b),
          result,
          rationale,
        }),
      ),
      put("register.scores", given.threat, changedScore(agreed(given), threat, context)),
    ]);
  },
);

function agreed({ votes }: Given) {
  const of = <T>(pick: (vote: z.infer<typeof outcome>) => T) =>
    Object.fromEntries(Object.entries(votes).map(([factor, vote]) => [factor, pick(vote)]));
  return { factors: of(({ result }) => result), reasons: of(({ rationale }) => rationale) };
}

function voteProblems(given: Given, threat: Threat, { document }: CommandContext): readonly Problem[] {
  const method = methodOf(document.model.method);
  const { factors, reasons } = agreed(given);
  const wrong = factorProblems(method, threat, factors, reasons);
  if (wrong.length > 0) return wrong;
  return Object.entries(given.votes).flatMap(([factor, { spread, result }]) => {
    const { min, max } = method.factors.find((one) => one.id === factor) as (typeof method.factors)[number];
    const outside = spread.find((value) => value < min || value > max);
    const place = at("votes", factor);
    if (outside !== undefined)
      return [
        problem(
          "not-in-list",
          `A vote of ${outside} is outside ${min} to ${max}.`,
          `Vote from ${min} to ${max}.`,
          place,
        ),
      ];
    const [low, high] = [Math.min(...spread), Math.max(...spread)];
    if (result >= low && result <= high) return [];
    const say = `${result} lies outside the votes on ${factor} (${low} to ${high}).`;
    return [problem("not-possible", say, `Agree on a value from ${low} to ${high}, or vote again.`, place)];
  });
}
