// What people do in the part of a workshop that lives in memory alone: votes, notes before they are shown, the timer, whose turn it is.
import { fail, ok, problem, type Result } from "@parapet/core";
import * as z from "zod";
import { board } from "./board.ts";

const factor = z.string().regex(/^[a-z][a-z-]{0,39}$/);
const name = z.string().min(1).max(120);
const text = z.string().trim().min(1).max(4_000);
const about = z.string().min(1).max(300);
const noteId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const values = z
  .record(factor, z.number().min(-1_000).max(1_000))
  .refine((map) => Object.keys(map).length >= 1 && Object.keys(map).length <= 20, "one to twenty factors");

/** Everybody who takes part may do these. */
const byAnybody = [
  /** Comes in: as what, in a word or two. */
  z.strictObject({ kind: z.literal("introduce"), as: z.string().trim().max(120).optional() }),
  /** Does not know the answer of the question on the board. */
  z.strictObject({ kind: z.literal("unsure"), question: about }),
  /** Votes, or votes anew; `for` somebody who has no device, when the facilitator writes it down. */
  z.strictObject({ kind: z.literal("cast"), values, for: name.optional() }),
  /** Writes a note, or writes it anew. Nobody else sees it before all are shown. */
  z.strictObject({ kind: z.literal("note"), id: noteId, text, about: about.optional(), for: name.optional() }),
  z.strictObject({ kind: z.literal("drop-note"), id: noteId }),
] as const;

/** Only who facilitates may do these. */
const byFacilitator = [
  z.strictObject({
    kind: z.literal("open-vote"),
    threat: z.string().min(1).max(200),
    factors: z.array(factor).min(1).max(20),
  }),
  z.strictObject({ kind: z.literal("reveal") }),
  /** After the talk: what was agreed, and why. */
  z.strictObject({ kind: z.literal("close-vote"), results: values, rationale: text }),
  /** Without a result; also to vote anew. */
  z.strictObject({ kind: z.literal("drop-vote") }),
  /** What the vote came to is in the model now. */
  z.strictObject({ kind: z.literal("vote-kept") }),
  z.strictObject({ kind: z.literal("open-silence"), about: about.optional() }),
  z.strictObject({ kind: z.literal("show-notes") }),
  /** These notes are in the model now. */
  z.strictObject({ kind: z.literal("notes-kept"), ids: z.array(noteId).min(1).max(500) }),
  z.strictObject({ kind: z.literal("start-timer"), seconds: z.int().min(1).max(36_000), label: name.optional() }),
  z.strictObject({ kind: z.literal("pause-timer") }),
  z.strictObject({ kind: z.literal("resume-timer") }),
  z.strictObject({ kind: z.literal("stop-timer") }),
  /** The part of the agenda that is on. */
  z.strictObject({ kind: z.literal("step"), step: z.int().min(0).max(100) }),
  /** Somebody has the word; by their key. */
  z.strictObject({ kind: z.literal("turn"), who: z.string().min(1).max(200) }),
  /** What everybody looks at; nothing when absent. */
  z.strictObject({ kind: z.literal("show"), board: board.optional() }),
  /** A question was gone through: answered, or passed over for today. */
  z.strictObject({ kind: z.literal("pass"), question: about }),
  z.strictObject({ kind: z.literal("bring"), place: z.string().min(1).max(300) }),
] as const;

const schema = z.discriminatedUnion("kind", [...byAnybody, ...byFacilitator]);
export type WorkshopAct = z.infer<typeof schema>;

const forAll: ReadonlySet<string> = new Set(["introduce", "unsure", "cast", "note", "drop-note"]);

/** True for what only who facilitates may do: lead, and write down what others say. */
export function isLeading(act: WorkshopAct): boolean {
  return !forAll.has(act.kind) || ("for" in act && act.for !== undefined);
}

/** An act, from whatever came over the wire. */
export function readAct(value: unknown): Result<WorkshopAct> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const at = parsed.error.issues[0]?.path.map(String).join(".").slice(0, 100);
  // The value itself is not repeated: it may be a vote.
  const say = `This is nothing that one does in a workshop${at ? `: look at ${at}` : ""}.`;
  return fail(problem("bad-argument", say, "Reload the page: it may be of another version than the server."));
}
