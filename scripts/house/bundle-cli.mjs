// Bundles the command line into apps/cli/dist: a start that is small, and one bundle of all verbs, each made ready only when it is called.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at, cliDist, knowledgeDist, root } from "./paths.mjs";

const anHour = 3_600_000;

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "silent",
  write: false,
};

/** The layout engine: half of all code, and read only where something is drawn. It lies apart. */
const engine = "elkjs/lib/elk.bundled.js";
const engineOptions = { ...common, entryPoints: [engine], format: "cjs" };

/** Names the engine's own bundle wherever it is imported. */
const engineApart = (name) => ({
  name: "engine-apart",
  setup: ({ onResolve }) => onResolve({ filter: /^elkjs\// }, () => ({ path: `./${name}`, external: true })),
});

/** A thread of the workbench: the one that reads and writes files, the one that makes artifacts. */
const threadOptions = (entry, engineName) => ({
  ...common,
  entryPoints: [entry],
  format: "cjs",
  alias: { yaml: at("node_modules/yaml/browser/index.js") },
  define: { "import.meta.dirname": "__dirname" },
  plugins: [engineApart(engineName)],
});

/** The workbench's server with what it stands on: loaded by `up` alone. */
const serverOptions = (engineName, threadName) => ({
  ...common,
  entryPoints: ["apps/server/src/index.ts"],
  format: "cjs",
  alias: { yaml: at("node_modules/yaml/browser/index.js") },
  define: { "import.meta.dirname": "__dirname", FILES_THREAD: JSON.stringify(threadName) },
  plugins: [engineApart(engineName)],
});

/** Names the server's own bundle wherever it is imported. */
const serverApart = (name) => ({
  name: "server-apart",
  setup: ({ onResolve }) => onResolve({ filter: /^@parapet\/server$/ }, () => ({ path: `./${name}`, external: true })),
});

/** The verbs and all that they use. CommonJS: V8 keeps the compiled code of a script, not that of a module (kept-code.ts). */
const verbsOptions = (engineName, serverName, sideName) => ({
  ...common,
  entryPoints: ["apps/cli/src/command-line.ts"],
  format: "cjs",
  // For Node the package offers CommonJS, whose names are lost on a dynamic import; its other build is the same code as a module.
  alias: { yaml: at("node_modules/yaml/browser/index.js") },
  define: { "import.meta.dirname": "__dirname", SIDE_THREAD: JSON.stringify(sideName) },
  // A script from kept code has no import(); require it is.
  supported: { "dynamic-import": false },
  plugins: [engineApart(engineName), serverApart(serverName)],
});

/** CommonJS too: Node makes its loader of modules ready only for who needs one, which takes about a tenth of its start. */
const startOptions = (bundle) => ({
  ...common,
  entryPoints: ["apps/cli/src/main.ts"],
  format: "cjs",
  define: { "import.meta.dirname": "__dirname", COMMAND_LINE: JSON.stringify(bundle) },
});

/** Builds them and lays knowledge and JSON Schemas beside them. Gives the number of bytes. */
export async function bundleCli() {
  const drawing = named("layout-engine", await built(engineOptions));
  const thread = async (what, entry) => named(what, await built(threadOptions(entry, drawing.name)));
  const files = await thread("files-thread", "apps/server/src/files/files-thread.ts");
  const side = await thread("side-thread", "apps/cli/src/side-thread.ts");
  const server = named("server", await built(serverOptions(drawing.name, files.name)));
  const verbs = named("command-line", await built(verbsOptions(drawing.name, server.name, side.name)));
  const start = { name: "parapet.cjs", bytes: await built(startOptions(verbs.name)) };
  // The start comes last: whoever calls in the middle finds the bundle that it names.
  const bundles = [drawing, files, side, server, verbs, start];
  for (const { name, bytes } of bundles) replace(join(cliDist, name), bytes);
  removeOldBundles(bundles.map(({ name }) => name));
  layBeside();
  return { bytes: bundles.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

/** A bundle whose name changes with its content. */
function named(what, bytes) {
  return { name: `${what}-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.cjs`, bytes };
}

/** The bytes of one bundle; what does not build is said as people read it. */
async function built(options) {
  const { build, formatMessages } = await import("esbuild");
  try {
    const { outputFiles } = await build(options);
    return Buffer.from(outputFiles[0].contents);
  } catch (error) {
    if (!error.errors) throw error;
    const messages = await formatMessages(error.errors, { kind: "error", color: process.stderr.isTTY === true });
    throw new Error(`The command line does not build:\n${messages.join("")}`);
  }
}

/** Lays the compiled knowledge, the JSON Schemas and what draws pictures beside the bundle. */
function layBeside() {
  for (const [from, to] of [
    [knowledgeDist, join(cliDist, "knowledge")],
    [at("docs/reference/schema"), join(cliDist, "schema")],
  ]) {
    if (!existsSync(from)) continue;
    mkdirSync(to, { recursive: true });
    cpSync(from, to, { recursive: true, filter: (path) => statSync(path).isDirectory() || path.endsWith(".json") });
  }
  layPictureFiles();
}

/** Lays what draws pictures beside the bundle, under the names that apps/adapters/src/picture reads. */
function layPictureFiles() {
  const to = join(cliDist, "picture");
  mkdirSync(to, { recursive: true });
  for (const [name, from] of [
    ["resvg.wasm", "@resvg/resvg-wasm/index_bg.wasm"],
    ["DejaVuSans.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"],
    ["DejaVuSans-Bold.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"],
  ])
    cpSync(at("node_modules", from), join(to, name));
}

function replace(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, contents);
  renameSync(`${path}.new`, path);
}

/** A start that was read before the new one came may yet load its bundles: old ones, and what was compiled of them, stay for an hour. */
function removeOldBundles(current) {
  for (const name of readdirSync(cliDist)) {
    const path = join(cliDist, name);
    const old = name.includes(".cjs") && !current.some((bundle) => name.startsWith(bundle));
    if (old && Date.now() - statSync(path).mtimeMs > anHour) rmSync(path, { force: true });
  }
}
