import { describe, expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { put, remove, set } from "../model/edits.ts";
import { causeOfChange } from "./causes.ts";
import { fieldChanges } from "./field-changes.ts";
import { isEmptyDiff, type ModelDiff, markdownOf, sentencesOf } from "./index.ts";
import { checkout, compared, edited, revision, today } from "./testing/checkout.ts";

const yes = { value: "yes", by: "ann", on: "2026-11-02" };
const byAnn = { by: "ann", on: today };
const approved = { by: "bo", on: today };
const accepted = { owner: "ann", why: "replaced in May", review: "2027-01-31", ...byAnn, approved };
const evidence = { mitigation: "encrypt", criterion: "works", verdict: "passed", tool: "probe", ...byAnn };
const encrypt = {
  title: "Encrypt the disk",
  on: ["orders-db"],
  threats: ["unencrypted-store@orders-db"],
  by: "ann",
  recorded: today,
};
const mitigated = edited(
  checkout,
  put("register.mitigations", "encrypt", { ...encrypt, criteria: { works: "The disk is encrypted" } }),
);

const after = (...operations: readonly Change[]): ModelDiff =>
  compared(revision(checkout), revision(edited(checkout, ...operations))).diff;
const things = (diff: ModelDiff) =>
  diff.things.map(({ kind, id, change, cause }) => `${kind} ${id} ${change} ${cause}`);
const threat = (diff: ModelDiff, id: string) => diff.threats.find((one) => one.id === id);
const causesIn = (diff: ModelDiff) => [
  ...new Set([...diff.threats, ...diff.questions, ...diff.surface.entryPoints].map(({ cause }) => cause)),
];

describe("things", () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    ["a new zone", [put("model.zones", "edge", { kind: "dmz" })], ["zone edge added system"]],
    ["a new role", [put("model.roles", "auditor", {})], ["role auditor added system"]],
    ["a new datum", [put("model.data", "mail", { classification: "internal" })], ["data mail added system"]],
    [
      "a new dependency",
      [put("model.dependencies", "left-pad", { kind: "library" })],
      ["dependency left-pad added system"],
    ],
    ["a new participant", [put("model.participants", "ann", { job: "engineer" })], ["participant ann added system"]],
    ["a new attacker", [put("model.attackers", "thief", { starts: "internet" })], ["attacker thief added system"]],
    [
      "a new assumption",
      [put("model.assumptions", "patched", { text: "Hosts are patched" })],
      ["assumption patched added fact"],
    ],
    ["a feature that goes", [remove("model.features", "saved-cards")], ["feature saved-cards removed system"]],
    ["a move", [set("model.elements", "orders-db", ["zone"], "cluster")], ["element orders-db changed system"]],
    ["an answer", [set("model.elements", "api", ["facts", "validates-input"], yes)], ["element api changed fact"]],
    [
      "a sign-in",
      [set("model.entry-points", "orders", ["authentication"], "oidc")],
      ["entry-point orders changed fact"],
    ],
    [
      "a move and an answer",
      [
        set("model.elements", "orders-db", ["zone"], "cluster"),
        set("model.elements", "orders-db", ["facts", "encrypted-at-rest"], "yes"),
      ],
      ["element orders-db changed system"],
    ],
    ["an answer for all", [set("model.facts", "model", ["several-tenants"], "no")], ["model model changed fact"]],
    ["another criticality", [set("model.scope", "model", ["criticality"], "low")], ["model model changed system"]],
    ["another method", [set("model", "model", ["method"], "matrix")], ["model model changed decision"]],
    [
      "what a source shows as declared",
      [put("observed.elements", "api", { kind: "process", zone: "cluster", seen: "compose.yaml:3" })],
      [],
    ],
    ["where something was seen", [set("model.elements", "api", ["seen"], "compose.yaml:9")], []],
    ["where it is drawn", [put("diagram.positions", "api", { x: 1, y: 2 })], []],
  ])("%s", (_, operations, expected) => {
    expect(things(after(...operations))).toEqual(expected);
  });

  test("a changed field tells old and new", () => {
    const [change] = after(
      set("model.flows", "save", ["protocol"], "https"),
      set("model.flows", "save", ["carries"], ["order"]),
    ).things;
    expect(change?.fields).toEqual([
      { field: "carries", before: "card", after: "order", say: "carries + order − card" },
      { field: "protocol", before: "postgresql", after: "https", say: "protocol postgresql → https" },
    ]);
  });
});

describe("a rename", () => {
  const { "orders-db": old, ...others } = checkout.model.elements ?? {};
  const renamed: Document = {
    ...checkout,
    model: {
      ...checkout.model,
      elements: { ...others, ledger: { ...old, was: ["orders-db"] } },
      flows: { ...checkout.model.flows, save: { ...checkout.model.flows?.save, to: "ledger" } },
    },
  };

  test("is one difference: its flows, threats and questions are the same", () => {
    const there = compared(revision(checkout), revision(renamed)).diff;
    expect(sentencesOf(there)).toEqual(["Element ledger (Orders) was orders-db before, since the system changed."]);
    const back = compared(revision(renamed), revision(checkout)).diff;
    expect(sentencesOf(back)).toEqual(["Element orders-db (Orders) was ledger before, since the system changed."]);
  });

  test("takes decisions along, and what changes beside it is told of the new name", () => {
    const decided = edited(
      checkout,
      put("register.decisions", "unencrypted-store@orders-db", { decision: "mitigate", ...byAnn }),
    );
    const moved = edited(
      { ...renamed, register: decided.register as NonNullable<Document["register"]> },
      set("model.elements", "ledger", ["facts", "encrypted-at-rest"], yes),
    );
    const { diff } = compared(revision(decided), revision(moved));
    expect(diff.records).toEqual([]);
    expect(
      diff.things.map(({ id, was, change, fields, cause }) => ({ id, was, change, fields: fields.length, cause })),
    ).toEqual([{ id: "ledger", was: "orders-db", change: "renamed", fields: 1, cause: "system" }]);
    expect(threat(diff, "unencrypted-store@ledger")).toMatchObject({
      was: "unencrypted-store@orders-db",
      cause: "fact",
    });
  });

  test("of a feature is one difference", () => {
    const { diff } = compared(
      revision(checkout),
      revision(
        edited(
          checkout,
          remove("model.features", "saved-cards"),
          put("model.features", "vaulting", {
            title: "Save a card",
            adds: ["vault"],
            changes: ["api"],
            was: ["saved-cards"],
          }),
        ),
      ),
    );
    expect(things(diff)).toEqual(["feature vaulting renamed system"]);
  });
});

describe("threats, questions and surface", () => {
  test("a new element introduces threats, its removal takes them away", () => {
    const more = edited(checkout, put("model.elements", "cache", { kind: "data-store", zone: "tier" }));
    const there = compared(revision(checkout), revision(more)).diff;
    expect(there.threats.length).toBeGreaterThan(2);
    expect(
      there.threats.every(
        ({ subject, change, cause }) => subject === "cache" && change === "introduced" && cause === "system",
      ),
    ).toBe(true);
    const back = compared(revision(more), revision(checkout)).diff;
    expect(back.threats.map(({ id }) => id).sort()).toEqual(there.threats.map(({ id }) => id).sort());
    expect(back.threats.every(({ change }) => change === "gone")).toBe(true);
  });

  test("an answer that prevents moves the threat and settles the question", () => {
    const diff = after(set("model.elements", "api", ["facts", "validates-input"], yes));
    expect(threat(diff, "unchecked-input@api")).toMatchObject({
      change: "changed",
      before: { status: "asked" },
      after: { status: "claimed" },
      cause: "fact",
    });
    expect(diff.questions.map(({ id, change, cause }) => ({ id, change, cause }))).toContainEqual({
      id: "validates-input@api",
      change: "settled",
      cause: "fact",
    });
    expect(causesIn(diff)).toEqual(["fact"]);
  });

  test("a declared value that a source contradicts is asked again", () => {
    const declared = edited(checkout, set("model.elements", "api", ["facts", "validates-input"], yes));
    const seen = edited(
      declared,
      put("observed.elements", "api", { facts: { "validates-input": { value: "no", seen: "app.js:3" } } }),
    );
    const { diff } = compared(revision(declared), revision(seen));
    expect(diff.questions.find(({ id }) => id === "validates-input@api")).toMatchObject({ change: "new" });
    expect(threat(diff, "unchecked-input@api")).toMatchObject({
      before: { status: "claimed" },
      after: { status: "asked" },
    });
  });

  test("an acceptance closes, and its end reopens", () => {
    const open = revision(checkout);
    const signed = edited(checkout, put("register.acceptances", "unencrypted-store@orders-db", accepted));
    const closed = compared(open, revision(signed)).diff;
    expect(threat(closed, "unencrypted-store@orders-db")).toMatchObject({
      change: "closed",
      after: { status: "accepted" },
      cause: "decision",
    });
    expect(closed.records).toMatchObject([
      { kind: "acceptance", id: "unencrypted-store@orders-db", change: "added", cause: "decision" },
    ]);
    // It is called as people call it, with the id behind.
    const title = threat(closed, "unencrypted-store@orders-db")?.title;
    expect(closed.records[0]?.title).toBe(title);
    expect(sentencesOf(closed).join("\n")).toContain(`Acceptance “${title}” (unencrypted-store@orders-db) added: `);
    const later = compared(revision(signed), revision(signed, "2027-02-01")).diff;
    expect(later.threats.map(({ id, change, cause }) => ({ id, change, cause }))).toEqual([
      { id: "unencrypted-store@orders-db", change: "reopened", cause: "time" },
    ]);
    expect(later.records).toMatchObject([
      {
        kind: "acceptance",
        change: "changed",
        cause: "time",
        fields: [{ field: "because" }, { field: "state", before: "in-force", after: "expired" }],
      },
    ]);
  });

  test("evidence verifies a mitigation, and grows old", () => {
    const shown = edited(mitigated, put("register.evidence", "e1", evidence));
    const there = compared(revision(mitigated), revision(shown)).diff;
    expect(there.records.map(({ kind, id, change, cause }) => ({ kind, id, change, cause }))).toEqual([
      { kind: "evidence", id: "e1", change: "added", cause: "evidence" },
      { kind: "mitigation", id: "encrypt", change: "changed", cause: "evidence" },
    ]);
    expect(sentencesOf(there).filter((sentence) => sentence.startsWith("Mitigation "))).toEqual([
      expect.stringMatching(/^Mitigation “[^”]+” \(encrypt\) changed: /),
    ]);
    const later = compared(revision(shown), revision(shown, "2028-01-01")).diff;
    expect(later.records).toMatchObject([
      {
        kind: "mitigation",
        id: "encrypt",
        cause: "time",
        fields: [{ field: "state", before: "verified", after: "stale" }],
      },
    ]);
  });

  test("an entry point to the internet adds to the surface", () => {
    const { surface, risk } = after(
      put("model.entry-points", "status", { on: "api", kind: "web", via: ["place"], authentication: "none" }),
    );
    expect(surface.entryPoints).toMatchObject([
      {
        id: "status",
        change: "added",
        exposure: "internet-anonymous",
        weight: { before: 0, after: 10 },
        cause: "system",
      },
    ]);
    expect(surface.score.after - surface.score.before).toBe(10);
    expect(surface.byExposure["internet-anonymous"]).toEqual({
      count: { before: 0, after: 1 },
      weight: { before: 0, after: 10 },
    });
    expect(risk.byCause.system?.surface).toBe(10);
  });

  test("a feature adds what it plans", () => {
    const { diff, analyses } = compared(revision(checkout), revision(checkout, today, "saved-cards"));
    expect(analyses).toBe(0);
    expect(things(diff)).toEqual(["element vault added system"]);
    expect(diff.threats.filter(({ subject }) => subject === "vault").length).toBeGreaterThan(2);
  });

  test("a confirmed score that no longer fits is marked for another look", () => {
    const before = revision(checkout);
    const scored = edited(
      checkout,
      put("register.scores", "unencrypted-store@orders-db", {
        method: "dread",
        factors: { damage: 9, reproducibility: 5, exploitability: 5, affected: 6, discoverability: 10 },
        basis: "0000000000000000",
        ...byAnn,
      }),
    );
    const { diff } = compared(before, revision(scored));
    expect(threat(diff, "unencrypted-store@orders-db")).toMatchObject({ rescore: true, cause: "decision" });
    expect(sentencesOf(diff).join("\n")).toContain("Score it again");
  });
});

describe("causes", () => {
  test("several groups of changes are told apart, in at most four analyses", () => {
    const operations = [
      put("model.elements", "cache", { kind: "data-store", zone: "tier" }),
      set("model.elements", "api", ["facts", "validates-input"], yes),
      put("register.acceptances", "unencrypted-store@orders-db", { ...accepted, review: "2028-06-30" }),
      put("register.evidence", "e1", evidence),
    ];
    const signed = edited(mitigated, put("register.acceptances", "store-readable-by-too-many@orders-db", accepted));
    const { diff, analyses } = compared(revision(signed), revision(edited(signed, ...operations), "2027-02-01"));
    expect(analyses).toBe(4);
    const cause = (id: string) => threat(diff, id)?.cause;
    expect(cause("unencrypted-store@cache")).toBe("system");
    expect(cause("unchecked-input@api")).toBe("fact");
    expect(cause("unencrypted-store@orders-db")).toBe("decision");
    expect(cause("store-readable-by-too-many@orders-db")).toBe("time");
    expect(diff.records.find(({ kind }) => kind === "mitigation")?.cause).toBe("evidence");
  });

  test("the cause of a status is what changed the status, when something else moved the risk", () => {
    const diff = after(
      put("model.entry-points", "status", { on: "api", kind: "web", via: ["place"], authentication: "none" }),
      set("model.elements", "api", ["facts", "validates-input"], yes),
    );
    const { before, after: now, cause } = threat(diff, "unchecked-input@api") ?? {};
    expect([before?.tier, now?.tier, cause]).toEqual(["high", "high", "fact"]);
    expect(now?.current).toBeGreaterThan(before?.current ?? 100);
    expect(threat(diff, "default-configuration@api")?.cause).toBe("system");
  });

  test("another knowledge version is the cause of what it alone changes", () => {
    const before = revision(checkout);
    const older = {
      ...before,
      analysis: {
        ...before.analysis,
        knowledge: { ...before.analysis.knowledge, version: "0.0.0" },
        threats: before.analysis.threats.slice(1),
      },
    };
    const { diff, analyses } = compared(older, before);
    expect(analyses).toBe(0);
    expect(diff.threats.map(({ change, cause }) => ({ change, cause }))).toEqual([
      { change: "introduced", cause: "knowledge" },
    ]);
    const both = compared(
      older,
      revision(edited(checkout, put("model.elements", "cache", { kind: "data-store", zone: "tier" }))),
    ).diff;
    expect(both.threats.filter(({ cause }) => cause === "knowledge").map(({ id }) => id)).toEqual([
      before.analysis.threats[0]?.id,
    ]);
    expect(threat(both, "unencrypted-store@cache")?.cause).toBe("system");
  });

  test("what no document and no day explains are the commits behind the decisions", () => {
    const signed = edited(checkout, put("register.acceptances", "unencrypted-store@orders-db", accepted));
    const before = revision(signed);
    const claimed = {
      ...before,
      analysis: {
        ...before.analysis,
        acceptances: before.analysis.acceptances.map((one) => ({ ...one, state: "claimed" as const })),
      },
    };
    expect(compared(claimed, before).diff.records).toMatchObject([{ kind: "acceptance", cause: "decision" }]);
  });

  test.each<[Change, string | undefined]>([
    [{ collection: "model.elements", id: "a", after: {} }, "system"],
    [{ collection: "model.elements", id: "a", field: ["zone"] }, "system"],
    [{ collection: "model.elements", id: "a", field: ["facts", "x"] }, "fact"],
    [{ collection: "observed.flows", id: "a", field: ["facts"] }, "fact"],
    [{ collection: "observed.sources", id: "a" }, undefined],
    [{ collection: "model.entry-points", id: "a", field: ["authentication"] }, "fact"],
    [{ collection: "model.entry-points", id: "a", field: ["access", "customer"] }, "system"],
    [{ collection: "model", id: "model", field: ["facts"] }, "fact"],
    [{ collection: "model.facts", id: "model", field: ["x"] }, "fact"],
    [{ collection: "model", id: "model", field: ["elements"] }, "system"],
    [{ collection: "model", id: "model", field: ["system"] }, "system"],
    [{ collection: "model", id: "model", field: ["method"] }, "decision"],
    [{ collection: "model", id: "model", field: ["knowledge"] }, undefined],
    [{ collection: "model.assumptions", id: "a", field: ["state"] }, "fact"],
    [{ collection: "register", id: "model", field: ["evidence"] }, "evidence"],
    [{ collection: "register.evidence", id: "e" }, "evidence"],
    [{ collection: "register.decisions", id: "r@a" }, "decision"],
    [{ collection: "register.scores", id: "r@a", field: ["factors", "damage"] }, "decision"],
    [{ collection: "register.comments", id: "c" }, undefined],
    [{ collection: "policy", id: "model", field: ["appetite"] }, "decision"],
    [{ collection: "platform.platform", id: "waf" }, "fact"],
    [{ collection: "diagram.positions", id: "a" }, undefined],
  ])("%j is %s", (change, cause) => {
    expect(causeOfChange(change)).toBe(cause);
  });
});

describe("fields", () => {
  test.each<[string, object | undefined, object | undefined, readonly string[]]>([
    ["a short fact in long form", { facts: { x: "yes" } }, { facts: { x: yes } }, ["facts.x yes → yes (ann)"]],
    [
      "the same fact on another day",
      { facts: { x: yes } },
      { facts: { x: { ...yes, on: "2026-12-01", why: "asked again", seen: "a:1" } } },
      [],
    ],
    [
      "where it is missing",
      { facts: { x: yes } },
      { facts: { x: { ...yes, partly: ["db"] } } },
      ["facts.x yes (ann) → yes (ann) except on db"],
    ],
    [
      "a contradiction settled",
      { facts: { x: "yes" } },
      { facts: { x: { value: "yes", settled: { by: "bo", on: today, why: "looked" } } } },
      ["facts.x yes → yes, settled by bo"],
    ],
    ["a first fact", {}, { facts: { x: "no" } }, ["facts.x not said → no"]],
    [
      "access with a condition",
      { access: { a: "yes" } },
      { access: { a: { when: "owns it" }, b: "no" } },
      ["access.a yes → when owns it", "access.b not said → no"],
    ],
    ["the order of a set", { holds: ["a", "b"] }, { holds: ["b", "a"] }, []],
    ["a set that is none now", { holds: ["a"] }, { holds: [] }, ["holds − a"]],
    ["a set that is known now", {}, { holds: ["a", "b"] }, ["holds not said → a, b"]],
    [
      "a list of what is in scope",
      { in: [{ what: "api" }] },
      { in: [{ what: "api" }, { what: "db", why: "x" }] },
      ["in api → api, db"],
    ],
    ["a long text", { why: "a".repeat(99) }, {}, [`why ${"a".repeat(59)}… → not said`]],
    ["earlier names and places", { was: ["a"], seen: "x:1" }, { was: ["b"], seen: "x:2" }, []],
  ])("%s", (_, before, now, expected) => {
    expect(fieldChanges(before, now).map(({ say }) => say)).toEqual(expected);
  });
});

describe("as text", () => {
  test("nothing differs", () => {
    const { diff } = compared(revision(checkout), revision(structuredClone(checkout)));
    expect(isEmptyDiff(diff)).toBe(true);
    expect(markdownOf(diff, "Main to *branch*")).toBe("## Main to \\*branch\\*\n\nNothing differs.\n");
  });

  test("an answer, in sentences", () => {
    const diff = after(set("model.elements", "api", ["facts", "validates-input"], yes));
    const sentences = sentencesOf(diff);
    expect(sentences[0]).toBe(
      "Element api (Checkout API) changed: facts.validates-input not said → yes (ann), since a fact changed.",
    );
    expect(sentences[1]).toMatch(
      /^Changed: .+ \(unchecked-input@api\): high, asked → claimed, since a fact changed\.$/,
    );
    expect(sentences.at(-1)).toMatch(/^Addressed risk [\d.]+ → [\d.]+: \+[\d.]+ since a fact changed\.$/);
  });

  test("for a pull request: the figures, then the sections; what people typed is no markup; long lists are cut", () => {
    const many = Array.from({ length: 60 }, (_, i) => put("model.roles", `r${i}`, { title: "<b>x</b> | y" }));
    const text = markdownOf(after(...many, set("model.elements", "api", ["facts", "validates-input"], yes)));
    expect(text).toContain("| Asked threats | ");
    expect(text).toContain("### System (61)");
    expect(text).toContain("- … and 21 more");
    expect(text).toContain("\\<b\\>x\\</b\\> \\| y");
    expect(text).not.toMatch(/<b>/);
    expect(text.match(/^### /gm)?.length).toBe(4);
  });
});
