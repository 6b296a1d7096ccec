// Writes down a threat that a person sees; one sentence is enough.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { heardFrom } from "../../model/spoken.ts";
import { strideCategories } from "../../model/vocabulary.ts";
import { handThreatEntry, handThreatKey, handThreatProblems } from "../hand-threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "record-threat",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Write down a threat by hand; one sentence is enough",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  say: line.describe("The threat in one sentence"),
  subject: id.optional().describe("The thing that it is raised on; the model when absent"),
  slug: id.optional().describe("The part of its id that names it; made from the sentence when absent"),
  categories: z.array(z.enum(strideCategories)).max(2).optional().describe("At most two STRIDE categories"),
  why: text.optional().describe("How it works, or what led to it"),
  also: idSet.optional().describe("Further things that it concerns"),
  cwe: z.array(z.int().min(1)).optional().describe("CWE numbers"),
  capec: z.array(z.int().min(1)).optional().describe("CAPEC numbers"),
  "said-by": heardFrom,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => handThreatProblems(given, document),
  (given, context) => {
    const { document } = context;
    const entry = handThreatEntry(given, context);
    return edit(document, [put("register.threats", handThreatKey(given, document), entry)]);
  },
);
