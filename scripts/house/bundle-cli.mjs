// Bundles the command line into apps/cli/dist. Heavy parts stay in chunks that load on use.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { at, cliDist, knowledgeDist, root } from "./paths.mjs";

const anHour = 3_600_000;

/** esbuild's options for the command line; `dev` watches with the same ones. */
export const cliOptions = {
  absWorkingDir: root,
  entryPoints: { parapet: "apps/cli/src/main.ts" },
  outdir: cliDist,
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "silent",
  // For Node the package offers CommonJS, whose names are lost on a dynamic import; its other build is the same code as a module.
  alias: { yaml: at("node_modules/yaml/browser/index.js") },
  // Some libraries are CommonJS and call require for Node's own modules.
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
};

/** Builds the bundle and lays knowledge and JSON Schemas beside it. Gives the number of bytes and chunks. */
export async function bundleCli() {
  const { build, formatMessages } = await import("esbuild");
  let result;
  try {
    result = await build({ ...cliOptions, write: false });
  } catch (error) {
    if (!error.errors) throw error;
    const messages = await formatMessages(error.errors, { kind: "error", color: process.stderr.isTTY === true });
    throw new Error(`The command line does not build:\n${messages.join("")}`);
  }
  const { outputFiles } = result;
  // The entry comes last: whoever starts in the middle finds all chunks that its entry names.
  const isEntry = (file) => dirname(file.path) === cliDist;
  for (const file of [...outputFiles].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b))))
    replace(file.path, file.contents);
  removeOldChunks(new Set(outputFiles.map((file) => basename(file.path))));
  layBeside();
  return { bytes: outputFiles.reduce((sum, file) => sum + file.contents.length, 0), files: outputFiles.length };
}

/** Lays the compiled knowledge and the JSON Schemas beside the bundle. */
export function layBeside() {
  for (const [from, to] of [
    [knowledgeDist, join(cliDist, "knowledge")],
    [at("docs/reference/schema"), join(cliDist, "schema")],
  ]) {
    if (!existsSync(from)) continue;
    mkdirSync(to, { recursive: true });
    cpSync(from, to, { recursive: true, filter: (path) => statSync(path).isDirectory() || path.endsWith(".json") });
  }
}

function replace(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, contents);
  renameSync(`${path}.new`, path);
}

/** A command that still runs may yet load its chunks: they stay for an hour. */
function removeOldChunks(current) {
  const chunks = join(cliDist, "chunks");
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks)) {
    const path = join(chunks, name);
    if (!current.has(name) && Date.now() - statSync(path).mtimeMs > anHour) rmSync(path, { force: true });
  }
}
