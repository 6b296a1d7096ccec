import { describe, expect, test } from "vitest";
import { graphOf, locate, type Space } from "../decomposition/index.ts";
import type { Document, Model } from "../model/document.ts";
import type { Control } from "../model/knowledge.ts";
import { Damage } from "./damage.ts";
import { dread } from "./methods/dread.ts";
import { matrix } from "./methods/matrix.ts";
import { byHandRule, Scorer } from "./scorer.ts";

const model: Model = {
  parapet: 1,
  system: "Shop",
  data: {
    card: { title: "Card number", classification: "restricted" },
    mail: { classification: "confidential" },
    page: { classification: "public" },
    note: {},
  },
  zones: { outer: {}, inner: { in: "outer" }, empty: {} },
  elements: {
    web: { kind: "process", zone: "outer" },
    lonely: { kind: "process" },
    db: { kind: "data-store", zone: "inner", holds: ["card", "page"] },
    cache: { kind: "data-store", holds: ["page"] },
    notes: { kind: "data-store", holds: ["note"] },
    nothing: { kind: "data-store", holds: [] },
    unsaid: { kind: "data-store" },
    mailer: { kind: "external-entity" },
  },
  flows: {
    save: { from: "web", to: "db", carries: ["page"], returns: [] },
    send: { from: "web", to: "mailer", carries: ["mail"] },
    show: { from: "web", to: "cache", carries: ["page"], returns: ["page"] },
  },
  "entry-points": {
    login: { on: "web" },
    pages: { on: "web", carries: ["page"], returns: ["page"] },
    saving: { on: "db", via: ["save"] },
    loose: {},
  },
  dependencies: {
    smtp: { kind: "external-service", element: "mailer" },
    driver: { kind: "library", "used-by": ["db", "cache"] },
    unused: { kind: "library" },
  },
};

const graph = graphOf({ model });
const at = (id: string) => locate(graph, id) as { space: Space; index: number };

describe("the worst data", () => {
  const names = (data: number) => (data === -1 ? "unknown" : data === -2 ? "none" : graph.data.ids[data]);
  test.each<[string, number, string, boolean]>([
    ["db", 9, "card", true],
    ["cache", 2, "page", true],
    ["notes", 7, "note", false],
    ["nothing", 2, "none", true],
    ["unsaid", 7, "unknown", false],
    ["lonely", 2, "none", true],
    ["save", 2, "page", true],
    ["show", 2, "page", true],
    // One of its two lists is not known: unknown counts as confidential, and a name stands for it.
    ["send", 7, "mail", true],
    ["web", 7, "mail", true],
    // An entry point that says nothing takes what its element handles.
    ["login", 7, "mail", true],
    ["pages", 2, "page", true],
    ["saving", 2, "page", true],
    ["loose", 7, "unknown", false],
    ["smtp", 7, "mail", true],
    ["driver", 9, "card", true],
    ["unused", 7, "unknown", false],
    ["card", 9, "card", true],
    ["note", 7, "note", false],
    ["inner", 9, "card", true],
    ["outer", 9, "card", true],
    ["empty", 2, "none", true],
  ])("of %s costs %d: %s", (id, damage, data, classified) => {
    const { space, index } = at(id);
    const worst = new Damage(graph).of(space, index);
    expect([worst.damage, names(worst.data), worst.classified]).toEqual([damage, data, classified]);
  });

  test("of the system is the worst of all, and unknown where there is none", () => {
    expect(new Damage(graph).of("model", 0)).toMatchObject({ damage: 9, classified: true });
    const empty = graphOf({ model: { parapet: 1, system: "Empty" } });
    expect(new Damage(empty).of("model", 0)).toEqual({ damage: 7, data: -1, classified: false });
  });
});

describe("a proposal", () => {
  const control = (id: string, effort: Control["effort"], exploitability: number): Control => ({
    id,
    title: id,
    level: "preventive",
    effort,
    on: ["data-store"],
    establishes: [],
    caps: { exploitability, reproducibility: exploitability },
    criteria: [],
  });
  const controls = new Map(
    [control("lock", "small", 0), control("wall", "large", 0), control("sign", "small", 7)].map((one) => [one.id, one]),
  );
  const severe = {
    ...byHandRule,
    id: "severe",
    affected: "all" as const,
    start: { ...byHandRule.start, internal: { reproducibility: 9, exploitability: 8 } },
  };
  const scorer = (document: Document = { model }) => new Scorer(graphOf(document), dread, controls, () => 2);
  const propose = (id: string, rule: Parameters<Scorer["propose"]>[0] = severe, document: Document = { model }) => {
    const { space, index } = at(id);
    return scorer(document).propose(rule, space, index);
  };

  test("on classified data may be critical", () => {
    expect(propose("db")).toMatchObject({ likelihood: 9, impact: 9, risk: 81, tier: "critical", held: false });
  });

  test.each(["unsaid", "notes"])("on data of which nothing is known is held below critical: %s", (id) => {
    const scored = propose(id);
    expect(scored).toMatchObject({ likelihood: 9, impact: 8, risk: 72, tier: "high", held: true });
    expect(scorer().capped(scored, [])).toMatchObject({ tier: "high" });
    expect(scorer().capped(scored, [undefined])).toMatchObject({ risk: 72, tier: "high" });
  });

  test.each([dread, matrix])(
    "of several controls that work together each factor keeps the lowest cap: $id",
    (method) => {
      const by = new Scorer(graphOf({ model }), method, controls, () => 2);
      const { space, index } = at("db");
      const scored = by.propose(severe, space, index);
      const one = { ...control("one", "small", 0), caps: { exploitability: 2, affected: 6 } };
      const two = { ...control("two", "small", 0), caps: { exploitability: 5, reproducibility: 3 } };
      // (3 + 2 + 10) / 3 × (9 + 6) / 2; the matrix does not know that damage is 9 and not 10.
      expect(by.capped(scored, [one, undefined, two]).risk).toBe(method === dread ? 37.5 : 40);
      expect(by.capped(scored, [two, one])).toEqual(by.capped(scored, [one, two]));
    },
  );

  test("is critical there once somebody declared how critical the system is", () => {
    const document = { model: { ...model, scope: { criticality: "medium" as const } } };
    expect(propose("unsaid", severe, document)).toMatchObject({ tier: "critical", held: false });
  });

  test.each<[string, Parameters<Scorer["propose"]>[0]["damage"], number, string]>([
    ["db", { from: "data", cap: 9 }, 9, "restricted: Card number"],
    ["db", { from: "data", cap: 5 }, 5, "restricted: Card number, capped by its impact basis"],
    ["notes", { from: "data", cap: 9 }, 7, "note is not classified, counted as confidential"],
    ["unsaid", { from: "data", cap: 4 }, 4, "data unknown, counted as confidential, capped by its impact basis"],
    ["nothing", { from: "data", cap: 9 }, 2, "no data"],
    ["db", { from: "fixed", value: 6, cap: 9 }, 6, "by its impact basis"],
    ["db", { from: "fixed", cap: 8 }, 8, "by its impact basis"],
  ])("says where the damage on %s comes from: %j", (id, damage, value, reason) => {
    const { score } = propose(id, { ...severe, damage });
    expect([score.factors.damage, score.reasons.damage]).toEqual([value, reason]);
  });

  test.each<[string, readonly string[], boolean]>([
    ["small effort, large fall", ["lock"], true],
    ["large effort", ["wall"], false],
    ["small fall", ["sign"], false],
    ["one of several", ["wall", "sign", "lock"], true],
    ["a control that no card describes", ["ghost"], false],
    ["none", [], false],
  ])("is a quick win or not: %s", (_, ids, quick) => {
    expect(propose("db", { ...severe, controls: ids }).quickWin).toBe(quick);
  });

  test("is none any more once a person lowered it", () => {
    const proposal = propose("db", { ...severe, controls: ["lock"] });
    const given = (damage: number) =>
      scorer().given({ ...proposal.score.factors, damage, affected: damage }, {}, proposal, false);
    expect([proposal.quickWin, given(9).quickWin, given(1).quickWin]).toEqual([true, true, false]);
  });

  test("of low risk is no quick win", () => {
    const mild = {
      ...severe,
      controls: ["lock"],
      start: { ...severe.start, internal: { reproducibility: 1, exploitability: 1 } },
      damage: { from: "fixed" as const, cap: 1 },
    };
    expect(propose("db", mild)).toMatchObject({ quickWin: false });
  });

  test("things with the same basis share a score, and it stands once in the table", () => {
    const one = scorer();
    const [db, cache] = [at("db"), at("cache")];
    const first = one.propose(severe, db.space, db.index);
    expect(one.propose(severe, db.space, db.index)).toBe(first);
    expect(one.propose(severe, cache.space, cache.index)).not.toBe(first);
    expect([one.record(first), one.record(first)]).toEqual([0, 0]);
    expect(one.table).toHaveLength(1);
    expect(one.table[0]).toMatchObject({ exposure: "internal", inherent: 81, proposed: true });
  });

  test("stays below critical when a person confirms it as it was proposed, and not when they change it", () => {
    const proposal = propose("unsaid");
    const { factors } = proposal.score;
    expect(proposal).toMatchObject({ tier: "high", held: true });
    expect(scorer().given(factors, {}, proposal, false, true)).toMatchObject({ tier: "high", held: true });
    expect(scorer().given({ ...factors, damage: 9 }, {}, proposal, false, false)).toMatchObject({
      tier: "critical",
      held: false,
    });
    expect(scorer().given(factors, {}, propose("db"), true, true)).toMatchObject({ tier: "critical", held: false });
  });

  test("gives way to a person's score; what would be proposed now stays beside it when it is to be looked at again", () => {
    const one = scorer();
    const proposal = propose("db");
    const factors = { damage: 2, reproducibility: 2, exploitability: 2, affected: 3, discoverability: 2 };
    const given = one.given(factors, { damage: "test data only" }, proposal, false);
    expect(given).toMatchObject({
      likelihood: 2,
      impact: 2.5,
      risk: 5,
      tier: "low",
      held: false,
      score: { proposed: false },
    });
    expect(given.score).not.toHaveProperty("rescore");
    expect(one.given(factors, {}, proposal, true).score).toMatchObject({
      rescore: true,
      proposal: proposal.score.factors,
    });
    expect(one.record(given)).toBe(0);
  });
});
