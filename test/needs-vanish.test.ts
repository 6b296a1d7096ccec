// Whatever `run` says that people have to do, doing it by the command that it names makes it go away.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Analysis,
  analyse,
  commands,
  type Document,
  type Knowledge,
  type Need,
  type Result,
  runCommands,
} from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../apps/cli/src/testing/cli.ts";
import { type Called, callResident } from "../apps/cli/src/testing/resident.ts";

const root = join(import.meta.dirname, "..");
const today = "2026-11-24";
/** How many of the needs of each round get the worst answer. */
const badAnswers = 2;
const scratch = mkdtempSync(join(tmpdir(), "parapet-needs-"));
const home = mkdtempSync(join(tmpdir(), "parapet-home-"));
/** Runs a command line in the scratch model as somebody would type it: a shell takes its words apart. */
function type(command: string): Called {
  const script = `parapet() { printf '%s\\0' "$@"; }; ${command}`;
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  const words = stdout.split("\0").slice(0, -1);
  const env = { PATH: process.env.PATH ?? "", HOME: home, NO_COLOR: "1" };
  return callResident([...words, "--now", today], scratch, env);
}

function git(...args: readonly string[]): void {
  const { status, stderr } = spawnSync("git", args, { cwd: scratch, encoding: "utf8" });
  expect(stderr, `git ${args.join(" ")}`).toBe(status === 0 ? stderr : "");
}

interface Told {
  readonly stages: readonly {
    readonly more: number;
    readonly reports: readonly { readonly needs: readonly Need[] }[];
  }[];
}

function needs(): readonly Need[] {
  const { code, out, err } = type("parapet run --json --no-report");
  expect(err + code).toBe("0");
  return (JSON.parse(out) as Told).stages.flatMap(({ reports }) => reports.flatMap((report) => report.needs));
}

/** Who answers a placeholder: what stands in capitals in the commands of needs. */
function filled(need: Need, analysis: Analysis, turn: number): string {
  const approver = need.command.startsWith("parapet approve");
  const words: Readonly<Record<string, string>> = {
    NAME: approver ? "cem" : "ann",
    TEAM: "payments",
    DATE: "2027-06-01",
    URL: "https://tickets.example.org/SHOP-1",
    WHY: "'Nothing of worth is there'",
    HOW: "'a request without a token'",
    ID: "4f2c9d1",
    WHAT: "'401 and an entry in the log'",
    VALUE: valueFor(need, analysis, turn),
  };
  return need.command.replace(/(?<=\s)[A-Z]{2,}(?=\s|$)/g, (word) => {
    expect(
      Object.keys(words),
      `${need.command}: ${word} is for people to fill in, and the test does not know it`,
    ).toContain(word);
    return words[word] as string;
  });
}

/** Bad answers first, then good ones: some threats open, most are addressed; ids for questions about the drawing. */
function valueFor(need: Need, analysis: Analysis, turn: number): string {
  const question = analysis.questions.find(({ id }) => id === need.id);
  if (!question) return "yes";
  const answers = analysis.answers[question.fact] ?? [];
  if (answers.length > 0) return (turn < badAnswers ? answers.at(-1) : answers[0]) as string;
  const ids: Readonly<Record<string, string>> = { zone: "cluster", kind: "api", access: "no", kinds: "business" };
  return ids[question.fact] ?? "none";
}

/** What a need is about: the part of its id that is not a name. */
function kindOf({ id, stage, command }: Need): string {
  const known =
    /^(purpose|in-scope|out-of-scope|out-why|senior-engineer|assumption|review-[a-z]+|examine|score|mitigate|ticket|sign-off|evidence|acceptance)(?=-|$)/.exec(
      id,
    );
  return `${stage}/${known?.[1] ?? "question"}${command.startsWith("parapet accept ") ? "-again" : ""}`;
}

/** Makes the scratch folder a repository with these files, ann's. */
function begin(files: string, without?: string): void {
  rmSync(scratch, { recursive: true, force: true });
  cpSync(files, scratch, { recursive: true, filter: (path) => without === undefined || !path.includes(without) });
  git("init", "-q");
  git("config", "user.name", "ann");
  git("config", "user.email", "ann@example.org");
  keep("Begin");
}

function keep(message: string): void {
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", message);
}

/** Does what a need says. False when something that was done before has met it already. */
function meet(need: Need, analysis: Analysis, turn: number): boolean {
  const command = filled(need, analysis, turn);
  const { code, err } = type(command);
  if (code !== 0 && !needs().some(({ id }) => id === need.id)) return false;
  expect(`${code} ${err}`, command).toBe("0 ");
  return true;
}

function analysisNow(): Analysis {
  return JSON.parse(type("parapet analyze --json").out) as Analysis;
}

beforeAll(build, 120_000);

afterAll(() => {
  for (const folder of [scratch, home]) rmSync(folder, { recursive: true, force: true });
});

/** Every kind of need that a model can have, but for cells that no rule speaks to: the shipped rules leave none. */
const kinds = [
  "decomposition/review-diagram",
  "decomposition/review-surface",
  "enumeration/question",
  "enumeration/review-threats",
  "handoff/sign-off",
  "handoff/ticket",
  "maintenance/acceptance",
  "maintenance/acceptance-again",
  "mitigation/mitigate",
  "scoping/assumption",
  "scoping/in-scope",
  "scoping/out-why",
  "scoping/purpose",
  "scoping/question",
  "scoping/senior-engineer",
  "scoring/score",
  "validation/evidence",
];

describe("what run says that people have to do", () => {
  test("goes away when it is done by the command that it names, until nothing is left", { timeout: 300_000 }, () => {
    begin(join(import.meta.dirname, "fixtures/needs"));
    const seen = new Set<string>();
    let waiting = needs();
    for (let round = 0; waiting.length > 0 && round < 8; round++) {
      const analysis = analysisNow();
      const done: string[] = [];
      waiting.forEach((need, turn) => {
        if (!meet(need, analysis, turn)) return;
        done.push(need.id);
        const isFirst = !seen.has(kindOf(need));
        seen.add(kindOf(need));
        if (isFirst)
          expect(
            needs().map(({ id }) => id),
            `${need.command}: the need is still there`,
          ).not.toContain(need.id);
      });
      keep(`Round ${round}`);
      waiting = needs();
      // What was reviewed in a round may change in the same round.
      const back = done.filter((id) => !id.startsWith("review-") && waiting.some((need) => need.id === id));
      expect(back, "done, and there again").toEqual([]);
    }
    expect(
      waiting.map(({ command }) => command),
      "left after eight rounds",
    ).toEqual([]);
    expect([...seen].sort()).toEqual(kinds);
    const { stages } = JSON.parse(type("parapet status --json").out) as {
      stages: readonly { id: string; state: string }[];
    };
    expect(stages.filter(({ state }) => state !== "left" && state !== "current")).toEqual([]);
  });

  test("goes away on a model that was only discovered, one of each kind", { timeout: 120_000 }, () => {
    begin(join(root, "examples/shop"), "threat-model");
    const seen = new Set<string>();
    const first = needs();
    const analysis = analysisNow();
    const chosen = first.filter((need) => {
      const kind = need.stage === "enumeration" ? need.id.replace(/@.*/, "") : kindOf(need);
      return seen.has(kind) ? false : seen.add(kind);
    });
    for (const [turn, need] of chosen.entries()) expect(meet(need, analysis, turn), need.command).toBe(true);
    const left = needs().map(({ id }) => id);
    // Answers open threats, which nobody has reviewed.
    expect(
      chosen.filter(({ id }) => left.includes(id) && id !== "review-threats").map(({ command }) => command),
    ).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
    expect(seen).toContain("scoping/out-of-scope");
  });

  test("goes away on a blank model, where nothing is drawn yet", { timeout: 120_000 }, () => {
    const blank = mkdtempSync(join(tmpdir(), "parapet-blank-"));
    begin(blank);
    rmSync(blank, { recursive: true });
    expect(type("parapet init . --blank --name Kiosk").code).toBe(0);
    const waiting = needs();
    expect(waiting.map(({ id }) => id)).toContain("draw");
    expect(waiting.filter(({ id }) => id.startsWith("review-"))).toEqual([]);
    for (const [turn, need] of waiting.entries()) expect(meet(need, analysisNow(), turn), need.command).toBe(true);
    const left = needs().map(({ id }) => id);
    expect(waiting.filter(({ id }) => left.includes(id)).map(({ command }) => command)).toEqual([]);
    expect(left).toContain("review-diagram");
  });

  test("goes away for a cell of the coverage table that no rule speaks to", async () => {
    const files = new Map([
      ["model.yaml", new TextEncoder().encode("parapet: 1\nsystem: Kiosk\nelements:\n  till: { kind: process }\n")],
    ]);
    const document = valueOf(readDocument(files));
    const shipped = JSON.parse(readFileSync(join(root, "packages/knowledge/dist/engine.json"), "utf8")) as Knowledge;
    const knowledge = { ...shipped, rules: shipped.rules.filter(({ stride }) => !stride.includes("repudiation")) };
    const waiting = (of: Document): readonly Need[] =>
      analyse(of, knowledge, { now: today })
        .stages.flatMap(({ missing }) => missing)
        .filter(({ id }) => id.startsWith("examine-"));
    const [need, ...others] = waiting(document);
    expect(need?.command).toBe("parapet threat add 'What can go wrong' --on till --category repudiation");
    expect(others).toEqual([]);
    const ran = await runCommands(
      [{ name: "record-threat", input: { say: "What can go wrong", subject: "till", categories: ["repudiation"] } }],
      {
        document,
        knowledge,
        now: today,
        by: "ann",
        load: async (name) => (await commands.find(({ card }) => card.name === name)?.load())?.body,
        analyse: (of) => analyse(of, knowledge, { now: today }),
      },
    );
    expect(waiting(valueOf(ran).document)).toEqual([]);
  });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
