// Tells whether something made from sources is older than one of them. Used by bootstrap, gen and dev.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const skipped = new Set(["node_modules", "dist", ".git"]);

/** The first file or folder below `paths` that is newer than `stamp`; the stamp itself when it is missing; undefined when all is fresh. */
export function newerThan(stamp, paths) {
  const made = mtimeOf(stamp);
  if (made === undefined) return stamp;
  const waiting = paths.filter((path) => existsSync(path));
  while (waiting.length > 0) {
    const path = waiting.pop();
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!stat) continue;
    if (stat.mtimeNs > made) return path;
    if (!stat.isDirectory()) continue;
    for (const entry of readdirSync(path)) if (!skipped.has(entry)) waiting.push(join(path, entry));
  }
  return undefined;
}

/**
 * Begins a stamp before the work starts, so that an edit made during the work counts as newer.
 * Gives the function that puts the stamp in place once the work is done.
 */
export function beginStamp(stamp) {
  mkdirSync(dirname(stamp), { recursive: true });
  const pending = `${stamp}.pending`;
  closeSync(openSync(pending, "w"));
  return () => renameSync(pending, stamp);
}

function mtimeOf(path) {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.mtimeNs;
}
