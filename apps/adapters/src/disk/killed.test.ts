// A commit that dies or meets a full or read-only disk, at every single step in which it changes a file.
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Change, canonicalText, type Document, layerNames, layers, type Problem } from "@parapet/core";
import { newFile } from "@parapet/core/files";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FileStore } from "./file-store.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-killed-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const faults = fileURLToPath(new URL("testing/faults.mjs", import.meta.url));
const script = join(root, "commit.mjs");

const start: Document = {
  model: { parapet: 1, system: "Shop", elements: { web: { kind: "process" } } },
  register: { parapet: 1, assignments: { "r@web": { owner: "ann" } } },
  policy: { parapet: 1, appetite: "low" },
};
/** Two files change and one goes. */
const changes: readonly Change[] = [
  { collection: "model", id: "model", field: ["system"], before: "Shop", after: "Store" },
  { collection: "register.assignments", id: "r@web", field: ["owner"], before: "ann", after: "bo" },
  { collection: "policy", id: "model", before: { parapet: 1, appetite: "low" } },
];
const entry = { at: "2026-11-24", by: "ann", title: "Three files", calls: [], changes };

/** A model that was committed to before, so that the store's own folder is there. */
const template = join(root, "template");
let steps: readonly string[] = [];

beforeAll(async () => {
  const bundle = join(root, "file-store.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("file-store.ts", import.meta.url))],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  writeFileSync(
    script,
    `import { FileStore } from ${JSON.stringify(bundle)};
     const store = new FileStore(process.argv[2]);
     const read = await store.read();
     const result = read.ok ? await store.commit(read.value.revision, ${JSON.stringify(entry)}) : read;
     console.log(JSON.stringify(result.ok ? [] : result.problems));`,
  );
  mkdirSync(template);
  for (const layer of layerNames)
    if (start[layer]) writeFileSync(join(template, layers[layer].file), newFile(layer, start[layer]));
  const trace = join(root, "trace.json");
  await commitIn(fresh(), { trace });
  steps = JSON.parse(readFileSync(trace, "utf8"));
});

let made = 0;
function fresh(): string {
  const folder = join(root, `model-${made++}`);
  cpSync(template, folder, { recursive: true });
  return folder;
}

interface Ended {
  readonly signal: string | null | undefined;
  readonly problems: readonly Problem[];
}

/** Commits in a process of its own, which meets a fault. */
function commitIn(folder: string, fault: object): Promise<Ended> {
  const env = { ...process.env, PARAPET_FAULTS: JSON.stringify({ below: folder, ...fault }) };
  return new Promise((done, fail) =>
    execFile(process.execPath, ["--import", faults, script, folder], { env }, (error, stdout, stderr) => {
      if (error && error.signal !== "SIGKILL") fail(new Error(stderr));
      else done({ signal: error?.signal, problems: stdout === "" ? [] : JSON.parse(stdout) });
    }),
  );
}

/** The files of the model, without the store's own folder. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name !== ".parapet");
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const texts = (document: Document) =>
  Object.fromEntries(
    layerNames.flatMap((layer) => (document[layer] ? [[layers[layer].file, newFile(layer, document[layer])]] : [])),
  );
const before = texts(start);
const after = texts({
  model: { ...start.model, system: "Store" },
  register: { parapet: 1, assignments: { "r@web": { owner: "bo" } } },
});

/** What is on disk now is whole, file by file; who reads next sees all of the commit or nothing; who commits next can, and tidies up. */
async function expectWhole(folder: string, where: string): Promise<"before" | "after"> {
  for (const [name, text] of Object.entries(filesIn(folder)))
    if (name.endsWith(".yaml") && !name.startsWith(".")) expect([before[name], after[name]], where).toContain(text);
  const store = new FileStore(folder);
  const read = await store.read();
  if (!read.ok) throw new Error(`${where}: ${JSON.stringify(read.problems)}`);
  const yaml = Object.fromEntries(Object.entries(filesIn(folder)).filter(([name]) => !name.startsWith(".")));
  const state = canonicalText(yaml) === canonicalText(before) ? "before" : "after";
  expect(yaml, where).toEqual(state === "before" ? before : after);
  ageUnnumberedLock(folder);
  const next = await store.commit(read.value.revision, {
    ...entry,
    title: "Next",
    changes: [{ collection: "model.elements", id: "db", after: { kind: "data-store" } }],
  });
  if (!next.ok) throw new Error(`${where}: ${JSON.stringify(next.problems)}`);
  expect(Object.keys(filesIn(folder)), where).toEqual(Object.keys(state === "before" ? before : after).sort());
  expect(readdirSync(join(folder, ".parapet")).sort(), where).toEqual([".gitignore", "journal.jsonl"]);
  const log = await store.log();
  expect(log.ok && log.value.at(-1)?.title, where).toBe("Next");
  return state;
}

/** A lock without a number may be one that is just being taken: it is respected for ten seconds, which are over now. */
function ageUnnumberedLock(folder: string): void {
  const lock = join(folder, ".parapet", "lock");
  if (!existsSync(lock) || readFileSync(lock, "utf8").endsWith("\n")) return;
  const then = Date.now() / 1000 - 11;
  utimesSync(lock, then, then);
}

/** Runs every step of the commit into a fault, some at a time. */
async function atEveryStep(run: (at: number, where: string) => Promise<void>): Promise<void> {
  const waiting = steps.map((step, at) => [at, `step ${at}: ${step}`] as const);
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await run(...next);
  };
  await Promise.all([worker(), worker(), worker()]);
}

test("the steps of a commit are those of the protocol", () => {
  expect(steps).toMatchInlineSnapshot(`
    [
      "make folder .parapet",
      "write whole .parapet/.gitignore",
      "open .parapet/lock",
      "write .parapet/lock",
      "open .model.yaml.PID.tmp",
      "write .model.yaml.PID.tmp",
      "sync .model.yaml.PID.tmp",
      "open .register.yaml.PID.tmp",
      "write .register.yaml.PID.tmp",
      "sync .register.yaml.PID.tmp",
      "open .parapet/unfinished.json.tmp",
      "write .parapet/unfinished.json.tmp",
      "sync .parapet/unfinished.json.tmp",
      "rename .parapet/unfinished.json",
      "sync .parapet",
      "rename model.yaml",
      "rename register.yaml",
      "remove policy.yaml",
      "sync ",
      "remove .parapet/unfinished.json",
      "open .parapet/journal.jsonl",
      "write .parapet/journal.jsonl",
      "remove .parapet/lock",
    ]
  `);
});

test.each(["kill", "half"])("killed (%s) at every step, nothing is lost or half-written", async (how) => {
  const states: string[] = [];
  await atEveryStep(async (at, where) => {
    const folder = fresh();
    expect((await commitIn(folder, { at, how })).signal, where).toBe("SIGKILL");
    states[at] = await expectWhole(folder, where);
  });
  // There is one moment from which on the commit is made.
  expect(states.lastIndexOf("before")).toBe(states.indexOf("after") - 1);
  expect(steps[states.indexOf("after") - 1]).toBe("rename .parapet/unfinished.json");
});

test.each(["ENOSPC", "EACCES"])("one failure (%s) at every step is told, and true", async (how) => {
  await atEveryStep(async (at, where) => {
    const folder = fresh();
    const { signal, problems } = await commitIn(folder, { at, how });
    expect(signal, where).toBeFalsy();
    expect(
      problems.map(({ code }) => code).filter((code) => code !== "file-unwritable"),
      where,
    ).toEqual([]);
    const say = problems[0]?.say ?? "";
    const state = say === "" || say.startsWith("The change was made") ? after : before;
    expect(filesIn(folder), `${where}: ${say}`).toEqual(state);
    await expectWhole(folder, where);
  });
});

test("a file system that is read-only from any step on is told, and leaves whole files", async () => {
  await atEveryStep(async (at, where) => {
    const folder = fresh();
    const { problems } = await commitIn(folder, { at, how: "EROFS", stays: true });
    const say = problems[0]?.say ?? "";
    const yaml = Object.entries(filesIn(folder)).filter(([name]) => !name.startsWith("."));
    for (const [name, text] of yaml) expect([before[name], after[name]], where).toContain(text);
    if (say.endsWith("Nothing was changed.")) expect(Object.fromEntries(yaml), where).toEqual(before);
    if (say === "" || say.startsWith("The change was made")) expect(Object.fromEntries(yaml), where).toEqual(after);
    await expectWhole(folder, `${where}, once it can be written again`);
  });
});
