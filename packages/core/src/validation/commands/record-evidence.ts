// Records what a test showed about an acceptance criterion: by a tool, or by hand with how, by whom, on what and what was seen.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { shortDigest } from "../../model/digest.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { date, id, line, person, text, threatKey } from "../../model/fields.ts";
import { type KeyParts, splitKey } from "../../model/ids.ts";
import { problem } from "../../model/problem.ts";
import { byHand, commitProblems, criterionProblems, evidenceKey, lacking } from "../evidence-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "record-evidence",
  version: 1,
  stage: "validation",
  member: "mitigation-designer",
  title: "Record what a test showed about a criterion",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  criterion: threatKey.describe("The criterion, as criterion@mitigation"),
  verdict: z.enum(["passed", "failed"]).describe("What the test showed"),
  tool: id.optional().describe("The tool that tested; by-hand when absent"),
  environment: id.optional().describe("Where it was tested"),
  on: date.optional().describe("The day of the test; today when absent"),
  commit: line.optional().describe("The commit that was tested"),
  "unknown-commit": z
    .boolean()
    .optional()
    .describe("The repository of the model does not know the commit: it may be of another one"),
  link: line.optional().describe("Where the result can be seen"),
  digest: line.optional().describe("The digest of the report"),
  method: line.optional().describe("By hand: how it was tested"),
  performer: person.optional().describe("By hand: who tested, not who implemented it"),
  saw: text.optional().describe("By hand: what was seen"),
  declared: z.boolean().optional().describe("Record it although something is missing: it then counts as a declaration"),
});
type Given = z.infer<typeof input>;

function mitigationOf(given: Given, document: Document) {
  const { subject } = splitKey(given.criterion) as KeyParts;
  return document.register?.mitigations?.[subject];
}

/** What a passed test by hand lacks. A failure needs nothing: saying that something does not work closes nothing. */
function gaps(given: Given, document: Document): readonly string[] {
  const needs = given.verdict === "passed" && (given.tool ?? byHand) === byHand;
  return needs ? lacking(document, mitigationOf(given, document), given) : [];
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document, knowledge, now }) => {
    const missing = criterionProblems(document, knowledge, given.criterion);
    if (missing.length > 0) return missing;
    const noCommit = commitProblems(given.commit);
    if (noCommit.length > 0) return noCommit;
    if (given.on !== undefined && given.on > now) {
      return [
        problem("bad-date", `The test is dated ${given.on}, after ${now}.`, "Give the day of the test.", at("on")),
      ];
    }
    const lacks = gaps(given, document);
    if (lacks.length === 0 || given.declared) return [];
    const say = `This test by hand lacks ${lacks.join("; ")}.`;
    return [problem("missing-key", say, "Add what is missing, or record it as declared, which closes nothing.")];
  },
  (given, { document, by, now }) => {
    const { left: criterion, subject: mitigation } = splitKey(given.criterion) as KeyParts;
    const { criterion: _, declared: __, "unknown-commit": unknown, on, tool = byHand, performer, ...rest } = given;
    const counts = gaps(given, document).length === 0;
    // Without a performer an entry by hand counts as declared (model/verdicts.ts), whatever else it says.
    const value = {
      ...rest,
      ...(unknown && given.commit !== undefined ? { "unknown-commit": "yes" } : {}),
      mitigation,
      criterion,
      tool,
      on: on ?? now,
      by,
      performer: counts ? performer : undefined,
    };
    return edit(document, [put("register.evidence", evidenceKey(value, shortDigest), value)]);
  },
);
