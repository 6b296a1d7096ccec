// Entry points: where somebody can reach the system, and who may.
import * as z from "zod";
import { factValue } from "./fact.ts";
import { id, idSet, line, text } from "./fields.ts";
import { thing } from "./thing.ts";
import { entryPointKinds } from "./vocabulary.ts";

/** yes, no, or only when a condition holds; an absent role is unknown. */
export const access = z.union([z.enum(["yes", "no", "unknown"]), z.strictObject({ when: text })]);
export type Access = z.infer<typeof access>;

export const entryPoint = z.strictObject({
  on: id.optional().meta({ title: "The element that offers it" }),
  kind: z.enum(entryPointKinds).optional(),
  ...thing,
  at: line.optional().meta({ title: "POST /orders, port 5432, topic orders" }),
  via: idSet.optional().meta({ title: "Flows that arrive here" }),
  authentication: factValue.optional().meta({ title: "A value of the authentication pool; a fact apart from access" }),
  access: z.record(id, access).optional().meta({ title: "Per role: yes, no, {when: condition}; absent is unknown" }),
  carries: idSet.optional(),
  returns: idSet.optional(),
});
export type EntryPoint = z.infer<typeof entryPoint>;
