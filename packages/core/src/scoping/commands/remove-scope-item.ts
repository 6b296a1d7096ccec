// Takes one item out of the lists of what is in and out of scope.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { line } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { isScoped } from "../scope-items.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "remove-scope-item",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Take an item out of the lists of what is in and out of scope",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({ what: line.describe("The item, in its own words") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    if (isScoped(document, given.what)) return [];
    const say = `Neither in scope nor out of scope is there "${given.what}".`;
    return [problem("nothing-matched", say, "Give the words of an item as the scope has them.", at("what"))];
  },
  (given, { document }) =>
    edit(
      document,
      (["in", "out"] as const).flatMap((side) => {
        const items = document.model.scope?.[side];
        const kept = items?.filter(({ what }) => what !== given.what);
        return kept?.length === items?.length ? [] : [set("model.scope", "model", [side], kept)];
      }),
    ),
);
