// The real knowledge folder, compiled, for tests that look at it as a whole.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { derivedFacts } from "@parapet/core";
import { compile } from "../compile.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = ["facts", "pools", "rules", "technologies", "controls", "attackers", "catalogs"];

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const paths = [join(root, "release.yaml"), ...folders.flatMap((name) => filesUnder(join(root, name)))];
const compiled = compile(
  paths.map((path) => ({ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") })),
  { derived: derivedFacts },
);
if (!compiled.ok) throw new Error("The knowledge folder has problems; knowledge.test.ts lists them.");

/** What ships, and the examples of its rules. */
export const { knowledge, examples } = compiled.value;
