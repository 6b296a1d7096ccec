// Says which ticket asks for a mitigation.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, line } from "../../model/fields.ts";
import { missingMitigation } from "../mitigation-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "link-ticket",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Link a mitigation to its ticket",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The mitigation"),
  ticket: line.describe("The ticket's key or address"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => missingMitigation(document, given.id),
  (given, { document }) => edit(document, [set("register.mitigations", given.id, ["ticket"], given.ticket)]),
);
