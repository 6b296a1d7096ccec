// Votes, notes, timer and turns of a workshop: who may do what when, what everybody hears, and that nothing is told before its time.
import { type CommandBody, commands } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guest, member } from "../testing/room.ts";
import { keepVote } from "./ballot.ts";
import { keepNotes } from "./silence.ts";
import { type Acted, WorkshopRoom } from "./workshop-room.ts";

const ann = member("ann");
const bo = member("bo");
const eve = guest("Eve (guest)", "eve");
const ada = guest("ann", "ada");
const everyone = [ann, bo, eve, ada];
const open = { kind: "open-vote", threat: "no-way-back@web", factors: ["damage", "affected"] };
const cast = (damage: number, affected = 1) => ({ kind: "cast", values: { damage, affected } });

function opened() {
  const room = new WorkshopRoom({ leads: ({ by, joined }) => by === "ann" && joined === undefined });
  for (const sender of everyone) room.join(sender, 0);
  const act = (sender: (typeof everyone)[number], what: unknown, now = 0): Acted => {
    const done = room.act(sender, what, now);
    if (!done.ok) throw new Error(done.problems[0]?.say);
    return done.value;
  };
  return { room, act };
}

describe("a vote", () => {
  test("says who has voted, and no more, until it is turned over; then how far apart, without names", () => {
    const { room, act } = opened();
    act(ann, open);
    act(bo, cast(7, 3));
    act(eve, cast(2, 9));
    const { everyone: state } = act(ann, cast(5, 6));
    expect(state.vote).toEqual({
      ...{ threat: "no-way-back@web", factors: ["damage", "affected"], phase: "open" },
      voted: ["person:bo", "guest:eve", "person:ann"],
    });
    expect(act(ann, { kind: "reveal" }).everyone.vote).toMatchObject({
      phase: "revealed",
      spread: { damage: [2, 5, 7], affected: [3, 6, 9] },
    });
    const { vote } = act(ann, {
      kind: "close-vote",
      results: { damage: 6, affected: 6 },
      rationale: "Backups exist",
    }).everyone;
    expect(vote && keepVote("w", vote)).toEqual({
      name: "keep-vote",
      input: {
        workshop: "w",
        threat: "no-way-back@web",
        votes: {
          damage: { spread: [2, 5, 7], result: 6, rationale: "Backups exist" },
          affected: { spread: [3, 6, 9], result: 6, rationale: "Backups exist" },
        },
      },
    });
    act(ann, { kind: "vote-kept" });
    expect(room.state(0).vote).toBeUndefined();
  });

  test("is one per person: another device of theirs, or a change of mind, takes its place; a guest of the name is another", () => {
    const { act } = opened();
    act(ann, open);
    act(ann, cast(1));
    act(member("ann", "phone"), cast(9));
    act(ada, cast(4));
    expect(act(ann, { kind: "reveal" }).everyone.vote?.spread?.damage).toEqual([4, 9]);
  });

  test("of somebody without a device is written down by who leads, and by nobody else", () => {
    const { room, act } = opened();
    act(ann, open);
    act(ann, { ...cast(3), for: "Mo" });
    expect(room.act(bo, { ...cast(3), for: "Mo" }, 0)).toMatchObject({
      ok: false,
      problems: [{ code: "not-permitted" }],
    });
    expect(act(ann, cast(5)).everyone.vote?.voted).toEqual(["said:Mo", "person:ann"]);
  });

  test("of who is removed goes with them, of who only leaves stays", () => {
    const { room, act } = opened();
    act(ann, open);
    act(bo, cast(3));
    act(eve, cast(9));
    room.leave(bo.session, 0);
    expect(room.remove(eve, 0).everyone.vote?.voted).toEqual(["person:bo"]);
    expect(room.state(0).attending.map(({ key, here }) => [key, here])).toEqual([
      ["person:ann", true],
      ["person:bo", false],
      ["guest:ada", true],
    ]);
    expect(act(ann, { kind: "reveal" }).everyone.vote?.spread?.damage).toEqual([3]);
  });

  test.each([
    ["a vote when there is none", [], bo, cast(1), "not-possible"],
    ["a second one", [open], ann, open, "not-possible"],
    ["turning over what nobody voted", [open], ann, { kind: "reveal" }, "not-possible"],
    [
      "a result before it is turned over",
      [open, cast(1)],
      ann,
      { kind: "close-vote", results: { damage: 1, affected: 1 }, rationale: "x" },
      "not-possible",
    ],
    ["a vote after it is turned over", [open, cast(1), { kind: "reveal" }], bo, cast(1), "not-possible"],
    ["a vote on other factors", [open], bo, { kind: "cast", values: { damage: 1 } }, "bad-argument"],
    [
      "a vote on more factors",
      [open],
      bo,
      { kind: "cast", values: { damage: 1, affected: 1, reach: 1 } },
      "bad-argument",
    ],
    ["a vote that is no number", [open], bo, { kind: "cast", values: { damage: "7", affected: 1 } }, "bad-argument"],
    [
      "a result without a factor",
      [open, cast(1), { kind: "reveal" }],
      ann,
      { kind: "close-vote", results: { damage: 1 }, rationale: "x" },
      "bad-argument",
    ],
    ["leading by others", [], bo, open, "not-permitted"],
    ["turning over by a guest who says to be ann", [open, cast(1)], ada, { kind: "reveal" }, "not-permitted"],
    ["something that one does not do", [], ann, { kind: "dance" }, "bad-argument"],
    ["nothing", [], ann, null, "bad-argument"],
  ] as const)("refuses %s", (_, before, who, what, code) => {
    const { room, act } = opened();
    for (const one of before) act(ann, one);
    const state = room.state(0);
    expect(room.act(who, what, 0)).toMatchObject({ ok: false, problems: [{ code }] });
    expect(room.state(0)).toEqual(state);
  });
});

describe("notes in silence", () => {
  const note = (id: string, text: string, more = {}) => ({ kind: "note", id, text, ...more });

  test("are their authors' alone until they are shown, then everybody's; they stay until they are in the model", () => {
    const { room, act } = opened();
    act(ann, { kind: "open-silence", about: "web" });
    const mine = act(bo, note("1", "Orders are lost", { about: "web" }));
    expect([...mine.own]).toEqual([
      ["s-bo", { notes: [{ id: "1", text: "Orders are lost", about: "web", by: "bo" }] }],
    ]);
    act(eve, note("1", "Staff read cards"));
    act(eve, note("2", "Nothing"));
    act(eve, { kind: "drop-note", id: "2" });
    expect(room.state(0).silence).toEqual({
      about: "web",
      phase: "silent",
      counts: { "person:bo": 1, "guest:eve": 1 },
    });
    expect([room.own(bo).notes.length, room.own(ann).notes.length, room.own(eve).notes[0]?.text]).toEqual([
      1,
      0,
      "Staff read cards",
    ]);
    const shown = act(ann, { kind: "show-notes" });
    expect(shown.everyone.silence?.notes?.map(({ id, text, by }) => [id, text, by])).toEqual([
      ["note-1", "Orders are lost", "bo"],
      ["note-2", "Staff read cards", "Eve (guest)"],
    ]);
    expect([...shown.own.values()]).toEqual(everyone.map(() => ({ notes: [] })));
    expect(keepNotes("w", shown.everyone.silence?.notes ?? [])[0]).toEqual({
      name: "add-note",
      input: { workshop: "w", text: "Orders are lost", about: "web", "said-by": "bo" },
    });
    expect(room.act(ann, { kind: "open-silence" }, 0)).toMatchObject({ ok: false });
    act(ann, { kind: "notes-kept", ids: ["note-1"] });
    expect(room.state(0).silence?.notes?.length).toBe(1);
    expect(act(ann, { kind: "notes-kept", ids: ["note-2"] }).everyone.silence).toBeUndefined();
  });

  test("that somebody says are written down by who leads", () => {
    const { act } = opened();
    act(ann, { kind: "open-silence" });
    act(ann, note("1", "The key is lost", { for: "Mo" }));
    expect(act(ann, { kind: "show-notes" }).everyone.silence?.notes).toMatchObject([{ by: "Mo", recorded: true }]);
  });

  test("count for who said them, whoever wrote them down", () => {
    const { room, act } = opened();
    act(ann, { kind: "open-silence" });
    act(ann, note("1", "Mine"));
    act(ann, note("2", "The key is lost", { for: "Mo" }));
    act(ann, note("3", "Staff read cards", { for: "Eve (guest)" }));
    act(eve, note("4", "So do couriers"));
    expect(room.state(0).silence?.counts).toEqual({ "person:ann": 1, "said:Mo": 1, "guest:eve": 2 });
    // Who wrote one down takes it back.
    act(ann, { kind: "drop-note", id: "2" });
    expect(room.state(0).silence?.counts).toEqual({ "person:ann": 1, "guest:eve": 2 });
  });

  test("are dropped by nobody else, are not too many, and go with who is removed", () => {
    const { room, act } = opened();
    act(ann, { kind: "open-silence" });
    act(eve, note("1", "Mine"));
    expect(room.act(bo, { kind: "drop-note", id: "1" }, 0)).toMatchObject({ ok: false });
    for (let i = 0; i < 100; i++) act(bo, note(`${i}`, `Note ${i}`));
    expect(room.act(bo, note("100", "One more"), 0)).toMatchObject({ ok: false, problems: [{ code: "bad-argument" }] });
    act(bo, note("1", "Note 1 in other words"));
    expect(room.remove(eve, 0).everyone.silence?.counts).toEqual({ "person:bo": 100 });
  });
});

test("what is kept are commands that take it", async () => {
  const { act } = opened();
  act(ann, { kind: "open-silence" });
  act(bo, { kind: "note", id: "1", text: "Orders are lost", about: "web" });
  const { notes = [] } = act(ann, { kind: "show-notes" }).everyone.silence ?? {};
  act(ann, open);
  act(bo, cast(7));
  act(ann, { kind: "reveal" });
  const { vote } = act(ann, { kind: "close-vote", results: { damage: 6, affected: 6 }, rationale: "So" }).everyone;
  for (const made of [...keepNotes("w", notes), ...(vote ? [keepVote("w", vote)] : [])]) {
    const command = commands.find(({ card }) => card.name === made?.name);
    const body: CommandBody<unknown> | undefined = (await command?.load())?.body;
    expect(body?.input.safeParse(made?.input)).toMatchObject({ success: true });
  }
});

describe("what everybody looks at", () => {
  const question = { kind: "question", question: "q@web", text: "Is it?", form: "one", choices: [{ value: "yes" }] };
  const show = (board?: object) => ({ kind: "show", ...(board && { board }) });

  test("is put on the board by who leads, and who does not know the answer is told until another question is on it", () => {
    const { act, room } = opened();
    act(ann, show(question));
    act(eve, { kind: "unsure", question: "q@web" });
    act(bo, { kind: "unsure", question: "q@web" });
    expect(act(bo, { kind: "unsure", question: "q@web" }).everyone).toMatchObject({
      board: question,
      unsure: ["guest:eve", "person:bo"],
    });
    expect(act(ann, show({ ...question, text: "Is it so?" })).everyone.unsure).toEqual(["guest:eve", "person:bo"]);
    expect(room.remove(eve, 0).everyone.unsure).toEqual(["person:bo"]);
    act(ann, { kind: "pass", question: "q@web" });
    const { everyone: next } = act(ann, show({ ...question, question: "r@web" }));
    expect([next.unsure, next.passed]).toEqual([[], ["q@web"]]);
    expect(act(ann, show()).everyone.board).toBeUndefined();
  });

  test("and as what they are here, as they say themselves", () => {
    const { act } = opened();
    act(eve, { kind: "introduce", as: "operations" });
    act(bo, { kind: "introduce", as: "sales" });
    const { attending } = act(bo, { kind: "introduce", as: "" }).everyone;
    expect(attending.map(({ as }) => as)).toEqual([undefined, undefined, "operations", undefined]);
    expect(act(eve, { kind: "introduce" }).everyone.attending[2]?.as).toBe("operations");
  });

  test.each([
    ["a guest who shows something", eve, show(question), "not-permitted"],
    ["a guest who passes a question over", ada, { kind: "pass", question: "q@web" }, "not-permitted"],
    ["not to know a question that is not asked", eve, { kind: "unsure", question: "q@web" }, "not-possible"],
    ["a board of nothing known", ann, show({ kind: "html", html: "<b>" }), "bad-argument"],
    ["a board that is too much", ann, show({ kind: "talk", title: "x", lines: Array(61).fill("x") }), "bad-argument"],
  ] as const)("refuses %s", (_, who, what, code) => {
    const { room } = opened();
    const state = room.state(0);
    expect(room.act(who, what, 0)).toMatchObject({ ok: false, problems: [{ code }] });
    expect(room.state(0)).toEqual(state);
  });
});

describe("time and turns", () => {
  test("a timer runs, stops for a while, goes on and is taken away", () => {
    const { act } = opened();
    expect(act(ann, { kind: "start-timer", seconds: 60, label: "Talk" }, 1_000).everyone.timer).toEqual({
      seconds: 60,
      label: "Talk",
      ends: 61_000,
    });
    expect(act(ann, { kind: "pause-timer" }, 21_000).everyone.timer).toEqual({
      seconds: 60,
      label: "Talk",
      left: 40_000,
    });
    expect(act(ann, { kind: "pause-timer" }, 22_000).everyone.timer?.left).toBe(40_000);
    expect(act(ann, { kind: "resume-timer" }, 30_000).everyone).toMatchObject({ now: 30_000, timer: { ends: 70_000 } });
    expect(act(ann, { kind: "pause-timer" }, 99_000).everyone.timer?.left).toBe(0);
    expect(act(ann, { kind: "stop-timer" }).everyone.timer).toBeUndefined();
    expect(() => act(ann, { kind: "resume-timer" })).toThrow("No timer is set.");
  });

  test("who has had the word is counted, so that who has not can be told", () => {
    const { act, room } = opened();
    act(ann, { kind: "turn", who: "person:bo" });
    act(ann, { kind: "turn", who: "guest:eve" });
    const { everyone: state } = act(ann, { kind: "turn", who: "person:bo" });
    expect([state.turn, state.attending.map(({ name, turns }) => [name, turns])]).toEqual([
      "person:bo",
      [
        ["ann", 0],
        ["bo", 2],
        ["Eve (guest)", 1],
        ["ann", 0],
      ],
    ]);
    expect(() => act(ann, { kind: "turn", who: "person:zed" })).toThrow("Nobody of that key");
    expect(room.act(eve, { kind: "turn", who: "guest:eve" }, 0)).toMatchObject({ ok: false });
  });

  test("everyone is brought to a place, again when it is the same", () => {
    const { act } = opened();
    act(ann, { kind: "step", step: 2 });
    act(ann, { kind: "bring", place: "/enumeration?select=web" });
    expect(act(ann, { kind: "bring", place: "/enumeration?select=web" }).everyone).toMatchObject({
      step: 2,
      bring: { place: "/enumeration?select=web", count: 2 },
    });
  });
});

/** Everything that leaves a room, as text: what all hear, what single sessions hear, and problems. */
interface Told {
  readonly all: string;
  readonly own: ReadonlyMap<string, string>;
}

describe("what is not revealed", () => {
  const kinds = [
    "cast",
    "cast",
    "cast",
    "note",
    "note",
    "reveal",
    "close-vote",
    "drop-vote",
    "vote-kept",
    "open-vote",
    "open-silence",
    "show-notes",
    "drop-note",
    "leave",
    "join",
    "nonsense",
  ] as const;
  const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(3), recorded: fc.boolean() }), {
    minLength: 10,
    maxLength: 60,
  });

  test("is in nothing that leaves the room, but for one's own notes", () => {
    let casts = 0;
    fc.assert(
      fc.property(steps, (list) => {
        const { room } = opened();
        const secrets = new Map<string, string | undefined>();
        /** The last vote of each, while it counts; what was changed or dropped is nobody's to see for ever. */
        let counting = new Map<string, string>();
        room.act(ann, open, 0);
        room.act(ann, { kind: "open-silence" }, 0);
        list.forEach(({ kind, who, recorded }, i) => {
          const sender = everyone[who] as (typeof everyone)[number];
          // Values and words that nothing else has.
          const secret = `71${i}13`;
          const phase = room.state(0).vote?.phase;
          const told: Told[] = [];
          const hear = (done: ReturnType<typeof room.act>) =>
            told.push(
              done.ok
                ? {
                    all: JSON.stringify(done.value.everyone),
                    own: new Map([...done.value.own].map(([session, own]) => [session, JSON.stringify(own)])),
                  }
                : { all: JSON.stringify(done.problems), own: new Map() },
            );
          if (kind === "cast") {
            const done = room.act(
              sender,
              { kind, values: { damage: Number(`0.${secret}`), affected: 1 }, ...(recorded && { for: "Mo" }) },
              0,
            );
            secrets.set(`0.${secret}`, undefined);
            if (done.ok) {
              casts += 1;
              counting.set(recorded ? "Mo" : `${who}`, `0.${secret}`);
            }
            hear(done);
          } else if (kind === "note") {
            hear(room.act(sender, { kind, id: `${i}`, text: `word${secret}` }, 0));
            if (room.state(0).silence?.phase === "silent") secrets.set(`word${secret}`, sender.session);
          } else if (kind === "leave") hear({ ok: true, value: room.leave(sender.session, 0) });
          else if (kind === "join") hear({ ok: true, value: room.join(sender, 0) });
          else if (kind === "nonsense")
            hear(room.act(sender, { kind: "cast", values: { damage: Number(`0.${secret}`), word: "x" } }, 0));
          else if (kind === "close-vote")
            hear(room.act(ann, { kind, results: { damage: 1, affected: 1 }, rationale: "So" }, 0));
          else if (kind === "open-vote") hear(room.act(ann, open, 0));
          else
            hear(
              room.act(ann, { kind, id: "1", ids: ["note-1"] }, 0).ok
                ? room.act(ann, { kind: "step", step: 1 }, 0)
                : room.act(ann, { kind }, 0),
            );
          // Turned over and shown, they are everybody's.
          if (kind === "reveal" && phase === "open") for (const value of counting.values()) secrets.delete(value);
          if (room.state(0).vote?.phase !== "open") counting = new Map();
          if (room.state(0).silence?.phase !== "silent")
            for (const key of secrets.keys()) if (key.startsWith("word")) secrets.delete(key);
          told.push({
            all: `${JSON.stringify(room.state(0))}${JSON.stringify(room)}${String(room)}`,
            own: new Map(everyone.map((one) => [one.session, JSON.stringify(room.own(one))])),
          });
          for (const { all, own } of told)
            for (const [value, author] of secrets) {
              expect(all).not.toContain(value);
              for (const [session, text] of own) if (session !== author) expect(text).not.toContain(value);
            }
        });
      }),
      { seed: 21, numRuns: 150 },
    );
    expect(casts).toBeGreaterThan(150);
  });
});
