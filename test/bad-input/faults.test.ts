// What goes wrong around the command line: killed writers, full and read-only disks, links and texts of strangers.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../architecture/source-files.ts";
import { CommandLine, contents, fixed, goodModel } from "./command-line.ts";

const faults = join(root, "apps/adapters/src/disk/testing/faults.mjs");
let cli: CommandLine;
beforeAll(() => {
  cli = new CommandLine();
});
afterAll(() => cli.remove());

const scope = (purpose: string) => ["scope", "--purpose", purpose];

/** Runs with a small file system on a folder; false where this user may not mount. */
function mounted(folder: string, options: string, during: () => void): boolean {
  mkdirSync(folder, { recursive: true });
  if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status !== 0) return false;
  try {
    during();
  } finally {
    spawnSync("umount", [folder]);
  }
  return true;
}

test("a full disk: one problem, the model as before", ({ skip }) => {
  const folder = join(cli.folder(), "threat-model");
  const ran = mounted(folder, "size=72k", () => {
    writeFileSync(join(folder, "model.yaml"), `# ${"x".repeat(39_000)}\n${goodModel}`);
    const before = contents(folder);
    const { code, stdout, stderr } = cli.run(folder, scope("Sell things"));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replace(/\s+/g, " ")).toContain("the disk is full");
    expect(contents(folder)).toEqual(before);
  });
  skip(!ran, "no right to mount");
});

test("a read-only folder: one problem, and reading still works", ({ skip }) => {
  const folder = join(cli.folder(), "threat-model");
  const ran = mounted(folder, "size=1m", () => {
    writeFileSync(join(folder, "model.yaml"), goodModel);
    expect(spawnSync("mount", ["-o", "remount,ro", folder]).status).toBe(0);
    const { code, stdout, stderr } = cli.run(folder, scope("Sell things"));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replace(/\s+/g, " ")).toContain("the file system is read-only");
    expect(cli.run(folder, ["threats"]).code).toBe(0);
  });
  skip(!ran, "no right to mount");
});

test("a command that is killed at any step of its writing leaves the old or the new model", async () => {
  const folder = cli.folder({ "threat-model/model.yaml": goodModel });
  const below = join(folder, "threat-model");
  const trace = join(folder, "steps.json");
  const read = () => readFileSync(join(below, "model.yaml"), "utf8");
  const run = (purpose: string, fault: object) =>
    spawnSync(process.execPath, ["--import", faults, cli.script, ...scope(purpose), ...fixed], {
      cwd: folder,
      env: { ...process.env, PARAPET_FAULTS: JSON.stringify({ below, ...fault }) },
    });
  run("Purpose 0", {});
  expect(run("Purpose 1", { trace }).status).toBe(0);
  const steps = JSON.parse(readFileSync(trace, "utf8")) as readonly string[];
  expect(steps).toEqual(expect.arrayContaining(["write .model.yaml.PID.tmp", "rename model.yaml"]));
  const states = steps.map((step, at) => {
    const before = read();
    const after = before.replace(/Purpose \d+/, `Purpose ${at + 2}`);
    expect(run(`Purpose ${at + 2}`, { at, how: at % 2 ? "half" : "kill" }).signal, step).toBe("SIGKILL");
    expect([before, after], step).toContain(read());
    rmSync(join(below, ".parapet/lock"), { force: true });
    return read() === after;
  });
  expect(new Set(states)).toEqual(new Set([false, true]));
  expect(cli.run(folder, scope("At last")).code).toBe(0);
  expect(read()).toContain("purpose: At last");
  expect(Object.keys(contents(below))).toEqual(["model.yaml"]);
});

test("a pipe where a file belongs does not hang", ({ skip }) => {
  const folder = cli.folder({ "threat-model/model.yaml": goodModel });
  skip(spawnSync("mkfifo", [join(folder, "threat-model/register.yaml")]).status !== 0, "no mkfifo");
  const { code, stderr } = cli.run(folder, ["threats"]);
  expect(code).toBe(2);
  expect(stderr).toContain("no ordinary file");
});

test("nothing is written through the links of a stranger's model", () => {
  const folder = cli.folder({ "threat-model/model.yaml": goodModel, "threat-model/.parapet/x": "", profile: "mine\n" });
  symlinkSync("../../profile", join(folder, "threat-model/.parapet/journal.jsonl"));
  cli.run(folder, scope("Sell things"));
  expect(readFileSync(join(folder, "profile"), "utf8")).toBe("mine\n");

  const linked = cli.folder({ "threat-model/model.yaml": goodModel, "elsewhere/lock": "theirs" });
  symlinkSync("../elsewhere", join(linked, "threat-model/.parapet"));
  const before = contents(linked);
  expect(cli.run(linked, scope("Sell things")).code).toBe(2);
  expect(contents(linked)).toEqual(before);
});

test("no title sends a command to the terminal", () => {
  const title = '"Own\\x1b]0;owned\\x07ed \\x9b2J\\u202e API \\x1b[8m"';
  const folder = cli.folder({ "threat-model/model.yaml": goodModel.replace("title: API", `title: ${title}`) });
  const { code, stdout } = cli.run(folder, ["threats"]);
  expect(code).toBe(0);
  expect(stdout).toContain("API");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test("neither a name of a model nor a revision leads elsewhere", () => {
  const folder = cli.folder({ "system/x": "", "threat-model/a/model.yaml": goodModel });
  spawnSync("git", ["init", "-q"], { cwd: folder });
  expect(cli.run(folder, ["init", "system", "--model", "../../out"]).code).toBe(2);
  expect(cli.run(folder, ["threats", "--model", "../a"]).code).toBe(2);
  expect(cli.run(folder, ["check", "--against=--output=owned"]).code).toBe(2);
  expect(existsSync(join(folder, "owned")) || existsSync(join(folder, "out"))).toBe(false);
});
