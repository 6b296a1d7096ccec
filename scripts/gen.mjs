// npm run gen: writes everything that is generated. `--check` writes nothing and fails when something differs.
// `npm run gen -- commands schemas` runs only the generators that it names.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { buildKnowledgeIfNeeded, checkNode, installIfNeeded, runMain } from "./bootstrap.mjs";
import { at, root } from "./house/paths.mjs";

const folders = ["docs/reference", "packages/core/src"];

async function main() {
  const checkOnly = process.argv.includes("--check");
  const named = process.argv.slice(2).filter((arg) => arg !== "--check");
  checkNode();
  installIfNeeded();
  const { generators } = await import("./gen/generators.mjs");
  const chosen = choose(generators, named);
  if (chosen.some((generator) => generator.readsKnowledge)) buildKnowledgeIfNeeded();
  const existing = folders.flatMap((folder) => filesBelow(at(folder)));
  const differing = [];
  for (const generator of chosen) {
    const made = await generator.run();
    for (const path of made.keys())
      if (!generator.owns(path))
        throw new Error(`The generator ${generator.name} wrote ${path}, which it does not own.`);
    const leftovers = existing.filter((path) => generator.owns(path) && !made.has(path));
    differing.push(...update(made, leftovers, checkOnly));
  }
  if (differing.length === 0) return;
  if (!checkOnly) {
    process.stdout.write(`Wrote ${differing.length} generated file${differing.length === 1 ? "" : "s"}.\n`);
    return;
  }
  const shown = differing.slice(0, 20).join("\n  ");
  const more = differing.length > 20 ? `\n  and ${differing.length - 20} more` : "";
  process.stderr.write(`Generated files are stale. Run npm run gen and commit:\n  ${shown}${more}\n`);
  process.exitCode = 1;
}

function choose(generators, named) {
  const unknown = named.find((name) => generators.every((generator) => generator.name !== name));
  if (unknown)
    throw new Error(`There is no generator ${unknown}. There are: ${generators.map((one) => one.name).join(", ")}.`);
  return named.length === 0 ? generators : generators.filter((generator) => named.includes(generator.name));
}

/** Brings the files up to date, or only tells which would change. */
function update(made, leftovers, checkOnly) {
  const changed = [];
  for (const [path, text] of made) {
    if (existsSync(at(path)) && readFileSync(at(path), "utf8") === text) continue;
    changed.push(path);
    if (checkOnly) continue;
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  for (const path of leftovers) {
    changed.push(path);
    if (!checkOnly) rmSync(at(path));
  }
  return changed;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    );
}

await runMain(main);
