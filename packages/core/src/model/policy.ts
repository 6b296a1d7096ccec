// policy.yaml (gates, appetite, ages), people.yaml, debt.yaml and platform.yaml.
import * as z from "zod";
import { date, id, idSet, line, mapOf, person, text } from "./fields.ts";
import { member } from "./people.ts";
import { tiers } from "./vocabulary.ts";

/** The gates that `check` knows; each is documented with its rule in core/validation/gates.ts. */
export const gateIds = [
  "owned",
  "no-open",
  "acceptances",
  "contradictions",
  "evidence-fresh",
  "defence-in-depth",
  "coverage",
  "questions",
  "reviews",
] as const;
export type GateId = (typeof gateIds)[number];

export const policy = z.strictObject({
  parapet: z.int(),
  gates: z.partialRecord(z.enum(gateIds), z.enum(["on", "off"])).optional(),
  appetite: z.enum(tiers).optional().meta({ title: "The highest tier that may stay open" }),
  "evidence-days": z.int().min(1).max(3650).optional(),
  "review-days": z.int().min(1).max(3650).optional(),
  "second-person": z.array(z.enum(tiers)).optional(),
});
export type Policy = z.infer<typeof policy>;

export const peopleFile = z.strictObject({ parapet: z.int(), people: mapOf(member) });
export type PeopleFile = z.infer<typeof peopleFile>;

/** What `check --start` recorded: today's debt, which may only shrink. */
export const debt = z.strictObject({
  parapet: z.int(),
  recorded: date,
  by: person,
  gates: z.partialRecord(z.enum(gateIds), z.array(z.string().max(300))),
});
export type Debt = z.infer<typeof debt>;

/** Controls that the organisation already runs, and where they work. */
export const platformControl = z.strictObject({
  control: id,
  title: line.optional(),
  zones: idSet.optional(),
  technologies: idSet.optional(),
  tags: idSet.optional(),
  owner: person.optional(),
  evidence: line.optional(),
  verified: date.optional(),
  note: text.optional(),
});
export const platformFile = z.strictObject({ parapet: z.int(), platform: mapOf(platformControl) });
export type PlatformControl = z.infer<typeof platformControl>;
