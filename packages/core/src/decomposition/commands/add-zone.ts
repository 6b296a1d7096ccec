// Adds a trust zone; its border is a trust boundary.
import * as z from "zod";
import type { CommandCard } from "../../model/command.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { zoneKinds } from "../../model/vocabulary.ts";
import { adding } from "../adding.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-zone",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add a trust zone",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  kind: z.enum(zoneKinds).optional().describe("What kind of place it is"),
  in: id.optional().describe("The zone that it lies in"),
  allows: idSet.optional().describe("The flows that its border lets through; a zone that states them is a segment"),
});

/** What the command does. */
export const body = adding(input, "model.zones", (given) => ({ title: given.title, zone: given.in, kind: "zone" }));
