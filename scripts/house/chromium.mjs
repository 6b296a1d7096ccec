// Finds a Chromium for the browser tests; installs Debian's as root when there is none.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium, or undefined with what to do on stderr. Installs one only when `mayInstall` and run as root. */
export function findChromium({ mayInstall }) {
  const named = process.env.PARAPET_CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`PARAPET_CHROMIUM names ${named}, which cannot be run. Name a Chromium or unset it.`);
  }
  const found = search();
  if (found || !mayInstall) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("Installing Chromium for the browser tests (once) …\n");
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
    const installed = search();
    if (installed) return installed;
  }
  process.stderr.write(
    "No Chromium found: the browser tests are skipped. Install chromium, or name one in the environment variable PARAPET_CHROMIUM.\n",
  );
  return undefined;
}

function search() {
  return usualPlaces.find(isExecutable) ?? downloadedByPlaywright();
}

function downloadedByPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(cache)) return undefined;
  const builds = readdirSync(cache).filter((name) => name.startsWith("chromium"));
  return builds
    .flatMap((name) =>
      ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-linux/headless_shell"].map((part) =>
        join(cache, name, part),
      ),
    )
    .find(isExecutable);
}

function apt(...args) {
  spawnSync("apt-get", ["-q", ...args], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
