import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionKinds, findings, type Status, statuses, strengths } from "../model/vocabulary.ts";
import { closedStatuses, type StatusInput, settledness, statusOf, statusTable } from "./status.ts";

/** An open threat of low tier of which nobody said anything. */
const untouched: StatusInput = {
  finding: "open",
  severe: false,
  decisionInForce: false,
  accepted: false,
  mitigationsVerified: false,
  mitigationsImplemented: false,
  mitigating: false,
  scored: false,
};

const decided = (decision: StatusInput["decision"], decisionInForce = true) => ({ decision, decisionInForce });
const chosen = { mitigating: true };
const implemented = { mitigating: true, mitigationsImplemented: true };
const verified = { mitigating: true, mitigationsImplemented: true, mitigationsVerified: true };
const declared = { finding: "addressed", strength: "declared" } as const;

/** Status → inputs that reach it. Beside each stands what the neighbour with one thing less or more comes to. */
const table: readonly (readonly [Status, Partial<StatusInput>, Partial<StatusInput>, Status])[] = [
  ["orphaned", { finding: "orphaned" }, { finding: "open" }, "open"],
  ["orphaned", { finding: "orphaned", accepted: true }, { finding: "open", accepted: true }, "accepted"],
  [
    "orphaned",
    { finding: "orphaned", ...decided("transfer") },
    { finding: "orphaned", ...decided("avoid") },
    "avoided",
  ],
  ["avoided", { finding: "orphaned", ...decided("avoid") }, { finding: "open", ...decided("avoid") }, "open"],
  ["avoided", { finding: "orphaned", ...decided("avoid", false) }, { finding: "asked", ...decided("avoid") }, "asked"],
  ["accepted", { accepted: true }, { accepted: false }, "open"],
  ["accepted", { accepted: true, ...decided("transfer") }, decided("transfer"), "transferred"],
  ["accepted", { accepted: true, severe: true, ...declared }, { severe: true, ...declared }, "claimed"],
  ["accepted", { accepted: true, finding: "asked" }, { finding: "asked" }, "asked"],
  ["transferred", decided("transfer"), decided("transfer", false), "open"],
  [
    "transferred",
    { finding: "asked", ...decided("transfer") },
    { finding: "asked", ...decided("transfer", false) },
    "asked",
  ],
  [
    "transferred",
    { finding: "not-applicable", ...decided("transfer") },
    { finding: "not-applicable" },
    "not-applicable",
  ],
  ["not-applicable", { finding: "not-applicable" }, { finding: "open" }, "open"],
  ["not-applicable", decided("not-applicable"), decided("not-applicable", false), "open"],
  [
    "not-applicable",
    { severe: true, ...decided("not-applicable") },
    { severe: true, ...decided("not-applicable", false) },
    "open",
  ],
  ["not-applicable", { ...decided("not-applicable"), ...declared }, declared, "addressed"],
  [
    "verified",
    { finding: "addressed", strength: "verified" },
    { finding: "addressed", strength: "observed" },
    "addressed",
  ],
  ["verified", { finding: "addressed", strength: "verified", severe: true }, { ...declared, severe: true }, "claimed"],
  ["verified", verified, implemented, "implemented"],
  [
    "verified",
    { finding: "asked", ...verified, severe: true },
    { finding: "asked", ...implemented, severe: true },
    "implemented",
  ],
  ["addressed", { finding: "addressed", strength: "observed", severe: true }, { ...declared, severe: true }, "claimed"],
  ["addressed", declared, { finding: "asked" }, "asked"],
  [
    "addressed",
    { finding: "addressed", strength: "assumed" },
    { finding: "addressed", strength: "assumed", severe: true },
    "claimed",
  ],
  ["claimed", { ...declared, severe: true }, declared, "addressed"],
  ["claimed", { ...declared, severe: true, ...implemented }, { severe: true, ...implemented }, "implemented"],
  ["implemented", implemented, chosen, "mitigating"],
  ["implemented", { finding: "asked", ...implemented }, { finding: "asked" }, "asked"],
  ["implemented", { scored: true, ...implemented }, { scored: true }, "assessed"],
  ["mitigating", chosen, {}, "open"],
  ["mitigating", decided("mitigate", false), decided("avoid", false), "open"],
  ["mitigating", { finding: "asked", ...decided("mitigate") }, { finding: "asked" }, "asked"],
  // A mitigation that failed is none: what was decided stays, what was implemented does not count.
  ["mitigating", { ...decided("mitigate"), mitigationsImplemented: true }, { mitigationsImplemented: true }, "open"],
  ["asked", { finding: "asked" }, { finding: "open" }, "open"],
  ["asked", { finding: "asked", scored: true, severe: true }, { scored: true, severe: true }, "assessed"],
  ["assessed", { scored: true }, {}, "open"],
  ["open", {}, { scored: true }, "assessed"],
  [
    "open",
    { severe: true, ...decided("accept", false) },
    { severe: true, accepted: true, ...decided("accept") },
    "accepted",
  ],
  ["open", decided("transfer", false), decided("transfer"), "transferred"],
];

describe("the status table", () => {
  test.each(table)("%s: %j, but not %j: %s", (status, reaches, neighbour, other) => {
    expect(statusOf({ ...untouched, ...reaches })).toBe(status);
    expect(statusOf({ ...untouched, ...neighbour })).toBe(other);
    expect(other).not.toBe(status);
  });

  test("is tested for every status, has a line for each, once, in the order of the vocabulary", () => {
    expect(new Set(table.map(([status]) => status))).toEqual(new Set(statuses));
    expect(statusTable.map(({ status }) => status)).toEqual([...statuses]);
  });

  test("each line says when it fits", () => {
    for (const { when } of statusTable) expect(when).toMatch(/^[a-z].*[^.]$/);
  });
});

describe("closing a threat", () => {
  const input: fc.Arbitrary<StatusInput> = fc.record({
    finding: fc.constantFrom(...findings),
    strength: fc.constantFrom(undefined, ...strengths),
    severe: fc.boolean(),
    decision: fc.constantFrom(undefined, ...decisionKinds),
    decisionInForce: fc.boolean(),
    accepted: fc.boolean(),
    mitigationsVerified: fc.boolean(),
    mitigationsImplemented: fc.boolean(),
    mitigating: fc.boolean(),
    scored: fc.boolean(),
  });

  test("somebody's word closes no severe threat", () => {
    fc.assert(
      fc.property(input, fc.constantFrom("declared", "assumed", undefined), (given, strength) => {
        const status = statusOf({
          ...given,
          finding: "addressed",
          strength,
          severe: true,
          decisionInForce: false,
          accepted: false,
          mitigationsVerified: false,
        });
        expect(status).toBe("claimed");
      }),
    );
  });

  test("neither a decision that is not in force, nor a score, nor a mitigation that is not verified closes an open threat", () => {
    fc.assert(
      fc.property(input, fc.constantFrom("open", "asked"), (given, finding) => {
        const status = statusOf({
          ...given,
          finding,
          accepted: false,
          decisionInForce: false,
          mitigationsVerified: false,
        });
        expect(closedStatuses.has(status)).toBe(false);
      }),
    );
  });

  test("an acceptance in force closes what still exists", () => {
    fc.assert(
      fc.property(input, fc.constantFrom("open", "asked", "addressed", "not-applicable"), (given, finding) => {
        expect(statusOf({ ...given, finding, accepted: true })).toBe("accepted");
      }),
    );
  });

  test("these statuses close, the others do not", () => {
    expect(statuses.filter((status) => closedStatuses.has(status))).toEqual([
      "orphaned",
      "avoided",
      "accepted",
      "transferred",
      "not-applicable",
      "verified",
      "addressed",
    ]);
  });

  test("coverage knows how settled each is: everything that is not closed comes before everything that is", () => {
    expect([...settledness].sort()).toEqual([...statuses].sort());
    const closed = settledness.map((status) => closedStatuses.has(status));
    expect(closed).toEqual([...closed].sort((a, b) => Number(a) - Number(b)));
    expect(settledness[0]).toBe("open");
  });
});
