import { describe, expect, test } from "vitest";
import type { Change } from "../../model/changes.ts";
import { difference } from "../../model/difference.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import { smallShop } from "../../testing/small-knowledge.ts";
import { body as acceptObserved } from "./accept-observed.ts";
import { body as refuseProposal } from "./refuse-proposal.ts";

test("refuse-proposal leaves its fingerprint, once", () => {
  const given = { fingerprint: "p-1f2e", title: "Add a cache", why: "no cache there" };
  const after = runCommand(refuseProposal, given, smallShop).after;
  expect(after.register).toEqual({
    parapet: 1,
    refused: { "p-1f2e": { title: "Add a cache", by: "ann", on: "2026-11-24", why: "no cache there" } },
  });
  expect(runCommand(refuseProposal, given, after).codes).toEqual(["not-possible"]);
});

describe("accept-observed", () => {
  const accept = (changes: readonly Change[], document: Document = smallShop) =>
    runCommand(acceptObserved, { changes }, document);
  const observed = (elements: NonNullable<Document["observed"]>["elements"]): Document => ({
    ...smallShop,
    observed: { ...smallShop.observed, parapet: 1, elements },
  });

  test("writes what a later discovery found", () => {
    const next = observed({
      db: { kind: "data-store", zone: "inner", technologies: ["redis"] },
      cache: { kind: "data-store" },
    });
    const changes = difference(smallShop, next);
    expect(accept(changes).after).toEqual(next);
    expect(accept(changes).changes).toEqual(changes);
  });

  test("writes the first discovery, as a whole or thing by thing", () => {
    const { observed: _, ...bare } = smallShop;
    const without = { ...bare, model: { ...bare.model, flows: {} } };
    const next = { ...without, observed: { parapet: 1, elements: { db: { kind: "data-store" as const } } } };
    expect(accept(difference(without, next), without).after).toEqual(next);
    expect(
      accept([{ collection: "observed.elements", id: "db", after: { kind: "data-store" } }], without).after,
    ).toEqual(next);
  });

  test("a member of a set that changed since is stale", () => {
    const change: Change = {
      collection: "observed.elements",
      id: "db",
      field: ["technologies", "redis"],
      before: true,
    };
    expect(accept([change]).codes).toEqual(["stale-revision"]);
    const there = observed({ db: { kind: "data-store", zone: "inner", technologies: ["redis", "node"] } });
    expect(accept([change], there).after.observed?.elements?.db?.technologies).toEqual(["node"]);
  });

  test.each<[string, Change, string[]]>([
    ["another layer", { collection: "model.elements", id: "db", after: {} }, ["not-possible"]],
    ["no collection", { collection: "observed.nothing", id: "db", after: {} }, ["not-possible"]],
    ["a collection with a tail", { collection: "observed.elements.db", id: "db", after: {} }, ["not-possible"]],
    [
      "a value that changed since",
      { collection: "observed.elements", id: "db", field: ["zone"], before: "outer", after: "inner" },
      ["stale-revision"],
    ],
    [
      "a thing that is there",
      { collection: "observed.elements", id: "db", after: { kind: "process" } },
      ["stale-revision"],
    ],
    ["a value of no kind", { collection: "observed.elements", id: "x", after: { kind: "human" } }, ["wrong-type"]],
    ["a key that is none", { collection: "observed.elements", id: "x", after: { colour: "red" } }, ["wrong-type"]],
    ["an id that is none", { collection: "observed.elements", id: "X", after: { kind: "process" } }, ["wrong-type"]],
    [
      "a reference to nothing",
      { collection: "observed.elements", id: "x", after: { zone: "nowhere" } },
      ["dangling-reference"],
    ],
    [
      "the removal of what others name",
      {
        collection: "observed.elements",
        id: "db",
        before: { kind: "data-store", zone: "inner", seen: "compose.yaml:3" },
      },
      ["dangling-reference"],
    ],
  ])("refuses %s", (_, change, codes) => {
    expect(accept([change]).codes).toEqual(codes);
  });

  test("keys of the language are no ids", () => {
    const change = { collection: "observed.elements", id: "__proto__", after: { kind: "process" } };
    expect(acceptObserved.input.safeParse({ changes: [change] }).success).toBe(false);
  });

  test("a name that every object has is no source: the file could not be read again", () => {
    const change = { collection: "observed.sources", id: "toString", after: { kind: "compose" } };
    expect(accept([change]).codes).toEqual(["wrong-type"]);
  });
});
