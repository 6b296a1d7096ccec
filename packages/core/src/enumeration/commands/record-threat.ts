// Writes down a threat that a person sees; one sentence is enough.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put, set } from "../../model/edits.ts";
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
  assumes: idSet.min(1).optional().describe("The assumptions that it rests on"),
  "said-by": heardFrom,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [
    ...handThreatProblems(given, document),
    ...(given.assumes ?? []).flatMap((one) => missingEntry("assumption", document.model.assumptions, one, "assumes")),
  ],
  (given, context) => {
    const { document } = context;
    const entry = handThreatEntry(given, context);
    const key = handThreatKey(given, document);
    const resting = [...new Set(given.assumes)].map((id) => {
      const there = document.model.assumptions?.[id]?.threats ?? [];
      return set("model.assumptions", id, ["threats"], [...there.filter((other) => other !== key), key]);
    });
    return edit(document, [put("register.threats", key, entry), ...resting]);
  },
);
