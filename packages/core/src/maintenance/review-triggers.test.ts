import { describe, expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import { diagramDigest, surfaceDigest, threatsDigest } from "../model/digest.ts";
import type { Document } from "../model/document.ts";
import { put, set } from "../model/edits.ts";
import { reviewTriggers } from "./index.ts";
import { checkout, edited, revision, today } from "./testing/checkout.ts";

const byAnn = { by: "ann", on: today };
const store = "unencrypted-store@orders-db";

/** The document with diagram, surface and threats reviewed as they are. */
function reviewed(document: Document, on = today): Document {
  const { threats } = revision(document).analysis;
  const seen = { diagram: diagramDigest(document), surface: surfaceDigest(document), threats: threatsDigest(threats) };
  const puts = Object.entries(seen).map(([what, { digest, things }]) =>
    put("register.reviews", `${what}-by-ann`, { what, by: "ann", on, digest, things }),
  );
  return edited(document, ...puts);
}

const triggers = (document: Document, now = today) =>
  reviewTriggers(revision(document, now).analysis, document, now).map(
    ({ on, kind, id, due }) => `${on} ${kind} ${id}${due ? " due" : ""}`,
  );

const calm = reviewed(checkout);
const acceptance = { owner: "ann", why: "old", review: "2027-01-31", ...byAnn, approved: { by: "bo", on: today } };
const encrypt = {
  title: "Encrypt",
  on: ["orders-db"],
  threats: [store],
  criteria: { works: "It is encrypted" },
  by: "ann",
  recorded: today,
  due: "2026-12-15",
};
const passed = {
  mitigation: "encrypt",
  criterion: "works",
  verdict: "passed",
  tool: "probe",
  by: "ann",
  on: "2026-11-01",
};
const chosen = put("register.mitigations", "encrypt", encrypt);

describe("review triggers", () => {
  test("of a model that nobody reviewed are three", () => {
    expect(triggers(checkout)).toEqual([
      "2026-11-24 unreviewed diagram due",
      "2026-11-24 unreviewed surface due",
      "2026-11-24 unreviewed threats due",
    ]);
  });

  test("of one that was reviewed as it is are none", () => expect(triggers(calm)).toEqual([]));

  test.each<[string, readonly Change[], readonly string[]]>([
    [
      "a moved store",
      [set("model.elements", "orders-db", ["zone"], "cluster")],
      ["2026-11-24 unreviewed diagram due", "2026-11-24 unreviewed threats due"],
    ],
    ["a new role", [put("model.roles", "auditor", {})], ["2026-11-24 unreviewed surface due"]],
    [
      "an assumption with a date",
      [put("model.assumptions", "patched", { text: "x", review: "2027-06-01" })],
      ["2027-06-01 assumption patched"],
    ],
    [
      "an assumption past its date",
      [put("model.assumptions", "patched", { text: "x", review: "2026-06-01" })],
      ["2026-06-01 assumption patched due"],
    ],
    [
      "a challenged assumption",
      [put("model.assumptions", "patched", { text: "x", review: "2027-06-01", state: "challenged" })],
      ["2026-11-24 assumption patched due"],
    ],
    [
      "a refuted assumption",
      [put("model.assumptions", "patched", { text: "x", review: "2027-06-01", state: "refuted" })],
      [],
    ],
    ["an acceptance", [put("register.acceptances", store, acceptance)], [`2027-01-31 acceptance ${store}`]],
    [
      "an expired acceptance",
      [put("register.acceptances", store, { ...acceptance, review: "2026-11-20" })],
      [`2026-11-20 acceptance ${store} due`],
    ],
    [
      "a decision with a date",
      [put("register.decisions", store, { decision: "transfer", to: "insurer", review: "2027-03-01", ...byAnn })],
      [`2027-03-01 decision ${store}`],
    ],
    [
      "an owned question",
      [put("register.questions", "validates-input@api", { owner: "bo", due: "2026-12-01", ...byAnn })],
      ["2026-12-01 question validates-input@api"],
    ],
    ["a mitigation to come", [chosen], ["2026-12-15 mitigation encrypt"]],
    [
      "a mitigation of what is accepted",
      [chosen, put("register.acceptances", store, acceptance)],
      [`2027-01-31 acceptance ${store}`],
    ],
    ["fresh evidence", [chosen, put("register.evidence", "e1", passed)], ["2027-05-01 evidence works@encrypt"]],
    [
      "failed evidence",
      [chosen, put("register.evidence", "e1", { ...passed, verdict: "failed" })],
      ["2026-11-24 evidence works@encrypt due", "2026-12-15 mitigation encrypt"],
    ],
    [
      "old evidence",
      [chosen, put("register.evidence", "e1", { ...passed, on: "2026-01-01" })],
      ["2026-07-01 evidence works@encrypt due"],
    ],
    [
      "a score that no longer fits",
      [
        put("register.scores", store, {
          method: "dread",
          factors: { damage: 9, reproducibility: 5, exploitability: 5, affected: 6, discoverability: 10 },
          basis: "0000000000000000",
          ...byAnn,
        }),
      ],
      [`2026-11-24 score ${store} due`],
    ],
    [
      "a contradiction",
      [
        set("model.elements", "api", ["facts", "validates-input"], { value: "yes", ...byAnn }),
        put("observed.elements", "api", { facts: { "validates-input": { value: "no", seen: "app.js:3" } } }),
      ],
      ["2026-11-24 contradiction validates-input@api due"],
    ],
    [
      "a policy that lets reviews age",
      [set("policy", "model", ["review-days"], 90)],
      ["2027-02-22 review-age diagram", "2027-02-22 review-age surface", "2027-02-22 review-age threats"],
    ],
  ])("%s", (_, operations, expected) => {
    expect(triggers(edited(calm, ...operations))).toEqual(expected);
  });

  test("say which things changed since the review, the first five by name", () => {
    const more = Array.from({ length: 7 }, (_, i) => put("model.elements", `e${i}`, { kind: "process", zone: "tier" }));
    const document = edited(calm, ...more);
    const [diagram] = reviewTriggers(revision(document).analysis, document, today);
    expect(diagram?.say).toBe("e0, e1, e2, e3, e4 and 2 more changed since the diagram was reviewed");
  });

  test("become due as days pass", () => {
    const document = edited(calm, put("model.assumptions", "patched", { text: "x", review: "2027-06-01" }));
    expect(triggers(document, "2027-05-31")).toEqual(["2027-06-01 assumption patched"]);
    expect(triggers(document, "2027-06-01")).toEqual(["2027-06-01 assumption patched due"]);
  });
});
