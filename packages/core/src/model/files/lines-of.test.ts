import { expect, test } from "vitest";
import { linesOf } from "./lines-of.ts";

const text = `parapet: 1
# by hand
acceptances:
  a@web:
    owner: ann
    why: >
      it is
      small
    review: 2027-01-01
    on: 2026-11-24
    by: ann
    approved: {by: bo, on: 2026-11-24}
  "b@web": {owner: cy, why: x, review: 2027-01-01, on: 2026-11-24, by: cy}
`;

test("the line of each value, in block and in flow style", () => {
  const paths = [
    ["acceptances", "a@web", "owner"],
    ["acceptances", "a@web", "approved", "by"],
    ["acceptances", "b@web", "owner"],
    ["acceptances", "b@web", "approved", "by"],
    ["acceptances", "c@web", "owner"],
  ];
  expect(linesOf("register", text, paths)).toEqual([5, 12, 13, undefined, undefined]);
});

test("a text that cannot be read has no lines", () => {
  expect(linesOf("register", "a: [", [["a"]])).toEqual([undefined]);
});
