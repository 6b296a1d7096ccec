import { defineConfig } from "vitest/config";

// One run over all workspaces. Tests share a process per worker (isolate: false): packages keep no state, so none can leak.
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.mjs"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "threads",
    isolate: false,
    // Most tests wait for processes of their own: a worker to each core, not one less.
    maxWorkers: "100%",
    // Long enough for a machine that does much else: no test fails on the time it took, only on what hangs.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
