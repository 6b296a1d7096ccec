// Installs the packages of package-lock.json when what lies in node_modules is not what it names.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { at, root } from "./paths.mjs";

/** The first package that node_modules lacks or has in another version; undefined when it holds what the lock file names. */
export function missingPackage() {
  const wanted = packagesOf(at("package-lock.json"));
  const present = packagesOf(at("node_modules/.package-lock.json"));
  if (!wanted)
    throw new Error("package-lock.json is missing or unreadable. Restore it with: git restore package-lock.json");
  if (!present) return "node_modules";
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const have = present[path];
    if (have ? have.version !== entry.version : !entry.optional && !entry.devOptional) return path;
  }
  return undefined;
}

/** Runs npm ci. Its output goes to stderr, so that stdout belongs to the command that was asked for. */
export function install() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status, error } = spawnSync(npm, ["ci", "--prefer-offline", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error || status !== 0) {
    throw new Error(
      `npm ci failed${error ? ` (${error.message})` : ` with exit code ${status}`}. Check that the npm registry can be reached (npm ping), then run the same command again.`,
    );
  }
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
