// Answers questions of the intake about a feature, so that the first model is of the riskiest one.
import * as z from "zod";
import { at, missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, set } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { intakeAnswers, intakeQuestions } from "../../model/intake.ts";
import { problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "rate-feature",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Answer the intake about a feature",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  feature: id.describe("The feature"),
  answers: z
    .partialRecord(z.enum(intakeQuestions), z.enum(intakeAnswers))
    .describe("Question → yes, no or unknown, for those that are answered"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    if (Object.keys(given.answers).length === 0)
      return [problem("bad-argument", "No question is answered.", "Answer at least one.", at("answers"))];
    return missingEntry("feature", document.model.features, nameOf(given.feature, document), "feature");
  },
  (given, { document }) =>
    edit(
      document,
      Object.entries(given.answers).map(([question, answer]) =>
        set("model.features", nameOf(given.feature, document), ["intake", question], answer),
      ),
    ),
);

/** The feature as it is called today. */
function nameOf(feature: string, document: Document): string {
  const features = document.model.features ?? {};
  if (Object.hasOwn(features, feature)) return feature;
  return Object.keys(features).find((one) => features[one]?.was?.includes(feature)) ?? feature;
}
