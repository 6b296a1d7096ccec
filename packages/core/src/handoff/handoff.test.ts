// The handoff of a small shop through the real engine: what is specified, for whom, and when it is done.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../analysis/analyse.ts";
import type { Document } from "../model/document.ts";
import { threatsOf } from "../model/expand.ts";
import type { Knowledge, Texts } from "../model/knowledge.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { stepsOf } from "./card-criteria.ts";
import { criteriaOf } from "./criteria.ts";
import { escapeMarkdown, markdownTable } from "./markdown.ts";
import { type HandoffInput, needsSpecification, specificationOfChoice, specificationsOf } from "./specifications.ts";
import { ticketsOf } from "./tickets.ts";

const now = "2026-11-24";
const texts: Texts = {
  rules: { "no-way-back": { why: "Nobody can take it back.", detection: "", falsePositives: "" } },
  controls: {
    "approval-step": {
      what: "Two people approve.",
      removes: "Single-handed changes.",
      stacks: {
        default: { configuration: "Two approvals." },
        node: { library: "approvals", configuration: "On every route.", logic: "approver !== requester" },
        postgresql: { configuration: "A trigger." },
      },
      platform: [{ id: "gateway", say: "The gateway asks for both." }],
      criteria: {
        works: { given: "one approval", when: "it runs", then: "it waits", verify: "an API test" },
        documented: { given: "a new colleague", when: "they read", then: "they know", verify: "a look" },
      },
      asvs: ["V2.3.1"],
      nist: ["AC-5"],
    },
  },
  facts: {},
};

const knowledge: Knowledge = {
  ...smallKnowledge,
  technologies: [{ id: "node", title: "Node.js", facts: {} }],
  rules: smallKnowledge.rules.map((rule) =>
    rule.id === "no-way-back" ? { ...rule, controls: ["approval-step", "audit-log"] } : rule,
  ),
};

const shop = (more: Partial<Document["model"]> = {}): Document => ({
  ...smallShop,
  model: {
    ...smallShop.model,
    elements: { web: { title: "Web shop", kind: "process", zone: "inner", technologies: ["node"] } },
    data: { order: { classification: "restricted" } },
    ...more,
  },
});
const chosen = (more: object = {}): NonNullable<Document["register"]> => ({
  parapet: 1,
  mitigations: {
    "two-eyes": {
      control: "approval-step",
      on: ["web"],
      threats: ["no-way-back@web"],
      owner: "ann",
      due: "2026-12-24",
      by: "ann",
      recorded: now,
      ...more,
    },
  },
});
const input = (document: Document, over: Knowledge = knowledge): HandoffInput => {
  const analysis = analyse(document, over, { now });
  return { document, analysis, knowledge: over, texts };
};
const specified = (document: Document, over?: Knowledge) => specificationsOf(input(document, over));

describe("specificationsOf", () => {
  it("proposes the card of a severe open threat for the stack in use", () => {
    const [proposal, ...others] = specified(shop());
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      id: "approval-step@web",
      state: "proposed",
      level: "preventive",
      on: [{ id: "web", title: "Web shop" }],
      component: { id: "web", title: "Web shop" },
      why: ["Nobody can take it back."],
      what: "Two people approve.",
      stacks: [{ technology: "node", title: "Node.js", library: "approvals", logic: "approver !== requester" }],
      alternatives: [{ id: "gateway", say: "The gateway asks for both." }],
      further: [{ id: "audit-log", level: "preventive" }],
      asvs: ["V2.3.1"],
      nist: ["AC-5"],
    });
    expect(proposal?.threats.map(({ id }) => id)).toEqual(["no-way-back@web"]);
    expect(proposal?.criteria.map(({ id, required, verdict }) => [id, required, verdict])).toEqual([
      ["works", true, "missing"],
      ["documented", false, "missing"],
    ]);
  });

  it("gives every severe open threat a specification, a mitigation of its own or a request for a card", () => {
    const given = input(shop(), { ...knowledge, controls: [] });
    const specifications = specificationsOf(given);
    const wanting = threatsOf(given.analysis)
      .filter(needsSpecification)
      .map(({ id }) => id);
    expect(wanting).toEqual(["no-way-back@web"]);
    expect(specifications.flatMap(({ threats }) => threats.map(({ id }) => id))).toEqual(wanting);
    expect(specifications[0]).toMatchObject({ id: "no-way-back@web", noCard: true, criteria: [] });
    expect(specifications[0]?.ask).toContain("--threats no-way-back@web");
  });

  it.each<[string, object, Record<string, unknown>]>([
    ["as chosen", {}, { state: "chosen", owner: "ann", due: "2026-12-24", stacks: [{ technology: "node" }] }],
    ["for the stack that was named", { stack: "postgresql" }, { stacks: [{ technology: "postgresql" }] }],
    [
      "for any stack where the card has none",
      { stack: "cobol" },
      { stacks: [{ technology: "default", title: "Any stack" }] },
    ],
    ["implemented", { implemented: { by: "bo", on: now } }, { state: "implemented" }],
    ["without a card", { control: undefined, title: "Call twice" }, { title: "Call twice", noCard: true, stacks: [] }],
  ])("writes a mitigation %s", (_, more, expected) => {
    const all = specified({ ...shop(), register: chosen(more) });
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ id: "two-eyes", ...expected });
  });

  it("reads what people wrote as criteria beside those of the card", () => {
    const criteria = { mine: "Given a draft, when ann sends it, then bo is asked." };
    const [one] = specified({ ...shop(), register: chosen({ criteria }) });
    expect(one?.criteria.at(-1)).toEqual({
      id: "mine",
      given: "a draft",
      when: "ann sends it",
      then: "bo is asked",
      required: true,
      verdict: "missing",
    });
  });

  it("flags a critical threat that rests on one control, and no other", () => {
    const register = (factors: Record<string, number>): NonNullable<Document["register"]> => ({
      ...chosen(),
      scores: { "no-way-back@web": { method: "dread", by: "ann", on: now, factors } },
    });
    const all = { damage: 10, reproducibility: 10, exploitability: 10, affected: 10, discoverability: 10 };
    expect(specified({ ...shop(), register: register(all) })[0]?.alone).toEqual(["no-way-back@web"]);
    expect(specified({ ...shop(), register: register({ ...all, damage: 5 }) })[0]?.threats[0]?.tier).toBe("critical");
    expect(specified({ ...shop(), register: register({ ...all, damage: 0, affected: 6 }) })[0]?.alone).toEqual([]);
  });

  it("offers the platform control that works where the threat is, and no other", () => {
    const platform = (zones: readonly string[]): Document => ({
      ...shop(),
      platform: {
        parapet: 1,
        platform: { desk: { control: "approval-step", title: "Change desk", zones: [...zones], owner: "it" } },
      },
    });
    expect(specified(platform(["inner"]))[0]?.providedBy).toEqual({ id: "desk", title: "Change desk", owner: "it" });
    expect(specified(platform(["elsewhere"]))[0]?.providedBy).toBeUndefined();
  });
});

describe("specificationOfChoice", () => {
  it("is what choosing would ask for, for the stack in use or the one that is named", () => {
    const document = shop();
    const analysis = analyse(document, knowledge, { now });
    const input: HandoffInput = { document, analysis, knowledge, texts };
    const threats = threatsOf(analysis).filter(({ id }) => id === "no-way-back@web");
    const stacks = (stack?: string) =>
      specificationOfChoice(input, { control: "approval-step", threats, stack })?.stacks.map(({ title }) => title);
    expect(stacks()).toEqual(["Node.js"]);
    expect(stacks("postgresql")).toEqual(["postgresql"]);
    expect(stacks("cobol"), "none is written for it: what fits any stack").toEqual(["Any stack"]);
    expect(specificationOfChoice(input, { control: "approval-step", threats })).toMatchObject({
      state: "proposed",
      title: "approval-step",
      component: { id: "web", title: "Web shop" },
      criteria: [
        { id: "works", verdict: "missing" },
        { id: "documented", required: false },
      ],
    });
    expect(specificationOfChoice(input, { control: "approval-step", threats: [] })).toBeUndefined();
    expect(specificationOfChoice(input, { control: "no-such-control", threats })).toBeUndefined();
  });
});

describe("criteriaOf", () => {
  it("groups by the feature that adds the thing, by component otherwise", () => {
    const features = { "fast-lane": { title: "Fast lane", adds: ["web"] } };
    expect(criteriaOf(specified(shop())).map(({ kind, id, title }) => [kind, id, title])).toEqual([
      ["component", "web", "Web shop"],
    ]);
    const [group] = criteriaOf(specified(shop({ features })));
    expect([group?.kind, group?.id, group?.title]).toEqual(["feature", "fast-lane", "Fast lane"]);
    expect(group?.scenarios.map(({ id, title, proposed }) => [id, title, proposed])).toEqual([
      ["works", "approval-step: works", true],
      ["documented", "approval-step: documented", true],
    ]);
  });

  it("puts what is on several components with each of them", () => {
    const document = shop({
      elements: { web: { kind: "process", zone: "inner" }, desk: { kind: "process", zone: "inner" } },
      flows: { save: { from: "web", to: "db" }, ask: { from: "desk", to: "web" } },
    });
    const all = specified({ ...document, register: chosen({ on: ["save", "desk", "ask"] }) });
    const own = all.find(({ id }) => id === "two-eyes");
    expect(own?.components.map(({ id }) => id)).toEqual(["db", "desk", "web"]);
    expect(ticketsOf(all)[0]?.title).toBe("approval-step (db and 2 more)");
    const groups = criteriaOf(own ? [own] : []).map(({ id, scenarios }) => [
      id,
      scenarios[0]?.on.map((thing) => thing.id),
    ]);
    expect(groups).toEqual([
      ["db", ["save"]],
      ["desk", ["desk"]],
      ["web", ["ask"]],
    ]);
  });

  it.each([
    ["Given a, when b, then c.", { given: "a", when: "b", then: "c" }],
    ["given a guard when called\nthen it answers", { given: "a guard", when: "called", then: "it answers" }],
    ["It just works", { then: "It just works" }],
    ["When b then c", { then: "When b then c" }],
  ])("reads %j", (text, steps) => expect(stepsOf(text)).toEqual(steps));
});

describe("ticketsOf", () => {
  it("says where, why, how and when it is done", () => {
    const [ticket] = ticketsOf(specified({ ...shop(), register: chosen() }));
    expect(ticket).toMatchObject({
      id: "two-eyes",
      title: "approval-step (Web shop)",
      owner: "ann",
      due: "2026-12-24",
      criteria: ["works@two-eyes", "documented@two-eyes"],
      threats: ["no-way-back@web"],
    });
    for (const line of [
      "- Web shop (`web`)",
      "- Nobody can take it back.",
      "  - Validation logic: approver !== requester",
      "- [ ] `works`: **Given** one approval **when** it runs **then** it waits. Verify: an API test",
      "- [ ] `documented` (optional): **Given** a new colleague **when** they read **then** they know. Verify: a look",
      "- OWASP ASVS 5.0: V2.3.1",
    ])
      expect(ticket?.body.split("\n")).toContain(line);
    expect(ticket?.risk.current).toBeGreaterThan(ticket?.risk.target ?? 0);
  });

  it("ends with the evidence: what is verified needs no ticket", () => {
    const register = chosen();
    const evidence = {
      e: { mitigation: "two-eyes", criterion: "works", verdict: "passed" as const, tool: "ci", on: now, by: "bo" },
    };
    const all = specified({ ...shop(), register: { ...register, evidence } });
    expect(all[0]).toMatchObject({ state: "verified" });
    expect(all[0]?.criteria.map(({ verdict }) => verdict)).toEqual(["passed", "missing"]);
    expect(ticketsOf(all)).toEqual([]);
  });
});

describe("Markdown", () => {
  it.each([
    ["*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"],
    ["<img src=x> [a](b)", "\\<img src=x\\> \\[a\\](b)"],
    ["# head\n- item", "\\# head - item"],
    ["1. first", "1\\. first"],
    ["2026.11", "2026.11"],
    ["a|b &lt; R&D", "a\\|b &amp;lt; R&D"],
  ])("escapes %j", (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it("never gives a table cell that ends the cell or the line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r]/);
        expect(escaped.replace(/\\[\\`*_[\]<>|~]/g, "")).not.toMatch(/[`*_[\]<>|~]/);
      }),
    );
  });

  it("aligns columns of numbers to the right", () => {
    expect(
      markdownTable(
        ["a", "n"],
        [
          ["x", 1],
          ["", 20],
        ],
      ),
    ).toEqual(["| a | n |", "| --- | ---: |", "| x | 1 |", "|   | 20 |"]);
  });
});
