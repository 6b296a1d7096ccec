// Templates of a command and of its test.

/** packages/core/src/<stage>/commands/<name>.ts. */
export function commandText(name, stage, member) {
  return `// Say in one sentence what this changes.
import { z } from "zod";
import { body, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { line } from "../../model/fields.ts";

export const card: CommandCard = {
  name: "${name}",
  version: 1,
  stage: "${stage}",
  member: "${member}",
  title: "Say what it does, in a few words",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  title: line.describe("What it is called"),
});

const commandBody = body(
  input,
  (_given, _context) => [],
  (_given, { document }) => edit(document, []),
);

export { commandBody as body };
`;
}

/** packages/core/src/<stage>/commands/<name>.test.ts. It fails until the command changes something. */
export function commandTest(name) {
  return `import { expect, test } from "vitest";
import { apply } from "../../model/changes.ts";
import type { CommandContext } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { body } from "./${name}.ts";

const document: Document = { model: { parapet: 1, system: "Shop" } };
const wanted = { model: { parapet: 1, system: "Shop", title: "Example" } };
const context = { document, now: "2026-11-24", by: "ann" } as CommandContext;

test("${name} changes the model", () => {
  const given = body.input.parse({ title: "Example" });
  expect(body.check(given, context)).toEqual([]);
  expect(apply(document, body.apply(given, context))).toEqual(wanted);
});
`;
}
