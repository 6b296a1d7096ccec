// A fact about a thing: yes, no, unknown, not-applicable, or a value of the fact's pool; each says where it comes from.
import * as z from "zod";
import { date, id, person, place, recordedBy, text } from "./fields.ts";

/** `yes`, `no`, `unknown`, `not-applicable`, or a value of a pool (`oidc`). YAML 1.2: yes and no are plain words. */
export const factValue = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, "wrong-type")
  .max(60);

/** Who settled a contradiction between what is declared and what a source shows. */
export const settled = z.strictObject({ by: person, on: date, why: text });

/** The long form: a value with its provenance. Without `by` and `on` it counts as assumed. */
const longFact = z.strictObject({
  value: factValue,
  by: person.optional(),
  "recorded-by": recordedBy,
  on: date.optional(),
  why: text.optional(),
  seen: place.optional(),
  partly: z.array(id).min(1).optional().meta({ title: "A countermeasure that is missing on these things" }),
  settled: settled.optional(),
});

export const fact = z.union([factValue, longFact]).meta({ id: "fact", title: "A fact in short or long form" });
export type Fact = z.infer<typeof fact>;
export type LongFact = z.infer<typeof longFact>;

export const facts = z.record(id, fact).meta({ id: "facts", title: "Facts by their id or pool" });
export type Facts = z.infer<typeof facts>;

/** The long form of either form. */
export function asLong(value: Fact): LongFact {
  return typeof value === "string" ? { value } : value;
}
