// Adds an entry point: where somebody can reach the system, and who may.
import * as z from "zod";
import type { CommandCard } from "../../model/command.ts";
import { access } from "../../model/entry-point.ts";
import { authenticationProblems, viaProblems } from "../../model/entry-point-checks.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { entryPointKinds } from "../../model/vocabulary.ts";
import { adding } from "../adding.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-entry-point",
  version: 1,
  stage: "decomposition",
  member: "attack-surface-mapper",
  title: "Add a place where somebody can reach the system",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  on: id.describe("The element that offers it"),
  kind: z.enum(entryPointKinds).describe("What kind of entry point it is"),
  at: line.optional().describe("POST /orders, port 5432, topic orders …"),
  via: idSet.optional().describe("The flows that arrive there"),
  authentication: id.optional().describe("How a caller proves who they are, by a value of the authentication pool"),
  access: z.record(id, access).optional().describe("Role → yes, no or {when: condition}; absent is unknown and asked"),
  carries: idSet.optional().describe("Data assets that go in"),
  returns: idSet.optional().describe("Data assets that come back"),
  state: z.enum(["built", "planned"]).optional().describe("planned: analysed only with the feature that adds it"),
});

/** What the command does. */
export const body = adding(
  input,
  "model.entry-points",
  (given) => ({ title: given.title ?? given.at, zone: given.on, kind: given.kind }),
  (given, { document, knowledge }) => [
    ...authenticationProblems(knowledge, given.authentication),
    ...viaProblems(document, given.on, given.via),
  ],
);
