import { describe, expect, test } from "vitest";
import type { Layer } from "../document.ts";
import { readDocument, readLayer } from "./read.ts";

const file = "model.yaml";
const head = "parapet: 1\nsystem: Shop\n";

/** The problems as `code line:column fix`. */
function problemsOf(content: string | Uint8Array, layer: Layer = "model"): readonly string[] {
  const read = readLayer(layer, { file, content });
  return read.ok
    ? []
    : read.problems.map(({ code, where, fix }) => `${code} ${where?.line ?? "-"}:${where?.column ?? "-"} ${fix}`);
}

describe("what is no text, or no plain YAML", () => {
  const deep = (open: string, close: string, n: number) => `${head}facts: ${open.repeat(n)}${close.repeat(n)}\n`;
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["an empty file", "", "not-yaml 1:1 Begin it"],
    ["only a comment", "# nothing\n", "not-yaml 1:1 Begin it"],
    ["a list", "- a\n", "wrong-type 1:1 Begin it"],
    ["a word", "hello\n", "wrong-type 1:1 Begin it"],
    ["a NUL", `${head}a\u0000b`, "not-text 3:- Save"],
    ["bytes with a NUL", new Uint8Array([97, 10, 0, 1]), "not-text 2:- Save"],
    ["bytes that are no UTF-8", new Uint8Array([0x61, 0xff, 0xfe]), "not-text 1:- Save"],
    ["bytes that are no UTF-8 further down", new Uint8Array([0x61, 10, 0xc3, 0xa9, 10, 0xc3]), "not-text 3:- Save"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x70, 0x00]), "not-text 1:- Save"],
    ["a control character", `${head}scope: {team: "a\u0007"}\n`, "not-text 3:17 Delete it"],
    ["a byte order mark inside", `${head}\ufeffscope: {}\n`, "not-text 3:1 Delete it"],
    ["old Mac line ends", "parapet: 1\rsystem: Shop\r", "not-text 1:11 Save"],
    ["too many bytes", `${head}# ${"x".repeat(5 * 1024 * 1024)}\n`, "file-too-large -:- Split"],
    ["too many bytes in UTF-8 alone", `${head}# ${"é".repeat(3 * 1024 * 1024)}\n`, "file-too-large -:- Split"],
    ["too many values", `${head}zones: [${"{},".repeat(250_000)}]\n`, "too-many-nodes -:- Split"],
    [
      "an unfinished merge",
      `${head}<<<<<<< HEAD\nzones: {}\n=======\nflows: {}\n>>>>>>> b\n`,
      "conflict-markers 3:1 Finish",
    ],
    ["an anchor", `${head}scope: &s {team: a}\n`, "yaml-feature 3:8 Delete the &"],
    ["an alias", `${head}scope: {team: a}\ndata: *s\n`, "yaml-feature 4:7 Write the value"],
    ["a tag", `${head}scope: {team: !!str 1}\n`, "yaml-feature 3:15 Delete the tag"],
    ["a merge key", `${head}zones:\n  a: {<<: {title: b}}\n`, "yaml-feature 4:7 Write the fields"],
    ["a question-mark key", `${head}? zones\n: {}\n`, "yaml-feature 3:3 Write key: value"],
    ["a question-mark key on the next line", `${head}?\n  zones\n: {}\n`, "yaml-feature 4:3 Write key: value"],
    ["a question-mark key in a flow map", `${head}zones: {a: {}, ? b : {}}\n`, "yaml-feature 3:18 Write key: value"],
    ["a map as a key", `${head}{a: b}: c\n`, "yaml-feature 3:1 Use a plain word"],
    ["two documents", `${head}---\nparapet: 1\n`, "yaml-feature 3:1 Keep one document"],
    ["an empty key", `${head}zones:\n  a: {}\n: b\n`, "not-yaml 4:6 Write a key"],
    ["a directive", `%YAML 1.2\n---\n${head}`, "yaml-feature 1:1 Delete the line"],
    ["an end mark", `${head}...\n`, "yaml-feature 3:1 Delete the line"],
    ["__proto__", `${head}zones: {__proto__: {kind: internet}}\n`, "bad-id 3:9 Choose another name"],
    ["__proto__ in escapes", `${head}zones: {"\\x5f_proto__": {kind: internet}}\n`, "bad-id 3:9 Choose another name"],
    ["a name that every object inherits", `${head}elements:\n  constructor: {}\n`, "bad-id 4:3 Choose another name"],
    ["a key on two lines", `${head}zones: {"a\n b": {}}\n`, "not-yaml 3:9 Write the key on one line"],
    ["a number as a key", `${head}zones: {1: {}}\n`, "wrong-type 3:9 Put it in quotes"],
    ["true as a key", `${head}zones: {true: {}}\n`, "wrong-type 3:9 Put it in quotes"],
    ["a key twice", `${head}zones: {a: {}, b: {}, a: {}}\n`, "duplicate-key 3:23 Keep one"],
    ["a key of the file twice", `${head}zones: {}\nsystem: Other\n`, "duplicate-key 4:1 Keep one"],
    ["tabs", `${head}zones:\n\ta: {}\n`, "not-yaml 4:1 Indent with spaces"],
    ["an open bracket", `${head}zones: {a: {kind: internet}\n`, "not-yaml 4:1 Line the entry up"],
    ["an open quote", `${head}scope: {team: "a}\n`, "not-yaml"],
    ["61 lists deep", deep("[", "]", 61), "too-deep 3:67 Nest at most 60"],
    ["900 maps deep", deep("{a: ", "}", 900), "too-deep"],
  ];
  test.each(cases)("%s", (_, content, expected) => {
    expect(problemsOf(content)[0]).toMatch(new RegExp(`^${expected.replace(/[-*?.&]/g, "\\$&")}`));
  });

  test("what looks forbidden in texts and comments is allowed", () => {
    const text = `${head}scope: # &a *b !c <<: {}\n  purpose: "a & b * c !d <<: e"\n  team: it's &co *all !now --- ... ? what\n`;
    expect(problemsOf(text)).toEqual([]);
  });

  test("a byte order mark, CRLF, a start mark and a missing last line end are accepted", () => {
    for (const text of [`\ufeff${head}`, head.replaceAll("\n", "\r\n"), `---\n${head}`, head.trimEnd()])
      expect(readLayer("model", { file, content: new TextEncoder().encode(text) })).toEqual({
        ok: true,
        value: { parapet: 1, system: "Shop" },
      });
  });

  test("yes, no and days stay words, and words are read in composed form", () => {
    const text = `${head}scope: {team: Cafe\u0301}\nparticipants: {ann: {senior: yes}}\nassumptions: {a: {text: no, review: 2026-11-24}}\n`;
    const read = readLayer("model", { file, content: text });
    expect(read.ok && read.value).toMatchObject({
      scope: { team: "Café" },
      participants: { ann: { senior: "yes" } },
      assumptions: { a: { text: "no", review: "2026-11-24" } },
    });
  });
});

describe("what the schema refuses", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["no version", "system: Shop\n", ['no-schema-version 1:1 Begin it with "parapet: 1".']],
    ["a newer version", "parapet: 2\nsystem: Shop\n", ["newer-schema 1:10 Install a newer Parapet."]],
    ["a version that never was", "parapet: -3\nsystem: Shop\n", ["not-in-list 1:10 Write parapet: 1."]],
    ["a version that is a word", "parapet: one\nsystem: Shop\n", ["wrong-type 1:10 Write parapet: 1."]],
    ["no system", "parapet: 1\n", ["missing-key 1:1 Add system: …"]],
    ["an unknown key", `${head}element: {}\n`, ["unknown-key 3:1 Did you mean elements? Known here: "]],
    [
      "an unknown key inside",
      `${head}elements:\n  a:\n    kidn: process\n`,
      ["unknown-key 5:5 Did you mean kind? Known here: "],
    ],
    [
      "a wrong word",
      `${head}elements: {a: {kind: proces}}\n`,
      ["not-in-list 3:22 Did you mean process? One of: external-entity, process, data-store."],
    ],
    [
      "a word far from all",
      `${head}elements: {a: {kind: banana}}\n`,
      ["not-in-list 3:22 One of: external-entity, process, data-store."],
    ],
    [
      "true for yes",
      `${head}participants: {a: {senior: true}}\n`,
      ["wrong-type 3:28 Write yes: true and false are not used."],
    ],
    ["false in a fact", `${head}facts: {logged: false}\n`, ["wrong-type 3:17 Write no: true and false are not used."]],
    ["a fact in capitals", `${head}facts: {logged: Yes}\n`, ["wrong-type 3:17 Write yes. A fact is yes, no, unknown"]],
    [
      "an unknown key in a fact",
      `${head}facts: {logged: {value: yes, bye: ann}}\n`,
      ["unknown-key 3:30 Did you mean by? Known here: "],
    ],
    [
      "no such day",
      `${head}assumptions: {a: {text: x, review: 2026-02-30}}\n`,
      ["bad-date 3:36 Write year-month-day, as 2026-11-24."],
    ],
    [
      "a day the other way round",
      `${head}assumptions: {a: {text: x, review: 24.11.2026}}\n`,
      ["bad-date 3:36 Write year-month-day"],
    ],
    ["an id in capitals", `${head}zones: {My Zone: {}}\n`, ["bad-id 3:9 Write my-zone. An id is"]],
    ["a reference that is no id", `${head}flows: {f: {from: Web App}}\n`, ["bad-id 3:19 Write web-app. An id is"]],
    ["a number for a text", `${head}dependencies: {d: {version: 1.2}}\n`, ['wrong-type 3:29 Put it in quotes: "1.2".']],
    ["a word for a list", `${head}flows: {f: {carries: order}}\n`, ["wrong-type 3:22 Write it as a list: [order]."]],
    ["nothing for a map", `${head}zones:\n`, ["wrong-type 3:7 Write a map of keys and values, or delete the key."]],
    ["an empty text", `${head}scope: {team: ""}\n`, ["wrong-type 3:15 Write a text, or delete the key."]],
    [
      "access that is no word of it",
      `${head}entry-points: {e: {access: {all: maybe}}}\n`,
      ["not-in-list 3:34 One of: yes, no, unknown."],
    ],
    [
      "access with a wrong key",
      `${head}entry-points: {e: {access: {all: {wen: x}}}}\n`,
      ["missing-key 3:29 Add when: …", "unknown-key 3:35 Did you mean when?"],
    ],
    [
      "several at once, in the order of the file",
      `${head}zones: {a: {kind: internetz}}\nelements: {b: {zone: 7}}\ndata: {c: {classification: secret}}\n`,
      [
        "not-in-list 3:19 Did you mean internet?",
        'wrong-type 4:22 Put it in quotes: "7".',
        "not-in-list 5:28 One of: public",
      ],
    ],
  ];
  test.each(cases)("%s", (_, content, expected) => {
    const found = problemsOf(content);
    expect(found.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(expected);
  });

  test("a gate that does not exist", () => {
    expect(problemsOf("parapet: 1\ngates: {ownd: on}\n", "policy")[0]).toMatch(/^unknown-key 2:9 Did you mean owned\?/);
  });

  test("a key of a threat that names no subject", () => {
    expect(
      problemsOf("parapet: 1\ndecisions:\n  lonely: {decision: accept, by: a, on: 2026-01-01}\n", "register")[0],
    ).toMatch(/^bad-id 3:3/);
  });

  test("many unknown keys do not stall", () => {
    const started = performance.now();
    expect(problemsOf(head + Array.from({ length: 60_000 }, (_, i) => `zon${i}: {}\n`).join(""))).toHaveLength(50);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test("at most 50 problems are told", () => {
    const zones = Array.from({ length: 3000 }, (_, i) => `  z${i}: {kind: nowhere}\n`).join("");
    expect(problemsOf(`${head}zones:\n${zones}`)).toHaveLength(50);
  });

  test("the path names the value", () => {
    const read = readLayer("model", { file, content: `${head}flows:\n  f:\n    carries: [a, 7]\n` });
    expect(!read.ok && read.problems[0]?.where).toEqual({
      file,
      line: 5,
      column: 18,
      path: ["flows", "f", "carries", 1],
    });
  });
});

describe("a document of several files", () => {
  const model = `${head}zones: {lan: {kind: private-network}}\nelements: {web: {kind: process, zone: lan}}\n`;

  test("is read as one", () => {
    const read = readDocument(
      new Map([
        [file, model],
        ["observed.yaml", "parapet: 1\nelements: {db: {kind: data-store, zone: lan}}\n"],
      ]),
    );
    expect(read).toMatchObject({
      ok: true,
      value: { model: { system: "Shop" }, observed: { elements: { db: { zone: "lan" } } } },
    });
  });

  test("needs a model", () => {
    expect(readDocument(new Map())).toMatchObject({ ok: false, problems: [{ code: "file-missing", where: { file } }] });
  });

  test("tells the problems of all files, with the names that the caller gives them", () => {
    const files = new Map([
      [file, `${head}zonez: {}\n`],
      ["people.yaml", "parapet: 1\npeople: {ann: {job: dev}}\n"],
    ]);
    const read = readDocument(files, (path) => `threat-model/${path}`);
    expect(!read.ok && read.problems.map(({ code, where }) => `${code} ${where?.file}:${where?.line}`)).toEqual([
      "unknown-key threat-model/model.yaml:3",
      "not-in-list threat-model/people.yaml:2",
    ]);
  });

  test("has a line and column for what only the whole shows", () => {
    const files = new Map([
      [file, model],
      ["observed.yaml", "parapet: 1\nflows:\n  f: {from: web, to: nowhere}\n"],
    ]);
    const read = readDocument(files);
    expect(!read.ok && read.problems).toEqual([
      {
        code: "dangling-reference",
        say: "f.to names nowhere, which does not exist.",
        fix: "Add nowhere as an element, or correct the name.",
        where: { file: "observed.yaml", line: 3, column: 22, path: ["flows", "f", "to"] },
      },
    ]);
  });
});

test.each([
  ["a text", `${head}scope: {purpose: "x"}\nelements:\n  a:\n    title: Is it so ?\n    kind: process\n`],
  ["a comment", `${head}# is it so ?\nelements: {}\n`],
  ["a comment behind a value", `${head}facts: {} # is it so ?\nelements: {}\n`],
])("%s may end in a question mark above a key", (_, content) => {
  expect(readLayer("model", { file: "f", content })).toMatchObject({ ok: true });
});
