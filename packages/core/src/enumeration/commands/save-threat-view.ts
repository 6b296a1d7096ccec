// Saves a view of the register of threats: filter, groups and order under a name, for everybody who works on the model.
import * as z from "zod";
import { missingEntry, missingThings, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, line } from "../../model/fields.ts";
import { problemsOf, type Result, valueOf } from "../../model/problem.ts";
import { threatFilter, threatGroups, threatSorts } from "../../model/threat-view.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "save-threat-view",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Save a view of the threats",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id
    .optional()
    .describe("The view that is saved anew, or the short id of a new one; made from the title when absent"),
  title: line.describe("What people call it"),
  filter: threatFilter.optional().describe("Which threats it shows; absent shows all"),
  group: z.enum(threatGroups).optional().describe("In which groups"),
  sort: z.enum(threatSorts).optional().describe("In which order"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const laid = effective(document);
    const { filter = {} } = given;
    return [
      ...problemsOf(idOf(given, document)),
      ...missingThings(
        laid,
        "filter",
        filter.subjects?.filter((subject) => subject !== "model"),
      ),
      ...missingThings(laid, "filter", filter.zones, ["zones"]),
      ...(filter.feature === undefined
        ? []
        : missingEntry("feature", document.model.features, filter.feature, "filter")),
    ];
  },
  (given, { document }) => {
    const { title, filter, group, sort } = given;
    return edit(document, [put("register.views", valueOf(idOf(given, document)), { title, filter, group, sort })]);
  },
);

/** A view of this id is saved anew; without an id a title that is taken finds another id. */
function idOf({ id: wanted, title }: Given, document: Document): Result<string> {
  const views = document.register?.views ?? {};
  return newId({ id: wanted, title }, { kind: "view" }, (other) => wanted === undefined && Object.hasOwn(views, other));
}
