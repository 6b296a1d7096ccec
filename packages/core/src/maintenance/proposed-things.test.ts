import { expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import { changesWithout, isNewThing, proposedThings } from "./proposed-things.ts";

const at = (collection: string, id: string, more: Partial<Change> = {}): Change => ({ collection, id, ...more });

test("changes of one thing stand together, whatever stands between them", () => {
  const changes = [
    at("observed.elements", "redis", { field: ["zone"], before: "app", after: "data" }),
    at("observed.flows", "save", { after: { from: "web", to: "db" } }),
    at("observed.elements", "redis", { field: ["technologies", "redis"], after: true }),
  ];
  const things = proposedThings(changes);
  expect(things.map(({ title, collection, id }) => [title, collection, id])).toEqual([
    ["elements redis", "elements", "redis"],
    ["flows save", "flows", "save"],
  ]);
  expect(things[0]?.changes).toEqual([changes[0], changes[2]]);
});

test("a first discovery is one thing", () => {
  const [first] = proposedThings([at("observed", "model", { after: { parapet: 1 } })]);
  expect(first?.title).toBe("everything that files show model");
});

test("the fingerprint is of what would be, not of what was", () => {
  const print = (change: Partial<Change>) => proposedThings([at("observed.elements", "db", change)])[0]?.fingerprint;
  const one = print({ field: ["zone"], before: "a", after: "b" });
  expect(print({ field: ["zone"], before: "c", after: "b" })).toBe(one);
  expect(print({ field: ["zone"], before: "a", after: "c" })).not.toBe(one);
  expect(print({ field: ["title"], before: "a", after: "b" })).not.toBe(one);
  expect(one).toMatch(/^seen-[0-9a-f]{16}$/);
});

test("what is not taken takes what names it along: flows from it, memberships, lists lose it", () => {
  const changes = [
    at("observed.zones", "edge", { after: { title: "double" } }),
    at("observed.elements", "double", { after: { kind: "process", zone: "app" } }),
    at("observed.elements", "cache", { after: { kind: "data-store", zone: "app", aliases: ["double", "cache"] } }),
    at("observed.flows", "call", { after: { from: "double", to: "cache" } }),
    at("observed.entry-points", "port", { after: { on: "cache", via: ["call", "other"] } }),
    at("observed.dependencies", "image", { field: ["used-by", "double"], after: true }),
    at("observed.dependencies", "image", { field: ["used-by", "cache"], after: true }),
    at("observed.dependencies", "image", { field: ["element"], before: "old", after: "double" }),
    at("observed.elements", "old", { before: { kind: "process" } }),
  ];
  expect(changesWithout(changes, new Set(["double"]))).toEqual([
    changes[0],
    { ...changes[2], after: { kind: "data-store", zone: "app", aliases: ["cache"] } },
    { ...changes[4], after: { on: "cache", via: ["other"] } },
    changes[6],
    changes[8],
  ]);
  expect(changesWithout(changes, new Set())).toEqual(changes);
});

test("new is what was not there", () => {
  const of = (more: Partial<Change>) => isNewThing({ changes: [at("observed.elements", "db", more)] });
  expect(of({ after: {} })).toBe(true);
  expect(of({ before: {}, after: {} })).toBe(false);
  expect(of({ before: {} })).toBe(false);
  expect(of({ field: ["zone"], after: "a" })).toBe(false);
});
