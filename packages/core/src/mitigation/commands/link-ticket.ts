// Says which ticket asks for a mitigation.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, line } from "../../model/fields.ts";
import { notOver } from "../../model/workshops.ts";
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
  workshop: id.optional().describe("The workshop in which it got its ticket"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [
    ...missingMitigation(document, given.id),
    ...(given.workshop === undefined ? [] : notOver(document, given.workshop)),
  ],
  (given, { document }) =>
    edit(document, [
      set("register.mitigations", given.id, ["ticket"], given.ticket),
      ...(given.workshop === undefined ? [] : [set("register.workshops", given.workshop, ["tickets", given.id], true)]),
    ]),
);
