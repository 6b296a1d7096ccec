// What is said of the last thing done: only what the engine tells once the document has it is about it.
import type { Change, Problem } from "@parapet/core";
import type { Entry, Waiting } from "@parapet/live";
import { describe, expect, test } from "vitest";
import { asked, inDocument, onItsWay, over, worked } from "./said.ts";

const effect = {
  sentence: "Opens 1.",
  come: { count: 1, first: [] },
  gone: { count: 0, first: [] },
  turned: { statuses: [], waits: 0, about: false },
};
const changes = [{ op: "set" }] as unknown as readonly Change[];
const id = "page-2";
const shown = 4;
const here = onItsWay(asked("Move"), { id, changes }, shown);
const there = onItsWay(asked("Move"), { id, changes: [] }, shown);
const waiting = [{ id }] as unknown as readonly Waiting[];
const recent = [{ id }] as unknown as readonly Entry[];

describe("what the engine tells", () => {
  test("of something before is not said of what was asked for after it", () => {
    for (const said of [asked("Move"), there]) expect(worked(said, effect, shown)).toBe(said);
    expect(worked(here, effect, shown - 1)).toBe(here);
  });

  test("is said of what took effect here at once", () => {
    for (const upTo of [shown, shown + 1])
      expect(worked(here, effect, upTo)).toMatchObject({ title: "Move", effect, working: false });
  });

  test("is said once: a change by somebody else later is none of it", () => {
    const done = worked(here, undefined, shown);
    expect(worked(done, effect, shown + 1)).toBe(done);
  });

  test("is said of what the server worked out once the document has it", () => {
    const still = inDocument(there, { waiting, recent: [] }, shown);
    expect(worked(still, effect, shown)).toBe(there);
    const made = inDocument(there, { waiting: [], recent }, shown + 1);
    expect(worked(made, effect, shown)).toBe(made);
    expect(worked(made, effect, shown + 1)).toMatchObject({ effect, working: false });
  });
});

test("what changes nothing has nothing to be worked out: here, or as the server finds", () => {
  expect(onItsWay(asked("Move"), { id: "", changes: [] }, shown)).toEqual(over("Move"));
  expect(inDocument(there, { waiting: [], recent: [] }, shown)).toMatchObject({ effect: undefined, working: false });
});

test("what is not on its way yet is not over because nothing of it waits", () => {
  const said = asked("Move");
  expect(inDocument(said, { waiting: [], recent: [] }, shown)).toBe(said);
});

test("what was refused is over, with its problems", () => {
  const problems = [{ say: "No." }] as unknown as readonly Problem[];
  const said = over("Move", problems);
  expect(said).toMatchObject({ problems, working: false });
  expect(inDocument(said, { waiting: [], recent }, shown)).toBe(said);
});
