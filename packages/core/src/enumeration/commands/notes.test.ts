// Notes of a workshop: written, put together, and placed: linked, recorded or parked.
import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import type { Workshop } from "../../model/workshop.ts";
import { unplacedNotes } from "../../model/workshops.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { body as addNote } from "./add-note.ts";
import { body as groupNotes } from "./group-notes.ts";
import { body as placeNote } from "./place-note.ts";
import { body as setNoteAbout } from "./set-note-about.ts";

const meeting: Workshop = {
  kind: "enumeration",
  title: "Meeting",
  facilitator: "bo",
  started: "2026-11-24",
  notes: {
    a: { text: "A clerk deletes orders\nat night", by: "guest Kim", "recorded-by": "bo", about: "web" },
    b: { text: "Deleted orders", by: "ann", about: "no-way-back@web" },
    c: { text: "What of the old API?", by: "ann" },
    d: { text: "Sessions never end", by: "cy", about: "login" },
  },
};
const shop = (workshop: Workshop): Document => ({
  ...smallShop,
  register: { parapet: 1, workshops: { meeting: workshop } },
});
const run = <Input>(command: CommandBody<Input>, input: object, document = shop(meeting), by = "bo") =>
  runCommand(command, { workshop: "meeting", ...input }, document, {
    by,
    knowledge: smallKnowledge,
    analysis: () => analyse(document, smallKnowledge, { now: "2026-11-24" }),
  });
const notes = (document: Document) => document.register?.workshops?.meeting?.notes;

describe("add-note", () => {
  test("by who writes it, or by who says it", () => {
    const { after } = run(addNote, { text: "It leaks", about: "web" }, shop(meeting), "guest Kim");
    expect(Object.values(notes(after) ?? {}).at(-1)).toEqual({ text: "It leaks", by: "guest Kim", about: "web" });
    const heard = run(addNote, { id: "e", text: "It leaks", "said-by": "cy" }).after;
    expect(notes(heard)?.e).toEqual({ text: "It leaks", by: "cy", "recorded-by": "bo" });
    expect(run(addNote, { text: "It leaks", about: "web" }, after, "guest Kim").codes).toEqual(["duplicate-id"]);
    expect(run(addNote, { text: "It leaks", about: "web" }, after, "cy").codes).toEqual([]);
  });

  test.each([
    [{ text: "x", about: "wep" }, meeting, "dangling-reference"],
    [{ text: "x", workshop: "meting" }, meeting, "dangling-reference"],
    [{ text: "x" }, { ...meeting, ended: "2026-11-24" }, "not-possible"],
  ])("refuses %o", (given, workshop, code) => {
    expect(run(addNote, given, shop(workshop)).codes).toEqual([code]);
  });
});

test("set-note-about says what notes are about, and leaves them in their groups", () => {
  const together = run(groupNotes, { notes: ["a", "b"], group: "Deleting" }).after;
  const about = run(setNoteAbout, { notes: ["a", "c"], about: "web" }, together).after;
  expect([notes(about)?.a?.group, notes(about)?.a?.about, notes(about)?.c?.about]).toEqual(["Deleting", "web", "web"]);
  expect(run(setNoteAbout, { notes: ["c"], about: "gone" }).codes).toEqual(["dangling-reference"]);
  expect(run(setNoteAbout, { notes: ["z"], about: "web" }).codes).toEqual(["dangling-reference"]);
  expect(run(setNoteAbout, { notes: ["c"], about: "web" }, shop({ ...meeting, ended: "2026-11-24" })).codes).toEqual([
    "not-possible",
  ]);
});

test("group-notes puts notes together and takes them apart", () => {
  const together = run(groupNotes, { notes: ["a", "b"], group: "Deleting" }).after;
  expect([notes(together)?.a?.group, notes(together)?.b?.group, notes(together)?.c?.group]).toEqual([
    "Deleting",
    "Deleting",
    undefined,
  ]);
  expect(notes(run(groupNotes, { notes: ["a", "b"] }, together).after)).toEqual(meeting.notes);
  expect(run(groupNotes, { notes: ["a", "z"], group: "x" }).codes).toEqual(["dangling-reference"]);
  expect(run(groupNotes, { notes: ["a"], group: "x" }, shop({ ...meeting, ended: "2026-11-24" })).codes).toEqual([
    "not-possible",
  ]);
});

describe("place-note", () => {
  test("the same: linked to a threat that is known", () => {
    const { after, changes } = run(placeNote, { notes: ["a", "b"], outcome: "linked", threat: "no-way-back@web" });
    expect(notes(after)?.b).toEqual({ ...meeting.notes?.b, outcome: "linked", threat: "no-way-back@web" });
    expect(changes).toHaveLength(4);
    expect(unplacedNotes(after.register?.workshops?.meeting as Workshop).map(([id]) => id)).toEqual(["c", "d"]);
  });

  test("new: recorded by hand in the same step, said by who wrote it, on what it is about", () => {
    const { after } = run(placeNote, { notes: ["a", "d"], outcome: "recorded", categories: ["tampering"] });
    const key = "by-hand-a-clerk-deletes-orders-at-night@web";
    expect(after.register?.threats?.[key]).toEqual({
      say: "A clerk deletes orders at night",
      categories: ["tampering"],
      by: "guest Kim",
      "recorded-by": "bo",
      recorded: "2026-11-24",
    });
    expect(notes(after)?.d).toEqual({ ...meeting.notes?.d, outcome: "recorded", threat: key });
    const worded = { notes: ["b"], outcome: "recorded", say: "Orders go", slug: "gone", subject: "db", why: "No copy" };
    expect(run(placeNote, worded).after.register?.threats?.["by-hand-gone@db"]).toEqual({
      say: "Orders go",
      by: "ann",
      "recorded-by": "bo",
      recorded: "2026-11-24",
      why: "No copy",
    });
    expect(Object.keys(run(placeNote, { notes: ["b"], outcome: "recorded" }).after.register?.threats ?? {})).toEqual([
      "by-hand-deleted-orders@web",
    ]);
    expect(Object.keys(run(placeNote, { notes: ["c"], outcome: "recorded" }).after.register?.threats ?? {})).toEqual([
      "by-hand-what-of-the-old-api@model",
    ]);
  });

  test("unclear: parked as it was written", () => {
    const { after } = run(placeNote, { notes: ["a", "c"], outcome: "parked" });
    const { parked = {}, notes: placed } = after.register?.workshops?.meeting ?? {};
    expect(Object.values(parked)).toEqual([
      { text: "A clerk deletes orders\nat night", by: "guest Kim", "recorded-by": "bo", about: "web" },
      { text: "What of the old API?", by: "ann" },
    ]);
    expect(placed?.c?.outcome).toBe("parked");
    expect(parked[placed?.c?.parked ?? ""]?.text).toBe("What of the old API?");
  });

  test("what was placed is placed again", () => {
    const parked = run(placeNote, { notes: ["a"], outcome: "parked" }).after;
    const linked = run(placeNote, { notes: ["a"], outcome: "linked", threat: "no-way-back@web" }, parked).after;
    expect(notes(linked)?.a).toEqual({ ...meeting.notes?.a, outcome: "linked", threat: "no-way-back@web" });
  });

  test.each([
    [{ notes: ["a"], outcome: "linked" }, "missing-key"],
    [{ notes: ["a"], outcome: "linked", threat: "no-way-bak@web" }, "dangling-reference"],
    [{ notes: ["z"], outcome: "parked" }, "dangling-reference"],
    [{ notes: ["a"], outcome: "recorded", subject: "wep" }, "dangling-reference"],
    [{ notes: ["a"], outcome: "recorded", say: "!!" }, "bad-id"],
  ])("refuses %o", (given, code) => {
    expect(run(placeNote, given).codes).toEqual([code]);
  });

  test("refuses a threat that is there already, and a workshop that is over", () => {
    const once = run(placeNote, { notes: ["a"], outcome: "recorded" }).after;
    expect(run(placeNote, { notes: ["a"], outcome: "recorded" }, once).codes).toEqual(["duplicate-id"]);
    expect(
      run(placeNote, { notes: ["a"], outcome: "parked" }, shop({ ...meeting, ended: "2026-11-24" })).codes,
    ).toEqual(["not-possible"]);
  });
});
