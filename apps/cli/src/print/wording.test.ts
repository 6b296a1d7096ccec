import { commands, problem } from "@parapet/core";
import { expect, test } from "vitest";
import { verbs } from "../verbs.ts";
import { forPeople, wordsOfCommands } from "./wording.ts";

test("every command has words, and every verb in them is there", () => {
  expect(Object.keys(wordsOfCommands).sort()).toEqual(commands.map(({ card }) => card.name).sort());
  const named = Object.values(wordsOfCommands).flatMap((words) => /^parapet ([a-z-]+)/.exec(words)?.[1] ?? []);
  expect(named.filter((name) => !verbs.some((verb) => verb.name === name))).toEqual([]);
});

test.each([
  ["Let its owner accept it first (accept-risk).", "Let its owner accept it first (parapet accept)."],
  [
    "Add what there is to the model (add-entry-point, add-data).",
    "Add what there is to the model (parapet entry-point add, parapet data add).",
  ],
  ["Did you mean review-threats-soon?", "Did you mean review-threats-soon?"],
])("%s", (fix, said) => {
  expect(forPeople(problem("not-possible", "No.", fix)).fix).toBe(said);
});

test("what is wrong with an input begins with the verb", () => {
  const wrong = problem("bad-argument", "add-element: id is not as it should be: too long.", "Shorten it.");
  expect(forPeople(wrong).say).toBe("parapet element add: id is not as it should be: too long.");
  const other = problem("not-possible", "add-element stays where it is no name.", "No.");
  expect(forPeople(other)).toBe(other);
});

test.each([
  [
    problem("needs-rationale", "No.", "Say why, in one sentence.", { path: ["why"] }),
    "Say why, in one sentence (--why).",
  ],
  [problem("needs-owner", "No.", "Name them.", { path: ["owner"] }), "Name them (--owner)."],
  [problem("needs-rationale", "No.", "Say why.", { path: ["reasons", "damage"] }), "Say why (--reason damage=TEXT)."],
  [problem("needs-review-date", "No.", "Accept it anew.", { path: ["threats"] }), "Accept it anew."],
  [problem("needs-owner", "No.", "Name them.", { file: "model.yaml", path: ["owner"] }), "Name them."],
])("what is missing is named as the option that gives it", (one, fix) => expect(forPeople(one).fix).toBe(fix));
