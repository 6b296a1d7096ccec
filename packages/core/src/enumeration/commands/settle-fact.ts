// Settles a fact on which what people declare and what sources show contradict.
import * as z from "zod";
import { factOperation, promiseKept } from "../../model/answers.ts";
import { at, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { text, threatKey } from "../../model/fields.ts";
import { type KeyParts, splitKey } from "../../model/ids.ts";
import { problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "settle-fact",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Settle a fact that people and sources contradict",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  id: threatKey.describe("The contradicted fact, as fact@thing"),
  value: z.enum(["yes", "no"]).describe("What holds"),
  why: text.optional().describe("What shows it; required"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { analysis }) => {
    const contradicted = analysis().questions.filter((question) => question.contradiction);
    if (contradicted.some((question) => question.id === given.id)) return needsReason(given.why, "settling it");
    const say = `Nothing contradicts on ${given.id}.`;
    const known = contradicted.map((question) => question.id);
    const fix = known.length > 0 ? `Contradicted are ${known.join(", ")}.` : "State it with answer-question.";
    return [problem("not-possible", say, fix, at("id"))];
  },
  (given, { document, by, now }) => {
    const { left, subject } = splitKey(given.id) as KeyParts;
    const settled = { by, on: now, why: given.why as string };
    const about = effective(document).resolve(subject);
    return edit(document, [
      factOperation(document, about, left, { value: given.value, by, on: now, settled }),
      ...promiseKept(document, given.id),
    ]);
  },
);
