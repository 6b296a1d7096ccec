// Refuses a proposal; its fingerprint stays in the register, so that it does not come back.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { id, line, text } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "refuse-proposal",
  version: 1,
  stage: "maintenance",
  member: "threat-model-architect",
  title: "Refuse a proposal, so that it does not come back",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  fingerprint: id.describe("The proposal's fingerprint"),
  title: line.describe("What it proposed"),
  why: text.optional().describe("Why it is refused"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    if (!Object.hasOwn(document.register?.refused ?? {}, given.fingerprint)) return [];
    const say = `${given.fingerprint} is refused already.`;
    return [problem("not-possible", say, "Nothing is left to do.", at("fingerprint"))];
  },
  (given, { document, by, now }) => {
    const { fingerprint, title, why } = given;
    return edit(document, [put("register.refused", fingerprint, { title, by, on: now, why })]);
  },
);
