// How much the command line adds to starting Node, as ratios of medians within one run. `node bench/start-up.mjs [RUNS]`
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const runs = Number(process.argv[2] ?? 15);
const parapet = `${root}parapet`;

const cases = [
  { name: "node -e 0", command: [process.execPath, "-e", "0"] },
  { name: "./parapet --version", command: [parapet, "--version"], limit: 2 },
  {
    name: "./parapet analyze examples/shop",
    command: [parapet, "analyze", "examples/shop"],
    limit: 4,
    needs: "examples/shop",
  },
].filter(({ needs }) => !needs || existsSync(root + needs));

// The first call sets the checkout up and warms the disk.
for (const { command } of cases) run(command);
const times = cases.map(() => []);
for (let i = 0; i < runs; i++) for (const [at, { command }] of cases.entries()) times[at].push(run(command));

const medians = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
for (const [at, { name, limit }] of cases.entries()) {
  const ratio = medians[at] / medians[0];
  const verdict = limit === undefined ? "" : ` (at most ${limit}: ${ratio <= limit ? "holds" : "FAILS"})`;
  console.log(`${name}: ${medians[at].toFixed(0)} ms, ${ratio.toFixed(2)} × node -e 0${verdict}`);
  if (limit !== undefined && ratio > limit) process.exitCode = 1;
}

function run([file, ...args]) {
  const started = performance.now();
  const { status, stderr } = spawnSync(file, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}
