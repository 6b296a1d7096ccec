// Who may approve what: for critical and high threats another person, with the right for that tier.
import { nameOfPerson } from "./called.ts";
import type { Document } from "./document.ts";
import { type Problem, problem } from "./problem.ts";
import type { Tier } from "./vocabulary.ts";

/** Tiers whose decisions need a second person when policy.yaml says nothing. */
const defaultTiers: readonly Tier[] = ["critical", "high"];

/** True when a decision that lets a threat of this tier stand needs the approval of another person. */
export function needsSecondPerson(document: Document, tier: Tier): boolean {
  return (document.policy?.["second-person"] ?? defaultTiers).includes(tier);
}

/** True when two names mean one person: the same name, or a key of people.yaml or participants and the name or e-mail it stands for. */
export function samePerson(document: Document, one: string, other: string): boolean {
  const mine = namesOf(document, one);
  return namesOf(document, other).some((name) => mine.includes(name));
}

function namesOf(document: Document, person: string): readonly string[] {
  const wanted = person.trim().toLowerCase();
  const names = new Set([wanted]);
  for (const people of [document.people?.people, document.model.participants]) {
    for (const [key, { name, email }] of Object.entries(people ?? {})) {
      const known = [key, name, ...(Array.isArray(email) ? email : [email])].flatMap((one) =>
        one ? [one.toLowerCase()] : [],
      );
      if (known.includes(wanted)) for (const one of known) names.add(one);
    }
  }
  return [...names];
}

/**
 * Why this person may not approve a decision that others made on a threat of this tier; empty when they may.
 * For a tier that needs a second person, people.yaml says who has the right, when there is one.
 */
export function mayApprove(
  document: Document,
  approver: string,
  others: readonly (string | undefined)[],
  tier: Tier,
  threat: string,
): readonly Problem[] {
  const name = nameOfPerson(document, approver);
  const author = others.find((other) => other !== undefined && samePerson(document, approver, other));
  if (author !== undefined) {
    const say = `${name} cannot approve what ${approver === author ? "they" : nameOfPerson(document, author)} decided on ${threat}.`;
    return [problem("needs-second-person", say, "Let another person approve it.")];
  }
  const people = document.people?.people;
  if (!people || !needsSecondPerson(document, tier)) return [];
  const names = namesOf(document, approver);
  const entry = Object.entries(people).find(([key]) => names.includes(key.toLowerCase()))?.[1];
  if (entry?.approves?.includes(tier)) return [];
  const able = Object.entries(people).flatMap(([key, person]) =>
    person.approves?.includes(tier) ? [nameOfPerson(document, key)] : [],
  );
  const fix =
    able.length > 0 ? `Ask ${able.join(" or ")}.` : `Name in people.yaml who approves ${tier} (approves: [${tier}]).`;
  return [problem("not-permitted", `${name} may not approve ${tier} risk (${threat}).`, fix)];
}
