// Adds a data asset with its classification and kinds.
import * as z from "zod";
import type { CommandCard } from "../../model/command.ts";
import { id, line, text } from "../../model/fields.ts";
import { classifications, dataKinds } from "../../model/vocabulary.ts";
import { adding } from "../adding.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-data",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add a data asset and how bad it is to lose it",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  classification: z.enum(classifications).optional().describe("How bad it is when it leaks"),
  kinds: z.array(z.enum(dataKinds)).optional().describe("What it is: personal, payment-card, credential …"),
});

/** What the command does. */
export const body = adding(input, "model.data", (given) => ({ title: given.title, kind: "data" }));
