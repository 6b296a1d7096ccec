// Makes a checkout ready: packages, compiled knowledge, command line. Does only what is needed, and says so only when it does it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beginStamp, newerThan } from "./house/freshness.mjs";
import { install, missingPackage } from "./house/install.mjs";
import { withLock } from "./house/lock.mjs";
import { at, cliDist, cliInputs, cliStamp, knowledgeDist, knowledgeInputs, root } from "./house/paths.mjs";

const oldestNode = [20, 19];

/** Throws when this Node is too old, with what to do. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `Parapet needs Node ${oldestNode.join(".")} or newer; this is ${version}. Install a newer one from https://nodejs.org (24 is a good choice) and run the same command again.`,
  );
}

/** Brings packages, knowledge and the command line up to date. Returns at once when nothing is newer than the last time. */
export async function bootstrap() {
  checkNode();
  if (isReady()) return;
  // Made before any stamp, so that making them later does not count as a newer source.
  mkdirSync(cliDist, { recursive: true });
  mkdirSync(knowledgeDist, { recursive: true });
  await withLock(join(cliDist, "lock"), async () => {
    if (isReady()) return;
    installIfNeeded();
    const done = beginStamp(cliStamp);
    buildKnowledgeIfNeeded();
    await buildCli();
    done();
  });
}

function isReady() {
  return (
    newerThan(cliStamp, cliInputs) === undefined &&
    existsSync(join(cliDist, "parapet.cjs")) &&
    existsSync(at("node_modules/.package-lock.json"))
  );
}

/** Installs the packages of the lock file when node_modules does not hold them. */
export function installIfNeeded() {
  const missing = missingPackage();
  if (missing === undefined) return;
  say(
    missing === "node_modules"
      ? "Installing packages (once; about half a minute) …"
      : `Installing packages (${missing} is missing or of another version) …`,
  );
  install();
}

/** Compiles the knowledge when a source of it is newer than the last result. */
export function buildKnowledgeIfNeeded() {
  const stamp = join(knowledgeDist, "stamp");
  if (existsSync(join(knowledgeDist, "engine.json")) && newerThan(stamp, knowledgeInputs) === undefined) return;
  const done = beginStamp(stamp);
  const { status } = spawnSync(process.execPath, [at("packages/knowledge/compile/build.mjs")], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("The knowledge does not compile; the problems stand above.");
  done();
}

async function buildCli() {
  const started = performance.now();
  const { bundleCli } = await import("./house/bundle-cli.mjs");
  const { bytes } = await bundleCli();
  say(`Built the command line: ${Math.round(bytes / 1024)} KiB, ${Math.round(performance.now() - started)} ms.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a script's main function; an error is one message and exit code 2. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** True when the module with this URL is what node was started with. */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

if (isMain(import.meta.url)) await runMain(bootstrap);
