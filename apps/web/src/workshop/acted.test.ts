// The part of a workshop that lives in memory: parts, who spoke, and votes that stay face down until they are turned over.
import { describe, expect, test } from "vitest";
import { acted } from "./acted.ts";
import type { Act, Live } from "./live.ts";

const begun: Live = {
  now: 0,
  part: 0,
  since: 0,
  here: [],
  spoke: [],
  writing: [],
  open: false,
  passed: [],
  offers: [],
};
const after = (...acts: readonly Act[]): Live => acts.reduce((live, what, i) => acted(live, what, i + 1), begun);

describe("the agenda", () => {
  test("goes on to a part, and its clock begins", () => {
    expect(after({ kind: "part", to: 3 })).toMatchObject({ part: 3, since: 1 });
  });

  test("who spoke and what was passed stand once", () => {
    const twice: readonly Act[] = [
      { kind: "spoke", who: "ann" },
      { kind: "spoke", who: "ann" },
      { kind: "pass", question: "natures@web" },
      { kind: "pass", question: "natures@web" },
    ];
    expect(after(...twice)).toMatchObject({ spoke: ["ann"], passed: ["natures@web"] });
  });
});

describe("a vote", () => {
  const called: Act = { kind: "call-vote", threat: "spoofed@web", factor: "damage" };
  const cards: readonly Act[] = [8, 3, 5].map((value) => ({ kind: "card", value }));

  test("shows how many lie there and no value until it is turned over", () => {
    const live = after(called, ...cards);
    expect(live.vote).toEqual({ threat: "spoofed@web", factor: "damage", count: 3, voted: [] });
  });

  test("turned over, the values are rising and no card is added", () => {
    const live = after(called, ...cards, { kind: "turn" }, { kind: "card", value: 10 });
    expect(live.vote?.turned).toEqual({ votes: [3, 5, 8], at: 5 });
    expect(live.vote?.count).toBe(3);
  });

  test("called again, it begins with no card", () => {
    const live = after(called, ...cards, { kind: "turn" }, called, { kind: "card", value: 2 }, { kind: "turn" });
    expect(live.vote?.turned?.votes).toEqual([2]);
  });

  test("put away, there is none; a card without a vote is nothing", () => {
    expect(after(called, { kind: "clear-vote" }).vote).toBeUndefined();
    expect(after({ kind: "card", value: 4 }).vote).toBeUndefined();
  });
});
