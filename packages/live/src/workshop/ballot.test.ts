import { describe, expect, test } from "vitest";
import { member } from "../testing/room.ts";
import { ada, ann, bo, cast, eve, open, opened } from "../testing/workshop.ts";
import { keepVote } from "./ballot.ts";

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
