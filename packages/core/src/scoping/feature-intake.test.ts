import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../model/document.ts";
import { intakeAnswers, intakeQuestions } from "../model/intake.ts";
import { featureRanking, intake } from "./feature-intake.ts";

type Answers = Parameters<typeof of>[0];
const of = (features: NonNullable<Document["model"]["features"]>): Document => ({
  model: { parapet: 1, system: "Shop", features },
});
const all = (answer: (typeof intakeAnswers)[number]) => Object.fromEntries(intakeQuestions.map((id) => [id, answer]));

test("ten questions, each with a weight from 1 to 5 and a reason", () => {
  expect(Object.keys(intake)).toEqual([...intakeQuestions]);
  expect(intakeQuestions).toHaveLength(10);
  for (const { ask, weight, why } of Object.values(intake)) {
    expect(ask).toMatch(/^[A-Z].*\?$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect([1, 2, 3, 4, 5]).toContain(weight);
  }
});

describe("featureRanking", () => {
  test.each<[string, Answers[string], number, number, number]>([
    ["nothing is known: half, and anything is possible", { title: "F" }, 50, 0, 100],
    ["all is unknown: the same", { title: "F", intake: all("unknown") }, 50, 0, 100],
    ["all is no", { title: "F", intake: all("no") }, 0, 0, 0],
    ["all is yes", { title: "F", intake: all("yes") }, 100, 100, 100],
    ["one heavy yes", { title: "F", intake: { ...all("no"), "sensitive-data": "yes" } }, 13, 13, 13],
    ["one light yes", { title: "F", intake: { ...all("no"), "first-of-its-kind": "yes" } }, 5, 5, 5],
    ["a yes, the rest open", { title: "F", intake: { "sensitive-data": "yes" } }, 57, 13, 100],
  ])("%s", (_, feature, score, least, most) => {
    expect(featureRanking(of({ f: feature }))[0]).toMatchObject({ score, least, most });
  });

  test("the riskiest first; of equal ones that about which less is known, then by id", () => {
    const document = of({
      known: {
        title: "Known",
        intake: {
          ...all("no"),
          "sensitive-data": "yes",
          "open-to-anyone": "yes",
          "sign-in-or-rights": "yes",
          "new-entrance": "yes",
        },
      },
      b: { title: "B" },
      a: { title: "A", state: "planned" },
      calm: { title: "Calm", intake: all("no") },
      worst: {
        intake: {
          ...all("no"),
          "sensitive-data": "yes",
          "open-to-anyone": "yes",
          "sign-in-or-rights": "yes",
          "moves-value": "yes",
          "new-entrance": "yes",
        },
      },
    });
    expect(featureRanking(document).map(({ id }) => id)).toEqual(["worst", "a", "b", "known", "calm"]);
    expect(featureRanking(document)[0]).toMatchObject({ title: "worst", state: "built", unknown: [] });
    expect(featureRanking(document)[0]?.yes).toEqual([
      "sensitive-data",
      "open-to-anyone",
      "sign-in-or-rights",
      "new-entrance",
      "moves-value",
    ]);
    expect(featureRanking(document)[1]).toMatchObject({ state: "planned", yes: [] });
    expect(featureRanking({ model: { parapet: 1, system: "S" } })).toEqual([]);
  });

  test("of any answers: least ≤ score ≤ most, and a yes in place of a no never ranks lower", () => {
    const answers = fc.dictionary(fc.constantFrom(...intakeQuestions), fc.constantFrom(...intakeAnswers), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(answers, fc.constantFrom(...intakeQuestions), (given, question) => {
        const rank = (intake: typeof given) => featureRanking(of({ f: { intake } }))[0];
        const base = rank(given);
        expect([base?.least, base?.score, base?.most]).toEqual(
          [base?.least, base?.score, base?.most].sort((a, b) => (a ?? 0) - (b ?? 0)),
        );
        const scores = (["no", "unknown", "yes"] as const).map(
          (answer) => rank({ ...given, [question]: answer })?.score ?? 0,
        );
        expect([...scores].sort((a, b) => a - b)).toEqual(scores);
      }),
      { numRuns: 200 },
    );
  });
});
