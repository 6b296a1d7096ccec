import { describe, expect, test } from "vitest";
import type { CommandBody } from "../../model/command.ts";
import { commentsOn, instantOf } from "../../model/comments.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import { body as addComment } from "./add-comment.ts";
import { body as removeComment } from "./remove-comment.ts";
import { body as reopenComment } from "./reopen-comment.ts";
import { body as resolveComment } from "./resolve-comment.ts";

const shop: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    participants: { ann: { name: "Ann Ek", email: "ann@example.com" } },
    assumptions: { safe: { text: "Safe" } },
    features: { cards: { title: "Cards" } },
    zones: { net: {} },
    elements: { web: { kind: "process", was: ["front"] } },
  },
  register: {
    parapet: 1,
    mitigations: { log: { on: ["web"], threats: [], by: "bo", recorded: "2026-11-01" } },
    comments: {
      first: { on: "web", by: "ann", at: "2026-11-20", text: "Why public?" },
      second: { on: "front", by: "bo", at: "2026-11-20T09:00:00+02:00", text: "Marketing", "reply-to": "first" },
      third: { on: "silent@front", by: "bo", at: "2026-11-20T08:30:00Z", text: "Really?" },
    },
  },
};
const run = <Input>(command: CommandBody<Input>, input: unknown, by = "ann", document = shop) =>
  runCommand(command, input, document, { by });

describe("add-comment", () => {
  test.each(["model", "web", "net", "cards", "safe", "log", "ann", "clear-text@web", "zone@web", "documented@log"])(
    "on %s",
    (about) => {
      const { after, changes } = run(addComment, { about, text: "Hm" });
      expect(changes).toHaveLength(1);
      expect(Object.values(after.register?.comments ?? {}).at(-1)).toEqual({
        on: about,
        by: "ann",
        at: "2026-11-24",
        text: "Hm",
      });
    },
  );

  test("with a pin, an instant, and as an answer; about a thing by the id that it has today", () => {
    const given = {
      about: "front",
      text: "Here",
      at: { in: "net", x: 4, y: 5 },
      when: "2026-11-24T10:15:00Z",
      "reply-to": "first",
      id: "here",
    };
    expect(run(addComment, given, "guest Kim").after.register?.comments?.here).toEqual({
      on: "web",
      by: "guest Kim",
      at: "2026-11-24T10:15:00Z",
      text: "Here",
      pin: { in: "net", x: 4, y: 5 },
      "reply-to": "first",
    });
  });

  test("the same twice is one; by another person, later or elsewhere it is another", () => {
    const once = run(addComment, { about: "web", text: "Hm" }).after;
    expect(run(addComment, { about: "front", text: "Hm" }, "ann", once).codes).toEqual(["duplicate-id"]);
    for (const [given, by] of [
      [{ about: "web", text: "Hm" }, "bo"],
      [{ about: "net", text: "Hm" }, "ann"],
      [{ about: "web", text: "Hm", when: "2026-11-24T10:15:00Z" }, "ann"],
    ] as const)
      expect(run(addComment, given, by, once).codes).toEqual([]);
  });

  test.each([
    [{ about: "wep", text: "x" }, "There is nothing called wep. Did you mean web?"],
    [{ about: "clear-text@wep", text: "x" }, "There is nothing called wep. Did you mean clear-text@web?"],
    [
      { about: "something-else", text: "x" },
      "There is nothing called something-else. Name a thing, a threat, a question, or model.",
    ],
    [{ about: "web", text: "x", "reply-to": "furst" }, "There is no comment furst. Did you mean first?"],
    [{ about: "web", text: "x", id: "first" }, "The same was said already. Say it once, or with another id."],
  ])("refuses %o", (given, said) => {
    expect(run(addComment, given).said).toEqual([said]);
  });
});

describe("resolve, reopen, remove", () => {
  test("anybody resolves, once, and reopens", () => {
    const resolved = run(resolveComment, { id: "first" }, "cy").after;
    expect(resolved.register?.comments?.first?.resolved).toEqual({ by: "cy", on: "2026-11-24" });
    expect(run(resolveComment, { id: "first" }, "bo", resolved).changes).toEqual([]);
    expect(run(reopenComment, { id: "first" }, "bo", resolved).after).toEqual(shop);
    expect(run(reopenComment, { id: "first" }).changes).toEqual([]);
  });

  test("who said it takes it back, under any of their names", () => {
    const lone = {
      ...shop,
      register: { parapet: 1, comments: { first: { on: "web", by: "ann", at: "2026-11-20", text: "x" } } },
    };
    expect(run(removeComment, { id: "first" }, "ann@example.com", lone).after.register?.comments).toEqual({});
    expect(run(removeComment, { id: "second" }, "bo").after.register?.comments?.second).toBeUndefined();
  });

  test.each([
    [removeComment, "first", "bo", "ann said that, not bo. Resolve it, or answer it."],
    [removeComment, "first", "ann", "bo answered it. Resolve it instead: the answers make no sense alone."],
    [removeComment, "none", "ann", "There is no comment none. Name a comment that the model has."],
    [resolveComment, "second", "ann", "second answers first. Resolve first: its answers go with it."],
    [resolveComment, "none", "ann", "There is no comment none. Name a comment that the model has."],
    [reopenComment, "none", "ann", "There is no comment none. Name a comment that the model has."],
  ] as readonly [CommandBody<unknown>, string, string, string][])("%# refuses", (command, id, by, said) => {
    expect(run(command, { id }, by).said).toEqual([said]);
  });
});

describe("commentsOn", () => {
  test("in the order in which they were said, by what things are called today", () => {
    expect(commentsOn(shop, "web").map(({ id }) => id)).toEqual(["first", "second"]);
    expect(commentsOn(shop, "front").map(({ id }) => id)).toEqual(["first", "second"]);
    expect(commentsOn(shop, "silent@web").map(({ on }) => on)).toEqual(["silent@web"]);
    expect(commentsOn(shop).map(({ id }) => id)).toEqual(["first", "second", "third"]);
    expect(commentsOn({ model: shop.model })).toEqual([]);
  });

  test.each([
    ["2026-11-20", "2026-11-20"],
    ["2026-11-20T09:00:00+02:00", "2026-11-20T07:00:00.000Z"],
    ["2026-11-20T23:30:00.5-01:00", "2026-11-21T00:30:00.500Z"],
    ["2026-11-20T09:00:00Z", "2026-11-20T09:00:00.000Z"],
  ])("%s sorts as %s", (moment, sorts) => {
    expect(instantOf(moment)).toBe(sorts);
  });
});
