// What the room remembers, and what it gives up first.
import { apply, canonicalText, type Document } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { History } from "./history.ts";
import type { Entry } from "./wire.ts";

const start: Document = { model: { parapet: 1, system: "0" } };
const ann = { by: "ann" };

function entry(seq: number, more: Partial<Entry> = {}): Entry {
  const changes = [{ collection: "model", id: "model", field: ["system"], before: `${seq - 1}`, after: `${seq}` }];
  return { seq, id: `a-${seq}`, by: "ann", session: "s", title: "t", at: "2026-11-24", calls: [], changes, ...more };
}

function filled(count: number, bounds?: ConstructorParameters<typeof History>[3]): History {
  const history = new History(start, 0, [], bounds);
  for (let seq = 1; seq <= count; seq++) history.add(entry(seq));
  return history;
}

describe("the history", () => {
  test("knows the document after every entry", () => {
    const history = filled(150);
    for (const seq of [0, 1, 31, 32, 33, 63, 64, 149, 150]) expect(history.at(seq)?.model.system).toBe(`${seq}`);
    expect([history.at(-1), history.at(151)]).toEqual([undefined, undefined]);
    expect(history.at(150)).toBe(history.document);
  });

  test("is the same when it is made from entries at once, from any number on", () => {
    const entries = Array.from({ length: 40 }, (_, i) => entry(i + 8));
    const history = new History({ model: { parapet: 1, system: "7" } }, 7, entries);
    expect([history.head, history.at(7)?.model.system, history.at(40)?.model.system]).toEqual([47, "7", "40"]);
    expect(history.since(6)).toBeUndefined();
    expect(history.since(45)?.map(({ seq }) => seq)).toEqual([46, 47]);
  });

  test.each([
    ["entries", { entries: 100, size: 1e9, ids: 1_000 }],
    ["size", { entries: 1e9, size: 20_000, ids: 1_000 }],
  ])("gives up the older half when there are too many by %s, and still knows what it keeps", (_, bounds) => {
    const history = filled(500, bounds);
    const first = [...Array(501).keys()].find((seq) => history.since(seq) !== undefined) as number;
    expect(first).toBeGreaterThan(300);
    expect(history.entries.length).toBe(500 - first);
    for (const seq of [first, first + 1, first + 20, 500]) expect(history.at(seq)?.model.system).toBe(`${seq}`);
    expect(history.byId(ann, "a-1")).toBe("forgotten");
    expect(history.byId(ann, "a-500")).toMatchObject({ seq: 500 });
    expect(history.byId({ by: "bo" }, "a-500")).toBeUndefined();
  });

  test("forgets even the ids at last", () => {
    const history = filled(500, { entries: 100, size: 1e9, ids: 50 });
    expect([history.byId(ann, "a-1"), history.byId(ann, "a-300")]).toEqual([undefined, undefined]);
  });

  test("gives the document as a client saw it: with its own entries and without those of others", () => {
    const history = new History(start, 0, []);
    const put = (id: string) => [{ collection: "model.roles", id, after: {} }];
    history.add(entry(1, { id: "a-1", changes: put("one") }));
    history.add(entry(2, { id: "b-1", by: "bo", changes: put("two") }));
    history.add(entry(3, { id: "a-2", joined: "eve", changes: put("three") }));
    history.add(entry(4, { id: "a-3", changes: put("four") }));
    expect(Object.keys(history.asSeenBy(ann, "a-9", 1).model.roles ?? {})).toEqual(["one", "four"]);
    expect(history.othersSince(ann, "a-9", 1)?.map(({ id }) => id)).toEqual(["b-1", "a-2"]);
    expect(canonicalText(history.asSeenBy(ann, "c-1", 2))).toBe(canonicalText(history.at(2)));
    expect(apply(start, put("one")).model.roles).toEqual(history.at(1)?.model.roles);
  });
});
