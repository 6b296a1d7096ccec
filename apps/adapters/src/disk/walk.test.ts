import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TextsBelow, walk, walkLimits } from "./walk.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-walk-"));
const outside = mkdtempSync(join(tmpdir(), "parapet-outside-"));
afterAll(() => {
  for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

write("b/two.yaml", "two");
write("b/c/three.yaml", "three");
write("a.yaml", "one");
write("B.yaml", "upper");
write("node_modules/x/compose.yaml", "no");
write(".git/config", "no");
write("b/dist/out.yaml", "no");
write("threat-model/model.yaml", "no");
write("latin.yaml", Uint8Array.of(0xe9, 0x0a));
writeFileSync(join(outside, "secret.yaml"), "secret");
symlinkSync(join(outside, "secret.yaml"), join(root, "link.yaml"));
symlinkSync(outside, join(root, "away"));
symlinkSync(root, join(root, "b/around"));

describe("walk", () => {
  test("lists files in code-unit order, without links and other people's code", () => {
    expect(walk(root)).toEqual({
      paths: ["B.yaml", "a.yaml", "b/c/three.yaml", "b/two.yaml", "latin.yaml"],
      notes: [],
    });
  });

  test("says what its limits leave out", () => {
    const few = walk(root, { ...walkLimits, files: 2 });
    expect(few.paths).toHaveLength(2);
    expect(few.notes).toHaveLength(1);
    expect(few.notes[0]?.say).toContain("2 files are the limit");
    expect(walk(root, { ...walkLimits, files: 4 }).paths).toEqual(["B.yaml", "a.yaml", "b/two.yaml", "latin.yaml"]);
    const small = walk(root, { ...walkLimits, bytes: 3 });
    expect(small.paths).toEqual(["a.yaml", "b/two.yaml", "latin.yaml"]);
    expect(small.notes.map(({ where }) => where?.file)).toEqual(["B.yaml", "b/c/three.yaml"]);
    const flat = walk(root, { ...walkLimits, depth: 0 });
    expect(flat.paths).toEqual(["B.yaml", "a.yaml", "latin.yaml"]);
    expect(flat.notes.map(({ where }) => where?.file)).toEqual(["b"]);
  });

  test("a folder that is not there has no files, and says so", () => {
    const gone = walk(join(root, "nowhere"));
    expect(gone.paths).toEqual([]);
    expect(gone.notes[0]?.say).toContain("cannot be read (ENOENT)");
  });
});

describe("TextsBelow", () => {
  const texts = new TextsBelow(root);
  test.each([
    ["a.yaml", "one"],
    ["./b/../a.yaml", "one"],
    ["b/around/a.yaml", "one"],
    ["absent.yaml", undefined],
    ["b", undefined],
    ["latin.yaml", undefined],
    ["link.yaml", undefined],
    ["away/secret.yaml", undefined],
    ["../secret.yaml", undefined],
    [join(outside, "secret.yaml"), undefined],
  ])("%s", (path, text) => {
    expect(texts.read(path)).toBe(text);
  });

  test("the head of a file", () => {
    expect(texts.head("b/c/three.yaml", 2)).toBe("th");
    expect(texts.head("absent.yaml")).toBeUndefined();
  });
});
