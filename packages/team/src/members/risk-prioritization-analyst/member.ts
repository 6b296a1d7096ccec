// The Risk Prioritization Analyst: likelihood and impact with a reason each, four tiers, and what to do first.
import type { Member } from "../../member.ts";
import { prioritize } from "./scoring.ts";

export const riskPrioritizationAnalyst: Member = {
  id: "risk-prioritization-analyst",
  name: "Risk Prioritization Analyst",
  monogram: "RA",
  mission: "Scores every threat with reasons that can be argued with, and says what to do first.",
  work: { scoring: prioritize },
};
