import { describe, expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { put, remove, set } from "../model/edits.ts";
import { type ModelDiff, sentencesOf } from "./index.ts";
import { checkout, compared, edited, revision, today } from "./testing/checkout.ts";
import { accepted, after, byAnn, evidence, mitigated, threat, yes } from "./testing/mitigated.ts";

const things = (diff: ModelDiff) =>
  diff.things.map(({ kind, id, change, cause }) => `${kind} ${id} ${change} ${cause}`);
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
