// Compiled code is kept beside a bundle, used by the next call, and made anew when it does not fit.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadBundle } from "./kept-code.ts";

interface Bundle {
  readonly folder: string;
  readonly twice: (n: number) => number;
}

const source = "exports.folder = __dirname; exports.twice = (n) => 2 * n;";

function written(): { folder: string; path: string; kept: () => readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "parapet-code-"));
  const path = join(folder, "bundle.cjs");
  writeFileSync(path, source);
  return { folder, path, kept: () => readdirSync(folder).filter((name) => name.endsWith(".code")) };
}

test("a bundle runs as CommonJS, and knows where it lies", () => {
  const { folder, path } = written();
  const { exports } = loadBundle<Bundle>(path);
  expect(exports.folder).toBe(folder);
  expect(exports.twice(21)).toBe(42);
});

test("the first call of each verb keeps its code; the names of the verbs stand in front", () => {
  const { folder, path, kept } = written();
  loadBundle<Bundle>(path).keep("status");
  expect(kept()).toHaveLength(1);
  const file = join(folder, kept()[0] as string);
  const first = readFileSync(file);
  expect(first.toString("latin1").split("\n")[0]).toBe("status");
  loadBundle<Bundle>(path).keep("status");
  expect(readFileSync(file)).toEqual(first);
  loadBundle<Bundle>(path).keep("threats");
  expect(readFileSync(file).toString("latin1").split("\n")[0]).toBe("status threats");
  expect(loadBundle<Bundle>(path).exports.twice(2)).toBe(4);
});

test("code that does not fit is not used, and is replaced", () => {
  const { path } = written();
  const file = `${path}.${process.version}-${process.arch}.code`;
  writeFileSync(file, "status\nno code at all");
  const loaded = loadBundle<Bundle>(path);
  expect(loaded.exports.twice(3)).toBe(6);
  loaded.keep("status");
  expect(readFileSync(file).length).toBeGreaterThan(100);
});

test("where nothing can be written, nothing is kept and nothing fails", () => {
  const { folder, path, kept } = written();
  const { keep } = loadBundle<Bundle>(path);
  mkdirSync(join(folder, `bundle.cjs.${process.version}-${process.arch}.code`));
  expect(() => keep("status")).not.toThrow();
  expect(kept()).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.includes(String(process.pid)))).toEqual([]);
});
