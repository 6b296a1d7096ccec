// Every command is listed, loads, is tried by the tests of its room, is documented, and somebody can call it.
// What holds for its card and its changes is proven in packages/core/src/testing/commands.test.ts.
import { commands, stageIds } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./architecture/source-files.ts";
import { textOf } from "./laws/shipped.ts";

const callers = filesBelow("apps/cli/src", [".ts"])
  .filter((path) => !path.endsWith(".test.ts"))
  .map(textOf)
  .join("\n");
const reference = textOf("docs/reference/commands.md");

test("the list holds the files of the rooms, each once", () => {
  const files = stageIds.flatMap((stage) =>
    filesBelow(`packages/core/src/${stage}/commands`, [".ts"])
      .filter((path) => !path.endsWith(".test.ts"))
      .map((path) => `${stage}/${path.split("/").at(-1)?.slice(0, -3)}`),
  );
  expect(commands.map(({ card }) => `${card.stage}/${card.name}`)).toEqual(files);
});

describe.each(commands.map(({ card, load }) => ({ name: card.name, card, load })))("$name", ({ name, card, load }) => {
  test("loads a body", async () => {
    const { body } = await load();
    expect([typeof body.input.parse, typeof body.check, typeof body.apply]).toEqual([
      "function",
      "function",
      "function",
    ]);
  });

  test("is tried beside it", () => {
    const tests = filesBelow(`packages/core/src/${card.stage}/commands`, [".test.ts"]).map(textOf).join("\n");
    expect(tests).toContain(`/${name}.ts"`);
  });

  test("is documented, with the permission that it needs", () => {
    expect(reference).toContain(
      `\n### ${name}\n\n${card.title}. Member: ${card.member}. Permission: ${card.permission}.`,
    );
  });

  test("has a verb that calls it", () => {
    expect(callers).toContain(`"${name}"`);
  });
});
