// Adds a data flow: who opens the connection to whom, and what goes and comes back.
import * as z from "zod";
import type { CommandCard } from "../../model/command.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { flow } from "../../model/flow.ts";
import { adding } from "../adding.ts";

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

/** What the command does. */
export const body = adding(input, "model.flows", (given) => ({
  title: given.title ?? `${given.from} to ${given.to}`,
  zone: given.protocol,
  kind: "flow",
}));
