import { describe, expect, test } from "vitest";
import { schemaVersion } from "../document.ts";
import { editText } from "./edit.ts";
import { migrations } from "./migrations.ts";
import { readLayer } from "./read.ts";

/** A file of each older version, and what it says today. */
const samples: Readonly<Record<number, { readonly text: string; readonly value: object }>> = {
  0: {
    text: `# An early draft
parapet: 0
system: Shop # ours
facts: {logged-in-one-place: true}
elements:
  - id: web
    kind: process
    facts: {validates-input: true, patched: {value: false, by: ann}, authentication: oidc}
  - id: db # the orders
    kind: data-store
flows:
  - {id: save, from: web, to: db}
`,
    value: {
      parapet: 1,
      system: "Shop",
      facts: { "logged-in-one-place": "yes" },
      elements: {
        web: {
          kind: "process",
          facts: { "validates-input": "yes", patched: { value: "no", by: "ann" }, authentication: "oidc" },
        },
        db: { kind: "data-store" },
      },
      flows: { save: { from: "web", to: "db" } },
    },
  },
};

test("the steps lead from the oldest version to the present one without a gap", () => {
  expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, index) => (migrations[0]?.from ?? 0) + index));
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map(({ from }) => from + 1));
  expect(migrations.at(-1)?.to).toBe(schemaVersion);
});

describe.each(migrations)("from $from to $to", ({ from }) => {
  test("a file of that version reads as its value today", () => {
    const sample = samples[from];
    expect(readLayer("model", { file: "model.yaml", content: sample?.text ?? "" })).toEqual({
      ok: true,
      value: sample?.value,
    });
  });
});

test("a list with the same id twice is not migrated but told", () => {
  const text = "parapet: 0\nsystem: Shop\nelements:\n  - {id: web}\n  - {id: web}\n";
  const read = readLayer("model", { file: "model.yaml", content: text });
  expect(read).toMatchObject({ ok: false, problems: [{ code: "wrong-type", where: { line: 4, path: ["elements"] } }] });
});

test("files of other layers only change their number", () => {
  const text = "parapet: 0\npeople: {ann: {name: Ann}}\n";
  expect(readLayer("people", { file: "people.yaml", content: text })).toEqual({
    ok: true,
    value: { parapet: 1, people: { ann: { name: "Ann" } } },
  });
});

test("an edit of an older file writes the present version and keeps the comments of what stays", () => {
  const edited = editText("model", samples[0]?.text ?? "", [
    { collection: "model.elements", id: "db", field: ["title"], after: "Orders" },
  ]);
  expect(edited.ok && edited.value).toBe(`# An early draft
parapet: 1
system: Shop # ours
facts: {logged-in-one-place: yes}
elements:
  web: {kind: process, facts: {validates-input: yes, patched: {value: no, by: ann}, authentication: oidc}}
  db: {kind: data-store, title: Orders}
flows:
  save: {from: web, to: db}
`);
});
