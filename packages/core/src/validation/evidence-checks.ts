// What evidence has to say before it counts: which criterion, and for a test by hand how, by whom, on what, and what was seen.
import { samePerson } from "../model/authority.ts";
import { at } from "../model/checks.ts";
import type { Document } from "../model/document.ts";
import { nearest } from "../model/files/nearest.ts";
import { splitKey } from "../model/ids.ts";
import type { Knowledge } from "../model/knowledge.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { Evidence, Mitigation } from "../model/register.ts";

/** The tool of evidence that a person gives. */
export const byHand = "by-hand";

/** What a person says about a test by hand. */
export type ByHand = { readonly [K in "method" | "performer" | "commit" | "link" | "saw"]?: string | undefined };

/** The criteria of a mitigation: its control's and its own. */
export function criteriaOf(knowledge: Knowledge, mitigation: Mitigation): readonly string[] {
  const control = knowledge.controls.find(({ id }) => id === mitigation.control);
  return [...(control?.criteria.map(({ id }) => id) ?? []), ...Object.keys(mitigation.criteria ?? {})];
}

/** A problem when `criterion@mitigation` names none. */
export function criterionProblems(document: Document, knowledge: Knowledge, key: string): readonly Problem[] {
  const mitigations = document.register?.mitigations ?? {};
  const { left = "", subject = "" } = splitKey(key) ?? {};
  const mitigation = Object.hasOwn(mitigations, subject) ? mitigations[subject] : undefined;
  if (mitigation && criteriaOf(knowledge, mitigation).includes(left)) return [];
  const known = Object.entries(mitigations).flatMap(([id, one]) =>
    criteriaOf(knowledge, one).map((name) => `${name}@${id}`),
  );
  const near = nearest(key, known);
  const fix = near ? `Did you mean ${near}?` : "Name it as criterion@mitigation, as criteria lists it.";
  return [problem("dangling-reference", `There is no criterion ${key}.`, fix, at("criterion"))];
}

/** A problem of what is no commit. Whether a repository has it is for who can ask git. */
export function commitProblems(commit: string | undefined): readonly Problem[] {
  if (commit === undefined || /^[0-9a-f]{7,64}$/i.test(commit)) return [];
  const fix = "Give its id as git prints it, 7 to 64 digits of 0-9 and a-f; a branch, tag or address goes into link.";
  return [problem("bad-argument", `${commit} is no commit.`, fix, at("commit"))];
}

/** What a test by hand lacks to count as evidence, in words. */
export function lacking(document: Document, mitigation: Mitigation | undefined, given: ByHand): readonly string[] {
  const implementer = mitigation?.implemented?.by;
  const own =
    given.performer !== undefined && implementer !== undefined && samePerson(document, given.performer, implementer);
  return [
    ...(given.method ? [] : ["method (how it was tested)"]),
    ...(given.performer ? [] : ["performer (who tested)"]),
    ...(own ? [`a performer other than ${implementer}, who implemented it`] : []),
    ...(given.commit || given.link ? [] : ["commit or link (what was tested)"]),
    ...(given.saw ? [] : ["saw (what was seen)"]),
  ];
}

/** The register's key of evidence: one entry per criterion, tool and environment. */
export function evidenceKey(
  entry: Pick<Evidence, "mitigation" | "criterion" | "tool" | "environment">,
  short: (text: string) => string,
): string {
  const parts = [entry.mitigation, entry.criterion, entry.tool, ...(entry.environment ? [entry.environment] : [])];
  const key = parts.join("--");
  return key.length <= 80 ? key : `${key.slice(0, 63)}-${short(key)}`;
}
