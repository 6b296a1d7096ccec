// Compose files that start a system for its tests: what they hold is not what runs.
import { baseName } from "../paths.ts";
import { inTestFolder } from "../test-folders.ts";
import { composeName } from "./card.ts";

const variant = /^(?:tests?|testing|e2e|ci|cypress|playwright)$/i;

/** True for a compose file that is for tests by its own name (docker-compose.test.yml) or by a folder that it lies in (cypress/). */
export function isForTests(path: string): boolean {
  if (inTestFolder(path)) return true;
  const parts = composeName(baseName(path))?.variant?.split(/[._-]/) ?? [];
  return parts.some((part) => variant.test(part));
}
