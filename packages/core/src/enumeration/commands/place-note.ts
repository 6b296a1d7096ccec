// Says what a note of a workshop is: a threat that is known, a new one, or something that nobody can tell yet. None vanishes.
import * as z from "zod";
import type { Change } from "../../model/changes.ts";
import { at, missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put, set, without } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, line, text, threatKey } from "../../model/fields.ts";
import { modelSubject, splitKey } from "../../model/ids.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { knownThreats, threatsById } from "../../model/threats.ts";
import { strideCategories } from "../../model/vocabulary.ts";
import { type Note, noteOutcomes } from "../../model/workshop.ts";
import { notOver, saidId, workshopOf } from "../../model/workshops.ts";
import { type HandThreatGiven, handThreatEntry, handThreatKey, handThreatProblems } from "../hand-threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "place-note",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Say what notes of a workshop are: known, new or parked",
  permission: "edit",
  reads: "analysis",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  notes: z.array(id).min(1).max(500).describe("The notes; several that mean the same are placed together"),
  outcome: z
    .enum(noteOutcomes)
    .describe("linked: a threat that is known; recorded: a new one, by hand; parked: unclear"),
  threat: threatKey.optional().describe("linked: the threat that they are"),
  say: line.optional().describe("recorded: the threat in one sentence; the first note when absent"),
  subject: id.optional().describe("recorded: the thing that it is raised on; what the first note is about when absent"),
  slug: id.optional().describe("recorded: the part of its id that names it"),
  categories: z.array(z.enum(strideCategories)).max(2).optional().describe("recorded: at most two STRIDE categories"),
  why: text.optional().describe("recorded: how it works, or what led to it"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const refused = notOver(context.document, given.workshop);
    if (refused.length > 0) return refused;
    const notes = workshopOf(context.document, given.workshop)?.notes;
    const missing = given.notes.flatMap((note) => missingEntry("note", notes, note, "notes"));
    return missing.length > 0 ? missing.slice(0, 20) : outcomeProblems(given, context);
  },
  (given, context) => edit(context.document, operations(given, context)),
);

function outcomeProblems(given: Given, context: CommandContext): readonly Problem[] {
  if (given.outcome === "parked") return [];
  if (given.outcome === "recorded") return handThreatProblems(asThreat(given, context.document), context.document);
  if (given.threat !== undefined) return knownThreats(threatsById(context), [given.threat]);
  return [problem("missing-key", "It is not said which threat the notes are.", "Name it (threat).", at("threat"))];
}

function noteOf({ workshop }: Given, document: Document, note: string | undefined): Note | undefined {
  return workshopOf(document, workshop)?.notes?.[note ?? ""];
}

/** The new threat: said by who wrote the first note, on what that note is about. */
function asThreat(given: Given, document: Document): HandThreatGiven {
  const { say, slug, categories, why } = given;
  const first = noteOf(given, document, given.notes[0]);
  const sentence = say ?? (first?.text ?? "").replace(/\s+/g, " ").trim().slice(0, 300);
  const subject = given.subject ?? subjectOf(first?.about, document);
  return { say: sentence, subject, slug, categories, why, "said-by": first?.by };
}

/** A note about a threat or question is on its subject; one about something that is no thing is on the model. */
function subjectOf(about: string | undefined, document: Document): string {
  const subject = about === undefined ? modelSubject : (splitKey(about)?.subject ?? about);
  const laid = effective(document);
  return laid.collectionOf.has(laid.resolve(subject)) ? subject : modelSubject;
}

function operations(given: Given, context: CommandContext): readonly Change[] {
  const { document } = context;
  const place = (note: string, field: string, value: unknown) =>
    set("register.workshops", given.workshop, ["notes", note, field], value);
  const placed = (threat: string | undefined, parked: (note: string) => string | undefined) =>
    given.notes.flatMap((note) => [
      place(note, "outcome", given.outcome),
      place(note, "threat", threat),
      place(note, "parked", parked(note)),
    ]);
  if (given.outcome === "linked") return placed(given.threat, () => undefined);
  if (given.outcome === "recorded") {
    const threat = asThreat(given, document);
    const key = handThreatKey(threat, document);
    return [put("register.threats", key, handThreatEntry(threat, context)), ...placed(key, () => undefined)];
  }
  return [
    ...given.notes.flatMap((note) => parkedItem(given, document, note)),
    ...placed(undefined, (note) => parkedId(given, document, note)),
  ];
}

/** Each note is parked as it was written; the same words of the same person are parked once. */
function parkedId(given: Given, document: Document, note: string): string {
  const { text, about, by } = noteOf(given, document, note) as Note;
  return saidId("p", [text, about, by]);
}

function parkedItem(given: Given, document: Document, note: string): readonly Change[] {
  const { text, by, "recorded-by": recorded, about } = noteOf(given, document, note) as Note;
  const value = without({ text, by, "recorded-by": recorded, about });
  return [set("register.workshops", given.workshop, ["parked", parkedId(given, document, note)], value)];
}
