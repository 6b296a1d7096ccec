import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { body as reviewDiagram } from "../../decomposition/commands/review-diagram.ts";
import { body as reviewSurface } from "../../decomposition/commands/review-surface.ts";
import { body as setField } from "../../decomposition/commands/set-field.ts";
import type { CommandBody } from "../../model/command.ts";
import { changedSince, diagramDigest, surfaceDigest } from "../../model/digest.ts";
import type { Document } from "../../model/document.ts";
import { threatsOf } from "../../model/expand.ts";
import type { DeclaredFact } from "../../model/knowledge.ts";
import type { Review } from "../../model/register.ts";
import { runCommand, type Setting } from "../../model/testing/run-command.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { cameOf } from "../room-answers.ts";
import { body as answerQuestion } from "./answer-question.ts";

const now = "2026-11-24";
const analysisOf = (document: Document) => analyse(document, smallKnowledge, { now });
const run = <Input>(command: CommandBody<Input>, input: unknown, document = smallShop, more: Setting = {}) =>
  runCommand(command, input, document, { knowledge: smallKnowledge, analysis: () => analysisOf(document), ...more });
const answer = (ids: string | string[], value: string, more: object = {}) =>
  run(answerQuestion, { ids: Array.isArray(ids) ? ids : [ids], value, ...more });

const stated = { value: "yes", by: "ann", on: now };

describe("answer-question", () => {
  test("writes the long form of a fact, in the model layer", () => {
    expect(answer("logs-actions@web", "yes").changes).toEqual([
      { collection: "model.elements", id: "web", field: ["facts"], after: { "logs-actions": stated } },
    ]);
    const more = { why: "saw it", partly: ["web"] };
    expect(answer("logs-actions@web", "no", more).after.model.elements?.web?.facts).toEqual({
      "logs-actions": { ...stated, value: "no", ...more },
    });
  });

  test("a thing that only a source shows gets an entry with just the fact", () => {
    expect(answer("encrypted-at-rest@db", "yes").changes).toEqual([
      { collection: "model.elements", id: "db", after: { facts: { "encrypted-at-rest": stated } } },
    ]);
  });

  test("a question of a zone is answered there, several ids at once, and the answers count", () => {
    const after = answer(["encrypted-at-rest@inner", "logs-actions@web"], "yes").after;
    expect(after.model.zones?.inner?.facts).toEqual({ "encrypted-at-rest": stated });
    const findings = Object.fromEntries(analysisOf(after).threats.map(({ id, finding }) => [id, finding]));
    expect(findings).toMatchObject({ "readable-store@db": "addressed", "unlogged-actions@web": "addressed" });
  });

  test("a question of the model is taken when the analysis asks it", () => {
    expect(answer("secret-store@model", "no", { why: "there are no secrets" }).after.model.facts).toEqual({
      "secret-store": { ...stated, value: "no", why: "there are no secrets" },
    });
    expect(answer("secret-store@model", "vault").codes).toEqual(["not-in-list"]);
    expect(answer("secret-shop@model", "no").codes).toEqual(["dangling-reference"]);
  });

  describe("what is in the drawing", () => {
    const nature = (id: string): DeclaredFact => ({
      id,
      on: ["process"],
      asked: "thing",
      sense: "nature",
      say: "{subject} does",
      for: "engineer",
    });
    const knowledge = {
      ...smallKnowledge,
      facts: [...smallKnowledge.facts, nature("fetches-urls"), nature("parses-xml")],
    };
    const draw = (id: string, value: string) => run(answerQuestion, { ids: [id], value }, smallShop, { knowledge });

    test("which data there is, and which entry points", () => {
      expect(draw("data@model", "Card number:restricted, Basket").after.model.data).toEqual({
        order: { classification: "restricted" },
        "card-number": { title: "Card number", classification: "restricted" },
        basket: { title: "Basket" },
      });
      expect(draw("entry-points@web", "api:POST /orders, admin").after.model["entry-points"]).toEqual({
        ...smallShop.model["entry-points"],
        "post-orders": { on: "web", kind: "api", at: "POST /orders" },
        "web-admin": { on: "web", kind: "admin" },
      });
      const no = { value: "no", by: "ann", on: now };
      expect(draw("entry-points@web", "none").after.model.elements?.web?.facts).toEqual({ "entry-points": no });
      expect(draw("entry-points@model", "none").after.model.facts).toEqual({ "entry-points": no });
    });

    test("what a thing does: yes for what is named, no for the rest", () => {
      const facts = draw("natures@web", "parses-xml").after.model.elements?.web?.facts;
      expect(facts).toEqual({ "fetches-urls": { ...stated, value: "no" }, "parses-xml": stated });
    });

    test("what a technology shows is not denied by leaving it out", () => {
      const technologies = [{ id: "fetcher", title: "Fetcher", facts: { "fetches-urls": "yes" } }];
      const web = { kind: "process" as const, technologies: ["fetcher"] };
      const model = { ...smallShop.model, elements: { web } };
      const given = { ids: ["natures@web"], value: "none" };
      const { after } = run(
        answerQuestion,
        given,
        { ...smallShop, model },
        { knowledge: { ...knowledge, technologies } },
      );
      expect(after.model.elements?.web?.facts).toEqual({ "parses-xml": { ...stated, value: "no" } });
    });

    test.each([
      ["data@model", "order:internal", ["duplicate-id"]],
      ["data@model", "Basket:hush", ["not-in-list"]],
      ["entry-points@web", "hatch:roof", ["not-in-list"]],
      ["entry-points@model", "api:/", ["bad-argument"]],
      ["natures@web", "flies", ["not-in-list"]],
    ])("refuses %s %s", (id, value, codes) => {
      expect(draw(id, value).codes).toEqual(codes);
    });
  });

  test("authentication of an entry point is its field", () => {
    expect(answer("authentication@login", "oidc").changes).toEqual([
      { collection: "model.entry-points", id: "login", field: ["authentication"], after: "oidc" },
    ]);
    expect(answer("authentication@login", "magic").codes).toEqual(["not-in-list"]);
  });

  test("fields of the drawing", () => {
    expect(answer("holds@db", "order").after.model.elements?.db).toEqual({ holds: ["order"] });
    expect(answer("carries@save", "none").after.model.flows?.save?.carries).toEqual([]);
    expect(answer("via@login", "save").after.model["entry-points"]?.login?.via).toEqual(["save"]);
    expect(answer("tenancy@web", "shared").after.model.elements?.web?.tenancy).toBe("shared");
    expect(answer("kinds@order", "personal,payment-card").after.model.data?.order?.kinds).toEqual([
      "personal",
      "payment-card",
    ]);
    expect(answer("zone@db", "nowhere").codes).toEqual(["dangling-reference"]);
    expect(answer("classification@order", "hush").codes).toEqual(["not-in-list"]);
  });

  test.each<[string, string, object, object]>([
    ["access@login", "no", {}, { staff: "yes", customer: "no" }],
    ["access-customer@login", "yes", {}, { staff: "yes", customer: "yes" }],
    [
      "access-customer@web",
      "when",
      { when: "it is their order" },
      { staff: "yes", customer: { when: "it is their order" } },
    ],
    ["access@login", "customer=yes, staff=no", {}, { staff: "no", customer: "yes" }],
  ])("%s %s says who may come in", (id, value, more, access) => {
    expect(answer(id, value, more).after.model["entry-points"]?.login?.access).toEqual(access);
  });

  test.each<[string, string, object, string[]]>([
    ["access-king@login", "yes", {}, ["dangling-reference"]],
    ["access-customer@db", "yes", {}, ["dangling-reference"]],
    ["access-customer@login", "when", {}, ["not-in-list"]],
    ["access-customer@login", "maybe", {}, ["not-in-list"]],
    ["access-staff@login", "no", {}, ["not-possible"]],
    ["logs-actions@web", "perhaps", {}, ["not-in-list"]],
    ["logs-actions@web", "not-applicable", {}, ["needs-rationale"]],
    ["logs-actions@db", "yes", {}, ["not-possible"]],
    ["logs-actions@inner", "yes", {}, ["not-possible"]],
    ["encrypted-at-rest@nowhere", "yes", {}, ["dangling-reference"]],
    ["logs-acts@web", "yes", {}, ["dangling-reference"]],
    ["logs-actions@web", "yes", { partly: ["nothing"] }, ["dangling-reference", "dangling-reference"]],
  ])("refuses %s %s %o", (id, value, more, codes) => {
    expect(answer(id, value, more).codes).toEqual(codes);
  });

  test("in a workshop it stands there too, with what was asked, who said it, and the threats that waited for it", () => {
    const running = { kind: "enumeration", title: "Hour", facilitator: "ann", started: now } as const;
    const held = (more: object): Document => ({
      ...smallShop,
      register: { parapet: 1, workshops: { hour: { ...running, ...more } } },
    });
    const { questions, threats } = analysisOf(smallShop);
    const at = questions.findIndex(({ id }) => id === "logs-actions@web");
    const waiting = threats.filter(({ asks }) => asks?.includes(at)).map(({ id }) => id);
    expect(waiting.length).toBeGreaterThan(0);
    const input = { ids: ["logs-actions@web"], value: "yes", "said-by": "kim", workshop: "hour" };
    const there = (ran: { after: Document }) => ran.after.register?.workshops?.hour?.answered;
    expect(there(run(answerQuestion, input, held({})))).toEqual({
      "logs-actions@web": {
        asked: questions[at]?.text,
        value: "yes",
        by: "kim",
        "recorded-by": "ann",
        threats: waiting,
      },
    });
    const { workshop: _, ...outside } = input;
    expect(there(run(answerQuestion, outside, held({})))).toBeUndefined();
    const promise = { ...input, value: "dont-know", owner: "bo", due: "2026-12-01" };
    expect(there(run(answerQuestion, promise, held({})))?.["logs-actions@web"]?.value).toBe("dont-know");
    expect(run(answerQuestion, input, held({ ended: now })).codes).toEqual(["not-possible"]);
    expect(run(answerQuestion, { ...input, workshop: "our" }, held({})).codes).toEqual(["dangling-reference"]);
  });

  test("what came of an answer is how its threats stand now, those of a renamed thing too", () => {
    const threats = ["no-way-back@web", "gone@web"];
    const named = new Map(threatsOf(analysisOf(smallShop)).map((threat) => [threat.id, threat]));
    const status = named.get("no-way-back@web")?.status ?? "missing";
    const came = (document: Document) => [...cameOf({ threats }, document, (id) => named.get(id)).counts];
    expect(came(smallShop)).toEqual([
      ["gone", 1],
      [status, 1],
    ]);
    expect(cameOf({}, smallShop, () => undefined)).toEqual({ counts: new Map(), open: [] });
  });

  test("don't know is an answer with an owner and a date, and the answer ends it", () => {
    const after = answer("logs-actions@web", "dont-know", {
      owner: "bo",
      due: "2026-12-24",
      why: "asks the vendor",
    }).after;
    expect(after.register?.questions).toEqual({
      "logs-actions@web": { owner: "bo", due: "2026-12-24", by: "ann", on: now, note: "asks the vendor" },
    });
    expect(run(answerQuestion, { ids: ["logs-actions@web"], value: "yes" }, after).after.register?.questions).toEqual(
      {},
    );
    expect(answer("logs-actions@web", "dont-know").codes).toEqual(["needs-owner", "missing-key"]);
    expect(answer("logs-actions@web", "dont-know", { owner: "bo", due: "2026-11-23" }).codes).toEqual(["bad-argument"]);
    expect(answer("logs-actions@wep", "dont-know", { owner: "bo", due: now }).said).toEqual([
      "Nobody asks logs-actions@wep. Did you mean logs-actions@web? parapet questions lists what is asked.",
    ]);
  });

  test("an answer that turned out to be none is taken back by don't know, and asked again", () => {
    const yes = answer("logs-actions@web", "yes").after;
    const given = {
      ids: ["logs-actions@web"],
      value: "dont-know",
      owner: "bo",
      due: "2026-12-24",
      why: "it was a guess",
    };
    const after = run(answerQuestion, given, yes).after;
    expect(after.model.elements?.web?.facts).toEqual({
      "logs-actions": { ...stated, value: "unknown", why: "it was a guess" },
    });
    const asked = analysisOf(after).questions.find(({ id }) => id === "logs-actions@web");
    expect(asked).toMatchObject({ owner: "bo", due: "2026-12-24" });
    expect(run(answerQuestion, { ...given, ids: ["encrypted-at-rest@web"] }, yes).codes).toEqual([
      "dangling-reference",
    ]);
  });

  test("there is one word for not knowing, and every refusal of a value names it", () => {
    expect(answer("logs-actions@web", "unknown").said).toEqual([
      "unknown is no answer. Answer dont-know, with who finds out (owner) and by when (due).",
    ]);
    for (const [question, value] of [
      ["logs-actions@web", "perhaps"],
      ["secret-store@model", "vault"],
    ] as const) {
      const [said = ""] = answer(question, value).said;
      expect(said).toMatch(/, or dont-know\.$/);
      expect(said).not.toContain("unknown");
    }
  });

  test("a question that nobody asks points at the nearest and at the list", () => {
    expect(answer("logs-acts@web", "yes").said).toEqual([
      "Nobody asks logs-acts@web. Did you mean logs-actions@web? parapet questions lists what is asked.",
    ]);
    expect(answer("something-else@web", "yes").said).toEqual([
      "Nobody asks something-else@web. parapet questions lists what is asked.",
    ]);
  });

  test("an answer voids no review; changing what a review saw does", () => {
    const reviewed = run(reviewDiagram, {}, run(reviewSurface, {}).after).after;
    const standing = (document: Document) => {
      const surface = document.register?.reviews?.["surface-by-ann"];
      const diagram = document.register?.reviews?.["diagram-by-ann"];
      return [
        ...changedSince(surface as Review, surfaceDigest(document)),
        ...changedSince(diagram as Review, diagramDigest(document)),
      ];
    };
    for (const [id, value] of [
      ["logs-actions@web", "yes"],
      ["authentication@login", "oidc"],
      ["access-customer@login", "no"],
      ["holds@db", "order"],
      ["carries@save", "order"],
    ]) {
      expect(standing(run(answerQuestion, { ids: [id], value }, reviewed).after)).toEqual([]);
    }
    expect(standing(run(answerQuestion, { ids: ["access@login"], value: "staff=no" }, reviewed).after)).toEqual([
      "login",
    ]);
    expect(standing(run(answerQuestion, { ids: ["zone@web"], value: "inner" }, reviewed).after)).toEqual([]);
    expect(standing(run(setField, { id: "db", field: "holds", value: [] }, reviewed).after)).toEqual(["db"]);
    expect(standing(run(answerQuestion, { ids: ["kind@web"], value: "data-store" }, reviewed).after)).toEqual(["web"]);
    const moved = run(setField, { id: "login", field: "kind", value: "api" }, reviewed).after;
    expect(standing(run(answerQuestion, { ids: ["authentication@login"], value: "oidc" }, moved).after)).toEqual([
      "login",
    ]);
  });
});
