import { describe, expect, test } from "vitest";
import type { Document } from "./document.ts";
import type { Control } from "./knowledge.ts";
import type { Evidence, Mitigation } from "./register.ts";
import { addDays, declaredOnly, type MitigationState, mitigationVerdicts, type Verdict } from "./verdicts.ts";

const now = "2026-11-24";
const gate = {
  title: "A gate",
  on: ["web"],
  threats: [],
  criteria: { shut: "It is shut" },
  by: "ann",
  recorded: "2026-01-01",
};
const done = { implemented: { by: "ann", on: "2026-11-01" } };
const at = (on: string, more: Partial<Evidence> = {}): Evidence => ({
  mitigation: "gate",
  criterion: "shut",
  verdict: "passed",
  tool: "junit",
  on,
  by: "ci",
  ...more,
});
const failed = { verdict: "failed" as const };
const byHand = { tool: "by-hand", method: "a request", performer: "bo", commit: "4f2c9d1", saw: "401" };

function verdictsOf(evidence: Readonly<Record<string, Evidence>>, mitigation: Partial<Mitigation> = {}, days?: number) {
  const document: Document = {
    model: { parapet: 1, system: "Shop" },
    register: { parapet: 1, mitigations: { gate: { ...gate, ...mitigation } }, evidence },
    ...(days ? { policy: { parapet: 1, "evidence-days": days } } : {}),
  };
  return mitigationVerdicts(document, controls, now);
}

const control = {
  id: "lock",
  criteria: [
    { id: "locked", required: true },
    { id: "loud", required: false },
  ],
} as unknown as Control;
const controls = new Map([["lock", control]]);

describe("the verdict on a criterion", () => {
  /** What, evidence by id → verdict and the entry that it rests on. */
  const table: readonly (readonly [string, Readonly<Record<string, Evidence>>, Verdict, string | undefined])[] = [
    ["no evidence", {}, "missing", undefined],
    ["evidence of another criterion", { a: at("2026-11-20", { criterion: "open" }) }, "missing", undefined],
    ["evidence of another mitigation", { a: at("2026-11-20", { mitigation: "lock" }) }, "missing", undefined],
    ["passed", { a: at("2026-11-20") }, "passed", "a"],
    ["failed", { a: at("2026-11-20", failed) }, "failed", "a"],
    ["passed 180 days ago", { a: at("2026-05-28") }, "passed", "a"],
    ["passed 181 days ago", { a: at("2026-05-27") }, "stale", "a"],
    ["failed long ago", { a: at("2025-01-01", failed) }, "failed", "a"],
    ["failed, then passed", { a: at("2026-11-01", failed), b: at("2026-11-20") }, "passed", "b"],
    ["the same, the newer first", { a: at("2026-11-20"), b: at("2026-11-01", failed) }, "passed", "a"],
    ["both on one day: the later entry", { a: at("2026-11-20", failed), b: at("2026-11-20") }, "passed", "b"],
    ["passed, then failed", { a: at("2026-11-01"), b: at("2026-11-20", failed) }, "failed", "b"],
    [
      "another tool failed before",
      { a: at("2026-11-01", { ...failed, tool: "zap" }), b: at("2026-11-20") },
      "failed",
      "a",
    ],
    [
      "another environment failed before",
      { a: at("2026-11-01", { ...failed, environment: "prod" }), b: at("2026-11-20") },
      "failed",
      "a",
    ],
    [
      "two environments, one fresh",
      { a: at("2025-11-01", { environment: "test" }), b: at("2026-11-20", { environment: "prod" }) },
      "passed",
      "b",
    ],
    [
      "two tools on one day: the first by id",
      { b: at("2026-11-20"), a: at("2026-11-20", { tool: "zap" }) },
      "passed",
      "a",
    ],
    [
      "two tools failed: the newest",
      { a: at("2026-11-01", failed), b: at("2026-11-20", { ...failed, tool: "zap" }) },
      "failed",
      "b",
    ],
    ["by hand, with all that it needs", { a: at("2026-11-20", byHand) }, "passed", "a"],
    ["by hand, without what was seen", { a: at("2026-11-20", { ...byHand, saw: "" }) }, "missing", "a"],
    ["only said after it was shown", { a: at("2026-11-01"), b: at("2026-11-20", { tool: "by-hand" }) }, "passed", "a"],
    [
      "said to fail after it was shown",
      { a: at("2026-11-01"), b: at("2026-11-20", { tool: "by-hand", ...failed }) },
      "failed",
      "b",
    ],
  ];

  test.each(table)("%s", (_, evidence, verdict, id) => {
    const found = verdictsOf(evidence)[0]?.criteria;
    const on = id === undefined ? undefined : evidence[id]?.on;
    expect(found).toEqual([{ id: "shut", required: true, verdict, ...(id ? { evidence: id, on } : {}) }]);
  });

  test("ages as the policy says", () => {
    const seven = (on: string) => verdictsOf({ a: at(on) }, {}, 7)[0];
    expect(seven("2026-11-17")?.criteria[0]?.verdict).toBe("passed");
    expect(seven("2026-11-17")?.freshUntil).toBe("2026-11-25");
    expect(seven("2026-11-16")?.criteria[0]?.verdict).toBe("stale");
    expect(seven("2026-11-16")).not.toHaveProperty("freshUntil");
  });
});

describe("the state of a mitigation", () => {
  const both = { control: "lock" };
  const locked = (on: string, more: Partial<Evidence> = {}) => at(on, { criterion: "locked", ...more });
  const table: readonly (readonly [
    string,
    Partial<Mitigation>,
    Readonly<Record<string, Evidence>>,
    MitigationState,
  ])[] = [
    ["chosen", {}, {}, "chosen"],
    ["implemented", done, {}, "implemented"],
    ["its criterion passed", {}, { a: at("2026-11-20") }, "verified"],
    ["passed long ago", {}, { a: at("2025-11-20") }, "stale"],
    ["failed", done, { a: at("2026-11-20", failed) }, "failed"],
    ["no criteria at all", { criteria: {} }, { a: at("2026-11-20") }, "chosen"],
    ["one of two passed", both, { a: at("2026-11-20") }, "chosen"],
    ["one of two passed, implemented", { ...both, ...done }, { a: at("2026-11-20") }, "implemented"],
    ["one of two failed", both, { a: at("2026-11-20"), b: locked("2026-11-20", failed) }, "failed"],
    ["both passed", both, { a: at("2026-11-20"), b: locked("2026-11-20") }, "verified"],
    ["both passed, one long ago", both, { a: at("2025-11-20"), b: locked("2026-11-20") }, "stale"],
    [
      "what is not required failed",
      both,
      { a: at("2026-11-20"), b: locked("2026-11-20"), c: at("2026-11-20", { criterion: "loud", ...failed }) },
      "verified",
    ],
    [
      "only what is not required passed",
      { control: "lock", criteria: {} },
      { c: at("2026-11-20", { criterion: "loud" }) },
      "chosen",
    ],
  ];

  test.each(table)("%s", (_, mitigation, evidence, state) => {
    expect(verdictsOf(evidence, mitigation)[0]?.state).toBe(state);
  });

  test("names the control, its criteria before those written here, and the first day on which one is stale", () => {
    const [verdict] = verdictsOf({ a: at("2026-11-20"), b: locked("2026-11-10") }, both);
    expect(verdict).toMatchObject({ id: "gate", control, freshUntil: "2027-05-10" });
    expect(verdict?.criteria.map(({ id, required }) => [id, required])).toEqual([
      ["locked", true],
      ["loud", false],
      ["shut", true],
    ]);
    const [unknown] = verdictsOf({}, { control: "gone" });
    expect(unknown).not.toHaveProperty("control");
    expect(unknown?.criteria.map(({ id }) => id)).toEqual(["shut"]);
  });

  test("is none without mitigations", () => {
    expect(mitigationVerdicts({ model: { parapet: 1, system: "Shop" } }, controls, now)).toEqual([]);
  });
});

describe("declaredOnly", () => {
  test.each([
    ["a tool", { tool: "junit" }, {}, false],
    ["by hand, complete", byHand, {}, false],
    ["by hand, with a link for the commit", { ...byHand, commit: "", link: "https://ci.example.org/7" }, {}, false],
    ["by hand, neither commit nor link", { ...byHand, commit: "" }, {}, true],
    ["by hand, no method", { ...byHand, method: "" }, {}, true],
    ["by hand, no performer", { ...byHand, performer: "" }, {}, true],
    ["by hand, nothing seen", { ...byHand, saw: "" }, {}, true],
    ["by hand, by who implemented it", { ...byHand, performer: "ann" }, done, true],
    ["by hand, by another than who implemented it", byHand, done, false],
    ["a tool, run by who implemented it", { tool: "junit", performer: "ann" }, done, false],
  ] as const)("%s", (_, entry, mitigation, expected) => {
    expect(declaredOnly(at("2026-11-20", entry), { ...gate, ...mitigation })).toBe(expected);
  });
});

test.each([
  ["2026-11-24", 1, "2026-11-25"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-05-28", 180, "2026-11-24"],
  ["2026-03-01", -1, "2026-02-28"],
])("addDays %s %i", (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});
