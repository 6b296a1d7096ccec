// Adds a data flow: who opens the connection to whom, and what goes and comes back.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { isTaken, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { flow } from "../../model/flow.ts";
import { problemsOf, valueOf } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-flow",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add a data flow between two elements",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  from: id.describe("The element that opens the connection"),
  to: id.describe("The element that it is opened to"),
  opens: z.literal("unknown").optional().describe("unknown: it cannot be told which end opens the connection"),
  protocol: id.optional().describe("https, postgresql, amqp …"),
  carries: idSet.optional().describe("Data assets that go with it; [] is none, absent is unknown"),
  returns: idSet.optional().describe("Data assets that come back; [] is none, absent is unknown"),
  crosses: flow.shape.crosses.describe("Crossings that no zone shows: tenant, user, process or machine, and why"),
  state: z.enum(["built", "planned"]).optional().describe("planned: analysed only with the feature that adds it"),
});

function idOf(given: z.infer<typeof input>, document: Document) {
  const laid = effective(document);
  const named = { id: given.id, title: given.title ?? `${given.from} to ${given.to}` };
  return newId(named, { zone: given.protocol, kind: "flow" }, (other) => isTaken(document, laid, other));
}

function operations(given: z.infer<typeof input>, document: Document) {
  const { id: _, ...rest } = given;
  return [put("model.flows", valueOf(idOf(given, document)), rest)];
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = problemsOf(idOf(given, document));
    if (refused.length > 0) return refused;
    return breaks(document, operations(given, document));
  },
  (given, { document }) => edit(document, operations(given, document)),
);
