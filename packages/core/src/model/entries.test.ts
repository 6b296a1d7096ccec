import { expect, test } from "vitest";
import { approvalOf } from "./approvals.ts";
import type { Document } from "./document.ts";
import { entriesByThreat } from "./entries.ts";
import type { Acceptance } from "./register.ts";

const document: Document = {
  model: { parapet: 1, system: "Shop", elements: { api: { kind: "process", was: ["web"] } } },
};
const request: Acceptance = { owner: "olga", why: "Small", review: "2027-01-01", on: "2026-11-02", by: "ann" };
const approval = approvalOf("a-rule@web", request, { by: "cem" }, "2026-11-03");
const approved = { ...request, approved: approval };
const found = (entries: Readonly<Record<string, Acceptance>>) => Object.fromEntries(entriesByThreat(document, entries));

test("an entry is found by today's name of its subject, with the approval under the earlier one", () => {
  expect(found({ "a-rule@web": approved })).toEqual({ "a-rule@api": { entry: approved, approved: approval } });
});

test("an approval of what changed since is told apart", () => {
  const changed = { ...approved, why: "Tiny" };
  expect(found({ "a-rule@web": changed })).toEqual({ "a-rule@api": { entry: changed, outdated: approval } });
  expect(found({ "a-rule@web": request })).toEqual({ "a-rule@api": { entry: request } });
});

test("an entry under today's id goes before one under an earlier name, in any order", () => {
  const [now, then] = [{ ...request, why: "Now" }, request];
  for (const entries of [
    { "a-rule@api": now, "a-rule@web": then },
    { "a-rule@web": then, "a-rule@api": now },
  ])
    expect(found(entries)).toEqual({ "a-rule@api": { entry: now } });
});

test("what nobody recorded is empty", () => expect(entriesByThreat(document, undefined).size).toBe(0));
