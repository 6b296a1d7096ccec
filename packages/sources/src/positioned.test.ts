import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { child, itemsOf, type PositionedNode, readPositioned, textOf } from "./positioned.ts";

function root(text: string): PositionedNode {
  const read = readPositioned("f.yaml", text);
  expect(read.problems).toEqual([]);
  return read.root as PositionedNode;
}

/** The plain value that a node stands for. */
function plain(node: PositionedNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
}

describe("readPositioned", () => {
  test("keys and values know their lines", () => {
    const node = root("# a\nservices:\n  web:\n    ports:\n      - 80:80\n      - 022\n");
    const web = child(child(node, "services"), "web");
    expect(node.kind === "map" && node.keys.get("services")).toEqual({ file: "f.yaml", line: 2 });
    expect(itemsOf(child(web, "ports")).map((item) => [textOf(item), item.at.line])).toEqual([
      ["80:80", 5],
      ["022", 6],
    ]);
  });

  test.each([
    ["json", '{"a": [1, true, null]}', { a: [1, true, null] }],
    ["anchors", "a: &x {k: 1}\nb: *x\n", { a: { k: 1 }, b: { k: 1 } }],
    [
      "merge key: own keys win, first source wins",
      "a: &a {k: 1, l: 1}\nb: &b {l: 2, m: 2}\nc:\n  <<: [*a, *b]\n  k: 9\n",
      {
        a: { k: 1, l: 1 },
        b: { l: 2, m: 2 },
        c: { k: 9, l: 1, m: 2 },
      },
    ],
    ["an anchor may be set again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", { a: 1, b: 1, c: 2, d: 2 }],
    ["windows line ends", "a: 1\r\nb: two\r\n", { a: 1, b: "two" }],
  ])("%s", (_name, text, value) => {
    expect(plain(root(text))).toEqual(value);
  });

  test("an empty text has no root and no problem", () => {
    expect(readPositioned("f.yaml", "# nothing\n")).toEqual({ problems: [], notes: [] });
  });

  const bomb = [
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`),
  ].join("\n");
  test.each([
    ["deep flow lists", "[".repeat(5000), "too-deep"],
    ["deep flow maps", "{a: ".repeat(2000), "too-deep"],
    ["deep compact lists", `${"- ".repeat(5000)}x`, "too-deep"],
    ["deep block maps", Array.from({ length: 200 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "too-deep"],
    ["an alias bomb", bomb, "too-many-nodes"],
    ["an alias of itself", "a: &a [*a]", "not-yaml"],
    ["an alias of nothing", "a: *b", "not-yaml"],
    ["broken", "a: [1, 2\nb: 3", "not-yaml"],
    ["binary", "a: \u0000", "not-text"],
    ["large", `a: ${"x".repeat(5_000_001)}`, "file-too-large"],
  ])("refuses %s, again and again", (_name, text, code) => {
    for (let i = 0; i < 3; i++) {
      const read = readPositioned("f.yaml", text);
      expect(read.root).toBeUndefined();
      expect(read.problems.map((each) => each.code)).toEqual([code]);
      expect(read.problems[0]?.where?.file).toBe("f.yaml");
    }
  });

  test("reads what JSON writes, and never throws on any text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(40), (value, cut) => {
        const text = JSON.stringify({ value });
        expect(JSON.stringify(plain(root(text)))).toBe(JSON.stringify(JSON.parse(text)));
        expect(Array.isArray(readPositioned("f", text.slice(0, -cut - 1)).problems)).toBe(true);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."[]{}:-?&*!|>'\"#,\n ab<"), maxLength: 60 }), (text) =>
        Array.isArray(readPositioned("f", text).problems),
      ),
      { numRuns: 500 },
    );
  });
});

test("a key that stands twice is noted with both lines, and the last one counts", () => {
  const { root, problems, notes } = readPositioned("a.yaml", "web: {image: nginx}\ndb: {}\nweb: {image: redis}\n");
  expect(problems).toEqual([]);
  expect(textOf(child(child(root, "web"), "image"))).toBe("redis");
  expect(notes.map(({ say, where }) => [say, where])).toEqual([
    ["web stands twice in one map, first in line 1: the last one counts", { file: "a.yaml", line: 3 }],
  ]);
});

test("keys that a merge brings again are no repetition", () => {
  const { notes } = readPositioned("a.yaml", "base: &b {image: nginx}\nweb: {<<: *b, image: redis}\n");
  expect(notes).toEqual([]);
});
