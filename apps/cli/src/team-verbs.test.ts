// run, status and team through the built command line, as people call them.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reports } from "@parapet/reports";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "./testing/cli.ts";
import { callResident } from "./testing/resident.ts";

const root = join(import.meta.dirname, "../../..");
const scratch = mkdtempSync(join(tmpdir(), "parapet-team-"));

function parapet(...args: readonly string[]) {
  const day = args.includes("--now") ? [] : ["--now", "2026-11-24"];
  const { code, out, err } = callResident([...args, ...day], scratch, {
    PATH: process.env.PATH ?? "",
    HOME: scratch,
    NO_COLOR: "1",
  });
  return { status: code, stdout: out, stderr: err };
}

beforeAll(() => {
  build();
  cpSync(join(root, "test/fixtures/needs"), join(scratch, "begun"), { recursive: true });
  mkdirSync(join(scratch, "new"));
  writeFileSync(
    join(scratch, "new/compose.yaml"),
    "services:\n  web:\n    image: nginx:1.27\n    ports: ['443:443']\n  db:\n    image: postgres:17\n",
  );
  for (const name of ["one", "two"]) {
    mkdirSync(join(scratch, "several/threat-model", name), { recursive: true });
    writeFileSync(join(scratch, "several/threat-model", name, "model.yaml"), `parapet: 1\nsystem: ${name}\n`);
  }
  writeFileSync(join(scratch, "a-file"), "");
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("run", () => {
  it("begins a model where there is none, goes through the stages and writes every artifact", () => {
    const { status, stdout, stderr } = parapet("run", "new", "--out", "report");
    expect(status, stderr).toBe(0);
    expect(existsSync(join(scratch, "new/threat-model/model.yaml"))).toBe(true);
    const headings = stdout.split("\n").filter((line) => /^\d [A-Z]\w+ {2}What|^\d [A-Z]\w+ {2}Did/.test(line));
    expect(headings.map((line) => line.slice(2, line.indexOf("  ")))).toEqual([
      "Scoping",
      "Decomposition",
      "Enumeration",
      "Scoring",
      "Mitigation",
      "Handoff",
      "Validation",
      "Maintenance",
    ]);
    expect(stdout).toContain("Read 1 source file: compose.yaml.");
    for (const part of ["\nTop risks\n", "\nTop questions\n", "\nArtifacts in report\n", "\nNext (words in capitals"]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toContain("\n  parapet -C new scope --purpose");
    const commands = /^ +parapet /;
    expect(stdout.split("\n").filter((line) => line.length > 80 && !commands.test(line))).toEqual([]);
    for (const name of ["index.html", "diagram.svg", "diagram.drawio", "register.json"]) {
      expect(readFileSync(join(scratch, "report", name), "utf8").length, name).toBeGreaterThan(100);
    }
  });

  it("prints the same bytes twice as JSON, with the same files", () => {
    const first = parapet("run", "begun", "--json", "--out", "same");
    const files = (JSON.parse(first.stdout) as { files: readonly string[] }).files;
    const texts = files.map((path) => readFileSync(join(scratch, "same", path), "utf8"));
    const again = parapet("run", "begun", "--json", "--out", "same");
    expect([again.status, again.stderr]).toEqual([0, ""]);
    expect(again.stdout).toBe(first.stdout);
    expect(files.map((path) => readFileSync(join(scratch, "same", path), "utf8"))).toEqual(texts);
  });

  it("says in JSON what each member did, found and needs, what is on top and what comes next", () => {
    const told = JSON.parse(parapet("run", "begun", "--json", "--no-report").stdout) as Record<
      string,
      readonly object[]
    >;
    expect(Object.keys(told)).toEqual([
      "system",
      "now",
      "stages",
      "summary",
      "top",
      "questions",
      "artifacts",
      "out",
      "files",
      "problems",
      "next",
    ]);
    expect(told.stages?.length).toBe(8);
    expect([told.top?.length, told.questions?.length, told.next?.length, told.files?.length]).toEqual([5, 3, 3, 0]);
    const [scoping] = told.stages as readonly { reports: readonly object[] }[];
    expect(Object.keys(scoping?.reports[0] ?? {})).toEqual(["member", "name", "did", "found", "needs"]);
  });

  it("names every artifact of the registry", () => {
    const { artifacts } = JSON.parse(parapet("run", "begun", "--json", "--out", "all").stdout) as {
      artifacts: readonly { id: string }[];
    };
    expect(artifacts.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
  });

  it.each([
    [["run", "nowhere"], "does not exist"],
    [["run", "several"], "holds 2 models: one, two"],
    [["run", "several", "--model", "three"], "There is no model named three"],
    [["run", "begun", "--out", "a-file"], "cannot be written"],
    [["run", "begun", "--now", "2026-02-30"], "is not a day"],
    [["status", "nowhere"], "nowhere does not exist."],
    [["team", "nowhere"], "nowhere does not exist."],
  ])("refuses %j with one problem and exit code 2", (args, say) => {
    const { status, stdout, stderr } = parapet(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/\s+/g, " ")).toContain(say);
    expect(stderr.match(/✗/g)?.length).toBe(1);
    expect(existsSync(join(scratch, "several/threat-model/three"))).toBe(false);
  });
});

describe("status", () => {
  it("says per stage what is done and missing, three needs each unless asked for all", () => {
    const { stdout } = parapet("status", "begun");
    expect(stdout).toContain("  ○ the purpose is written down");
    expect(stdout).toContain("  ✓ no cell of the coverage table is not examined");
    expect(stdout).toContain("    and 6 more (--all lists them)");
    expect(parapet("status", "begun", "--all").stdout).not.toContain("more (--all lists them)");
  });

  it("tells the eight stages as JSON", () => {
    const { stages } = JSON.parse(parapet("status", "begun", "--json").stdout) as {
      stages: readonly Record<string, unknown>[];
    };
    expect(stages.map(({ id, done, total, state }) => [id, (done as string[]).length, total, state])).toEqual([
      ["scoping", 0, 5, "waits"],
      ["decomposition", 0, 2, "waits"],
      ["enumeration", 1, 3, "waits"],
      ["scoring", 0, 1, "waits"],
      ["mitigation", 0, 1, "waits"],
      ["handoff", 0, 2, "waits"],
      ["validation", 0, 1, "not-reached"],
      ["maintenance", 0, 1, "waits"],
    ]);
  });
});

describe("team", () => {
  it("says who owns what and who waits for whom", () => {
    const { stdout } = parapet("team", "begun");
    expect(stdout).toContain("SM Attack Surface Mapper\n");
    expect(stdout).toContain("   → waits for management: 3 things. First: Name a senior engineer of the owning");
  });

  it("waits for nobody where there is no model", () => {
    const { status, stdout } = parapet("team");
    expect(status).toBe(0);
    expect(stdout).not.toContain("→ waits for");
    expect(stdout).toContain("There is no threat model here");
  });
});
