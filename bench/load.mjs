// Loads core as a program would (bundled), the compiled knowledge, and the corpus where it is there.
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const corpus = join(root, "../shared/corpus");

/** The exports of a workspace's entry, bundled by esbuild as the command line bundles them. */
export async function bundled(entry) {
  const { build } = await import("esbuild");
  const outfile = join(mkdtempSync(join(tmpdir(), "parapet-bench-")), "bundle.mjs");
  const alias = { yaml: join(root, "node_modules/yaml/browser/index.js") };
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    alias,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile));
}

export const core = () => bundled("packages/core/src/index.ts");

export function engineLayer() {
  return JSON.parse(readFileSync(join(root, "packages/knowledge/dist/engine.json"), "utf8"));
}

/** A module or file of the corpus; undefined where the corpus is absent. */
export function inCorpus(path) {
  const full = join(corpus, path);
  return existsSync(full) ? full : undefined;
}

export function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Median milliseconds of `runs` calls after one; collects garbage before each when node runs with --expose-gc. */
export function time(runs, call) {
  const times = [];
  let value;
  for (let i = 0; i <= runs; i++) {
    value = undefined;
    globalThis.gc?.();
    const started = performance.now();
    value = call();
    if (i > 0) times.push(performance.now() - started);
  }
  return { ms: median(times), value };
}

/**
 * Least milliseconds of each named call over `rounds` rounds after one, taken in turn so that a busy moment of the machine falls on all
 * alike.
 */
export function leastOf(rounds, calls) {
  const least = Object.fromEntries(Object.keys(calls).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let i = 0; i <= rounds; i++) {
    for (const [name, call] of Object.entries(calls)) {
      const started = performance.now();
      call();
      if (i > 0) least[name] = Math.min(least[name], performance.now() - started);
    }
  }
  return least;
}

/** log(time ratio) / log(size ratio). */
export function exponent(a, b) {
  return Math.log(b.ms / a.ms) / Math.log(b.size / a.size);
}
