// Who takes part, who reaches the system, who attacks it; and people.yaml.
import * as z from "zod";
import { line, text } from "./fields.ts";
import { capabilities, jobs, tiers } from "./vocabulary.ts";

/** A person who takes part in the threat model. */
export const participant = z.strictObject({
  name: line.optional(),
  team: line.optional(),
  job: z.enum(jobs).optional(),
  senior: z.enum(["yes", "no"]).optional(),
  email: line.optional(),
});
export type Participant = z.infer<typeof participant>;

/** Access to the system; a person's job is what they do in the team. */
export const role = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  privileged: z.enum(["yes", "no"]).optional(),
});
export type Role = z.infer<typeof role>;

/** Who attacks. What is not said of one whose id the knowledge has (a default attacker), that default says. */
export const attacker = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  starts: z.string().max(80).optional().meta({ title: "The zone or element where the attacker starts" }),
  capability: z.enum(capabilities).optional(),
  motive: line.optional(),
});
export type Attacker = z.infer<typeof attacker>;

/** An entry of people.yaml. */
export const member = z.strictObject({
  name: line.optional(),
  email: z.union([line, z.array(line)]).optional(),
  job: z.enum(jobs).optional(),
  team: line.optional(),
  senior: z.enum(["yes", "no"]).optional(),
  approves: z.array(z.enum(tiers)).optional().meta({ title: "Tiers whose risk this person may approve" }),
});
export type Person = z.infer<typeof member>;
