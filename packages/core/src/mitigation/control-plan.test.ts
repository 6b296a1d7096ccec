// Which controls take most of the risk away: worked out by hand on a small shop, and held to the engine's own figures.
import { describe, expect, test } from "vitest";
import { analyse } from "../analysis/analyse.ts";
import type { Threat } from "../analysis/result.ts";
import type { Document } from "../model/document.ts";
import { threatsOf } from "../model/expand.ts";
import type { Control, Knowledge } from "../model/knowledge.ts";
import { tierBySum } from "../scoring/tiers.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { type CasesInput, controlCases } from "./control-cases.ts";
import { controlPlan } from "./control-plan.ts";
import { ThreatRisks } from "./threat-risks.ts";

const now = "2026-11-24";
const control = (
  id: string,
  level: Control["level"],
  caps: Control["caps"],
  effort: Control["effort"] = "small",
): Control => ({
  id,
  title: id,
  level,
  effort,
  on: ["process"],
  establishes: [],
  caps,
  criteria: [{ id: "works", required: true }],
});
/** likelihood (7 + 5 + 10) / 3, impact 9: 65.7. With `gate` 4.7 × 9 = 42.3, with `rebuild` 60.3, with `watch` 6.3 × 9 = 56.7. */
const controls = [
  control("gate", "preventive", { reproducibility: 2, exploitability: 2 }),
  control("rebuild", "structural", { exploitability: 3 }, "large"),
  control("watch", "detective", { reproducibility: 4 }),
];
const knowledgeWith = (offered: readonly string[], cards = controls): Knowledge => ({
  ...smallKnowledge,
  controls: cards,
  rules: smallKnowledge.rules.filter(({ id }) => id === "no-way-back").map((rule) => ({ ...rule, controls: offered })),
});
const all = knowledgeWith(["rebuild", "gate", "watch"]);
const twoProcesses: Document = {
  ...smallShop,
  model: { ...smallShop.model, elements: { ...smallShop.model.elements, worker: { kind: "process", zone: "inner" } } },
};

function inputOf(document: Document, knowledge: Knowledge): CasesInput {
  const analysis = analyse(document, knowledge, { now });
  const threats = threatsOf(analysis);
  const having = (finding: string) => threats.filter((threat) => threat.finding === finding);
  return { document, analysis, knowledge, open: having("open"), asked: having("asked") };
}

const chosen = (control: string, threats: readonly string[], more: object = {}): Document => ({
  ...twoProcesses,
  register: {
    parapet: 1,
    mitigations: {
      [control]: { control, on: ["web"], threats: [...threats], by: "ann", recorded: now, ...more },
    },
  },
});

describe("cases of controls", () => {
  test("structural before preventive before detective, each with what it would remove", () => {
    const cases = controlCases(inputOf(twoProcesses, all));
    expect(cases.map(({ control, removes, adds }) => [control, removes, adds])).toEqual([
      ["rebuild", 0, 10.8],
      ["gate", 0, 46.8],
      ["watch", 0, 18],
    ]);
    expect(cases[0]).toMatchObject({
      open: ["no-way-back@web", "no-way-back@worker"],
      chosen: [],
      asked: [],
      mitigations: [],
    });
  });

  test("what is chosen is told from what is not, which counts beyond it", () => {
    const cases = controlCases(inputOf(chosen("gate", ["no-way-back@web"]), all));
    expect(cases.map(({ control, chosen, open, removes, adds }) => ({ control, chosen, open, removes, adds }))).toEqual(
      [
        { control: "rebuild", chosen: [], open: ["no-way-back@web", "no-way-back@worker"], removes: 0, adds: 5.4 },
        { control: "gate", chosen: ["no-way-back@web"], open: ["no-way-back@worker"], removes: 23.4, adds: 23.4 },
        { control: "watch", chosen: [], open: ["no-way-back@web", "no-way-back@worker"], removes: 0, adds: 9 },
      ],
    );
  });

  test("what the platform gives where a threat is comes first, with its owner", () => {
    const document: Document = {
      ...twoProcesses,
      platform: {
        parapet: 1,
        platform: {
          elsewhere: { control: "gate", zones: ["outer"] },
          siem: { control: "watch", title: "The log platform", zones: ["inner"], owner: "noor" },
        },
      },
    };
    const cases = controlCases(inputOf(document, all));
    expect(cases.map(({ control, platform }) => [control, platform])).toEqual([
      ["watch", { id: "siem", title: "The log platform", owner: "noor" }],
      ["rebuild", undefined],
      ["gate", undefined],
    ]);
  });

  test("asked threats are counted apart", () => {
    const asking = { ...all, rules: all.rules.map((rule) => ({ ...rule, unless: "logs-actions" })) };
    const [first] = controlCases(inputOf(smallShop, asking));
    expect(first).toMatchObject({
      control: "rebuild",
      open: [],
      asked: ["no-way-back@web"],
      removes: 0,
      mayRemove: 5.4,
    });
  });
});

test("what one more control would leave of a threat, with everything chosen", () => {
  const input = inputOf(chosen("gate", ["no-way-back@web"]), all);
  const risks = new ThreatRisks(input);
  const left = (threat: string, id: string) => {
    const found = input.open.find((one) => one.id === threat);
    const card = controls.find((one) => one.id === id);
    return found && card && risks.after(found, card);
  };
  expect(left("no-way-back@web", "watch")).toEqual({ risk: 42.3, tier: "high" });
  expect(left("no-way-back@worker", "watch")).toEqual({ risk: 56.7, tier: "high" });
  expect(left("no-way-back@worker", "gate")).toEqual({ risk: 42.3, tier: "high" });
});

describe("the cell of the matrix", () => {
  const shown = { mitigation: "gate", criterion: "works", verdict: "passed", tool: "ci", on: now, by: "bo" } as const;
  const document = chosen("gate", ["no-way-back@web"]);
  const input = inputOf({ ...document, register: { parapet: 1, ...document.register, evidence: { e: shown } } }, all);
  const risks = new ThreatRisks(input);
  const web = input.open.find(({ id }) => id === "no-way-back@web") as Threat;

  test("is where a threat stands under what is shown to work, in its tier; before controls, its own", () => {
    expect([risks.cell(web, false), risks.cell(web, true)]).toEqual([
      { likelihood: 1, impact: 3 },
      { likelihood: 2, impact: 3 },
    ]);
    const [standing] = [risks.cell(web, false)];
    expect(tierBySum[standing.likelihood + standing.impact]).toBe(web.tier);
  });

  test("is reached by factors that count beside the caps; what a control holds down is left as it was scored", () => {
    const to = { likelihood: 1, impact: 1 };
    const factors = risks.factorsIn(web, to, false) ?? {};
    expect(risks.cell({ ...web, score: { ...web.score, factors }, tier: "medium" }, false)).toEqual(to);
    expect(factors).toMatchObject({
      reproducibility: web.score.factors.reproducibility,
      exploitability: web.score.factors.exploitability,
    });
    expect(risks.factorsIn(web, { likelihood: 3, impact: 3 }, false), "the control holds it").toBeUndefined();
    expect(risks.factorsIn(web, { likelihood: 3, impact: 3 }, true)).toBeDefined();
  });
});

describe("the plan", () => {
  const planOf = (document: Document, knowledge: Knowledge) => {
    const input = inputOf(document, knowledge);
    return controlPlan(input, controlCases(input));
  };
  const ways = (document: Document, knowledge: Knowledge) =>
    planOf(document, knowledge).steps.map(({ control, removes, chosen }) => [control, removes, chosen]);

  test("takes what removes most, and stops where nothing worthwhile is left", () => {
    expect(planOf(twoProcesses, all)).toEqual({
      risk: 131.4,
      withChosen: 131.4,
      withAll: 84.6,
      steps: [
        {
          control: "gate",
          chosen: false,
          effort: "small",
          threats: ["no-way-back@web", "no-way-back@worker"],
          removes: 46.8,
          leaves: 84.6,
        },
      ],
    });
  });

  test("a structural control goes before one that takes more, if it takes nearly as much", () => {
    const near = [
      control("rebuild", "structural", { reproducibility: 3, exploitability: 3 }),
      ...controls.filter(({ id }) => id !== "rebuild"),
    ];
    expect(ways(smallShop, knowledgeWith(["rebuild", "gate"], near))).toEqual([
      ["rebuild", 18, false],
      ["gate", 5.4, false],
    ]);
  });

  test("what is chosen comes first, then what it leaves; what works counts no more", () => {
    expect(ways(chosen("gate", ["no-way-back@web"]), all)).toEqual([
      ["gate", 23.4, true],
      ["gate", 23.4, false],
    ]);
    const evidence = {
      "gate--works": { mitigation: "gate", criterion: "works", verdict: "passed", tool: "tests", on: now, by: "ann" },
    } as const;
    const shown = chosen("gate", ["no-way-back@web"]);
    const verified = { ...shown, register: { ...shown.register, parapet: 1, evidence } };
    expect(planOf(verified, all).risk).toBeLessThan(planOf(shown, all).risk);
  });

  test("agrees with the engine: before it the current risk, with what is chosen the target", () => {
    for (const document of [
      twoProcesses,
      chosen("gate", ["no-way-back@web"]),
      chosen("watch", ["no-way-back@web", "no-way-back@worker"]),
    ]) {
      const { open } = inputOf(document, all);
      const sum = (of: "current" | "target") =>
        Math.round(open.reduce((total, threat) => total + threat[of], 0) * 10) / 10;
      const { risk, withChosen } = planOf(document, all);
      expect({ risk, withChosen }).toEqual({ risk: sum("current"), withChosen: sum("target") });
    }
  });

  test("with nothing open there is nothing to do", () => {
    const input = { ...inputOf(smallShop, all), open: [], asked: [] };
    expect(controlPlan(input, controlCases(input))).toEqual({ risk: 0, withChosen: 0, withAll: 0, steps: [] });
  });
});
