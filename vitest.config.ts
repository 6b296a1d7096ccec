import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest is begun first, so that no worker is left alone with it at the end: journeys in a browser, servers that are killed, a thousand runs. */
const longest = [/\/test\/browser\//, /\/test\/live\//, /\/simulator\.test/, /\/test\//, /\/apps\/cli\//];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((path) => path.test(moduleId));
      return at < 0 ? longest.length : at;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

// One run over all workspaces. Tests share a process per worker (isolate: false): packages keep no state, so none can leak.
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.mjs"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "threads",
    isolate: false,
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // Long enough for a machine that does much else: no test fails on the time it took, only on what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
