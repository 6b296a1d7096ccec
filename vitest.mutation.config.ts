import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`packages/${path}`, import.meta.url));

// What a mutation run judges by: the tests of core and knowledge, without those of reading and editing files, which are slow and
// judge nothing that is mutated. The run works on a copy of the sources whose node_modules point back at the originals, so the packages
// are named by their place in the copy: else the tests of knowledge would see no mutant.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@parapet\/core$/, replacement: source("core/src/index.ts") },
      { find: /^@parapet\/core\/files$/, replacement: source("core/src/files.ts") },
      { find: /^@parapet\/knowledge$/, replacement: source("knowledge/src/index.ts") },
    ],
  },
  test: {
    include: ["packages/core/src/**/*.test.ts", "packages/knowledge/src/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "packages/core/src/model/files/**"],
    pool: "threads",
    isolate: false,
    testTimeout: 20_000,
  },
});
