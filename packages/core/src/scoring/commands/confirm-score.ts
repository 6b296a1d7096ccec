// Confirms the scores that are proposed for threats, so that they stand as a person's judgement.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { threatKey } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { knownThreats, threatsById } from "../../model/threats.ts";
import { confirmed } from "../changed-scores.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "confirm-score",
  version: 1,
  stage: "scoring",
  member: "risk-prioritization-analyst",
  title: "Confirm proposed scores",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(100_000).describe("The threats whose proposed score is right"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const threats = threatsById(context);
    const missing = knownThreats(threats, given.threats);
    if (missing.length > 0) return missing;
    return given.threats.flatMap((id) => {
      const { proposed, rescore } = threats.get(id)?.score ?? {};
      if (proposed || rescore) return [];
      const say = `The score of ${id} is confirmed already.`;
      return [problem("not-possible", say, "Change it with change-score, with a reason.", at("threats"))];
    });
  },
  (given, context) => {
    const threats = threatsById(context);
    const { document, by, now } = context;
    return edit(
      document,
      given.threats.flatMap((id) => {
        const threat = threats.get(id);
        return threat ? [put("register.scores", id, confirmed(threat, by, now))] : [];
      }),
    );
  },
);
