// Adds an element for each name of a list: what somebody pastes.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { at, isTaken, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, idSet, line } from "../../model/fields.ts";
import { problem, problemsOf, type Result } from "../../model/problem.ts";
import { elementKinds } from "../../model/vocabulary.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-elements",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add an element for each name of a list",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  names: z.array(line).min(1).max(500).describe("What people call them; a name that stands twice is added once"),
  kind: z.enum(elementKinds).describe("external-entity, process or data-store"),
  zone: id.optional().describe("The trust zone that they are in; absent is unknown and asked"),
  technologies: idSet.optional().describe("What they are made of, by the ids of the knowledge"),
  state: z.enum(["built", "planned"]).optional().describe("planned: analysed only with the feature that adds them"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const ids = idsOf(given, document);
    if (ids.length === 0) return [problem("bad-argument", "No name is given.", "Give at least one.", at("names"))];
    const refused = ids.flatMap(([, made]) => problemsOf(made));
    return refused.length > 0 ? refused.slice(0, 20) : breaks(document, operations(given, document));
  },
  (given, { document }) => edit(document, operations(given, document)),
);

/** Each name with the id that is made of it, or why none can be. */
function idsOf(given: Given, document: Document): readonly (readonly [string, Result<string>])[] {
  const laid = effective(document);
  const made = new Set<string>();
  const names = [...new Set(given.names.map((name) => name.trim()).filter((name) => name !== ""))];
  return names.map((title) => {
    const taken = (other: string) => made.has(other) || isTaken(document, laid, other);
    const chosen = newId({ title }, { zone: given.zone, kind: given.kind }, taken);
    if (chosen.ok) made.add(chosen.value);
    return [title, chosen];
  });
}

function operations(given: Given, document: Document) {
  const { names: _, ...rest } = given;
  return idsOf(given, document).flatMap(([title, made]) =>
    made.ok ? [put("model.elements", made.value, { title, ...rest })] : [],
  );
}
