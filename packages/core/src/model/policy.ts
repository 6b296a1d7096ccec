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

/** Trackers whose form for a new ticket can be opened filled in. */
const trackerKinds = ["github", "gitlab", "jira", "azure"] as const;

/** Where tickets are opened. An address of the web and nothing else: it becomes a link. */
export const tracker = z.strictObject({
  kind: z.enum(trackerKinds),
  at: z
    .string()
    .max(300)
    .regex(/^https?:\/\/[^\s"'<>]+$/, "wrong-type")
    .meta({ title: "The project in the tracker, as https://github.com/acme/shop" }),
  project: line.optional().meta({ title: "Jira: the number of the project (pid)" }),
  type: line.optional().meta({ title: "Jira: the number of the issue type; Azure: the work item type (Task)" }),
  template: z
    .string()
    .max(1000)
    .regex(/^(https?:\/\/|\{at\}\/)[^\s"'<>]+$/, "wrong-type")
    .optional()
    .meta({ title: "Another address, with {at}, {title}, {body}, {id}, {tier}, {project}, {type}" }),
});
export type Tracker = z.infer<typeof tracker>;

export const policy = z.strictObject({
  parapet: z.int(),
  gates: z.partialRecord(z.enum(gateIds), z.enum(["on", "off"])).optional(),
  appetite: z.enum(tiers).optional().meta({ title: "The highest tier that may stay open" }),
  "evidence-days": z.int().min(1).max(3650).optional(),
  "review-days": z.int().min(1).max(3650).optional(),
  "second-person": z.array(z.enum(tiers)).optional(),
  tracker: tracker.optional().meta({ title: "Where tickets are opened" }),
});
export type Policy = z.infer<typeof policy>;

export const peopleFile = z.strictObject({ parapet: z.int(), people: mapOf(member) });
export type PeopleFile = z.infer<typeof peopleFile>;

/** What `check --start` recorded: today's debt, which may only shrink. An item is `id`, or `id (state)` where a gate knows several. */
export const debt = z.strictObject({
  parapet: z.int(),
  recorded: date,
  by: person,
  gates: z.partialRecord(z.enum(gateIds), z.array(z.string().max(300))),
});
export type Debt = z.infer<typeof debt>;

/** Controls that the organisation already runs, and where they work. */
const platformControl = z.strictObject({
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
