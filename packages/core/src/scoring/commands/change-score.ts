// Changes factors of a threat's score, each with its reason; lowering a critical or high tier waits for another person.
import * as z from "zod";
import type { Threat } from "../../analysis/result.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { id, text, threatKey } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { knownThreats, threatsById } from "../../model/threats.ts";
import { factorProblems } from "../changed-scores.ts";
import { changedScore } from "../changing.ts";
import { methodOf } from "../methods.ts";

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
    return edit(context.document, [put("register.scores", given.threat, changedScore(given, threat, context))]);
  },
);
