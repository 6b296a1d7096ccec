// The folders that the scripts work in, whatever the current folder is.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A path below the root. */
export const at = (...parts) => join(root, ...parts);

/** What the command line is built from; `parapet` (the shell script) looks at the same. */
export const cliInputs = [
  "apps",
  "packages",
  "docs/reference/schema",
  "scripts/bootstrap.mjs",
  "scripts/house",
  "package-lock.json",
].map((path) => at(path));

/** What the compiled knowledge is built from. */
export const knowledgeInputs = [
  "packages/knowledge",
  "packages/core/src/model",
  "packages/core/src/decomposition/facts",
].map((path) => at(path));

/** Where the built command line lies. */
export const cliDist = at("apps/cli/dist");
/** Its stamp: nothing that it is made from is newer. */
export const cliStamp = at("apps/cli/dist/stamp");
/** Where the compiled knowledge lies. */
export const knowledgeDist = at("packages/knowledge/dist");

/** What the pages of the workbench are built from. */
export const webInputs = ["apps/web", "packages", "package-lock.json"].map((path) => at(path));
/** Where the built pages lie. */
export const webDist = at("apps/web/dist");
/** Their stamp lies outside: a build empties its folder. */
export const webStamp = at("apps/web/node_modules/.cache/stamp");
