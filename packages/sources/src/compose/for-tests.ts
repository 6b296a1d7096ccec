// Compose files that start a system for its tests: what they hold is not what runs.
import { baseName, folderOf } from "../paths.ts";
import { composeName } from "./card.ts";

const words = "tests?|testing|e2e|ci|cypress|playwright";
const folder = new RegExp(
  `^_*(?:${words}|(?:acceptance|api|e2e|functional|integration|load|smoke|system|unit)[._-]?tests?)_*$`,
  "i",
);
const variant = new RegExp(`^(?:${words})$`, "i");

/** True for a compose file that is for tests by its own name (docker-compose.test.yml) or by a folder that it lies in (cypress/). */
export function isForTests(path: string): boolean {
  if (
    folderOf(path)
      .split("/")
      .some((name) => folder.test(name))
  )
    return true;
  const parts = composeName(baseName(path))?.variant?.split(/[._-]/) ?? [];
  return parts.some((part) => variant.test(part));
}
