// CSV read back by another reader, and no cell that a spreadsheet runs.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "./csv.ts";

describe("csv", () => {
  it.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\t=1", "'\t=1"],
    ["\tx", "'\tx"],
    ["＝1", "'＝1"],
    ["a=b", "a=b"],
  ])("writes %j as %j", (cell, text) => expect(csv(["head"], [[cell]])).toBe(`head\r\n${text}\r\n`));

  it("writes numbers, booleans, lists and what is absent", () => {
    expect(csv(["a", "b", "c", "d"], [[-1.5, true, ["x", 2], undefined]])).toBe("a,b,c,d\r\n-1.5,true,x; 2,\r\n");
  });

  it("is read back cell by cell, and no cell begins like a formula", () => {
    const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("=1", "+1", " -x", "\r\n=1", '","', "@a"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parse(csv(["a", "b", "c"], rows), {
          record_delimiter: "\r\n",
          relax_column_count: false,
        }) as string[][];
        expect(read.length).toBe(rows.length + 1);
        for (const [i, row] of rows.entries()) {
          for (const [j, text] of row.entries()) {
            const back = read[i + 1]?.[j] as string;
            expect([text, `'${text}`]).toContain(back);
            expect(back).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
          }
        }
      }),
    );
  });
});
