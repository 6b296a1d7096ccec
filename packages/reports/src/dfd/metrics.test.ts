import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ellipsis, textWidth, wrapText } from "./metrics.ts";

const plain = { size: 10, bold: false };
const bold = { size: 10, bold: true };

describe("textWidth", () => {
  it.each([
    ["", plain, 0],
    // Advance widths of DejaVu Sans Book: a .613 em, i .278, W .989, space .318.
    ["a", plain, 6.2],
    ["iiii", plain, 11.2],
    ["W W", plain, 23],
    // Bold a .675.
    ["a", bold, 6.8],
    ["é", plain, 6.2],
    // A combining accent adds nothing; Han is one em.
    ["e\u0301", plain, 6.2],
    ["注文", plain, 20],
  ])("of %j", (text, style, width) => {
    expect(textWidth(text, style)).toBe(width);
  });

  it("grows with the size", () => {
    expect(textWidth("Checkout API", { size: 20, bold: false })).toBeGreaterThan(textWidth("Checkout API", plain));
  });
});

describe("wrapText", () => {
  it.each([
    ["Checkout API", 200, 3, ["Checkout API"]],
    ["Checkout API", 60, 3, ["Checkout", "API"]],
    ["orders-database-replica", 60, 3, ["orders-", "database-", "replica"]],
    ["one two three four five six", 44, 2, ["one two", "three f…"]],
    ["  spaces   between  ", 200, 2, ["spaces between"]],
    ["", 50, 2, []],
  ])("of %j to %i px and %i lines", (text, width, most, lines) => {
    expect(wrapText(text, plain, width, most)).toEqual(lines);
  });

  it("never makes a line wider, nor more lines, than it may", () => {
    const text = fc.string({ maxLength: 120, unit: "grapheme" });
    fc.assert(
      fc.property(text, fc.integer({ min: 24, max: 240 }), fc.integer({ min: 1, max: 4 }), (words, width, most) => {
        const lines = wrapText(words, plain, width, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, plain)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("loses no letter when there is room", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const lines = wrapText(text, plain, 90, 100);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
      }),
    );
  });
});

describe("ellipsis", () => {
  it("keeps what fits and shortens what does not", () => {
    expect(ellipsis("short", plain, 100)).toBe("short");
    expect(ellipsis("considerably longer", plain, 60)).toBe("considera…");
  });
});
