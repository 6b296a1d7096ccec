import { describe, expect, test } from "vitest";
import { mayApprove, needsSecondPerson, samePerson } from "./authority.ts";
import type { Document } from "./document.ts";

const document: Document = {
  model: { parapet: 1, system: "Shop", participants: { dee: { name: "Dee Lo", email: "dee@example.com" } } },
  people: {
    parapet: 1,
    people: {
      ann: { name: "Ann Ek", email: ["ann@example.com", "ann@old.example"], approves: ["high"] },
      bo: { name: "Bo Ek", approves: ["critical", "high"] },
      cy: {},
    },
  },
};

describe("samePerson", () => {
  test.each([
    ["ann", "ann", true],
    ["ann", " Ann ", true],
    ["ann", "Ann Ek", true],
    ["Ann Ek", "ann@old.example", true],
    ["dee", "dee@example.com", true],
    ["ann", "bo", false],
    ["Ann Ek", "Bo Ek", false],
    ["nobody", "NOBODY", true],
    ["nobody", "somebody", false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(samePerson(document, one, other)).toBe(same);
    expect(samePerson(document, other, one)).toBe(same);
  });
});

describe("needsSecondPerson", () => {
  const policy: Document = { ...document, policy: { parapet: 1, "second-person": ["critical", "medium"] } };
  test.each([
    ["critical", true, true],
    ["high", true, false],
    ["medium", false, true],
    ["low", false, false],
  ] as const)("%s", (tier, byDefault, byPolicy) => {
    expect(needsSecondPerson(document, tier)).toBe(byDefault);
    expect(needsSecondPerson(policy, tier)).toBe(byPolicy);
  });
});

describe("mayApprove", () => {
  const { people: _, ...noPeople } = document;
  test.each<[string, Document, string, (string | undefined)[], "critical" | "high" | "low", string[]]>([
    ["another person with the right", document, "bo", ["ann", undefined], "critical", []],
    ["without the right for this tier", document, "ann", ["bo"], "critical", ["not-permitted"]],
    ["with the right for this tier", document, "ann@example.com", ["bo"], "high", []],
    ["known, without any right", document, "cy", ["bo"], "high", ["not-permitted"]],
    ["unknown", document, "eve", ["bo"], "high", ["not-permitted"]],
    ["a tier that needs no second person", document, "eve", ["bo"], "low", []],
    ["oneself, by another name", document, "Ann Ek", ["bo", "ann"], "high", ["needs-second-person"]],
    ["oneself, at any tier", document, "ann", ["ann"], "low", ["needs-second-person"]],
    ["no people.yaml", noPeople, "eve", ["bo"], "critical", []],
  ])("%s", (_name, of, approver, others, tier, codes) => {
    expect(mayApprove(of, approver, others, tier, "a@b").map(({ code }) => code)).toEqual(codes);
  });
});
