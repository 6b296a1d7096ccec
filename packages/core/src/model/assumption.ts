// Assumptions: what the model takes for granted, and the facts that rest on it.
import * as z from "zod";
import { facts } from "./fact.ts";
import { date, id, person, text } from "./fields.ts";

export const assumption = z.strictObject({
  text,
  kind: z.enum(["platform", "process", "people", "third-party", "design", "scope"]).optional(),
  owner: person.optional(),
  review: date.optional(),
  state: z.enum(["holds", "challenged", "refuted"]).optional().meta({ title: "holds unless said otherwise" }),
  by: person.optional(),
  on: date.optional(),
  why: text.optional(),
  facts: z.record(id, facts).optional().meta({ title: "Thing → the facts that rest on this assumption" }),
});
export type Assumption = z.infer<typeof assumption>;
