// npm test: everything that must hold. The last line is `N passed, N failed`. Arguments go to vitest and leave the checks out.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap, runMain } from "./bootstrap.mjs";
import { runChecks } from "./house/checks.mjs";
import { findChromium } from "./house/chromium.mjs";
import { at, root } from "./house/paths.mjs";

async function main() {
  const only = process.argv.slice(2);
  const totals = { passed: 0, failed: 0, skipped: 0 };
  try {
    await bootstrap();
    if (only.length === 0) add(totals, runChecks());
    add(totals, runVitest(only));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    totals.failed += 1;
  }
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  if (totals.failed > 0 || totals.passed === 0) process.exitCode = 1;
}

function runVitest(only) {
  const chromium = findChromium({ mayInstall: only.length === 0 });
  const folder = mkdtempSync(join(tmpdir(), "parapet-test-"));
  const report = join(folder, "vitest.json");
  try {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...only];
    const env = { ...process.env, ...(chromium ? { PARAPET_CHROMIUM: chromium } : {}) };
    const { status } = spawnSync(process.execPath, [at("node_modules/vitest/vitest.mjs"), ...args], {
      cwd: root,
      stdio: "inherit",
      env,
    });
    return countsOf(report, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts of a run. A file that did not load, or an error outside any test, is one failure: the sum never hides it. */
function countsOf(report, status) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = result.numFailedTests + broken;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function add(totals, counts) {
  for (const [key, count] of Object.entries(counts)) totals[key] += count;
}

await runMain(main);
