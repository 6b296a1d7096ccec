// Compose files that start a system for its tests or on a developer's machine: what they hold is not what runs.
import { baseName, folderOf } from "../paths.ts";
import { inTestFolder } from "../test-folders.ts";
import { composeName } from "./card.ts";

const variant = /^(?:tests?|testing|e2e|ci|cypress|playwright)$/i;

const development = /^(?:dev|development|\.?devcontainer|\.?dev-?env)$/i;

/** True for a compose file that is for tests by its own name (docker-compose.test.yml), or for tests or development by a folder that it lies in (cypress/, dev/). */
export function isForTests(path: string): boolean {
  if (
    inTestFolder(path) ||
    folderOf(path)
      .split("/")
      .some((name) => development.test(name))
  )
    return true;
  const parts = composeName(baseName(path))?.variant?.split(/[._-]/) ?? [];
  return parts.some((part) => variant.test(part));
}
