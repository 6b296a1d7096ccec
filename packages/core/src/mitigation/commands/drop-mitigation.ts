// Drops a mitigation that will not be done; its threats are as open as before.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, remove } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { missingMitigation } from "../mitigation-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "drop-mitigation",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Drop a mitigation that will not be done",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({ id: id.describe("The mitigation") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const missing = missingMitigation(document, given.id);
    if (missing.length > 0) return missing;
    const evidence = evidenceOf(document, given.id);
    if (evidence.length === 0) return [];
    const say = `${given.id} has evidence: ${evidence.slice(0, 5).join(", ")}.`;
    return [problem("not-possible", say, "Keep it: what was shown to work stays in the register.", at("id"))];
  },
  (given, { document }) => edit(document, [remove("register.mitigations", given.id)]),
);

function evidenceOf(document: Document, mitigation: string): readonly string[] {
  const evidence = Object.entries(document.register?.evidence ?? {});
  return evidence.flatMap(([key, entry]) =>
    entry.mitigation === mitigation && entry.verdict === "passed" ? [key] : [],
  );
}
