// A workshop: people in a room, what they came for, and what it came to. Never who voted what.
import * as z from "zod";
import { date, id, idSet, line, mapOf, moment, person, recordedBy, text, threatKey } from "./fields.ts";
import { jobs } from "./vocabulary.ts";

/** What a workshop is held for. */
export const workshopKinds = ["scoping", "decomposition-review", "enumeration", "handoff"] as const;
export type WorkshopKind = (typeof workshopKinds)[number];

/** What is done in a part of the agenda. */
export const workshopSteps = [
  "welcome",
  "scope",
  "features",
  "assumptions",
  "diagram",
  "surface",
  "questions",
  "brainstorm",
  "grouping",
  "votes",
  "specifications",
  "decisions",
  "tickets",
  "sign-off",
] as const;
export type WorkshopStep = (typeof workshopSteps)[number];

/** What the workshop is about: a feature, a zone or a view of the diagram; without one the whole system. */
export const focus = z.strictObject({ feature: id.optional(), zone: id.optional(), view: id.optional() });
export type Focus = z.infer<typeof focus>;

export const agendaItem = z.strictObject({
  title: line,
  minutes: z.int().min(1).max(600),
  step: z.enum(workshopSteps),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** Who was there, as they were on that day. A guest's name is a claim. */
export const attendee = z.strictObject({
  name: line.optional(),
  as: line.optional().meta({ title: "What they were there as" }),
  job: z.enum(jobs).optional(),
  team: line.optional(),
  senior: z.enum(["yes", "no"]).optional(),
  guest: z.literal("yes").optional(),
  left: moment.optional(),
});
export type Attendee = z.infer<typeof attendee>;

export const parkedItem = z.strictObject({
  text,
  by: person,
  "recorded-by": recordedBy,
  about: line.optional(),
  settled: text.optional().meta({ title: "What came of it" }),
});
export type ParkedItem = z.infer<typeof parkedItem>;

/** What became of a note: it is a threat that is known, one that was recorded by hand, or it is parked. */
export const noteOutcomes = ["linked", "recorded", "parked"] as const;

export const note = z.strictObject({
  text,
  by: person,
  "recorded-by": recordedBy,
  about: line.optional(),
  group: line.optional(),
  outcome: z.enum(noteOutcomes).optional(),
  threat: threatKey.optional(),
  parked: id.optional(),
});
export type Note = z.infer<typeof note>;

/** What a vote on a factor came to: how far apart the votes lay, what was agreed, and why. */
export const vote = z.strictObject({
  spread: z.array(z.number()).min(1).max(200),
  result: z.number(),
  rationale: text,
});
export type Vote = z.infer<typeof vote>;

/** A threat, question, mitigation or thing by its id. */
export const decidedKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(@[a-z][a-z0-9-]*)?$/, "bad-id")
  .max(200);

/** An answer that was given in the room: what was asked and said, by whom, and the threats that waited for it then. */
export const roomAnswer = z.strictObject({
  asked: text.optional(),
  value: z.string().min(1).max(2000),
  when: text.optional().meta({ title: "The condition, when the value is when" }),
  by: person,
  "recorded-by": recordedBy,
  threats: z.array(threatKey).max(2000).optional().meta({ title: "The threats that waited for it" }),
});
export type RoomAnswer = z.infer<typeof roomAnswer>;

export const workshop = z.strictObject({
  kind: z.enum(workshopKinds),
  title: line,
  focus: focus.optional(),
  planned: date.optional(),
  started: moment.optional(),
  ended: moment.optional(),
  facilitator: person,
  agenda: z.array(agendaItem).max(40).optional(),
  attended: mapOf(attendee).optional(),
  notes: mapOf(note).optional(),
  votes: z.record(threatKey, z.record(id, vote)).optional(),
  answered: z.record(threatKey, roomAnswer).optional(),
  decided: z.record(decidedKey, z.strictObject({ by: person, note: text.optional() })).optional(),
  tickets: idSet.optional().meta({ title: "Mitigations that got a ticket" }),
  parked: mapOf(parkedItem).optional(),
  "signed-off": z.strictObject({ by: person, "recorded-by": recordedBy, on: date, note: text.optional() }).optional(),
});
export type Workshop = z.infer<typeof workshop>;
