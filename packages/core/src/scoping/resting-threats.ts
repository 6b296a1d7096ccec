// Threats that may rest on an assumption: those written down by hand. What a rule raises rests on facts.
import { at } from "../model/checks.ts";
import type { Document } from "../model/document.ts";
import { effective } from "../model/effective.ts";
import { nearest } from "../model/files/nearest.ts";
import { isByHand } from "../model/ids.ts";
import { type Problem, problem } from "../model/problem.ts";
import { keyIn } from "../model/threats.ts";

const told = 20;

/** The key of a threat that was written down by hand and not withdrawn; undefined when there is none. */
export function restableKey(document: Document, threat: string): string | undefined {
  const threats = document.register?.threats;
  const key = keyIn(threats, threat, effective(document).resolve);
  return key !== undefined && threats?.[key]?.state !== "withdrawn" ? key : undefined;
}

/** Why threats cannot rest on an assumption. */
export function restableProblems(document: Document, threats: readonly string[]): readonly Problem[] {
  const wrong = threats.filter((threat) => restableKey(document, threat) === undefined).slice(0, told);
  return wrong.map((threat) => (isByHand(threat) ? missing(document, threat) : byRule(threat)));
}

function byRule(threat: string): Problem {
  const say = `${threat} was raised by a rule: it rests on facts.`;
  return problem("not-possible", say, "Name the fact that the assumption is about (facts).", at("threats"));
}

function missing(document: Document, threat: string): Problem {
  const near = nearest(threat, Object.keys(document.register?.threats ?? {}));
  const fix = near ? `Did you mean ${near}?` : "Write the threat down first (record-threat).";
  return problem("dangling-reference", `There is no threat ${threat} written down by hand.`, fix, at("threats"));
}
