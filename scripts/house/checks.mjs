// The checks that are not tests: lint and format, types, freshness of what is generated. One list for `check` and `test`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { at, root } from "./paths.mjs";

/** Each check with the command that runs it; each counts as one test. */
export const checks = [
  {
    name: "biome",
    say: "lint and format",
    fix: "npx biome check --write .",
    run: () => bin("biome", "check", "--error-on-warnings", "."),
  },
  { name: "tsc", say: "types", fix: "npx tsc -p .", run: () => bin("tsc", "-p", ".") },
  {
    name: "tsc web",
    say: "types of the web application, the one part that knows a browser",
    fix: "npx tsc -p apps/web",
    run: () => bin("tsc", "-p", "apps/web"),
  },
  {
    name: "gen",
    say: "freshness of generated files",
    fix: "npm run gen",
    run: () => node(at("scripts/gen.mjs"), "--check"),
  },
];

/** Runs all checks; gives how many passed and failed. */
export function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const check of checks) {
    const started = performance.now();
    const passed = check.run();
    counts[passed ? "passed" : "failed"] += 1;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `${passed ? "✓" : "✗"} ${check.name}: ${check.say} (${seconds} s)${passed ? "" : `; to fix: ${check.fix}`}\n`,
    );
  }
  return counts;
}

function bin(name, ...args) {
  const path = at("node_modules", ".bin", name);
  return (
    spawnSync(existsSync(path) ? path : `${path}.cmd`, args, {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
    }).status === 0
  );
}

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;
}
