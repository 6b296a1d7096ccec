import { describe, expect, test } from "vitest";
import { fieldChanges } from "./field-changes.ts";
import { today } from "./testing/checkout.ts";
import { yes } from "./testing/mitigated.ts";

describe("fields", () => {
  test.each<[string, object | undefined, object | undefined, readonly string[]]>([
    ["a short fact in long form", { facts: { x: "yes" } }, { facts: { x: yes } }, ["facts.x yes → yes (ann)"]],
    [
      "the same fact on another day",
      { facts: { x: yes } },
      { facts: { x: { ...yes, on: "2026-12-01", why: "asked again", seen: "a:1" } } },
      [],
    ],
    [
      "where it is missing",
      { facts: { x: yes } },
      { facts: { x: { ...yes, partly: ["db"] } } },
      ["facts.x yes (ann) → yes (ann) except on db"],
    ],
    [
      "a contradiction settled",
      { facts: { x: "yes" } },
      { facts: { x: { value: "yes", settled: { by: "bo", on: today, why: "looked" } } } },
      ["facts.x yes → yes, settled by bo"],
    ],
    ["a first fact", {}, { facts: { x: "no" } }, ["facts.x not said → no"]],
    [
      "access with a condition",
      { access: { a: "yes" } },
      { access: { a: { when: "owns it" }, b: "no" } },
      ["access.a yes → when owns it", "access.b not said → no"],
    ],
    ["the order of a set", { holds: ["a", "b"] }, { holds: ["b", "a"] }, []],
    ["a set that is none now", { holds: ["a"] }, { holds: [] }, ["holds − a"]],
    ["a set that is known now", {}, { holds: ["a", "b"] }, ["holds not said → a, b"]],
    [
      "a list of what is in scope",
      { in: [{ what: "api" }] },
      { in: [{ what: "api" }, { what: "db", why: "x" }] },
      ["in api → api, db"],
    ],
    ["a long text", { why: "a".repeat(99) }, {}, [`why ${"a".repeat(59)}… → not said`]],
    ["earlier names and places", { was: ["a"], seen: "x:1" }, { was: ["b"], seen: "x:2" }, []],
  ])("%s", (_, before, now, expected) => {
    expect(fieldChanges(before, now).map(({ say }) => say)).toEqual(expected);
  });

  const names: Readonly<Record<string, string>> = { ann: "Ann Berg", bo: "Bo Lind" };
  test.each<[string, object, object, string]>([
    ["an owner", { owner: "ann" }, { owner: "bo" }, "owner Ann Berg → Bo Lind"],
    ["a first owner", {}, { owner: "guest" }, "owner not said → guest"],
    ["who approved", {}, { approved: { by: "bo" } }, "approved.by not said → Bo Lind"],
    ["who tested", { performer: "bo" }, {}, "performer Bo Lind → not said"],
    ["who declared a fact", { facts: { x: "no" } }, { facts: { x: yes } }, "facts.x no → yes (Ann Berg)"],
    ["a word that is a key too", { title: "ann" }, { title: "bo" }, "title ann → bo"],
  ])("say a person by name: %s", (_, before, now, expected) => {
    expect(fieldChanges(before, now, (key) => names[key] ?? key).map(({ say }) => say)).toEqual([expected]);
  });

  test("two people of one name are two values, kept by their keys", () => {
    const [change] = fieldChanges({ owner: "ann" }, { owner: "bo" }, () => "Kim");
    expect(change).toMatchObject({ before: "ann", after: "bo", say: "owner Kim → Kim" });
  });
});
