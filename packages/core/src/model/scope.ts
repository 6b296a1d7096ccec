// What is modelled, what is not, and why.
import * as z from "zod";
import { id, line, text } from "./fields.ts";

export const scope = z.strictObject({
  purpose: text.optional(),
  team: line.optional().meta({ title: "The team that owns the system" }),
  in: z.array(z.strictObject({ what: line, why: text.optional() })).optional(),
  out: z.array(z.strictObject({ what: line, why: text.optional() })).optional(),
  criticality: z.enum(["low", "medium", "high"]).optional(),
  regulations: z.array(id).optional(),
});
export type Scope = z.infer<typeof scope>;
