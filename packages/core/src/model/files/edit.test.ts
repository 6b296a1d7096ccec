import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../changes.ts";
import { difference } from "../difference.ts";
import type { Layer, Model } from "../document.ts";
import { editFiles, editText } from "./edit.ts";
import { readLayer } from "./read.ts";

const head = "parapet: 1\nsystem: Shop\n";

function edited(text: string, changes: readonly Change[], layer: Layer = "model"): string {
  const result = editText(layer, text, changes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const set = (
  collection: string,
  id: string,
  field: readonly string[],
  after: NonNullable<Change["after"]>,
): Change => ({ collection, id, field, after });
const unset = (collection: string, id: string, field: readonly string[]): Change => ({
  collection,
  id,
  field,
  before: "was",
});
const put = (collection: string, id: string, after: NonNullable<Change["after"]>): Change => ({
  collection,
  id,
  after,
});
const remove = (collection: string, id: string): Change => ({ collection, id, before: {} });

interface Case {
  readonly name: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly expected: string;
}

const cases: readonly Case[] = [
  {
    name: "a value keeps its trailing comment, the key its spacing",
    text: `# head\nparapet: 1\nsystem:   Shop   # ours\n`,
    changes: [set("model", "model", ["system"], "Web shop")],
    expected: `# head\nparapet: 1\nsystem:   Web shop   # ours\n`,
  },
  {
    name: "a new thing stands behind the last, in the style of its neighbours (one line)",
    text: `${head}zones:\n  a: { kind: internet } # out\n  # the rest\nflows: {}\n`,
    changes: [put("model.zones", "b", { kind: "device", in: "a" })],
    expected: `${head}zones:\n  a: { kind: internet } # out\n  b: { kind: device, in: a }\n  # the rest\nflows: {}\n`,
  },
  {
    name: "a new thing stands behind the last, in the style of its neighbours (lines)",
    text: `${head}elements:\n    a:\n        kind: process\n        # deep\nflows: {}\n`,
    changes: [
      put("model.elements", "b", {
        kind: "data-store",
        holds: ["x", "y"],
        facts: { logged: { value: "yes", by: "ann" } },
      }),
    ],
    expected: `${head}elements:\n    a:\n        kind: process\n        # deep\n    b:\n        kind: data-store\n        holds: [x, y]\n        facts: {logged: {value: yes, by: ann}}\nflows: {}\n`,
  },
  {
    name: "a map that is missing is made",
    text: `${head}\nzones:\n  a: {}\n`,
    changes: [put("model.features", "f", { title: "F: new" }), set("model.scope", "model", ["in"], [{ what: "API" }])],
    expected: `${head}\nzones:\n  a: {}\n\nfeatures:\n  f: {title: "F: new"}\n\nscope:\n  in:\n    - {what: API}\n`,
  },
  {
    name: "a map that was empty is filled",
    text: `${head}zones: {}\nelements:\n  a: {}\n`,
    changes: [put("model.zones", "z", {}), set("model.elements", "a", ["kind"], "process")],
    expected: `${head}zones:\n  z: {}\nelements:\n  a: {kind: process}\n`,
  },
  {
    name: "a removed thing takes its comments along, not its neighbours'",
    text: `${head}zones:\n  # first\n  a: {}\n\n  # second\n  # more of it\n  b: {} # behind\n    # below\n  # third\n  c: {}\n`,
    changes: [remove("model.zones", "b")],
    expected: `${head}zones:\n  # first\n  a: {}\n\n  # third\n  c: {}\n`,
  },
  {
    name: "with the last thing its map goes, with the blank line; the file's header stays",
    text: `# head\n${head}\nzones:\n  a: {}\n\nflows: {}\n`,
    changes: [remove("model.zones", "a")],
    expected: `# head\n${head}\nflows: {}\n`,
  },
  {
    name: "a thing without fields stays a thing",
    text: `${head}zones:\n  a:\n    kind: internet\n  b: {kind: device}\n`,
    changes: [unset("model.zones", "a", ["kind"]), unset("model.zones", "b", ["kind"])],
    expected: `${head}zones:\n  a: {}\n  b: {}\n`,
  },
  {
    name: "members come and go on one line",
    text: `${head}flows:\n  f: {carries: [ a, b , c ], returns: [x]}\n`,
    changes: [
      unset("model.flows", "f", ["carries", "b"]),
      set("model.flows", "f", ["carries", "d"], true),
      unset("model.flows", "f", ["returns", "x"]),
    ],
    expected: `${head}flows:\n  f: {carries: [ a, c, d ], returns: []}\n`,
  },
  {
    name: "members come and go on lines",
    text: `${head}elements:\n  a:\n    holds:\n      - x # ex\n      # why\n      - y\n    kind: process\n`,
    changes: [unset("model.elements", "a", ["holds", "y"]), set("model.elements", "a", ["holds", "z"], true)],
    expected: `${head}elements:\n  a:\n    holds:\n      - x # ex\n      - z\n    kind: process\n`,
  },
  {
    name: "a short fact becomes a long one",
    text: `${head}elements:\n  a:\n    facts:\n      logged: unknown # ask Bob\n  b: {facts: {logged: no}}\n`,
    changes: ["a", "b"].map((id) => set("model.elements", id, ["facts", "logged"], { value: "yes", by: "ann" })),
    expected: `${head}elements:\n  a:\n    facts:\n      logged: {value: yes, by: ann} # ask Bob\n  b: {facts: {logged: {value: yes, by: ann}}}\n`,
  },
  {
    name: "items of a list change one by one",
    text: `${head}scope:\n  out:\n  - what: A # a\n    why: a\n  # about b\n  - what: B\n  - {what: C}\n`,
    changes: [
      set(
        "model.scope",
        "model",
        ["out"],
        [{ why: "a", what: "A" }, { what: "B", why: "so" }, { what: "D", why: "d" }, { what: "C" }],
      ),
    ],
    expected: `${head}scope:\n  out:\n  - what: A # a\n    why: a\n  # about b\n  - what: B\n    why: so\n  - what: D\n    why: d\n  - {what: C}\n`,
  },
  {
    name: "the first field of an item on lines goes",
    text: `${head}elements:\n  a:\n    seen: x\nflows:\n  f:\n    crosses:\n      - what: tenant\n        why: w\n      - what: user\n        why: v\n`,
    changes: [set("model.flows", "f", ["crosses"], [{ what: "user", why: "v" }])],
    expected: `${head}elements:\n  a:\n    seen: x\nflows:\n  f:\n    crosses:\n      - what: user\n        why: v\n`,
  },
  {
    name: "the field that shares its line with a dash goes, the next takes its place",
    text: `${head}scope:\n  out:\n    - what: A # a\n      why: w\n    # b\n    - why: v\n      what: B\n`,
    changes: [set("model.scope", "model", ["out"], [{ what: "A", why: "w" }, { what: "B" }])],
    expected: `${head}scope:\n  out:\n    - what: A # a\n      why: w\n    # b\n    - what: B\n`,
  },
  {
    name: "several lines of text stand as lines, but not in front of a comment",
    text: `${head}scope:\n  purpose: old # keep\n  team: a\n`,
    changes: [
      set("model.scope", "model", ["purpose"], "one\ntwo"),
      set("model.scope", "model", ["team"], "three\nfour\n"),
    ],
    expected: `${head}scope:\n  purpose: "one\\ntwo" # keep\n  team: |\n    three\n    four\n`,
  },
  {
    name: "a block scalar is replaced with its lines",
    text: `${head}scope:\n  purpose: |\n    one\n\n    two\n\n  team: a\n`,
    changes: [set("model.scope", "model", ["purpose"], "short")],
    expected: `${head}scope:\n  purpose: short\n\n  team: a\n`,
  },
  {
    name: "when other things take the place of all, the comments of the old ones go, the one behind the key stays",
    text: `${head}zones: # where\n  # above a\n  a: {} # behind a\n    # below a\nflows: # what\n  f:\n    from: x\n`,
    changes: [
      remove("model.zones", "a"),
      put("model.zones", "b", {}),
      remove("model.flows", "f"),
      put("model.flows", "g", {}),
    ],
    expected: `${head}zones: # where\n  b: {}\nflows: # what\n  g: {}\n`,
  },
  {
    name: "what is taken from where it is not, leaves nothing behind",
    text: `${head}elements:\n  a: {kind: process}\n`,
    changes: [unset("model.elements", "a", ["facts", "logged"]), unset("model.scope", "model", ["team"])],
    expected: `${head}elements:\n  a: {kind: process}\n`,
  },
  {
    name: "the file's header stays when its first key goes",
    text: `# head\nmethod: dread\n${head}`,
    changes: [unset("model", "model", ["method"])],
    expected: `# head\n${head}`,
  },
  {
    name: "a comment inside the thing above is not the removed one's",
    text: `${head}zones:\n  a:\n    kind: internet\n    # inside a\n  b: {}\n  c: {}\n`,
    changes: [remove("model.zones", "b")],
    expected: `${head}zones:\n  a:\n    kind: internet\n    # inside a\n  c: {}\n`,
  },
  {
    name: "blank lines that a text keeps are kept",
    text: `${head}scope:\n  purpose: |+\n    one\n\nzones: {}\n`,
    changes: [set("model.scope", "model", ["team"], "T")],
    expected: `${head}scope:\n  purpose: |+\n    one\n\n  team: T\nzones: {}\n`,
  },
  {
    name: "letters in two parts are one letter, in the text and in the change",
    text: `${head}scope: {team: Cafe\u0301, purpose: x}\n`,
    changes: [set("model.scope", "model", ["purpose"], "Re\u0301sume\u0301")],
    expected: `${head}scope: {team: Cafe\u0301, purpose: Résumé}\n`,
  },
  {
    name: "CRLF, a byte order mark and a missing last line end",
    text: `\ufeff${head.replaceAll("\n", "\r\n")}zones:\r\n  a: {}\r\n  b: {} # b`,
    changes: [put("model.zones", "c", { description: "x\ny" }), remove("model.zones", "a")],
    expected: `\ufeff${head.replaceAll("\n", "\r\n")}zones:\r\n  b: {} # b\r\n  c: {description: "x\\ny"}\r\n`,
  },
  {
    name: "JSON stays JSON in flow",
    text: `{"parapet":1,"system":"Shop","zones":{"a":{"kind":"internet"}}}`,
    changes: [
      put("model.zones", "b", { in: "a" }),
      set("model.zones", "a", ["kind"], "device"),
      unset("model", "model", ["system"]),
      set("model", "model", ["system"], "S"),
    ],
    expected: `{"parapet":1,"system": S,"zones":{"a":{"kind": device}, b: {in: a}}}\n`,
  },
  {
    name: "the document between marks",
    text: `---\n${head}zones: {a: {}}\n`,
    changes: [remove("model.zones", "a")],
    expected: `---\n${head}`,
  },
];

test.each(cases)("$name", ({ text, changes, expected }) => {
  expect(edited(text, changes)).toBe(expected);
});

describe("the register", () => {
  const text = `parapet: 1\n\ndecisions:\n  b@x:\n    decision: accept\n    by: ann\n    on: 2026-01-01\n  d@x:\n    decision: avoid\n    by: ann\n    on: 2026-01-01\n`;

  test("gets entries in code-unit order, fields in the schema's order, one per line", () => {
    const decision = { on: "2026-02-02", decision: "mitigate", by: "bob" };
    const changes = ["e@x", "c@x", "a@x"].map((id) => put("register.decisions", id, decision));
    const lines = (id: string) => `  ${id}:\n    decision: mitigate\n    by: bob\n    on: 2026-02-02\n`;
    const [before = "", b = "", d = ""] = text.split(/(?= {2}[bd]@x)/);
    const result = edited(text, [...changes, set("register.decisions", "b@x", ["why"], "So")], "register");
    expect(result).toBe(`${before}${lines("a@x")}${b}    why: So\n${lines("c@x")}${d}${lines("e@x")}`);
  });

  test("gets a new collection at the schema's place, between blank lines", () => {
    const result = edited(
      text,
      [put("register.threats", "by-hand-t@x", { say: "T", by: "a", recorded: "2026-01-01" })],
      "register",
    );
    expect(result).toBe(
      text.replace(
        "parapet: 1\n",
        "parapet: 1\n\nthreats:\n  by-hand-t@x:\n    say: T\n    by: a\n    recorded: 2026-01-01\n",
      ),
    );
  });
});

test("a source's name in two parts is found", () => {
  const text = "parapet: 1\nsources:\n  cafe\u0301.yaml: {kind: compose}\n";
  const change = set("observed.sources", "caf\u00e9.yaml", ["kind"], "openapi");
  expect(edited(text, [change], "observed")).toBe("parapet: 1\nsources:\n  cafe\u0301.yaml: {kind: openapi}\n");
});

describe("what cannot be edited", () => {
  test("a text with problems", () => {
    expect(editText("model", "parapet: 1\n", [put("model.zones", "a", {})])).toMatchObject({
      ok: false,
      problems: [{ code: "missing-key" }],
    });
  });

  test("a file that would be larger than what is read", () => {
    const text = `${head}# ${"x".repeat(5 * 1024 * 1024 - 40)}\n`;
    const changes = [put("model.zones", "a", { description: "y".repeat(50) })];
    expect(editText("model", text, changes)).toMatchObject({ ok: false, problems: [{ code: "file-too-large" }] });
  });

  test("a change that a file cannot hold leaves the text alone", () => {
    const changes = [put("model.zones", "constructor", {})];
    expect(editText("model", `${head}zones: {a: {}}\n`, changes)).toMatchObject({
      ok: false,
      problems: [{ code: "internal" }],
    });
  });

  test("a layer that goes as a whole", () => {
    const gone: Change = { collection: "register", id: "model", before: { parapet: 1 } };
    expect(editText("register", "parapet: 1\n", [gone])).toMatchObject({
      ok: false,
      problems: [{ code: "not-possible" }],
    });
    const files = new Map([["register.yaml", "parapet: 1\n"]]);
    expect(editFiles(files, [gone])).toEqual({ ok: true, value: new Map([["register.yaml", undefined]]) });
  });

  test("changes of other layers are left to their files", () => {
    expect(editText("model", head, [put("register.decisions", "a@b", {})])).toEqual({ ok: true, value: head });
  });
});

test("a layer that is not there yet begins a file", () => {
  const changes = [put("diagram.positions", "web", { x: 1, y: 2.5 })];
  const result = editFiles(new Map(), changes);
  expect(result.ok && result.value.get("diagram.yaml")).toBe(
    "# Where things are drawn. Written by commands; losing it loses no knowledge.\nparapet: 1\n\npositions:\n  web: {x: 1, y: 2.5}\n",
  );
});

test("comments and bytes of what stays survive any difference", () => {
  const field = fc.record(
    { kind: fc.constantFrom("process", "data-store"), title: fc.constantFrom("One", "Two: 2") },
    { requiredKeys: [], noNullPrototype: true },
  );
  const things = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), field, { noNullPrototype: true });
  const line = (id: string, thing: object) => `  # above ${id}\n  ${id}:  ${JSON.stringify(thing)}   # behind ${id}\n`;
  fc.assert(
    fc.property(things, things, (a, b) => {
      const text = `${head}elements:\n${Object.entries(a)
        .map(([id, thing]) => line(id, thing))
        .join("\n")}flows:\n  f: {}\n`;
      fc.pre(Object.keys(a).length > 0);
      const model = (elements: object): Model => ({ parapet: 1, system: "Shop", elements, flows: { f: {} } }) as Model;
      const result = edited(text, difference({ model: model(a) }, { model: model(b) }));
      for (const [id, thing] of Object.entries(a)) {
        const stays = Object.hasOwn(b, id) && Object.keys(a).some((other) => Object.hasOwn(b, other));
        expect(result.includes(`# above ${id}\n`), result).toBe(stays);
        expect(result.includes(`# behind ${id}\n`), result).toBe(stays);
        if (stays && JSON.stringify(b[id]) === JSON.stringify(thing)) expect(result).toContain(line(id, thing));
      }
    }),
    { numRuns: 200 },
  );
});

test("a batch grows with the text and the changes, not faster", () => {
  const text = (n: number) =>
    `parapet: 1\ndecisions:\n${Array.from({ length: n }, (_, i) => `  r-${i}@x:\n    decision: accept\n    by: ann\n    on: 2026-01-01\n`).join("")}`;
  const time = (n: number) => {
    const changes = Array.from({ length: n }, (_, i) => [
      set("register.decisions", `r-${i}@x`, ["why"], "So"),
      put("register.decisions", `s-${i}@x`, { decision: "avoid", by: "b", on: "2026-01-01" }),
    ]).flat();
    const before = text(n);
    const started = performance.now();
    const result = edited(before, changes, "register");
    const took = performance.now() - started;
    expect(readLayer("register", { file: "r", content: result }).ok).toBe(true);
    return took;
  };
  time(500);
  const least = (n: number) => Math.min(time(n), time(n));
  const small = least(1_000);
  expect(least(8_000) / small).toBeLessThan(8 * 3);
});
