// A saved view of the register of threats: which threats, in which groups, in which order.
import * as z from "zod";
import { id, idSet, line, person } from "./fields.ts";
import { decisionKinds, findings, statuses, strideCategories, tiers } from "./vocabulary.ts";

/** What a view shows of the register: each list names alternatives, all that is given has to fit. */
export const threatFilter = z.strictObject({
  words: line.optional().meta({ title: "Words that stand in the title, the id, the subject or the owner" }),
  settled: z.enum(["yes", "no"]).optional().meta({ title: "no: only what still needs something" }),
  tiers: z.array(z.enum(tiers)).optional(),
  categories: z.array(z.enum(strideCategories)).optional(),
  findings: z.array(z.enum(findings)).optional(),
  statuses: z.array(z.enum(statuses)).optional(),
  decisions: z.array(z.enum(decisionKinds)).optional(),
  rules: idSet.optional(),
  subjects: idSet.optional(),
  zones: idSet.optional(),
  feature: id.optional(),
  owners: z.array(person).max(200).optional(),
});
export type ThreatFilter = z.infer<typeof threatFilter>;

export const threatGroups = ["none", "rule", "subject", "zone", "tier", "status", "category", "owner"] as const;
export type ThreatGroup = (typeof threatGroups)[number];

/** reading: the order of the analysis, in which the top shows the breadth of what is wrong. */
export const threatSorts = ["reading", "risk", "tier", "title", "owner", "due"] as const;
export type ThreatSort = (typeof threatSorts)[number];

export const threatView = z.strictObject({
  title: line,
  filter: threatFilter.optional(),
  group: z.enum(threatGroups).optional(),
  sort: z.enum(threatSorts).optional(),
});
export type ThreatView = z.infer<typeof threatView>;
