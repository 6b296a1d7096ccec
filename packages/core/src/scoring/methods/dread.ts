// DREAD (Howard and LeBlanc, "Writing Secure Code", 2nd ed. 2003, ch. 4), 0–10 per factor with anchors of our own.
import { type Factor, round1, type ScoringMethod } from "../method.ts";

const factors: readonly Factor[] = [
  {
    id: "damage",
    title: "Damage",
    part: "impact",
    min: 0,
    max: 10,
    anchors: {
      0: "Nothing of value is lost.",
      2: "Only public information is touched; the nuisance is brief.",
      4: "Internal information or a minor function is affected; the team repairs it in hours.",
      7: "Confidential information is read or changed, or an important function stops.",
      9: "Restricted information of many is lost, or money moves; law or contract demands a notice.",
      10: "The whole system is in the attacker's hands, or people come to harm.",
    },
  },
  {
    id: "reproducibility",
    title: "Reproducibility",
    part: "likelihood",
    min: 0,
    max: 10,
    anchors: {
      0: "Hardly ever, even for somebody who built the system.",
      2: "Needs a rare state or a race that is hard to win.",
      5: "Works in a known state or at certain times.",
      8: "Works nearly every time.",
      10: "Works every time, without preparation.",
    },
  },
  {
    id: "exploitability",
    title: "Exploitability",
    part: "likelihood",
    min: 0,
    max: 10,
    anchors: {
      0: "Needs means that only a state has.",
      2: "Needs an insider's place, rare skill or special equipment.",
      5: "A skilled attacker with a foothold or an account can do it.",
      8: "A beginner with public tools can do it.",
      10: "A browser is enough.",
    },
  },
  {
    id: "affected",
    title: "Affected users",
    part: "impact",
    min: 0,
    max: 10,
    anchors: {
      0: "Nobody.",
      3: "One person or one account.",
      6: "One tenant or everybody of one role.",
      9: "Everybody who uses the system.",
      10: "Everybody, and others beyond the system.",
    },
  },
  {
    id: "discoverability",
    title: "Discoverability",
    part: "likelihood",
    min: 0,
    max: 10,
    steady: true,
    anchors: {
      0: "Cannot be found, even with the source.",
      5: "Found by watching the traffic or guessing.",
      8: "Described in public for systems like this one.",
      10: "Taken for granted: hiding it earns nothing.",
    },
  },
];

const affectedUsers = { one: 3, tenant: 6, all: 9 } as const;
const affectedReason = { one: "one account", tenant: "one tenant or role", all: "every user" } as const;

/** Discoverability starts at 10 and stays there unless a person says otherwise: obscurity earns nothing. */
const discoverability = 10;

export const dread: ScoringMethod = {
  id: "dread",
  title: "DREAD",
  source: "Howard and LeBlanc, Writing Secure Code, 2nd edition, 2003, chapter 4",
  factors,
  propose: ({ start, exposure, damage, damageReason, affected }) => ({
    factors: {
      damage,
      reproducibility: start[exposure].reproducibility,
      exploitability: start[exposure].exploitability,
      affected: affectedUsers[affected],
      discoverability,
    },
    reasons: { damage: damageReason, exploitability: exposure, affected: affectedReason[affected] },
  }),
  combine: (values) => ({
    likelihood: round1(mean(values.reproducibility, values.exploitability, values.discoverability)),
    impact: round1(mean(values.damage, values.affected)),
  }),
  cap: (values, caps) => {
    const capped: Record<string, number> = { ...values };
    for (const [id, cap] of Object.entries(caps)) {
      if (cap !== undefined && capped[id] !== undefined && capped[id] > cap) capped[id] = cap;
    }
    return capped;
  },
};

function mean(...values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
}
