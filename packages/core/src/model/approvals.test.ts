import { describe, expect, test } from "vitest";
import { approvalOf, isApproved } from "./approvals.ts";
import type { Decision } from "./register.ts";

const key = "a-rule@web";
const request: Decision = { decision: "transfer", to: "the insurer", by: "ann", on: "2026-11-02" };
const approved: Decision = { ...request, approved: approvalOf(key, request, { by: "cem" }, "2026-11-03") };
const { of, ...older } = approved.approved ?? { by: "", on: "" };

describe("isApproved", () => {
  test.each<[string, string, Decision, boolean]>([
    ["as it was approved", key, approved, true],
    [
      "the same in another order of keys",
      key,
      Object.fromEntries(Object.entries(approved).reverse()) as Decision,
      true,
    ],
    ["never approved", key, request, false],
    ["another kind", key, { ...approved, decision: "not-applicable" }, false],
    ["one word more", key, { ...approved, to: "the insurer, perhaps" }, false],
    ["a field more", key, { ...approved, contract: "C-1" }, false],
    ["a field less", key, { ...request, to: undefined, approved: approved.approved }, false],
    ["under another threat", "a-rule@api", approved, false],
    ["approved by an older version, which kept no digest", key, { ...request, approved: older }, true],
    ["a digest of nothing", key, { ...request, approved: { ...older, of: "0" } }, false],
  ])("%s", (_, at, entry, stands) => expect(isApproved(at, entry)).toBe(stands));

  test("who approves and when is no part of it, so that approving anew gives the same digest", () => {
    expect(approvalOf(key, approved, { by: "dan" }, "2026-12-01")).toEqual({ by: "dan", on: "2026-12-01", of });
  });
});
