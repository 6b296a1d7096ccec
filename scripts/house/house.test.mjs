// The scripts' own parts: freshness, lock, Node version. Real files in a scratch folder.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkNode } from "../bootstrap.mjs";
import { beginStamp, newerThan } from "./freshness.mjs";
import { withLock } from "./lock.mjs";

const scratch = mkdtempSync(join(tmpdir(), "parapet-house-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function folder(name, files) {
  const path = join(scratch, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

function age(path, seconds) {
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
}

test.each([
  ["18.20.4", false],
  ["20.18.9", false],
  ["20.19.0", true],
  ["22.1.0", true],
  ["24.21.0", true],
])("Node %s is new enough: %s", (version, enough) => {
  if (enough) expect(() => checkNode(version)).not.toThrow();
  else expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or newer; this is/);
});

test("a stamp is fresh until a source, a deep one too, is newer; dist and node_modules do not count", () => {
  const path = folder("fresh", { "src/deep/a.ts": "a", "dist/out.js": "", "node_modules/x/y.js": "" });
  const stamp = join(scratch, "fresh-stamp");
  expect(newerThan(stamp, [path])).toBe(stamp);
  for (const part of ["", "src", "src/deep", "src/deep/a.ts"]) age(join(path, part), 60);
  beginStamp(stamp)();
  expect(newerThan(stamp, [path, join(scratch, "absent")])).toBeUndefined();
  age(join(path, "dist/out.js"), -60);
  expect(newerThan(stamp, [path])).toBeUndefined();
  age(join(path, "src/deep/a.ts"), -60);
  expect(newerThan(stamp, [path])).toBe(join(path, "src/deep/a.ts"));
});

test("an edit during the work counts as newer than the stamp", () => {
  const path = folder("during", { "a.ts": "a" });
  age(path, 60);
  const done = beginStamp(join(scratch, "during-stamp"));
  age(join(path, "a.ts"), -1);
  done();
  expect(newerThan(join(scratch, "during-stamp"), [path])).toBe(join(path, "a.ts"));
});

test("two that want the same lock go one after the other, and a failure lets go of it", async () => {
  const lock = join(scratch, "lock");
  const seen = [];
  const work = (name) => async () => {
    seen.push(`${name} in`);
    await new Promise((done) => setTimeout(done, 20));
    seen.push(`${name} out`);
  };
  await Promise.all([withLock(lock, work("a")), withLock(lock, work("b"))]);
  expect(seen.map((step) => step.split(" ")[1])).toEqual(["in", "out", "in", "out"]);
  await expect(withLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withLock(lock, async () => "free")).toBe("free");
});

test("the lock of a process that no longer lives is taken over", async () => {
  const lock = join(scratch, "dead-lock");
  mkdirSync(lock);
  // Larger than any process id that Linux gives.
  writeFileSync(join(lock, "pid"), "4194305");
  expect(await withLock(lock, async () => "taken over")).toBe("taken over");
});
