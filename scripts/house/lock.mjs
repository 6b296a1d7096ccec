// One at a time: two bootstraps in the same checkout wait for each other.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `work` while holding the lock folder `path`. A lock whose holder no longer lives is taken over. */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await sleep(100);
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function take(path) {
  try {
    mkdirSync(path);
    writeFileSync(join(path, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (isAbandoned(path)) {
    // Renaming is atomic: of several that see a dead holder only one moves it away.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
      rmSync(aside, { recursive: true, force: true });
    } catch {
      // Another one was quicker; try again.
    }
  }
  return false;
}

function isAbandoned(path) {
  try {
    process.kill(Number(readFileSync(join(path, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "EPERM") return false;
    if (error.code === "ESRCH") return true;
    // No pid in it (yet): its holder died between two steps when the folder is older than ten seconds.
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat !== undefined && Date.now() - stat.mtimeMs > 10_000;
  }
}
