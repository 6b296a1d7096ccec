// Compiles the knowledge folder of this package into dist/: engine.json, texts.json, examples.json, catalogs/<id>.json.
// `node packages/knowledge/compile/build.mjs` prints one line, or the problems and exits with 1.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const folders = ["facts", "pools", "rules", "technologies", "controls", "attackers", "catalogs"];
const engineLimit = 100 * 1024;

/** The compiler itself is TypeScript: bundle it, then load it. */
async function loadCompiler() {
  const outfile = join(dist, `compiler-${process.pid}.cjs`);
  await build({
    stdin: {
      contents: 'export { compile } from "./src/compile.ts"; export { derivedFacts } from "@parapet/core";',
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    outfile,
    logLevel: "error",
  });
  try {
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(outfile, { force: true });
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return /\.(yaml|json)$/.test(entry.name) ? [path] : [];
  });
}

function readFiles() {
  const paths = [join(root, "release.yaml"), ...folders.flatMap((folder) => filesUnder(join(root, folder)))];
  return paths.map((path) => ({ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }));
}

function write(name, value) {
  const text = JSON.stringify(value);
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  // Whole or not at all, since others may read while this runs.
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return text;
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

const { compile, derivedFacts } = await loadCompiler();
const compiled = compile(readFiles(), { derived: derivedFacts });
if (!compiled.ok) {
  for (const { say, fix, where } of compiled.problems) {
    console.error(`packages/knowledge/${where?.file ?? ""}${where?.line ? `:${where.line}` : ""}  ${say} ${fix}`);
  }
  console.error(`knowledge: ${compiled.problems.length} problems`);
  process.exit(1);
}

const { knowledge, texts, examples, catalogs } = compiled.value;
const engine = gzipSync(write("engine.json", knowledge)).length;
const read = gzipSync(write("texts.json", texts)).length;
write("examples.json", examples);
for (const catalog of catalogs) write(`catalogs/${catalog.id}.json`, catalog);
const counts = ["facts", "pools", "rules", "technologies", "controls", "attackers"].map(
  (name) => `${knowledge[name].length} ${name}`,
);
console.log(
  `knowledge ${knowledge.version}: ${counts.join(", ")}; engine ${kilobytes(engine)} gzip, texts ${kilobytes(read)} gzip`,
);
if (engine > engineLimit) {
  console.error(`knowledge: the engine layer is larger than ${kilobytes(engineLimit)} gzip`);
  process.exit(1);
}
