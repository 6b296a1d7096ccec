import { describe, expect, test } from "vitest";
import type { Change } from "../changes.ts";
import type { Layer } from "../document.ts";
import { editText } from "./edit.ts";
import { onLongLines, widest } from "./long-lines.ts";

const head = "parapet: 1\nsystem: Shop\n";
const long = { value: "yes", by: "ann", on: "2026-11-24", why: "The gateway in front of it refuses the rest" };
const short = { value: "yes", by: "ann", on: "2026-11-24", why: "By the gateway" };
const shortText = "{value: yes, by: ann, on: 2026-11-24, why: By the gateway}";
const longText = "{value: yes, by: ann, on: 2026-11-24, why: The gateway in front of it refuses the rest}";

const fact = (name: string, after: Change["after"] = long, id = "web"): Change =>
  ({ collection: "model.elements", id, field: ["facts", name], after }) as Change;

interface Case {
  readonly name: string;
  readonly before: string;
  readonly changes: readonly Change[];
  readonly after: string;
  readonly layer?: Layer;
}

const cases: readonly Case[] = [
  {
    name: "a line that still fits stays a line",
    before: `${head}elements:\n  web: { kind: process, facts: { logged: yes } }\n`,
    changes: [fact("backed-up", "no")],
    after: `${head}elements:\n  web: { kind: process, facts: { logged: yes, backed-up: no } }\n`,
  },
  {
    name: "the outer map is broken; the one inside fits",
    before: `${head}elements:\n  web: { kind: process, title: Web front, facts: { logged: yes } } # ours\n  db: {kind: data-store}\n`,
    changes: [fact("backed-up", short)],
    after: `${head}elements:
  web: # ours
    kind: process
    title: Web front
    facts: { logged: yes, backed-up: { ${shortText.slice(1, -1)} } }
  db: {kind: data-store}
`,
  },
  {
    name: "the map inside is broken too when it does not fit",
    before: `${head}elements:\n  web: {kind: process, facts: {logged: yes}, title: Web front}\n`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:
  web:
    kind: process
    facts:
      logged: yes
      backed-up: ${longText}
      rate-limited: ${longText}
    title: Web front
`,
  },
  {
    name: "a line that was too long before is broken when it grows",
    before: `${head}elements:\n  web: {kind: process, facts: {logged: ${longText}, backed-up: ${longText}}}\n`,
    changes: [fact("rate-limited", "no")],
    after: `${head}elements:
  web:
    kind: process
    facts:
      logged: ${longText}
      backed-up: ${longText}
      rate-limited: no
`,
  },
  {
    name: "a map of the file's own depth, four columns per level",
    before: `${head}elements:\n    web:\n        kind: process\n        facts: {logged: yes, patched: yes}\n`,
    changes: [fact("backed-up")],
    after: `${head}elements:
    web:
        kind: process
        facts:
            logged: yes
            patched: yes
            backed-up: ${longText}
`,
  },
  {
    name: "comments inside stay with their entries, or on their own lines; a trailing comma goes",
    before: `${head}elements:
  web: { # about web
    # what it is
    kind: process, # of course
    facts: { # about facts
      logged: yes # since May
      , patched: no, # not yet
    },
    # the end
    } # behind
`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:
  web: # behind
    # about web
    # what it is
    kind: process # of course
    facts: # about facts
      logged: yes # since May
      patched: no
      backed-up: { ${longText.slice(1, -1)} }
      rate-limited: { ${longText.slice(1, -1)} } # not yet
    # the end
`,
  },
  {
    name: "the comment behind a map inside moves behind its key",
    before: `${head}elements:\n  web: {facts: {logged: yes, patched: yes}, # known\n    kind: process}\n`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:
  web:
    facts: # known
      logged: yes
      patched: yes
      backed-up: ${longText}
      rate-limited: ${longText}
    kind: process
`,
  },
  {
    name: "JSON inside YAML",
    before: `${head}elements:\n  "web": {"kind":"process","facts":{"logged":"yes"},"holds":["a","b"]}\n`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:
  "web":
    "kind": "process"
    "facts":
      "logged": "yes"
      backed-up: ${longText}
      rate-limited: ${longText}
    "holds": ["a","b"]
`,
  },
  {
    name: "texts and lists over several lines are indented below their keys",
    before: `${head}elements:
  web: { description: "Takes
   orders, \\
   and

   more", title: Web
   \tfront, holds: [ a,
   b, invoices, payments ], facts: { logged: yes } }
`,
    changes: [fact("backed-up", short)],
    after: `${head}elements:
  web:
    description: "Takes
      orders, \\
      and

      more"
    title: Web
      front
    holds: [ a,
      b, invoices, payments ]
    facts: { logged: yes, backed-up: { ${shortText.slice(1, -1)} } }
`,
  },
  {
    name: "one thing comes, one goes, one becomes long",
    before: `${head}elements:\n  web: {kind: process, title: The web front of the shop, facts: {logged: yes, patched: no, tested: yes}}\n`,
    changes: [
      { collection: "model.elements", id: "web", field: ["facts", "patched"], before: "no" },
      fact("tested", short),
      fact("backed-up", "no"),
      { collection: "model.elements", id: "web", field: ["kind"], before: "process" },
    ],
    after: `${head}elements:
  web:
    title: The web front of the shop
    facts: {logged: yes, tested: ${shortText}, backed-up: no}
`,
  },
  {
    name: "a brace on the line below its key",
    before: `${head}elements:\n  web: # why\n    {kind: process, title: The web front of the shop, facts: {logged: yes, patched: yes}}\n`,
    changes: [fact("backed-up", short)],
    after: `${head}elements:
  web: # why
    kind: process
    title: The web front of the shop
    facts: {logged: yes, patched: yes, backed-up: ${shortText}}
`,
  },
  {
    name: "several on one line: each that grew, and no other",
    before: `${head}elements: {web: {kind: process, facts: {logged: yes}}, db: {kind: data-store, facts: {logged: yes}}}\n`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:
  web:
    kind: process
    facts:
      logged: yes
      backed-up: ${longText}
      rate-limited: ${longText}
  db: {kind: data-store, facts: {logged: yes}}
`,
  },
  {
    name: "an item of a block list",
    before: `${head}scope:\n  out:\n    - {what: The old shop} # gone\n    - {what: Mail}\n`,
    changes: [
      {
        collection: "model.scope",
        id: "model",
        field: ["out"],
        after: [
          { what: "The old shop" },
          {
            what: "Mail",
            why: "A provider runs it, and the contract with that provider says what happens when it fails",
          },
        ],
      },
    ],
    after: `${head}scope:
  out:
    - {what: The old shop} # gone
    - {what: Mail, why: "A provider runs it, and the contract with that provider says what happens when it fails"}
`,
  },
  {
    name: "an item of a block list, too long",
    before: `${head}scope:\n  out:\n  -   {what: The old shop that nobody has used since the spring of last year} # gone\n  - {what: Mail}\n`,
    changes: [
      {
        collection: "model.scope",
        id: "model",
        field: ["out"],
        after: [
          {
            what: "The old shop that nobody has used since the spring of last year",
            why: "It is switched off, and its data went with it",
          },
          { what: "Mail" },
        ],
      },
    ],
    after: `${head}scope:
  out:
  - # gone
    what: The old shop that nobody has used since the spring of last year
    why: "It is switched off, and its data went with it"
  - {what: Mail}
`,
  },
  {
    name: "a map inside a flow list stays, what is around it is broken",
    before: `${head}scope: {team: Checkout, purpose: Sell things, out: [{what: The old shop}]}\n`,
    changes: [
      {
        collection: "model.scope",
        id: "model",
        field: ["out"],
        after: [
          { what: "The old shop", why: "It is switched off, and its data went with it" },
          { what: "Mail", why: "A provider runs it" },
        ],
      },
    ],
    after: `${head}scope:
  team: Checkout
  purpose: Sell things
  out: [{what: The old shop, why: "It is switched off, and its data went with it"}, {what: Mail, why: A provider runs it}]
`,
  },
  {
    name: "a list that grows breaks the maps around it",
    before: `${head}elements:\n  web: {kind: process, title: The web front of the shop, holds: [orders, customers, payments, passwords]}\n`,
    changes: ["addresses", "invoices"].map((id) => ({
      collection: "model.elements",
      id: "web",
      field: ["holds", id],
      after: true,
    })),
    after: `${head}elements:
  web:
    kind: process
    title: The web front of the shop
    holds: [orders, customers, payments, passwords, addresses, invoices]
`,
  },
  {
    name: "CRLF, and no line end at the end",
    before: `${head}elements:\n  web: {kind: process, # it\n    facts: {logged: yes, patched: yes}} # ours`.replaceAll(
      "\n",
      "\r\n",
    ),
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:
  web: # ours
    kind: process # it
    facts:
      logged: yes
      patched: yes
      backed-up: ${longText}
      rate-limited: ${longText}
`.replaceAll("\n", "\r\n"),
  },
  {
    name: "a document that is one flow map stays one",
    before: `{"parapet": 1, "system": "Shop", "elements": {"web": {"kind": "process", "facts": {"logged": "yes"}}}}\n`,
    changes: [fact("backed-up")],
    after: `{"parapet": 1, "system": "Shop", "elements": {"web": {"kind": "process", "facts": {"logged": "yes", backed-up: ${longText}}}}}\n`,
  },
  {
    name: "the document between marks; comments below belong to what stood there",
    before: `---\n${head}elements: {web: {facts: {logged: yes}}} # what runs\n  # below\nflows: {}\n`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `---
${head}elements: # what runs
  web:
    facts:
      logged: yes
      backed-up: ${longText}
      rate-limited: ${longText}
  # below
flows: {}
`,
  },
  {
    name: "a colon on the line below its key is nothing for block style: the line is long, the edit is made",
    before: `${head}elements:\n  web: {"kind"\n    : process, facts: {logged: yes}}\n`,
    changes: [fact("backed-up"), fact("rate-limited")],
    after: `${head}elements:\n  web: {"kind"\n    : process, facts: {logged: yes, backed-up: ${longText}, rate-limited: ${longText}}}\n`,
  },
  {
    name: "a longer text alone breaks nothing: no map grew",
    before: `${head}elements:\n  web:\n    facts:\n      logged: ${longText}\n`,
    changes: [
      {
        collection: "model.elements",
        id: "web",
        field: ["facts", "logged", "why"],
        after: "The gateway in front of it refuses the rest and tells the team in the morning",
      },
    ],
    after: `${head}elements:\n  web:\n    facts:\n      logged: ${longText.slice(0, -1)} and tells the team in the morning}\n`,
  },
  {
    name: "a file that commands write",
    layer: "observed",
    before: `parapet: 1\nelements:\n  web: {kind: process, facts: {logged: {value: yes, seen: "compose.yaml:12"}}}\n`,
    changes: ["patched", "backed-up"].map((name) => ({
      collection: "observed.elements",
      id: "web",
      field: ["facts", name],
      after: { value: "yes", seen: "compose.yaml:120" },
    })),
    after: `parapet: 1
elements:
  web:
    kind: process
    facts:
      backed-up: {value: yes, seen: compose.yaml:120}
      logged: {value: yes, seen: "compose.yaml:12"}
      patched: {value: yes, seen: compose.yaml:120}
`,
  },
];

describe("lines that an edit makes too long", () => {
  test.each(cases)("$name", ({ before, changes, after, layer = "model" }) => {
    const result = editText(layer, before, changes);
    expect(result.ok ? result.value : result.problems).toBe(after);
  });
});

test("a line may have 120 columns, and its end counts for none", () => {
  const line = (columns: number, end: string) => `a: 1${end}${"x".repeat(columns)}${end}b: 2${end}`;
  const at = (text: string) =>
    onLongLines(
      text,
      [text.indexOf("x"), text.indexOf("b")].map((start) => ({ start, end: start + 1 })),
    );
  for (const end of ["\n", "\r\n"]) {
    expect(at(line(widest, end))).toEqual([]);
    expect(at(line(widest + 1, end))).toHaveLength(1);
  }
  expect(
    onLongLines("x".repeat(widest + 1), [
      { start: 5, end: 6 },
      { start: 9, end: 9 },
    ]),
  ).toHaveLength(2);
});
