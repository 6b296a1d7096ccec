// What is missing before a feature, a component or everything is security-complete, as a list that somebody can work off.
import {
  type Analysis,
  type Document,
  isSevere,
  nameOfPerson,
  placeOf,
  type Specification,
  type Threat,
} from "@parapet/core";
import type { Group } from "./groups.ts";
import { signaturesOf } from "./signatures.ts";

export const lacks = [
  "choice",
  "card",
  "owner",
  "due",
  "ticket",
  "criteria",
  "failed",
  "stale",
  "untested",
  "answers",
  "words",
  "signature",
  "signature-old",
  "signature-said",
] as const;
export type Lack = (typeof lacks)[number];

export interface Missing {
  readonly lack: Lack;
  readonly count: number;
  /** Titles of the first few that it is about. */
  readonly about: readonly string[];
}

export interface Completeness {
  readonly missing: readonly Missing[];
  /** Required criteria that are met, of all of what is chosen. */
  readonly met: number;
  readonly required: number;
  readonly complete: boolean;
}

const told = 3;

export interface CompletenessInput {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly threats: readonly Threat[];
}

export function completenessOf(group: Group, { document, analysis, threats }: CompletenessInput): Completeness {
  const { specifications } = group;
  const chosen = specifications.filter(({ state }) => state !== "proposed");
  const todo = chosen.filter(({ state }) => state !== "verified");
  const criteria = chosen.flatMap((one) =>
    one.criteria.filter(({ required }) => required).map((criterion) => ({ ...criterion, of: one })),
  );
  const verdict = (name: string) => criteria.filter((one) => one.verdict === name).map(({ of }) => of);
  const here = threats.filter((threat) => isSevere(threat.tier) && isIn(group, threat));
  const standing = (place: string) => here.filter((threat) => placeOf(threat) === place);
  const missing: readonly (Missing | undefined)[] = [
    some(
      "choice",
      specifications.filter(({ state, noCard }) => state === "proposed" && !noCard),
    ),
    some(
      "card",
      specifications.filter(({ noCard }) => noCard),
    ),
    some(
      "owner",
      todo.filter(({ owner }) => owner === undefined),
    ),
    some(
      "due",
      todo.filter(({ due }) => due === undefined),
    ),
    some(
      "ticket",
      todo.filter(({ ticket }) => ticket === undefined),
    ),
    some(
      "criteria",
      todo.filter((one) => one.criteria.length === 0),
    ),
    some("failed", verdict("failed")),
    some("stale", verdict("stale")),
    some("untested", verdict("missing")),
    some("answers", standing("asked")),
    some("words", standing("claimed")),
    signatureMissing(document, analysis, group, chosen),
  ];
  const found = missing.filter((one) => one !== undefined);
  return {
    missing: found,
    met: criteria.filter((one) => one.verdict === "passed").length,
    required: criteria.length,
    complete: found.length === 0,
  };
}

function some(lack: Lack, of: readonly { readonly title: string }[]): Missing | undefined {
  if (of.length === 0) return undefined;
  return { lack, count: of.length, about: [...new Set(of.map(({ title }) => title))].slice(0, told) };
}

/** A threat of what the group ships: raised on one of its things. */
function isIn({ things }: Group, { subject }: Threat): boolean {
  return things === undefined || things.has(subject);
}

/** Nothing is signed while nothing is chosen: there are no criteria to see. */
function signatureMissing(
  document: Document,
  analysis: Analysis,
  { id }: Group,
  chosen: readonly Specification[],
): Missing | undefined {
  if (chosen.length === 0) return undefined;
  const signatures = signaturesOf(document, analysis, id);
  if (signatures.some(({ counts }) => counts)) return undefined;
  const said = signatures.find(({ recordedBy, current }) => current && recordedBy !== undefined);
  const lack = said ? "signature-said" : signatures.some(({ current }) => !current) ? "signature-old" : "signature";
  return { lack, count: 1, about: said ? [nameOfPerson(document, said.by)] : [] };
}
