// Records that a person reviewed the list of threats as it is now.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { threatsDigest } from "../../model/digest.ts";
import { edit } from "../../model/edits.ts";
import { text } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { recordReview } from "../../model/reviews.ts";
import { saidBy } from "../../model/spoken.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "review-threats",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Record that the threats were reviewed",
  permission: "edit",
  reads: "analysis",
};

const input = z.strictObject({
  note: text.optional().describe("What the review found"),
  "said-by": saidBy,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (_, { analysis }) => {
    if (analysis().threats.some(({ finding }) => finding !== "orphaned")) return [];
    return [problem("not-possible", "The analysis lists no threat.", "Describe the system first.")];
  },
  (given, context) => {
    const threats = context.analysis().threats.filter(({ finding }) => finding !== "orphaned");
    return edit(context.document, recordReview("threats", threatsDigest(threats), given, context));
  },
);
