// Mitigation: the chart, the lists, choices and decisions as tables; the answers on the shop, and again after a changed fact.
import { analyse, type ControlPlan, type Document, type PlanStep, type Threat, threatsOf } from "@parapet/core";
import type { TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { after, type Example, example, knowledge, texts, withAnalysis, words } from "../../testing/examples.ts";
import { answers } from "./answers.ts";
import { caseLists, placesInPlan } from "./case-groups.ts";
import { decidedOf } from "./decided.ts";
import { type DecisionKind, decisionCall, waitsForSecond } from "./decision-input.ts";
import { mitigationFigures, percent, planControls } from "./figures.ts";
import { remainingOf } from "./remaining.ts";
import { stackChoices } from "./stack-choices.ts";
import { barsOf } from "./waterfall.ts";

const shop = example("shop");
const figures = (model: Example) => mitigationFigures({ ...model, knowledge });
const broker = ["unsigned-message@checkout-api-to-queue", "unsigned-message@mail-worker-to-queue"];

describe("the answers", () => {
  let t: TFunction;
  beforeAll(async () => {
    t = await words();
  });
  const said = (model: Example) => answers.map(({ answer }) => answer({ ...model, knowledge }, t));

  test("on the shop", () => {
    expect(said(shop)).toEqual([
      "16 controls remove 46 % of the open risk (3061 → 1650). What is chosen removes 38 %; 3 wait for a choice, first: Short-lived identities that the platform gives to workloads.",
      "2 open critical and high threats wait for a decision.",
    ]);
    for (const { question } of answers) expect(question(t)).toMatch(/\?$/);
  });

  test("a choice moves them", async () => {
    const chosen = await after(shop, [
      { name: "choose-mitigation", input: { control: "message-signing", threats: broker } },
    ]);
    expect(said(chosen)).toEqual([
      "16 controls remove 46 % of the open risk (3061 → 1650). What is chosen removes 39 %; 2 wait for a choice, first: Short-lived identities that the platform gives to workloads.",
      "Every open critical and high threat is decided on.",
    ]);
  });

  test("with nothing chosen, with nothing open, with nothing at all", () => {
    const { mitigations: _, ...register } = shop.document.register ?? { parapet: 1 };
    const fresh = withAnalysis({ ...shop.document, register } as Document);
    expect(said(fresh)[0]).toMatch(/^\d+ controls remove \d+ % .* None of them is chosen yet; begin with: /);
    const bare = withAnalysis({ model: { parapet: 1, system: "New", elements: {} } } as Document);
    expect(said(bare)[0]).toMatch(/^Nothing is open|removes? \d+ %/);
    const analysis = { ...shop.analysis, threats: [], summary: { ...shop.analysis.summary, open: 0, asked: 0 } };
    expect(said({ document: shop.document, analysis })[0]).toBe(
      "Nothing is open and nothing is asked: there is nothing to mitigate.",
    );
  });
});

describe("the chart", () => {
  const step = (effort: PlanStep["effort"], removes: number, leaves: number): PlanStep => ({
    control: effort,
    effort,
    removes,
    leaves,
    chosen: true,
    threats: [],
  });

  test("bars as wide as the effort and as tall as the risk, one below the other", () => {
    const plan: ControlPlan = {
      risk: 200,
      withChosen: 100,
      withAll: 90,
      steps: [step("small", 100, 100), step("medium", 6, 94), step("small", 4, 90)],
    };
    expect(barsOf(plan).map(({ number, left, width, top, height }) => [number, left, width, top, height])).toEqual([
      [1, 0, 25, 0, 50],
      [2, 25, 50, 50, 3],
      [3, 75, 25, 53, 2],
    ]);
    expect(barsOf({ ...plan, steps: [] })).toEqual([]);
    expect(barsOf({ ...plan, risk: 0 })).toEqual([]);
  });

  test("on the shop it fills the width and ends where the plan ends", () => {
    const { plan } = figures(shop);
    const bars = barsOf(plan);
    const last = bars.at(-1);
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(100);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(((plan.risk - plan.withAll) / plan.risk) * 100);
  });

  test("parts of a whole", () => {
    const rows = [
      [0, 0, 0],
      [1, 0, 0],
      [1, 3, 33],
      [999, 1000, 99],
      [5, 5, 100],
    ] as const;
    for (const [part, whole, expected] of rows) expect(percent(part, whole), `${part} of ${whole}`).toBe(expected);
  });
});

describe("the lists", () => {
  test("the platform's first, then by level; what only asked threats name stands apart", () => {
    const { now, later } = caseLists(figures(shop).cases);
    expect(now.map(({ name, cases }) => [name, cases[0]?.control])).toEqual([
      ["platform", "central-append-only-log"],
      ["structural", "pinned-and-verified-components"],
      ["preventive", "tls-everywhere"],
      ["corrective", "immutable-backups"],
    ]);
    expect(later.length).toBeGreaterThan(0);
    for (const { open, chosen, mitigations, asked } of later) {
      expect([open.length, chosen.length, mitigations.length]).toEqual([0, 0, 0]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });

  test("a control that is chosen for some and offered for others has two places in the chart", () => {
    const { plan } = figures(shop);
    expect(placesInPlan(plan).get("message-signing")).toEqual([6, 16]);
    expect(planControls(plan)).toEqual({
      all: 16,
      chosen: 14,
      further: ["workload-identity", "message-signing", "mutual-tls"],
    });
  });

  test("stacks in use come first", () => {
    const used = stackChoices("tls-everywhere", { knowledge, texts }, new Set(["postgresql"]));
    expect(used[0]).toEqual({ id: "postgresql", title: "PostgreSQL", used: true });
    expect(used.slice(1).every((one) => !one.used)).toBe(true);
    expect(used.map(({ id }) => id)).not.toContain("default");
    expect(stackChoices("no-such-control", { knowledge, texts }, new Set())).toEqual([]);
  });
});

test("what remains: today, with it, and the tiers that the threats fall to", () => {
  const threats = threatsOf(shop.analysis).filter(({ id }) => broker.includes(id));
  const left = remainingOf({ ...shop, knowledge }, "message-signing", threats);
  expect([left.before, left.after]).toEqual([78, 26]);
  expect(left.tiers).toEqual([{ tier: "medium", count: 2 }]);
  expect(remainingOf({ ...shop, knowledge }, "no-such-control", threats)).toMatchObject({
    before: 0,
    after: 0,
    tiers: [],
  });
});

describe("decisions", () => {
  test("each is the command with its own fields, those of another left out, blanks too", () => {
    const input = {
      why: "Because",
      fact: "It is off",
      to: "Insurer",
      contract: "C1",
      owner: "ann",
      review: "2027-01-01",
      conditions: " ",
    };
    const rows: readonly [DecisionKind, string, object][] = [
      ["mitigate", "decide-threat", { decision: "mitigate" }],
      ["accept", "accept-risk", { owner: "ann", review: "2027-01-01", why: "Because" }],
      [
        "transfer",
        "decide-threat",
        { decision: "transfer", to: "Insurer", contract: "C1", owner: "ann", review: "2027-01-01", why: "Because" },
      ],
      ["avoid", "decide-threat", { decision: "avoid", why: "Because" }],
      [
        "not-applicable",
        "decide-threat",
        { decision: "not-applicable", fact: "It is off", review: "2027-01-01", why: "Because" },
      ],
    ];
    for (const [kind, name, given] of rows)
      expect(decisionCall(kind, ["a@b"], input), kind).toEqual({ name, input: { threats: ["a@b"], ...given } });
  });

  test("all of them are taken by the engine", async () => {
    const [id = ""] = broker;
    const input = {
      why: "Because",
      fact: "It is off",
      to: "Insurer",
      contract: "C1",
      owner: "ann",
      review: "2027-01-01",
    };
    for (const kind of ["mitigate", "accept", "transfer", "avoid", "not-applicable"] as const) {
      const model = await after(shop, [decisionCall(kind, [id], input)]);
      const found = decidedOf(model.document, model.analysis, threatsOf(model.analysis)).find(
        ({ threat }) => threat.id === id,
      );
      expect(found?.kind, kind).toBe(kind === "mitigate" ? undefined : kind);
    }
  });

  test("critical and high wait for another person, where something is let stand", () => {
    const tier = (name: Threat["tier"]) => ({ tier: name });
    expect(waitsForSecond(shop.document, "accept", tier("high"))).toBe(true);
    expect(waitsForSecond(shop.document, "accept", tier("medium"))).toBe(false);
    expect(waitsForSecond(shop.document, "avoid", tier("critical"))).toBe(false);
  });

  test("one that waits for approval stands once, as waiting; one that lapsed is to be decided anew", async () => {
    const plain = example("assistant");
    const id = figures(plain).undecided.find(({ tier }) => tier === "high")?.id ?? "";
    const input = { why: "Because", owner: "ravi", review: "2027-01-01", to: "Insurer", contract: "C1" };
    const places = ({ undecided, decided }: ReturnType<typeof figures>) => [
      undecided.filter((threat) => threat.id === id).length,
      decided.flatMap(({ threat, counting }) => (threat.id === id ? [counting] : [])),
    ];
    for (const kind of ["accept", "transfer"] as const) {
      const asked = await after(plain, [decisionCall(kind, [id], input)]);
      expect(places(figures(asked)), kind).toEqual([0, ["waits"]]);
      const approval = {
        name: kind === "accept" ? "approve-acceptance" : "approve-decision",
        input: { threats: [id] },
      };
      const approved = await after(asked, [approval], "noor");
      expect(places(figures(approved)), kind).toEqual([0, ["counts"]]);
      const later = analyse(approved.document, knowledge, { now: "2027-02-01" });
      const again = figures({ document: approved.document, analysis: later });
      expect(places(again), kind).toEqual([1, []]);
    }
  });

  test("those of the shop, with who, why and until when", () => {
    const decided = decidedOf(shop.document, shop.analysis, threatsOf(shop.analysis));
    const count = (kind: string) => decided.filter((one) => one.kind === kind).length;
    expect([count("accept"), count("transfer"), count("avoid"), count("not-applicable")]).toEqual([5, 1, 0, 8]);
    expect(decided.find(({ kind }) => kind === "transfer")).toMatchObject({
      by: "dana",
      to: "Postbird",
      why: "Mails hold an order number and a link",
      review: "2027-02-28",
    });
  });
});
