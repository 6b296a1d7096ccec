// Questions about the drawing are answered by commands, and are gone then.
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../knowledge/src/testing/knowledge-folder.ts";
import { analyse } from "../analysis/analyse.ts";
import { apply } from "../model/apply.ts";
import type { Document } from "../model/document.ts";
import { body } from "./commands/answer-question.ts";

const now = "2026-11-24";
const small = {
  model: {
    parapet: 1,
    system: "Small",
    zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
    elements: {
      user: { kind: "external-entity", zone: "internet" },
      web: { kind: "process", zone: "inside" },
      db: { kind: "data-store", zone: "inside" },
      mailer: { kind: "process" },
    },
    flows: {
      visit: { from: "user", to: "web", protocol: "https" },
      save: { from: "web", to: "db" },
      mail: { from: "web", to: "mailer" },
    },
  },
} as unknown as Document;

function answer(document: Document, question: string, value: string): Document {
  const context = { document, knowledge, now, by: "ann", analysis: () => analyse(document, knowledge, { now }) };
  const input = body.input.parse({ ids: [question], value });
  expect(body.check(input, context)).toEqual([]);
  return apply(document, body.apply(input, context));
}

const oversharing = { ...knowledge, rules: knowledge.rules.filter((rule) => rule.id === "overshared-data") };
const questions = (document: Document) => analyse(document, knowledge, { now }).questions.map(({ id }) => id);

describe("structural questions", () => {
  it.each([
    ["natures@web", "serves-html,accepts-files"],
    ["natures@db", "none"],
    ["data@model", "Card number:restricted, Order:internal"],
    ["entry-points@model", "none"],
    ["zone@mailer", "inside"],
    ["several-tenants@model", "no"],
  ])("%s takes %s and is gone", (question, value) => {
    expect(questions(small)).toContain(question);
    expect(questions(answer(small, question, value))).not.toContain(question);
  });

  it("asks who serves several tenants of what is ours, not of external entities", () => {
    const tenants = { ...small, model: { ...small.model, facts: { "several-tenants": "yes" } } } as Document;
    const asked = questions(tenants).filter((id) => id.startsWith("tenancy@"));
    expect(asked).toEqual(expect.arrayContaining(["tenancy@web", "tenancy@db"]));
    expect(asked).not.toContain("tenancy@user");
  });

  it("asks how callers prove who they are at the entry point where the flow arrives, not of the flow again", () => {
    const model = { ...small.model, "entry-points": { shop: { on: "web", kind: "web", via: ["visit"] } } };
    const asked = questions({ model } as unknown as Document);
    expect(questions(small)).toContain("authentication@visit");
    expect(asked).toContain("authentication@shop");
    expect(asked).not.toContain("authentication@visit");
    expect(asked).toContain("authentication@save");
  });

  it.each([
    [{ from: "web", to: "bank" }, "carries@send"],
    [{ from: "bank", to: "web" }, "returns@send"],
    [{ from: "web", to: "bank", carries: ["note"] }, "kinds@note"],
    [{ from: "web", to: "lost", carries: ["note"] }, "zone@lost"],
  ])("asks only for what a third party gets: of %j it asks %s", (send, question) => {
    const model = {
      ...small.model,
      data: { note: {} },
      zones: { ...small.model.zones, partner: { kind: "third-party" } },
      elements: {
        web: { kind: "process", zone: "inside" },
        bank: { kind: "external-entity", zone: "partner" },
        lost: { kind: "external-entity" },
      },
      flows: { send },
    };
    const { threats, questions: asked } = analyse({ model } as unknown as Document, oversharing, { now });
    expect([threats.length, asked.filter(({ latent }) => latent > 0).map(({ id }) => id)]).toEqual([0, [question]]);
  });

  it("states every nature: those named yes, the others no", () => {
    const facts = answer(small, "natures@web", "serves-html").model.elements?.web?.facts ?? {};
    expect(facts["serves-html"]).toEqual({ value: "yes", by: "ann", on: now });
    expect(facts["parses-xml"]).toEqual({ value: "no", by: "ann", on: now });
  });

  it("names data with its classification", () => {
    const { data } = answer(small, "data@model", "Card number:restricted, Order").model;
    expect(data).toEqual({
      "card-number": { title: "Card number", classification: "restricted" },
      order: { title: "Order" },
    });
  });

  it.each([
    ["natures@web", "flies", "not-in-list"],
    ["data@model", "Order:top-secret", "not-in-list"],
    ["entry-points@model", "api:/x", "bad-argument"],
  ])("%s refuses %s", (question, value, code) => {
    const context = { document: small, knowledge, now, by: "ann", analysis: () => analyse(small, knowledge, { now }) };
    expect(body.check(body.input.parse({ ids: [question], value }), context).map((problem) => problem.code)).toContain(
      code,
    );
  });

  it("asks the store what it holds, and the flow what it gives a third party, when data may be there", () => {
    const model = {
      ...small.model,
      zones: { ...small.model.zones, partner: { kind: "third-party" } },
      elements: {
        ...small.model.elements,
        mailer: { kind: "external-entity", zone: "partner" },
        web: { kind: "process", zone: "inside" },
      },
      data: { address: { classification: "confidential", kinds: ["personal"] } },
    };
    const rules = (id: string) => ({ ...knowledge, rules: knowledge.rules.filter((rule) => rule.id === id) });
    const asked = (rule: string, more: object = {}) =>
      analyse({ model: { ...model, ...more } } as unknown as Document, rules(rule), { now }).questions.map(
        ({ id }) => id,
      );
    expect(asked("data-kept-too-long")).toContain("holds@db");
    expect(asked("erasure-not-passed-on")).toContain("carries@mail");
    const lost = { elements: { ...model.elements, mailer: { kind: "external-entity" } } };
    expect(asked("erasure-not-passed-on", lost)).toContain("zone@mailer");
    const flows = { ...model.flows, mail: { from: "web", to: "mailer", carries: [] } };
    expect(asked("erasure-not-passed-on", { flows })).not.toContain("carries@mail");
  });
});
