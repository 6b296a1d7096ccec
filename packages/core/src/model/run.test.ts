import { describe, expect, test } from "vitest";
import { z } from "zod";
import { analyse } from "../analysis/analyse.ts";
import { body, type CommandBody, type CommandContext } from "./command.ts";
import type { Document } from "./document.ts";
import { problem } from "./problem.ts";
import { runCommands } from "./run.ts";
import { emptyKnowledge } from "./testing/run-command.ts";

const document: Document = { model: { parapet: 1, system: "Shop", elements: { web: { kind: "process" } } } };
let seen: CommandContext[] = [];

/** Adds a process; refuses one that is called no. */
const addProcess = body(
  z.strictObject({ id: z.string().min(2), title: z.string().optional() }),
  ({ id }, context) => {
    seen.push(context);
    return id === "no" ? [problem("not-possible", "No is no name.", "Choose another.")] : [];
  },
  ({ id }) => [{ collection: "model.elements", id, after: { kind: "process" } }],
);
const addFlow = body(
  z.strictObject({ to: z.string() }),
  () => [],
  ({ to }) => [{ collection: "model.flows", id: "call", after: { from: "web", to } }],
);
const bodies = { "add-process": addProcess, "add-flow": addFlow } as unknown as Readonly<
  Record<string, CommandBody<unknown>>
>;

const run = (calls: readonly { name: string; input: unknown }[], by = "ann") => {
  seen = [];
  return runCommands(calls, {
    document,
    knowledge: emptyKnowledge,
    now: "2026-11-24",
    by,
    load: async (name) => bodies[name],
    analyse: (one) => analyse(one, emptyKnowledge, { now: "2026-11-24" }),
  });
};
const add = (id: string) => ({ name: "add-process", input: { id } });

describe("runCommands", () => {
  test("runs each on what the ones before left, and gives all changes", async () => {
    const ran = await run([add("db"), { name: "add-flow", input: { to: "db" } }]);
    expect(ran.ok && ran.value.changes.map(({ id }) => id)).toEqual(["db", "call"]);
    expect(ran.ok && ran.value.document.model.flows).toEqual({ call: { from: "web", to: "db" } });
    await run([add("db"), add("cache")]);
    expect(seen.map((context) => Object.keys(context.document.model.elements ?? {}))).toEqual([["web"], ["web", "db"]]);
  });

  test("gives commands author, day and one analysis of the document as it is then", async () => {
    await run([add("db"), add("cache")]);
    expect(seen.map(({ by, now }) => [by, now])).toEqual([
      ["ann", "2026-11-24"],
      ["ann", "2026-11-24"],
    ]);
    expect(seen.map(({ analysis }) => analysis().elements.length)).toEqual([1, 2]);
    expect(seen[0]?.analysis()).toBe(seen[0]?.analysis());
  });

  test.each([
    ["nobody as author", [add("db")], " ", "no-author", "Nobody is named as the author of the change."],
    ["an unknown command", [{ name: "fly", input: {} }], "ann", "bad-argument", "There is no command fly."],
    ["a check that refuses", [add("no")], "ann", "not-possible", "No is no name."],
    ["a refusal after a success", [add("db"), add("no")], "ann", "not-possible", "No is no name."],
    [
      "a result that points at nothing",
      [{ name: "add-flow", input: { to: "nowhere" } }],
      "ann",
      "dangling-reference",
      expect.stringContaining("nowhere"),
    ],
  ] as const)("refuses all for %s", async (_, calls, by, code, say) => {
    expect(await run(calls, by)).toMatchObject({ ok: false, problems: [{ code, say }] });
  });

  test("says which field of the input is wrong", async () => {
    expect(await run([{ name: "add-process", input: { id: "x" } }])).toMatchObject({
      ok: false,
      problems: [
        { code: "bad-argument", say: expect.stringMatching(/^add-process: id is not/), where: { path: ["id"] } },
      ],
    });
    expect(await run([{ name: "add-process", input: 7 }])).toMatchObject({
      problems: [{ say: expect.stringMatching(/^add-process: its input is not/) }],
    });
  });
});
