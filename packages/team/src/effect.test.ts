// What a change did to the threats, in one line and by name.
import { describe, expect, it } from "vitest";
import { effectOf, type Standing, type ThreatStanding } from "./effect.ts";

const open: ThreatStanding = { finding: "open", status: "open" };
const asked: ThreatStanding = { finding: "asked", status: "asked" };
const accepted: ThreatStanding = { finding: "open", status: "accepted" };
const addressed: ThreatStanding = { finding: "addressed", status: "addressed" };

function standing(
  threats: Readonly<Record<string, ThreatStanding>>,
  summary: Partial<Standing["summary"]> = {},
): Standing {
  const entries = Object.entries(threats).map(([id, shared]) => [id, { id, shared }] as const);
  return {
    summary: { asked: 0, openRisk: 0, hiddenRisk: 0, ...summary } as Standing["summary"],
    threats: new Map(entries),
  };
}

const nothing = { sentence: "", come: [], gone: [] };

describe("what a change did", () => {
  it.each([
    ["nothing", { a: open }, { a: open }, nothing],
    ["a threat that came open", {}, { b: open, a: open }, { sentence: "Opens 2.", come: ["a", "b"], gone: [] }],
    ["a threat that came asked", {}, { a: asked }, { sentence: "", come: ["a"], gone: [] }],
    ["a threat that came settled", {}, { a: accepted }, { ...nothing, come: ["a"] }],
    ["a threat that went", { a: open }, {}, { sentence: "Settles 1 threat.", come: [], gone: ["a"] }],
    ["a settled one that went", { a: accepted }, {}, { ...nothing, gone: ["a"] }],
    [
      "one that was accepted",
      { a: open, b: open },
      { a: accepted, b: accepted },
      { ...nothing, sentence: "Settles 2 threats." },
    ],
    ["one whose acceptance ended", { a: accepted }, { a: open }, { ...nothing, sentence: "Opens 1." }],
    ["an answer that opens", { a: asked }, { a: open }, { ...nothing, sentence: "Opens 1." }],
    ["one that is not raised", {}, { a: addressed }, nothing],
  ])("%s", (_, before, after, expected) => {
    expect(effectOf(standing(before), standing(after))).toEqual(expected);
  });

  it("says how the sums moved, in whole numbers", () => {
    const before = standing({}, { asked: 3, openRisk: 10.2, hiddenRisk: 182 });
    const after = standing({}, { asked: 2, openRisk: 10.4, hiddenRisk: 131 });
    expect(effectOf(before, after).sentence).toBe("Asked 3 → 2, hidden risk 182 → 131.");
  });
});
