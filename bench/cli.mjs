// Whole commands on the corpus's synthetic models, as ratios to `node -e 0` within one run, and how each grows from 100 to 1,000 elements
// (and to 10,000 with --large). `node bench/cli.mjs [--large] [RUNS]`
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dump } from "js-yaml";
import { inCorpus, median, root } from "./load.mjs";
import { toDocument } from "./neutral-model.mjs";

const generator = inCorpus("bench/gen-model.mjs");
if (!generator) {
  console.log("skipped: the corpus is not here");
  process.exit(0);
}
const { generate } = await import(generator);
const large = process.argv.includes("--large");
const runs = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5);
const sizes = large ? [100, 1000, 10000] : [100, 1000];
const work = mkdtempSync(join(tmpdir(), "parapet-bench-"));
const cli = join(root, "parapet");
const now = ["--now", "2026-11-24", "--as", "bench"];

run([cli, "--version"], root);
const folders = new Map(sizes.map((size) => [size, written(size)]));
const yardstick = timed(() => run([process.execPath, "-e", "0"], root));
console.log(`node -e 0: ${yardstick.toFixed(0)} ms`);

/** Each command: its arguments, what makes it ready again, and at which size it may cost how much. */
const commands = [
  { name: "analyze --json (file → register)", args: () => ["analyze", "--json"], limit: { size: 1000, times: 8 } },
  { name: "threats --limit 20", args: () => ["threats", "--limit", "20"] },
  { name: "questions --limit 20", args: () => ["questions", "--limit", "20"] },
  { name: "risks", args: () => ["risks"] },
  { name: "surface", args: () => ["surface"] },
  { name: "status", args: () => ["status"] },
  { name: "check", args: () => ["check"], fails: true },
  { name: "explain", args: () => ["explain", "clear-text-crossing@f00000"] },
  {
    name: "edit of one field (answer)",
    args: (turn) => ["answer", "logging@model", turn % 2 === 0 ? "none" : "local"],
    limit: { size: 1000, times: 16 },
  },
  {
    name: "report, no layout yet",
    args: () => ["report", "--out", join(work, "out")],
    before: forgetLayout,
    most: 100,
    limit: { size: 100, times: 30 },
  },
  {
    name: "report, layout cached",
    args: () => ["report", "--out", join(work, "out")],
    most: 100,
    limit: { size: 100, times: 15 },
  },
];
for (const { name, args, before, limit, most, fails } of commands) {
  const points = sizes
    .filter((size) => size <= (most ?? Number.POSITIVE_INFINITY))
    .map((size) => {
      const folder = folders.get(size);
      let turn = 0;
      const ms = timed(() => {
        before?.(folder);
        return run([cli, "-C", folder, ...args(turn++), ...now], root, fails);
      });
      return { size, ms };
    });
  const shown = points
    .map(({ size, ms }) => `${size}: ${ms.toFixed(0)} ms, ${(ms / yardstick).toFixed(1)} ×`)
    .join(" · ");
  // What starting up costs does not grow: the exponent is of what stands above it.
  const growth = points
    .slice(1)
    .map(
      (point, i) =>
        Math.log((point.ms - yardstick) / (points[i].ms - yardstick)) / Math.log(point.size / points[i].size),
    );
  const exponents =
    growth.length === 0
      ? ""
      : ` · exponent ${growth.map((value) => value.toFixed(2)).join(", ")} (${growth.every((value) => value <= 1.1) ? "holds" : "FAILS"})`;
  const measured = limit && points.find(({ size }) => size === limit.size);
  const verdict = measured
    ? ` · at ${limit.size} at most ${limit.times} × ${measured.ms / yardstick <= limit.times ? "holds" : "FAILS"}`
    : "";
  console.log(`${name} · ${shown}${exponents}${verdict}`);
}
rmSync(work, { recursive: true, force: true });

function written(size) {
  const folder = join(work, String(size));
  mkdirSync(join(folder, "threat-model"), { recursive: true });
  writeFileSync(
    join(folder, "threat-model/model.yaml"),
    dump(toDocument(generate(size)).model, { lineWidth: -1, noRefs: true, quotingType: '"' }),
  );
  return folder;
}

function forgetLayout(folder) {
  rmSync(join(folder, "threat-model/.parapet/cache"), { recursive: true, force: true });
}

function timed(call) {
  call();
  const times = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    call();
    times.push(performance.now() - started);
  }
  return median(times);
}

function run([file, ...args], cwd, mayFail = false) {
  const { status, stderr } = spawnSync(file, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && !(mayFail && status === 1))
    throw new Error(`${file} ${args.join(" ")} ended with ${status}: ${stderr}`);
}
