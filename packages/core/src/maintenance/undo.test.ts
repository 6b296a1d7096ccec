import { describe, expect, test } from "vitest";
import { apply } from "../model/apply.ts";
import { type Change, canonicalText } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import type { LogEntry } from "../model/store.ts";
import { undoOf } from "./undo.ts";

const base: Document = { model: { parapet: 1, system: "Shop", elements: { web: { kind: "process" } }, flows: {} } };
const set = (id: string, field: string, after: string, before?: string): Change => ({
  collection: "model.elements",
  id,
  field: [field],
  ...(before === undefined ? {} : { before }),
  after,
});
const add = (id: string): Change => ({ collection: "model.elements", id, after: { kind: "process" } });
const flow: Change = { collection: "model.flows", id: "call", after: { from: "web", to: "db" } };

/** A log of steps by people, and the document that it ends in. */
function played(...steps: readonly (readonly [string, ...Change[]])[]): { log: LogEntry[]; document: Document } {
  let document = base;
  const log = steps.map(([by, ...changes], i): LogEntry => {
    document = apply(document, changes);
    return { at: "2026-11-24", by, title: `step ${i}`, calls: [], changes, from: `r${i}`, to: `r${i + 1}` };
  });
  return { log, document };
}

function undone(
  log: LogEntry[],
  document: Document,
  by: string,
): { document: Document; log: LogEntry[]; say: string[] } {
  const result = undoOf(log, by, document);
  if (!result.ok) return { document, log, say: result.problems.map(({ say }) => say) };
  const { changes, key, entry } = result.value;
  const next: LogEntry = {
    at: "2026-11-24",
    by,
    title: `undo ${entry.title}`,
    calls: [],
    changes,
    undoes: key,
    from: "x",
    to: "y",
  };
  return { document: apply(document, changes), log: [...log, next], say: [] };
}

describe("undoOf", () => {
  test("takes back the last entry of this person, whatever others did elsewhere", () => {
    const { log, document } = played(["ann", set("web", "title", "Web")], ["bo", add("db")]);
    const { document: after } = undone(log, document, "ann");
    expect(after.model.elements).toEqual({ web: { kind: "process" }, db: { kind: "process" } });
  });

  test("again takes back the one before, until nothing is left", () => {
    const { log, document } = played(["ann", set("web", "title", "Web")], ["ann", set("web", "title", "Site", "Web")]);
    const once = undone(log, document, "ann");
    expect(once.document.model.elements?.web?.title).toBe("Web");
    const twice = undone(once.log, once.document, "ann");
    expect(canonicalText(twice.document)).toBe(canonicalText(base));
    expect(undone(twice.log, twice.document, "ann").say).toEqual(["There is nothing of ann to undo."]);
    expect(undone(log, document, "cy").say).toEqual(["There is nothing of cy to undo."]);
    expect(undoOf(log, "cy", document)).toMatchObject({ ok: false, problems: [{ code: "nothing-to-undo" }] });
  });

  test("takes back one fact of the first facts of a thing, and leaves what another person added beside it", () => {
    const { log, document } = played(
      ["ann", { collection: "model.elements", id: "web", field: ["facts"], after: { logs: "yes" } }],
      ["bo", { collection: "model.elements", id: "web", field: ["facts", "encrypts"], after: "no" }],
    );
    expect(undone(log, document, "ann").document.model.elements?.web?.facts).toEqual({ encrypts: "no" });
  });

  test("refuses to take back a creation that others built on, and names who and what", () => {
    const { log, document } = played(["ann", add("db")], ["bo", flow], ["cy", set("web", "title", "Web")]);
    expect(undone(log, document, "ann").say).toEqual([
      "“step 0” cannot be undone: bo (“step 1”, 2026-11-24) built on it. Without it, call.to names db, which does not exist.",
    ]);
  });

  test("refuses what another person changed since, and names them", () => {
    const { log, document } = played(["ann", set("web", "title", "Web")], ["bo", set("web", "title", "Site", "Web")]);
    expect(undone(log, document, "ann").say).toEqual([
      "“step 0” cannot be undone: model.elements.web.title: bo changed it since (“step 1”, 2026-11-24).",
    ]);
  });

  test("refuses what the file says otherwise by now", () => {
    const { log, document } = played(["ann", set("web", "title", "Web")]);
    const edited = apply(document, [set("web", "title", "By hand", "Web")]);
    expect(undone(log, edited, "ann").say).toEqual([
      "“step 0” cannot be undone: model.elements.web.title: the file was edited since.",
    ]);
  });

  test("refuses what something else names by now", () => {
    const { log, document } = played(["ann", add("db")], ["bo", flow]);
    expect(undone(log, document, "ann").say).toHaveLength(1);
    expect(undone(log, document, "ann").say[0]).toContain("cannot be undone");
    const back = undone(log, document, "bo");
    expect(canonicalText(undone(back.log, back.document, "ann").document)).toBe(canonicalText(base));
  });

  test("the first entry of a layer is taken back without what others added to the layer", () => {
    const score = (title: string) => ({ decision: "mitigate", by: "x", on: "2026-11-24", why: title });
    const first: Change = {
      collection: "register",
      id: "model",
      after: { parapet: 1, decisions: { "a@web": score("a") } },
    };
    const second: Change = { collection: "register.decisions", id: "b@web", after: score("b") };
    const { log, document } = played(["ann", first], ["bo", second]);
    expect(undone(log, document, "ann").document.register).toEqual({ parapet: 1, decisions: { "b@web": score("b") } });
    expect(canonicalText(undone(log.slice(0, 1), apply(base, [first]), "ann").document)).toBe(canonicalText(base));
  });

  test("a value that somebody set to the same again is no obstacle", () => {
    const { log, document } = played(
      ["ann", set("web", "title", "Web")],
      ["bo", set("web", "title", "Site", "Web")],
      ["bo", set("web", "title", "Web", "Site")],
    );
    expect(canonicalText(undone(log, document, "ann").document)).toBe(canonicalText(base));
  });

  test("refuses what another person built on", () => {
    const { log, document } = played(["ann", set("web", "title", "Web")], ["bo", set("web", "title", "Site", "Web")]);
    expect(undoOf(log, "ann", document)).toMatchObject({ ok: false, problems: [{ code: "merge-conflict" }] });
  });
});
