// Gives a thing another id and keeps the old one under was, so that decisions, tickets and evidence stay attached.
import * as z from "zod";
import { at, isTaken, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { effective } from "../../model/effective.ts";
import { id } from "../../model/fields.ts";
import { problem, problemsOf } from "../../model/problem.ts";
import { renamed } from "../../model/rename.ts";
import { isThing, locate, missingTarget, type Target } from "../../model/targets.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "rename-thing",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Give a thing another id; what names the old one still means it",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The thing"),
  to: id.describe("Its new id"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const target = locate(document, given.id);
    if (target === undefined) return missingTarget(document, given.id);
    if (!isThing(target.collection) && target.collection !== "features") {
      const say = `${given.id} is under ${target.collection}, whose ids stay.`;
      return [problem("not-possible", say, "Set its title instead (set-field).", at("id"))];
    }
    if (target.was.includes(given.to)) return [];
    const laid = effective(document);
    return problemsOf(newId({ id: given.to }, { kind: "thing" }, (other) => isTaken(document, laid, other)));
  },
  (given, { document }) => renamed(document, locate(document, given.id) as Target, given.to),
);
