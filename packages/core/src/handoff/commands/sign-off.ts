// Signs off a component, a feature or a stage, with the digest of the criteria that were seen.
import * as z from "zod";
import { at, missingThings } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, text } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { recorded } from "../../model/reviews.ts";
import { saidBy, speaking } from "../../model/spoken.ts";
import { stageIds } from "../../model/vocabulary.ts";
import { coveredBy, criteriaDigest } from "../criteria-digest.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "sign-off",
  version: 1,
  stage: "handoff",
  member: "threat-model-architect",
  title: "Sign off a component, feature or stage",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  what: id.describe("A component or feature by its id, or a stage"),
  note: text.optional().describe("What the signature covers, or a reservation"),
  "said-by": saidBy,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document, analysis }) => {
    if ((stageIds as readonly string[]).includes(given.what)) return [];
    const laid = effective(document);
    if (!Object.hasOwn(document.model.features ?? {}, given.what)) {
      const missing = missingThings(laid, "what", given.what);
      if (missing.length > 0) return missing;
    }
    if (coveredBy(document, analysis(), nameOf(given, document)).length > 0) return [];
    const say = `No mitigation is on ${given.what}: there are no criteria to sign off.`;
    return [problem("not-possible", say, "Choose mitigations first (choose-mitigation).", at("what"))];
  },
  (given, context) => {
    const { document, analysis, now } = context;
    const what = nameOf(given, document);
    const who = speaking(context, given["said-by"]);
    const value = { what, ...who, on: now, digest: criteriaDigest(document, analysis(), what), note: given.note };
    return edit(document, recorded("sign-offs", what, who, value, context));
  },
);

function nameOf({ what }: z.infer<typeof input>, document: Document): string {
  return effective(document).resolve(what);
}
