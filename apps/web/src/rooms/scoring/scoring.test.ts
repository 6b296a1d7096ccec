// Scoring: the backlog, the matrix and the scales as tables; the answers on the shop, and again after a changed fact.
import { type Document, factorsInCell, methodOf, type Threat, ThreatRisks, threatsOf, tierBySum } from "@parapet/core";
import type { TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import {
  after,
  day,
  type Example,
  example,
  exampleNames,
  knowledge,
  withAnalysis,
  words,
} from "../../testing/examples.ts";
import { answers } from "./answers.ts";
import { approvalsOf } from "./approvals.ts";
import { backlogRows, inBacklog, placeCounts, tierRows, wholeBacklog } from "./backlog.ts";
import { dotAt, dotsOf } from "./dots.ts";
import { bandRange, cellKey, cellOfKey, matrixOf, neighbour } from "./matrix.ts";
import { regulationsTouched } from "./regulations.ts";
import { anchorOf, changedFactors, lowersTier, outcomeOf, standingOf } from "./scale.ts";

const shop = example("shop");
const threats = threatsOf(shop.analysis);
const dread = methodOf("dread");
const none: ReadonlySet<string> = new Set();
const risks = new ThreatRisks({ ...shop, knowledge });
const cellOf = (one: Threat) => risks.cell(one, false);
const threat = (id: string, model: Example = shop) => threatsOf(model.analysis).find((one) => one.id === id) as Threat;

describe("the answers", () => {
  let t: TFunction;
  beforeAll(async () => {
    t = await words();
  });
  const said = (model: Example) => answers.map(({ answer }) => answer(model, t));

  test("on the shop", () => {
    expect(said(shop)).toEqual([
      "83 threats are open with risk 3061 (48 high, 32 medium, 3 low), beside 52 asked. 26 are quick wins: little work against critical or high risk.",
      "193 scores are proposals that nobody confirmed.",
      "PCI DSS: 40 open, 7 asked, 83 claimed. GDPR: 20 open, 24 asked, 41 claimed.",
    ]);
    for (const { question } of answers) expect(question(t)).toMatch(/\?$/);
  });

  test("an answer to a question moves them", async () => {
    const answered = await after(shop, [
      { name: "answer-question", input: { ids: ["limits-bulk-reading@model"], value: "no" } },
    ]);
    expect(said(answered)[0]).toMatch(/^90 threats are open .* beside 45 asked\./);
  });

  test("a lowered score waits for a second person", async () => {
    const lowered = await after(shop, [
      {
        name: "change-score",
        input: {
          threat: "open-egress@app",
          factors: { damage: 1, affected: 1 },
          reasons: { damage: "Little", affected: "One" },
        },
      },
      {
        name: "change-score",
        input: {
          threat: "exposed-admin-tool@container-host",
          factors: { damage: 2, affected: 3 },
          reasons: { damage: "It only reads", affected: "One operator" },
        },
      },
    ]);
    expect(said(lowered)[1]).toBe(
      "193 scores are proposals that nobody confirmed. 1 waits for the approval of a second person.",
    );
  });

  test("with nothing drawn there is nothing to rank", () => {
    const bare = withAnalysis({ model: { parapet: 1, system: "New" } } as Document);
    expect(said(bare)[2]).toBe("The scope names no regulation, and no threat touches one.");
  });
});

describe("the backlog", () => {
  test("four tiers by risk; the head of an empty one stays", () => {
    const tiers = tierRows(inBacklog(threats, wholeBacklog, none), undefined, cellOf);
    expect(tiers.map(({ tier, threats: own, proposed }) => [tier, own.length, proposed.length])).toEqual([
      ["critical", 0, 0],
      ["high", 65, 17],
      ["medium", 66, expect.any(Number)],
      ["low", 4, expect.any(Number)],
    ]);
    for (const { threats: own } of tiers)
      for (const [i, one] of own.entries()) expect(one.current).toBeLessThanOrEqual(own[i - 1]?.current ?? 100);
    expect(backlogRows(tiers)).toHaveLength(4 + 65 + 66 + 4);
  });

  test("what it lets through", () => {
    const rows: readonly [string, Partial<typeof wholeBacklog> & { regulation?: string }, (one: Threat) => boolean][] =
      [
        ["open alone", { places: ["open"] }, ({ finding, status }) => finding === "open" && status !== "claimed"],
        ["claimed alone", { places: ["claimed"] }, ({ status }) => status === "claimed"],
        ["quick wins", { looks: ["quick-wins"] }, ({ quickWin }) => quickWin === true],
        ["unowned", { looks: ["unowned"] }, ({ owner, due }) => !(owner && due)],
        [
          "two looks at once",
          { looks: ["unowned", "proposed"] },
          ({ owner, due, score }) => !(owner && due) && (score.proposed || score.rescore === true),
        ],
        [
          "what touches a regulation",
          { regulation: "gdpr" },
          ({ regulations }) => regulations?.includes("gdpr") === true,
        ],
      ];
    for (const [name, more, fits] of rows) {
      const shown = inBacklog(threats, { ...wholeBacklog, ...more }, none);
      expect(shown.length, name).toBeGreaterThan(0);
      expect(
        shown.filter((one) => !fits(one)),
        name,
      ).toEqual([]);
    }
    expect(
      inBacklog(threats, { ...wholeBacklog, looks: ["waiting"] }, new Set(["open-egress@app"])).map(({ id }) => id),
    ).toEqual(["open-egress@app"]);
    expect(placeCounts(threats)).toEqual({ open: 83, asked: 52, claimed: 111 });
  });

  test("a cell of the matrix shows its own threats alone", () => {
    const cell = { likelihood: 2, impact: 3 };
    const shown = tierRows(inBacklog(threats, wholeBacklog, none), cell, cellOf).flatMap(({ threats: own }) => own);
    expect(shown).toHaveLength(34);
  });
});

describe("the matrix", () => {
  const matrix = matrixOf(inBacklog(threats, wholeBacklog, none), cellOf);

  test("sixteen cells, the worst at the top right; every threat is in one", () => {
    expect(matrix.map((row) => row.map(({ tier }) => tier[0]).join(""))).toEqual(["mhhc", "mmhh", "lmmh", "llmm"]);
    expect(matrix.flat().reduce((sum, { threats: own }) => sum + own.length, 0)).toBe(135);
    expect(bandRange(0)).toEqual({ from: 0, to: 2.5 });
    expect(bandRange(3)).toEqual({ from: 7.5, to: 10 });
  });

  test.each(exampleNames)("in %s every threat stands in a cell of its tier, whatever controls work on it", (name) => {
    const model = example(name);
    const standing = new ThreatRisks({ ...model, knowledge });
    const other = threatsOf(model.analysis).filter((one) => {
      const { likelihood, impact } = standing.cell(one, false);
      return tierBySum[likelihood + impact] !== one.tier;
    });
    expect(other.map(({ id }) => id)).toEqual([]);
  });

  test("arrows lead to the cell beside, and not over the edge", () => {
    const rows: readonly [string, string, string | undefined][] = [
      ["1:1", "ArrowRight", "2:1"],
      ["1:1", "ArrowUp", "1:2"],
      ["1:1", "ArrowDown", "1:0"],
      ["0:1", "ArrowLeft", undefined],
      ["3:3", "ArrowUp", undefined],
      ["1:1", "Enter", undefined],
    ];
    for (const [from, key, to] of rows) {
      const cell = neighbour(cellOfKey(from), key);
      expect(cell && cellKey(cell), `${from} ${key}`).toBe(to);
    }
  });

  test("a full cell draws some of its dots, and the selected one among them", () => {
    const full = matrix[1]?.[1]?.threats ?? [];
    const last = full.at(-1)?.id as string;
    const shown = (keep?: string) => dotsOf(matrix, keep)[1]?.[1]?.dots.map(({ id }) => id) ?? [];
    expect(full).toHaveLength(51);
    expect(shown()).toHaveLength(11);
    expect(shown()).not.toContain(last);
    expect(shown(last)).toContain(last);
    expect(shown(last)).toHaveLength(11);
  });

  test("arrows walk the dots: along the rows, and to the nearest row that has any", () => {
    const dots = dotsOf(matrix, undefined);
    const ids = (row: number, column: number) => dots[row]?.[column]?.dots.map(({ id }) => id) ?? [];
    const first = ids(0, 1)[0] as string;
    expect(dotAt(dots, first, "ArrowRight")).toBe(ids(0, 1)[1]);
    expect(dotAt(dots, first, "ArrowLeft")).toBeUndefined();
    expect(dotAt(dots, first, "ArrowDown")).toBe(ids(1, 1)[0]);
    expect(dotAt(dots, first, "End")).toBe(ids(3, 3).at(-1));
    expect(dotAt(dots, ids(3, 1)[0] as string, "ArrowUp")).toBe(ids(2, 1)[0]);
  });
});

describe("the scales", () => {
  const damage = dread.factors[0] as (typeof dread.factors)[number];

  test("the sentence at a value, or below it", () => {
    const rows: readonly [number, number | undefined, boolean | undefined][] = [
      [0, 0, true],
      [3, 2, false],
      [7, 7, true],
      [8, 7, false],
      [10, 10, true],
      [-1, undefined, undefined],
    ];
    for (const [value, at, exact] of rows) {
      const anchor = anchorOf(damage, value);
      expect([anchor?.at, anchor?.exact], String(value)).toEqual([at, exact]);
    }
  });

  test("what changed, what it comes to, and whether that needs a second person", () => {
    const tool = threat("exposed-admin-tool@container-host");
    const moved = factorsInCell(dread, tool.score.factors, { likelihood: 1, impact: 1 }) ?? {};
    expect(changedFactors(tool.score.factors, moved)).toEqual({
      damage: 4,
      reproducibility: 2,
      exploitability: 2,
      affected: 5,
    });
    expect(outcomeOf(dread, moved)).toMatchObject({ likelihood: 4.7, impact: 4.5, tier: "medium" });
    expect(lowersTier(shop.document, dread, tool, moved)).toBe("high");
    expect(lowersTier(shop.document, dread, tool, tool.score.factors)).toBeUndefined();
    const medium = threat("open-egress@app");
    const lower = factorsInCell(dread, medium.score.factors, { likelihood: 1, impact: 0 }) ?? {};
    expect(lowersTier(shop.document, dread, medium, lower)).toBeUndefined();
  });

  test("how a score stands", async () => {
    const lowered = await after(shop, [
      {
        name: "change-score",
        input: {
          threat: "exposed-admin-tool@container-host",
          factors: { damage: 2, affected: 3 },
          reasons: { damage: "It only reads", affected: "One operator" },
        },
      },
    ]);
    expect(standingOf(shop.document, threat("open-egress@app"))).toEqual({ kind: "proposed" });
    expect(standingOf(shop.document, threat("exposed-admin-tool@container-host"))).toEqual({
      kind: "confirmed",
      by: "noor",
      on: "2026-11-02",
    });
    expect(standingOf(lowered.document, threat("exposed-admin-tool@container-host", lowered))).toEqual({
      kind: "lowered",
      tier: "high",
    });
  });
});

describe("a second person", () => {
  test("what waits, who decided it, and who may approve it", async () => {
    expect(approvalsOf(shop.document, threats)).toEqual([]);
    const waiting = await after(shop, [
      {
        name: "accept-risk",
        input: {
          threats: ["exposed-admin-tool@container-host", "open-egress@app"],
          owner: "noor",
          why: "Rarely used",
          review: "2027-02-01",
        },
      },
      {
        name: "decide-threat",
        input: { threats: ["swapped-release@merge-to-main"], decision: "not-applicable", fact: "Nothing is released" },
      },
    ]);
    const found = approvalsOf(waiting.document, threatsOf(waiting.analysis));
    expect(found).toEqual(
      expect.arrayContaining([
        {
          threat: "exposed-admin-tool@container-host",
          command: "approve-acceptance",
          by: "ann",
          saidBy: undefined,
          able: ["olga"],
        },
        {
          threat: "swapped-release@merge-to-main",
          command: "approve-decision",
          by: "ann",
          saidBy: undefined,
          able: expect.arrayContaining(["noor", "olga"]),
        },
      ]),
    );
    expect(found, "a medium threat needs no second person").toHaveLength(2);
    const said = await after(waiting, [
      { name: "approve-acceptance", input: { threats: ["exposed-admin-tool@container-host"], "said-by": "olga" } },
    ]);
    expect(approvalsOf(said.document, threatsOf(said.analysis))).toContainEqual(
      expect.objectContaining({ command: "approve-acceptance", saidBy: "olga" }),
    );
    const approved = await after(
      waiting,
      [{ name: "approve-acceptance", input: { threats: ["exposed-admin-tool@container-host"] } }],
      "olga",
    );
    expect(approvalsOf(approved.document, threatsOf(approved.analysis))).toHaveLength(1);
  });
});

test("regulations: those that the scope names, else those that are touched", () => {
  expect(regulationsTouched(shop.document, threats).map(({ id, worst }) => [id, worst])).toEqual([
    ["pci-dss", "high"],
    ["gdpr", "high"],
  ]);
  const { regulations: _, ...scope } = shop.document.model.scope ?? {};
  const unnamed = { ...shop.document, model: { ...shop.document.model, scope } } as Document;
  expect(regulationsTouched(unnamed, threats).map(({ id }) => id)).toContain("soc2");
  expect(day).toBe(shop.analysis.now);
});
