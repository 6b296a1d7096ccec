// Accepts what sources show: writes changes to observed.yaml, and nowhere else.
import * as z from "zod";
import { apply } from "../../model/apply.ts";
import { breaks } from "../../model/breaks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { exact, isObserved, isStale, notObserved, sees, shapeProblems } from "../observed-changes.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "accept-observed",
  version: 1,
  stage: "maintenance",
  member: "threat-model-architect",
  title: "Accept what sources show",
  permission: "edit",
  reads: "document",
};

const key = z
  .string()
  .max(400)
  .refine((text) => text !== "__proto__");

const input = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        collection: z.string().max(80).describe("observed, or observed.elements and the like"),
        id: key.describe("The thing"),
        field: z.array(key).min(1).max(8).optional().describe("The keys that lead to the value"),
        before: z.json().optional().describe("What is there now"),
        after: z.json().optional().describe("What will be there; absent takes it away"),
      }),
    )
    .min(1)
    .max(200_000)
    .describe("What changes in what the sources show"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const changes = given.changes.map(exact);
    const elsewhere = changes.filter(({ collection }) => !isObserved(collection));
    if (elsewhere.length > 0) return elsewhere.slice(0, 20).map(notObserved);
    const stale = changes.filter((change) => !sees(document, change));
    if (stale.length > 0) return stale.slice(0, 20).map(isStale);
    const misshapen = shapeProblems(apply(document, edit(document, changes)));
    return misshapen.length > 0 ? misshapen : breaks(document, changes);
  },
  (given, { document }) => edit(document, given.changes.map(exact)),
);
