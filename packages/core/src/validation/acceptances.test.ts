import { describe, expect, test } from "vitest";
import { approvalOf } from "../model/approvals.ts";
import type { Document } from "../model/document.ts";
import type { Acceptance } from "../model/register.ts";
import type { Tier } from "../model/vocabulary.ts";
import { acceptanceOf, type History } from "./acceptances.ts";

const now = "2026-11-24";
const base: Acceptance = { owner: "olga", why: "Small", review: "2027-01-01", on: "2026-11-02", by: "ann" };
const approved = (by: string): Acceptance => ({ ...base, approved: { by, on: "2026-11-03" } });
/** Approved with the digest of what it said, and changed afterwards. */
const since = (change: Partial<Acceptance>, key = "t@web"): Acceptance => ({
  ...base,
  approved: approvalOf(key, base, { by: "cem" }, "2026-11-03"),
  ...change,
});
const changedSince: readonly (readonly [string, Acceptance])[] = [
  ["another owner", since({ owner: "otto" })],
  ["another reason", since({ why: "Small enough" })],
  ["another review date", since({ review: "2031-01-01" })],
  ["conditions", since({ conditions: "While nobody looks" })],
  ["another day", since({ on: "2026-11-23" })],
  ["somebody else who recorded it", since({ by: "bo" })],
  ["another threat", since({}, "u@web")],
];
const document: Document = {
  model: { parapet: 1, system: "Shop" },
  people: { parapet: 1, people: { cem: { name: "Cem", approves: ["high"] }, dan: { name: "Dan" } } },
};
const strict: Document = { ...document, policy: { parapet: 1, "second-person": ["low"] } };
const both = { "t@web": { requested: "ann@x", approved: "cem@x" } };

/** What, acceptance, tier, history, document → state and reason. */
type Row = readonly [string, Acceptance, Tier, History | undefined, Document, string, string | undefined];
const table: readonly Row[] = [
  ["a low risk needs nobody else", base, "low", undefined, document, "in-force", undefined],
  ["a medium risk needs nobody else, whatever the history", base, "medium", {}, document, "in-force", undefined],
  [
    "the policy names other tiers",
    base,
    "low",
    undefined,
    strict,
    "proposed",
    "low risk needs the approval of another person",
  ],
  ["and leaves high to one", base, "high", undefined, strict, "in-force", undefined],
  ["high waits", base, "high", undefined, document, "proposed", "high risk needs the approval of another person"],
  ["another person with the right approves", approved("cem"), "high", undefined, document, "in-force", undefined],
  [
    "the right is for a tier",
    approved("cem"),
    "critical",
    undefined,
    document,
    "claimed",
    "Cem may not approve critical risk (t@web).",
  ],
  [
    "somebody without the right",
    approved("dan"),
    "high",
    undefined,
    document,
    "claimed",
    "Dan may not approve high risk (t@web).",
  ],
  [
    "the owner",
    approved("olga"),
    "high",
    undefined,
    document,
    "claimed",
    "olga cannot approve what they decided on t@web.",
  ],
  [
    "who recorded it",
    approved("ann"),
    "high",
    undefined,
    document,
    "claimed",
    "ann cannot approve what they decided on t@web.",
  ],
  ["two authors in the history", approved("cem"), "high", both, document, "in-force", undefined],
  [
    "one author in the history",
    approved("cem"),
    "high",
    { "t@web": { requested: "ann@x", approved: "ann@x" } },
    document,
    "claimed",
    "one author committed both steps",
  ],
  ...[
    {},
    { "t@web": {} },
    { "t@web": { requested: "ann@x" } },
    { "t@web": { approved: "cem@x" } },
    { "u@web": both["t@web"] },
  ].map(
    (history): Row => [
      `a history that does not show both: ${JSON.stringify(history)}`,
      approved("cem"),
      "high" as Tier,
      history as History,
      document,
      "claimed",
      "the history shows no commit for both steps",
    ],
  ),
  ["what was approved says what it said", since({}), "high", both, document, "in-force", undefined],
  ["and is none that a second person approves", since({ why: "Tiny" }), "low", both, document, "in-force", undefined],
  ...changedSince.map(
    ([name, acceptance]): Row => [
      `${name} after the approval`,
      acceptance,
      "high",
      both,
      document,
      "proposed",
      "it changed after Cem approved it",
    ],
  ),
  [
    "an approval without a digest, and a later commit",
    approved("cem"),
    "high",
    { "t@web": { ...both["t@web"], changed: true } },
    document,
    "claimed",
    "a commit changed it after Cem approved it",
  ],
  [
    "an approval with the right digest, and a later commit that changed no word",
    since({}),
    "high",
    { "t@web": { ...both["t@web"], changed: true } },
    document,
    "in-force",
    undefined,
  ],
  ["the day of its review", { ...base, review: now }, "low", undefined, document, "in-force", undefined],
  [
    "the day after",
    { ...base, review: "2026-11-23" },
    "low",
    undefined,
    document,
    "expired",
    "its review date 2026-11-23 is past",
  ],
  [
    "the day after, though approved",
    { ...approved("cem"), review: "2026-11-23" },
    "high",
    both,
    document,
    "expired",
    "its review date 2026-11-23 is past",
  ],
];

describe("acceptanceOf", () => {
  test.each(table)("%s", (_, acceptance, tier, history, of, state, because) => {
    expect(acceptanceOf("t@web", "t@web", acceptance, tier, of, now, history)).toEqual({
      threat: "t@web",
      owner: acceptance.owner,
      why: acceptance.why,
      review: acceptance.review,
      on: acceptance.on,
      ...(acceptance.approved && !because?.startsWith("it changed") && acceptance.why !== "Tiny"
        ? { approvedBy: acceptance.approved.by }
        : {}),
      tier,
      state,
      ...(because ? { because } : {}),
    });
  });
});
