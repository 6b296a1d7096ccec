import { expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import { proposedThings } from "./proposed-things.ts";

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
