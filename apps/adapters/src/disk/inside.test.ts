import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isInside, linkOutOf, linkOutOfAny } from "./inside.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "parapet-inside-")));
const outside = realpathSync(mkdtempSync(join(tmpdir(), "parapet-outside-")));
mkdirSync(join(root, "real/deep"), { recursive: true });
writeFileSync(join(root, "file"), "");
symlinkSync(outside, join(root, "away"));
symlinkSync(join(root, "real"), join(root, "around"));
symlinkSync(join(outside, "nothing-there"), join(root, "nowhere"));
symlinkSync(root, join(outside, "back"));
afterAll(() => {
  rmSync(root, { recursive: true });
  rmSync(outside, { recursive: true });
});

test.each([
  ["/a", "/a", true],
  ["/a/b", "/a", true],
  ["/ab", "/a", false],
  ["/a", "/", true],
])("%s is inside %s: %s", (path, folder, inside) => {
  expect(isInside(path, folder)).toBe(inside);
});

describe("a link on the way", () => {
  test.each([
    ["real/deep/new", undefined],
    ["not/there/yet", undefined],
    [".", undefined],
    ["..", undefined],
    ["around/deep", undefined],
    ["file/below", undefined],
    ["away", "away"],
    ["away/report", "away"],
    ["nowhere/report", "nowhere"],
    ["around/../away/x", "away"],
  ])("to %s: %s", (path, link) => {
    expect(linkOutOf(root, join(root, path))).toBe(link === undefined ? undefined : join(root, link));
  });

  test("is none where the folder itself is reached by a link", () => {
    expect(linkOutOf(join(outside, "back"), join(outside, "back/real/report"))).toBeUndefined();
    expect(linkOutOf(join(outside, "back"), join(outside, "back/away/report"))).toBe(join(outside, "back/away"));
  });

  test("is looked for in each folder that files go to", () => {
    const files = [join(root, "real/a.md"), join(root, "away/b.md")];
    expect(linkOutOfAny([outside, root], files)).toBe(join(root, "away"));
    expect(linkOutOfAny([outside], files)).toBeUndefined();
  });
});
