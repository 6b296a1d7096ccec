// Likelihood × impact by hand: two judgements instead of five, for teams that score by talking.

import { round1, type ScoringMethod } from "../method.ts";
import { dread } from "./dread.ts";

const levels = {
  0: "Practically never / not noticeable.",
  2: "Rare / a nuisance that the team repairs.",
  5: "Possible within a year / a serious disturbance of one function.",
  8: "Likely within months / loss of confidential information or of an important function.",
  10: "Happening, or as good as / the end of the service or harm to people.",
} as const;

/** Every factor of DREAD at its highest. */
const worst = Object.fromEntries(dread.factors.map(({ id, max }) => [id, max]));

/**
 * Two numbers given by hand hide which of a threat's factors are high, while a control's caps speak of factors. So a cap lowers a
 * number to the most that DREAD could still give with the capped factors at their caps and every other one at its worst: never
 * less than what the control leaves, and never blind to one of its caps.
 */
export const matrix: ScoringMethod = {
  id: "matrix",
  title: "Likelihood × impact by hand",
  source: "ISO/IEC 31010:2019, B.10.3 (consequence/likelihood matrix)",
  factors: [
    { id: "likelihood", title: "Likelihood", part: "likelihood", min: 0, max: 10, anchors: levels },
    { id: "impact", title: "Impact", part: "impact", min: 0, max: 10, anchors: levels },
  ],
  propose: (basis) => {
    const proposal = dread.propose(basis);
    const { likelihood, impact } = dread.combine(proposal.factors);
    return { factors: { likelihood, impact }, reasons: { likelihood: basis.exposure, impact: basis.damageReason } };
  },
  combine: ({ likelihood = 0, impact = 0 }) => ({ likelihood: round1(likelihood), impact: round1(impact) }),
  cap: (values, caps) => {
    const { likelihood, impact } = dread.combine(dread.cap(worst, caps));
    return {
      likelihood: Math.min(values.likelihood ?? 0, likelihood),
      impact: Math.min(values.impact ?? 0, impact),
    };
  },
};
