// Writes down a threat that a person sees; one sentence is enough.
import * as z from "zod";
import { at, missingThings } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put, without } from "../../model/edits.ts";
import { type Effective, effective } from "../../model/effective.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { modelSubject, slug } from "../../model/ids.ts";
import { problem } from "../../model/problem.ts";
import { heardFrom, speaking } from "../../model/spoken.ts";
import { keyIn } from "../../model/threats.ts";
import { strideCategories } from "../../model/vocabulary.ts";

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

function keyOf(given: z.infer<typeof input>, laid: Effective): string {
  return `by-hand-${given.slug ?? slug(given.say)}@${laid.resolve(given.subject ?? modelSubject)}`;
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const laid = effective(document);
    const subject = given.subject === modelSubject ? undefined : given.subject;
    const missing = [...missingThings(laid, "subject", subject), ...missingThings(laid, "also", given.also)];
    if (missing.length > 0) return missing;
    if ((given.slug ?? slug(given.say)) === "") {
      return [problem("bad-id", "No id can be made from the sentence.", "Give a slug for it.", at("slug"))];
    }
    const key = keyOf(given, laid);
    if (keyIn(document.register?.threats, key, laid.resolve) === undefined) return [];
    return [problem("duplicate-id", `There is a threat ${key} already.`, "Give another slug.", at("slug"))];
  },
  (given, context) => {
    const { document, now } = context;
    const { say, categories, why, also, cwe, capec } = given;
    const refs = (cwe ?? capec) ? without({ cwe, capec }) : undefined;
    const value = { say, categories, ...speaking(context, given["said-by"]), recorded: now, why, also, refs };
    return edit(document, [put("register.threats", keyOf(given, effective(document)), value)]);
  },
);
