// What a workshop keeps, its board, timer and turns: who may do what when, and what everybody hears.
import { type CommandBody, commands } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { ada, ann, bo, cast, eve, open, opened } from "../testing/workshop.ts";
import { keepVote } from "./ballot.ts";
import { keepNotes } from "./silence.ts";

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
