// A threat that a person writes down: its key, what is checked of it, and its entry.
import { at, missingThings } from "../model/checks.ts";
import type { CommandContext } from "../model/command.ts";
import type { Document } from "../model/document.ts";
import { without } from "../model/edits.ts";
import { effective } from "../model/effective.ts";
import { modelSubject, slugOrDigest } from "../model/ids.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { HandThreat } from "../model/register.ts";
import { speaking } from "../model/spoken.ts";
import { keyIn } from "../model/threats.ts";
import type { StrideCategory } from "../model/vocabulary.ts";

/** What is said of a threat; one sentence is enough. */
export interface HandThreatGiven {
  readonly say: string;
  readonly subject?: string | undefined;
  readonly slug?: string | undefined;
  readonly categories?: StrideCategory[] | undefined;
  readonly why?: string | undefined;
  readonly also?: string[] | undefined;
  readonly cwe?: number[] | undefined;
  readonly capec?: number[] | undefined;
  readonly "said-by"?: string | undefined;
}

/** Its key: `by-hand-<slug>@subject`, the slug from the sentence when none is given. */
export function handThreatKey(given: Pick<HandThreatGiven, "say" | "subject" | "slug">, document: Document): string {
  const subject = effective(document).resolve(given.subject ?? modelSubject);
  return `by-hand-${given.slug ?? slugOrDigest(given.say)}@${subject}`;
}

/** Why it cannot be written down. */
export function handThreatProblems(given: HandThreatGiven, document: Document): readonly Problem[] {
  const laid = effective(document);
  const subject = given.subject === modelSubject ? undefined : given.subject;
  const missing = [...missingThings(laid, "subject", subject), ...missingThings(laid, "also", given.also)];
  if (missing.length > 0) return missing;
  if ((given.slug ?? slugOrDigest(given.say)) === "")
    return [problem("bad-id", "No id can be made from the sentence.", "Give a slug for it.", at("slug"))];
  const key = handThreatKey(given, document);
  if (keyIn(document.register?.threats, key, laid.resolve) === undefined) return [];
  return [problem("duplicate-id", `There is a threat ${key} already.`, "Give another slug.", at("slug"))];
}

/** Its entry in the register. */
export function handThreatEntry(given: HandThreatGiven, context: CommandContext): HandThreat {
  const { say, categories, why, also, cwe, capec } = given;
  const refs = (cwe ?? capec) ? without({ cwe, capec }) : undefined;
  const who = speaking(context, given["said-by"]);
  return without({ say, categories, ...who, recorded: context.now, why, also, refs }) as HandThreat;
}
