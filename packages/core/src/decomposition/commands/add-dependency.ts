// Adds a dependency: a library, image, service, platform, model or build tool that others make.
import * as z from "zod";
import type { CommandCard } from "../../model/command.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { dependencyKinds } from "../../model/vocabulary.ts";
import { adding } from "../adding.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-dependency",
  version: 1,
  stage: "decomposition",
  member: "attack-surface-mapper",
  title: "Add something that others make and the system uses",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  kind: z.enum(dependencyKinds).describe("What kind of dependency it is"),
  "used-by": idSet.optional().describe("The elements that use it; [] is none, absent is unknown"),
  element: id.optional().describe("The element that stands for it in the diagram"),
  version: line.optional().describe("The version in use"),
  state: z.enum(["built", "planned"]).optional().describe("planned: analysed only with the feature that adds it"),
});

/** What the command does. */
export const body = adding(input, "model.dependencies", (given) => ({ title: given.title, kind: given.kind }));
