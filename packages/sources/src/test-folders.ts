// Folders whose files are for tests: what they hold is not what runs.
import { folderOf } from "./paths.ts";

const words = "tests?|testing|testdata|fixtures?|mocks?|e2e|ci|cypress|playwright";
const folder = new RegExp(
  `^_*(?:${words}|(?:acceptance|api|e2e|functional|integration|load|smoke|system|unit)[._-]?tests?)_*$`,
  "i",
);

/** True for a file that lies in a folder for tests, at any depth (cypress/, tests/fixtures/, __tests__/). */
export function inTestFolder(path: string): boolean {
  return folderOf(path)
    .split("/")
    .some((name) => folder.test(name));
}
