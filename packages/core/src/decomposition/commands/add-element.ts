// Adds an external entity, a process or a data store to the diagram.
import * as z from "zod";
import type { CommandCard } from "../../model/command.ts";
import { element } from "../../model/element.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { elementKinds } from "../../model/vocabulary.ts";
import { adding } from "../adding.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-element",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add an external entity, process or data store",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  kind: z.enum(elementKinds).describe("external-entity, process or data-store"),
  zone: id.optional().describe("The trust zone that it is in; absent is unknown and asked"),
  "also-on": idSet.optional().describe("Further zones that it is a member of"),
  technologies: idSet.optional().describe("What it is made of, by the ids of the knowledge"),
  holds: idSet.optional().describe("Data assets kept there; [] is none, absent is unknown"),
  tenancy: element.shape.tenancy.describe("shared: serves several tenants"),
  state: z.enum(["built", "planned"]).optional().describe("planned: analysed only with the feature that adds it"),
});

/** What the command does. */
export const body = adding(input, "model.elements", (given) => ({
  title: given.title,
  zone: given.zone,
  kind: given.kind,
}));
