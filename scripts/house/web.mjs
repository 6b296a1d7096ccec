// Builds the pages of the workbench when a source of them is newer, and lays a compressed twin beside each large file.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { isMain, runMain } from "../bootstrap.mjs";
import { beginStamp, newerThan } from "./freshness.mjs";
import { withLock } from "./lock.mjs";
import { at, webDist, webInputs, webStamp } from "./paths.mjs";

/** Brings the pages up to date. Gives false when they cannot be built; what was built before stays. */
async function buildWebIfNeeded() {
  if (!existsSync(at("apps/web/index.html"))) return false;
  if (isFresh()) return true;
  return withLock(at("apps/web/node_modules/.cache/build.lock"), () => isFresh() || build());
}

function isFresh() {
  return existsSync(join(webDist, "index.html")) && newerThan(webStamp, webInputs) === undefined;
}

function build() {
  process.stderr.write("Building the pages of the workbench …\n");
  // Made before the stamp: a folder that is new in another would count as a newer source, and the next one would build again under a running server.
  mkdirSync(webDist, { recursive: true });
  const done = beginStamp(webStamp);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [at("node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn", "--emptyOutDir"],
    { cwd: at("apps/web"), encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) {
    process.stderr.write(`The pages do not build:\n${stdout}${stderr}\n`);
    return false;
  }
  compressBelow(webDist);
  done();
  return true;
}

const compressible = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest"]);
const worthwhile = 1_400;

/** Lays `name.gz` beside what is worth it: the server sends that to who reads it. */
function compressBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compressBelow(path);
    else if (entry.name.endsWith(".gz")) rmSync(path, { force: true });
    else if (compressible.has(extname(path)) && statSync(path).size > worthwhile)
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }));
  }
}

if (isMain(import.meta.url))
  await runMain(async () => {
    if (!(await buildWebIfNeeded())) process.exitCode = 1;
  });
