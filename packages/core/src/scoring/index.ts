// Scoring: how likely and how bad, by one method of record; tiers; the order in which threats are read.
// In: a rule's starting factors, the exposure and data of the subject, scores that people gave. Out: scores, risks, tiers, order.
// Used by mitigation (what a control leaves), validation (tiers) and the analysis.
export { cappedBy, lowestCaps, riskUnder } from "./capped.ts";
export { type Factor, round1, type ScoringMethod } from "./method.ts";
export { methodOf, scoringMethods } from "./methods.ts";
export { type Cell, cellOf, factorsInCell } from "./moving.ts";
export { type Orderable, readingOrder } from "./reading-order.ts";
export { byHandRule, type Scored, Scorer } from "./scorer.ts";
export { bandOf, higherTier, tierOf, tierRank } from "./tiers.ts";
