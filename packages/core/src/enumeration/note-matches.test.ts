// Notes against known threats: a table of what people write, and laws of the measure.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../analysis/analyse.ts";
import type { Document } from "../model/document.ts";
import type { Rule } from "../model/knowledge.ts";
import type { Note } from "../model/workshop.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { nextBestQuestion, questionsInFocus } from "./next-question.ts";
import { noteMatches } from "./note-matches.ts";
import { stem, wordsOf } from "./note-words.ts";

const [first] = smallKnowledge.rules as readonly [Rule, ...Rule[]];
const rule = (id: string, title: string, say: string, stride: Rule["stride"]): Rule => ({
  ...first,
  id,
  title,
  say,
  stride,
});
const knowledge = {
  ...smallKnowledge,
  rules: [
    ...smallKnowledge.rules,
    rule("sql-injection", "SQL injection", "An order with SQL in it reads other orders through {subject}", [
      "tampering",
    ]),
    rule("flooded-process", "Flooded process", "Requests beyond capacity make {subject} unavailable", [
      "denial-of-service",
    ]),
    rule("session-theft", "Stolen session", "A stolen session cookie opens an account on {subject}", ["spoofing"]),
    rule("session-fixation", "Fixed session", "A fixed session cookie opens an account on {subject}", ["spoofing"]),
  ],
};
const shop: Document = {
  ...smallShop,
  model: {
    ...smallShop.model,
    elements: {
      web: { title: "Checkout", kind: "process", zone: "inner" },
      worker: { title: "Mail worker", kind: "process" },
    },
    flows: { save: { title: "Save order", from: "web", to: "db" } },
  },
};
const analysis = analyse(shop, knowledge, { now: "2026-11-24" });
const match = (text: string, about?: string, more: Partial<Note> = {}) =>
  noteMatches({ n: { text, by: "ann", ...(about === undefined ? {} : { about }), ...more } }, analysis)[0];

describe("noteMatches", () => {
  test.each<[string, string | undefined, string, string | undefined]>([
    ["SQL injection in the order form", "web", "same", "sql-injection@web"],
    ["inject sql through orders", "web", "same", "sql-injection@web"],
    ["SQL injection", "worker", "same", "sql-injection@worker"],
    ["Too many requests make it unavailable", "web", "same", "flooded-process@web"],
    ["somebody floods the checkout with requests beyond capacity", undefined, "same", "flooded-process@web"],
    ["anything", "flooded-process@web", "same", "flooded-process@web"],
    ["Session cookie", "web", "unclear", "session-fixation@web"],
    ["flood", "web", "same", "flooded-process@web"],
    ["Staff export the customer list on a USB stick to competitors", "web", "new", undefined],
    ["Competitors bribe couriers", "web", "new", undefined],
    ["The invoice template spoofs the sender in mails to finance", "web", "new", "session-fixation@web"],
    ["Requests for refunds go through twice", "web", "unclear", "flooded-process@web"],
    ["SQL injection", undefined, "unclear", undefined],
    ["this could be a threat", "web", "unclear", undefined],
    ["漏洞", "web", "new", undefined],
    ["😀", "web", "unclear", undefined],
    ["Checkout", "web", "unclear", undefined],
  ])("“%s” about %s is %s", (text, about, verdict, threat) => {
    const found = match(text, about);
    expect([
      found?.verdict,
      verdict === "new" && threat === undefined ? undefined : found?.candidates[0]?.threat,
    ]).toEqual([verdict, threat]);
    expect(found?.say).toMatch(/^\S.*\.$/);
  });

  test("says why: the share, and the words that both have", () => {
    expect(match("inject sql through orders", "web")).toEqual({
      note: "n",
      verdict: "same",
      candidates: [
        { threat: "sql-injection@web", overlap: 1, words: ["inject", "sql", "order"] },
        { threat: "no-way-back@web", overlap: 0.17, words: ["inject"] },
      ],
      say: "“An order with SQL in it reads other orders through Checkout” says 100 % of it (inject, sql, order).",
    });
  });

  test("a note about a thing is held against its flows and entry points, not against its neighbours", () => {
    expect(match("anyone may call", "web")?.candidates[0]?.threat).toBe("anyone-may-call@login");
    expect(match("unencrypted readable store", "web")?.candidates.map(({ threat }) => threat)).not.toContain(
      "readable-store@db",
    );
    expect(match("readable store", "db")?.candidates[0]?.threat).toBe("readable-store@db");
  });

  test("leaves out what is placed", () => {
    expect(match("SQL injection", "web", { outcome: "parked" })).toBeUndefined();
    expect(noteMatches({}, analysis)).toEqual([]);
  });

  test("any notes: each unplaced one once and in order, shares between 0 and 1, candidates best first, the same twice", () => {
    const words = [
      "sql",
      "injection",
      "flood",
      "the",
      "session",
      "cookie",
      "Checkout",
      "worker",
      "steal",
      "漢字",
      "x",
      "orders",
      "!",
    ];
    const about = fc.constantFrom(
      undefined,
      "web",
      "worker",
      "db",
      "save",
      "model",
      "gone",
      "sql-injection@web",
      "x@gone",
    );
    const note = fc.tuple(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), about, fc.boolean()).map(
      ([text, at, placed]): Note => ({
        text: text.join(" "),
        by: "ann",
        ...(at === undefined ? {} : { about: at }),
        ...(placed ? { outcome: "parked" as const } : {}),
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", "b", "c", "d"), note), (notes) => {
        const found = noteMatches(notes, analysis);
        expect(found.map((one) => one.note)).toEqual(
          Object.keys(notes).filter((id) => notes[id]?.outcome === undefined),
        );
        for (const { candidates, verdict } of found) {
          const shares = candidates.map(({ overlap }) => overlap);
          expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
          expect([...shares].sort((a, b) => b - a)).toEqual(shares);
          if (verdict === "same") expect(shares[0]).toBeGreaterThanOrEqual(0.5);
        }
        expect(noteMatches(structuredClone(notes), analysis)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["injected injects injection injecting", ["inject"]],
  ["The attacker could use a STOLEN Session", ["stolen", "session"]],
  ["queries query", ["quer"]],
  ["API v2 of 2FA", ["api", "v2", "2fa"]],
])("the words of “%s”", (text, words) => {
  expect(wordsOf(text).map((word) => word)).toEqual(words.map((word) => stem(word)));
});

describe("nextBestQuestion", () => {
  const ids = analysis.questions.map(({ id }) => id);
  test("the first by hidden risk, then the next, then none", () => {
    expect(nextBestQuestion(analysis, undefined)?.id).toBe(ids[0]);
    expect(nextBestQuestion(analysis, undefined, new Set(ids.slice(0, 2)))?.id).toBe(ids[2]);
    expect(nextBestQuestion(analysis, undefined, new Set(ids))).toBeUndefined();
  });

  test("in focus: about what is in it, or what a threat in it waits for", () => {
    const db = questionsInFocus(analysis, new Set(["db"])).map(({ id }) => id);
    expect(db.length).toBeGreaterThan(0);
    expect(
      analysis.questions
        .filter(({ id }) => db.includes(id))
        .every(({ about, id }) => about === "db" || id.startsWith("encrypted-at-rest@")),
    ).toBe(true);
    expect(nextBestQuestion(analysis, new Set(["nothing"]))).toBeUndefined();
    expect(questionsInFocus(analysis, undefined)).toBe(analysis.questions);
  });

  test("what somebody took comes last, unless it is overdue", () => {
    const taken = (due: string) =>
      analyse(
        {
          ...shop,
          register: { parapet: 1, questions: { [ids[0] as string]: { owner: "bo", due, by: "bo", on: "2026-11-01" } } },
        },
        knowledge,
        { now: "2026-11-24" },
      );
    expect(nextBestQuestion(taken("2026-12-01"), undefined)?.id).toBe(ids[1]);
    expect(nextBestQuestion(taken("2026-12-01"), undefined, new Set(ids.slice(1)))?.id).toBe(ids[0]);
    const late = taken("2026-11-10");
    const before = new Set(
      late.questions
        .slice(
          0,
          late.questions.findIndex(({ id }) => id === ids[0]),
        )
        .map(({ id }) => id),
    );
    expect(nextBestQuestion(late, undefined, before)?.id).toBe(ids[0]);
  });
});
