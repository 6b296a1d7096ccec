// The register: what people decided, scored, accepted, reviewed and showed. Commands write it.
import * as z from "zod";
import { point } from "./diagram.ts";
import { date, id, idSet, line, mapOf, moment, person, recordedBy, text, threatKey } from "./fields.ts";
import { threatView } from "./threat-view.ts";
import { decisionKinds, strideCategories, tiers } from "./vocabulary.ts";
import { workshop } from "./workshop.ts";

const approval = z.strictObject({
  by: person,
  "recorded-by": recordedBy,
  on: date,
  of: z
    .string()
    .max(64)
    .optional()
    .meta({ title: "Digest of the request that was approved: when the request changes, it waits again" }),
});
export type Approval = z.infer<typeof approval>;

/** A threat that a person wrote down; key `by-hand-<slug>@subject`. One sentence is enough. */
const handThreat = z.strictObject({
  say: line,
  categories: z.array(z.enum(strideCategories)).max(2).optional(),
  by: person,
  "recorded-by": recordedBy,
  recorded: date,
  why: text.optional(),
  also: idSet.optional().meta({ title: "Further things that it concerns" }),
  refs: z.strictObject({ cwe: z.array(z.int()).optional(), capec: z.array(z.int()).optional() }).optional(),
  state: z.enum(["recorded", "withdrawn"]).optional(),
});
export type HandThreat = z.infer<typeof handThreat>;

export const decision = z.strictObject({
  decision: z.enum(decisionKinds),
  by: person,
  on: date,
  why: text.optional(),
  fact: line.optional().meta({ title: "not-applicable: the fact that makes it so" }),
  to: line.optional().meta({ title: "transfer: to whom" }),
  contract: line.optional(),
  owner: person.optional(),
  review: date.optional(),
  approved: approval.optional(),
});
export type Decision = z.infer<typeof decision>;

/** A score that a person confirmed or changed. Proposed scores are never stored. */
export const score = z.strictObject({
  method: id,
  factors: z.record(id, z.number()).optional(),
  vector: line.optional(),
  reasons: z.record(id, text).optional(),
  by: person,
  on: date,
  basis: z
    .string()
    .max(64)
    .optional()
    .meta({ title: "Digest of the proposal it confirmed: when the proposal changes, re-score" }),
  lowered: z.enum(tiers).optional().meta({ title: "The tier it was proposed in, when the person lowered it" }),
  approved: approval.optional(),
});
export type Score = z.infer<typeof score>;

export const assignment = z.strictObject({ owner: person.optional(), due: date.optional() });
export type Assignment = z.infer<typeof assignment>;

/** A control applied here. */
export const mitigation = z.strictObject({
  control: id.optional(),
  title: line.optional().meta({ title: "Of a mitigation without a control card" }),
  on: idSet,
  threats: z.array(threatKey),
  owner: person.optional(),
  due: date.optional(),
  ticket: line.optional(),
  stack: id.optional(),
  platform: id.optional().meta({ title: "The platform control that provides it" }),
  criteria: z.record(id, text).optional().meta({ title: "Acceptance criteria written here, beside the card's" }),
  implemented: z.strictObject({ by: person, on: date, link: line.optional() }).optional(),
  by: person,
  recorded: date,
});
export type Mitigation = z.infer<typeof mitigation>;

export const acceptance = z.strictObject({
  owner: person,
  why: text,
  review: date,
  on: date,
  by: person,
  conditions: text.optional(),
  approved: approval.optional(),
});
export type Acceptance = z.infer<typeof acceptance>;

/** One entry per criterion, tool and environment: the verdict, never the report. */
export const evidence = z.strictObject({
  mitigation: id,
  criterion: id,
  verdict: z.enum(["passed", "failed"]),
  tool: id,
  environment: id.optional(),
  on: date,
  by: person,
  commit: line.optional(),
  "unknown-commit": z
    .literal("yes")
    .optional()
    .meta({ title: "The repository of the model did not know the commit: it may be of another one" }),
  link: line.optional(),
  digest: line.optional(),
  method: line.optional().meta({ title: "By hand: how it was tested" }),
  performer: person.optional().meta({ title: "By hand: who tested, not the implementer" }),
  saw: text.optional().meta({ title: "By hand: what was seen" }),
});
export type Evidence = z.infer<typeof evidence>;

/** A review names the digest that it saw and a short digest per thing, so that unreviewed names what changed since. */
export const review = z.strictObject({
  what: z.enum(["diagram", "surface", "threats"]),
  by: person,
  "recorded-by": recordedBy,
  on: date,
  digest: line,
  things: z.record(id, z.string().max(16)).optional(),
  note: text.optional(),
  said: z
    .strictObject({ by: person, recorded: person })
    .optional()
    .meta({ title: "As older versions wrote by and recorded-by" }),
});
export type Review = z.infer<typeof review>;

export const signOff = z.strictObject({
  what: line.meta({ title: "A component or feature (its id), or a stage" }),
  by: person,
  "recorded-by": recordedBy,
  on: date,
  digest: line,
  note: text.optional(),
});
export type SignOff = z.infer<typeof signOff>;

/** A question that somebody took: don't know is an answer with an owner and a date. */
const openQuestion = z.strictObject({
  owner: person,
  due: date,
  by: person,
  "recorded-by": recordedBy,
  on: date,
  note: text.optional(),
});
export type OpenQuestion = z.infer<typeof openQuestion>;

/** What somebody says of a thing, a threat, a question or the model as a whole. */
export const comment = z.strictObject({
  on: line.meta({ title: "The thing by its id, a threat or question by its key, or model" }),
  by: person,
  at: moment.meta({ title: "When it was said" }),
  text,
  pin: point.optional().meta({ title: "Where it is pinned on the drawing" }),
  "reply-to": id.optional().meta({ title: "The comment that it answers" }),
  resolved: z.strictObject({ by: person, on: date }).optional(),
});
export type Comment = z.infer<typeof comment>;
export const refusal = z.strictObject({ title: line, by: person, on: date, why: text.optional() });

export const register = z.strictObject({
  parapet: z.int(),
  threats: z.record(threatKey, handThreat).optional(),
  decisions: z.record(threatKey, decision).optional(),
  scores: z.record(threatKey, score).optional(),
  assignments: z.record(threatKey, assignment).optional(),
  mitigations: mapOf(mitigation).optional(),
  acceptances: z.record(threatKey, acceptance).optional(),
  evidence: mapOf(evidence).optional(),
  reviews: mapOf(review).optional(),
  "sign-offs": mapOf(signOff).optional(),
  questions: z.record(threatKey, openQuestion).optional(),
  comments: mapOf(comment).optional(),
  workshops: mapOf(workshop).optional(),
  views: mapOf(threatView).optional().meta({ title: "Saved views of the threats" }),
  refused: mapOf(refusal).optional(),
});
export type Register = z.infer<typeof register>;
