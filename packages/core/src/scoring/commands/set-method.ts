// Chooses the scoring method of record: the one that the tiers come from.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { scoringMethods } from "../methods.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-method",
  version: 1,
  stage: "scoring",
  member: "risk-prioritization-analyst",
  title: "Choose the scoring method of record",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  method: id.describe("dread, matrix"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given) => {
    const methods = scoringMethods.map((method) => method.id);
    if (methods.includes(given.method)) return [];
    return [
      problem("not-in-list", `There is no method ${given.method}.`, `Choose ${methods.join(" or ")}.`, at("method")),
    ];
  },
  (given, { document }) => edit(document, [set("model", "model", ["method"], given.method)]),
);
