// Records that a person reviewed the diagram as it is now.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { diagramDigest } from "../../model/digest.ts";
import { edit } from "../../model/edits.ts";
import { text } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { recordReview } from "../../model/reviews.ts";
import { saidBy } from "../../model/spoken.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "review-diagram",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Record that the diagram was reviewed",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  note: text.optional().describe("What the review found"),
  "said-by": saidBy,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (_, { document }) => {
    if (Object.keys(diagramDigest(document).things).length > 0) return [];
    return [problem("not-possible", "The diagram has nothing in it.", "Add what there is first.")];
  },
  (given, context) => edit(context.document, recordReview("diagram", diagramDigest(context.document), given, context)),
);
