// The order in which questions are asked, and what each says.
import { describe, expect, test } from "vitest";
import { analyse } from "../analysis/analyse.ts";
import type { Document } from "../model/document.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";

const now = "2026-11-24";
const ask = "encrypted-at-rest@inner";

function questionsOf(document: Document) {
  return analyse(document, smallKnowledge, { now }).questions;
}

/** The shop with more web applications and databases, and what the register says. */
function shop(elements: object = {}, register: object = {}): Document {
  const model = { ...smallShop.model, elements: { ...smallShop.model.elements, ...elements } };
  return { ...smallShop, model, register: { parapet: 1, ...register } } as unknown as Document;
}

describe("questions", () => {
  test("stand by the risk that they hide, then by what they settle, then by id", () => {
    const process = { kind: "process", zone: "inner" };
    const store = { kind: "data-store", zone: "inner" };
    const list = questionsOf(shop({ api: process, "api-2": process, logs: store }));
    expect(
      list.filter(({ settles }) => settles > 0).map(({ id, riskHeld, settles }) => [id, riskHeld, settles]),
    ).toEqual([
      [ask, 131.4, 2],
      ["authentication@login", 65.7, 1],
      ["logs-actions@api", 43.8, 1],
      ["logs-actions@api-2", 43.8, 1],
      ["logs-actions@web", 43.8, 1],
    ]);
    const weights = list.map(({ riskHeld, settles }) => [riskHeld, settles] as const);
    expect(weights).toEqual([...weights].sort((a, b) => b[0] - a[0] || b[1] - a[1]));
    const light = list.filter(({ riskHeld }) => riskHeld === 0).map(({ id }) => id);
    expect(light).toEqual([...light].sort());
    expect(light.length).toBeGreaterThan(3);
  });

  test("of one fact that weigh the same stand by the thing", () => {
    const points = { a: { on: "web", kind: "web" }, "z-login": { on: "web", kind: "web" } };
    const document = { ...smallShop, model: { ...smallShop.model, "entry-points": points } } as unknown as Document;
    const ids = questionsOf(document).flatMap(({ id, settles }) => (id.startsWith("auth") && settles > 0 ? [id] : []));
    expect(ids).toEqual(["authentication@a", "authentication@z-login"]);
  });

  test("say whom they are about, what they hide and what answers them", () => {
    expect(questionsOf(smallShop).find(({ id }) => id === ask)).toEqual({
      id: ask,
      about: "inner",
      fact: "encrypted-at-rest",
      text: "Has inner encrypted-at-rest?",
      for: "engineer",
      riskHeld: 65.7,
      settles: 1,
      latent: 0,
      hides: "high",
    });
  });

  test.each<[string, string, object]>([
    ["before its date", "2026-11-25", {}],
    ["on its date", now, {}],
    ["past its date", "2026-11-23", { overdue: true }],
  ])("name who finds out until when: %s", (_, due, more) => {
    const questions = { [ask]: { owner: "bo", due, by: "ann", on: "2026-11-01" } };
    const found = questionsOf(shop({}, { questions })).find(({ id }) => id === ask);
    const { owner, due: until, overdue } = found as NonNullable<typeof found>;
    expect({ owner, due: until, ...(overdue === undefined ? {} : { overdue }) }).toEqual({ owner: "bo", due, ...more });
  });

  test.each<[string, object, string]>([
    ["where a source shows it", { seen: "compose.yaml:3" }, "compose.yaml:3"],
    ["the first of several places", { seen: ["a.yaml:1", "b.yaml:2"] }, "a.yaml:1"],
    ["the file, where no place is known", {}, "observed.yaml"],
  ])("name a contradiction: %s", (_, seen, where) => {
    const db = {
      kind: "data-store",
      zone: "inner",
      facts: { "encrypted-at-rest": { value: "no", seen: "c:1" } },
      ...seen,
    };
    const declared = { facts: { "encrypted-at-rest": { value: "yes", by: "ann", on: "2026-11-01" } } };
    const document = { ...shop({ db: declared }), observed: { parapet: 1, elements: { db } } } as unknown as Document;
    const found = questionsOf(document).find(({ contradiction }) => contradiction !== undefined);
    expect(found?.id).toBe("encrypted-at-rest@db");
    expect(found?.contradiction).toEqual({ declared: "yes", observed: "no", where });
  });
});

describe("what gates and stages read of questions", () => {
  const policy = { parapet: 1, gates: { questions: "on", contradictions: "on" } };
  const read = (document: Document) => {
    const analysis = analyse({ ...document, policy } as unknown as Document, smallKnowledge, { now });
    const failing = (gate: string) =>
      [...(analysis.gates.find(({ id }) => id === gate)?.failing ?? ["no gate"])].sort();
    const needs = analysis.stages.flatMap(({ id, missing }) =>
      id === "scoping" ? missing.map((need) => need.id) : [],
    );
    return { unanswered: failing("questions"), contradicted: failing("contradictions"), needs };
  };
  const severe = ["authentication@login", ask, "logs-actions@web"];
  const taken = (due: string) => ({ questions: { [ask]: { owner: "bo", due, by: "ann", on: "2026-11-01" } } });

  test.each<[string, object, readonly string[]]>([
    ["nobody owns any", {}, severe],
    ["one is owned until later", taken("2026-11-25"), [severe[0] as string, severe[2] as string]],
    ["one is owned until today", taken(now), [severe[0] as string, severe[2] as string]],
    ["one is past its date", taken("2026-11-23"), severe],
  ])("unanswered are those that hide critical or high risk: %s", (_, register, unanswered) => {
    expect(read(shop({}, register)).unanswered).toEqual(unanswered);
  });

  test("contradicted are those that a source contradicts, and none where there is none", () => {
    expect(read(smallShop).contradicted).toEqual([]);
    const db = { facts: { "encrypted-at-rest": { value: "yes", by: "ann", on: "2026-11-01" } } };
    const seen = { kind: "data-store", zone: "inner", facts: { "encrypted-at-rest": { value: "no", seen: "c:1" } } };
    const document = { ...shop({ db }), observed: { parapet: 1, elements: { db: seen } } } as unknown as Document;
    expect(read(document).contradicted).toEqual(["encrypted-at-rest@db"]);
  });

  test("what is asked about the model is needed for its scope", () => {
    expect(read(smallShop).needs.filter((id) => id.includes("@"))).toEqual(
      ["deployment-pipeline", "operator-interface", "secret-store", "third-party"].map((id) => `${id}@model`),
    );
  });
});
