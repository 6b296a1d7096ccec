// Says that threats which were written down by hand rest on an assumption.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, threatKey } from "../../model/fields.ts";
import { restableKey, restableProblems } from "../resting-threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "link-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Say that threats written down by hand rest on an assumption",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The assumption"),
  threats: z.array(threatKey).min(1).max(500).describe("The threats that rest on it, as by-hand-slug@thing"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [
    ...missingEntry("assumption", document.model.assumptions, given.id),
    ...restableProblems(document, given.threats),
  ],
  (given, { document }) => {
    const there = document.model.assumptions?.[given.id]?.threats ?? [];
    const threats = given.threats.map((threat) => restableKey(document, threat) ?? threat);
    return edit(document, [set("model.assumptions", given.id, ["threats"], [...new Set([...there, ...threats])])]);
  },
);
