import { expect, test } from "vitest";
import { page, table } from "./markdown.mjs";

test.each([
  ["a|b", "a\\|b"],
  ["two\n  lines", "two lines"],
  ["<slug>", "&lt;slug>"],
  ["`<slug>`", "`<slug>`"],
  [undefined, ""],
])("the cell %j reads %j", (value, shown) => {
  expect(table(["h"], [[value]])).toBe(`| h |\n|---|\n| ${shown} |`);
});

test("a page leaves out what is absent", () => {
  expect(page("# A", undefined, ["b", ""], "c").split("\n").slice(1)).toEqual(["", "# A", "", "b", "", "c", ""]);
});
