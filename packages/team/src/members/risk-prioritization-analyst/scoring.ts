// Scoring: proposals with reasons, tiers, quick wins, what regulations are touched, what people confirmed.
import { isSevere, nameOfRegulation, type Tier, tiers } from "@parapet/core";
import { isLive, type TeamView, type Work } from "../../member.ts";
import { count, counted, list, risk, sentence, when } from "../../sentences.ts";

/** What the analyst scored, and what stands out. */
export function prioritize({ analysis, document, threats }: TeamView): Work {
  const { summary, model, acceptances } = analysis;
  const scored = threats.filter(({ finding }) => finding !== "orphaned");
  const byPeople = scored.filter(({ score }) => !score.proposed);
  const rescore = scored.filter(({ score }) => score.rescore === true);
  const quick = threats.filter((threat) => threat.quickWin === true && isLive(threat));
  const inForce = acceptances.filter(({ state }) => state === "in-force");
  const regulations = (document.model.scope?.regulations ?? [])
    .map((id) => [id, scored.filter((threat) => isLive(threat) && threat.regulations?.includes(id)).length] as const)
    .filter(([, n]) => n > 0);
  const perTier = (what: "open" | "asked"): string =>
    list(tiers.filter((tier) => summary.byTier[tier][what] > 0).map((tier) => `${summary.byTier[tier][what]} ${tier}`));
  if (scored.length === 0) return { did: ["There is no threat to score yet."], found: [] };
  return {
    did: [
      `Scored ${count(scored.length, "threat")} by ${methodName(model.method)} with a reason for each factor; ${byPeople.length === 0 ? "all are proposals" : `${byPeople.length} confirmed or changed by people, the others are proposals`}.`,
      `Put them in four tiers: open ${summary.open === 0 ? "none" : perTier("open")}; asked ${summary.asked === 0 ? "none" : perTier("asked")}.`,
    ],
    found: [
      `The open threats carry risk ${risk(summary.openRisk)}; questions hide up to ${risk(summary.hiddenRisk)} more.`,
      ...when(
        quick.length > 0,
        () =>
          `${sentence(counted(quick.length, "threat", "is a quick win", "are quick wins"))}: little work against critical or high risk.`,
      ),
      ...when(
        rescore.length > 0,
        () =>
          `${sentence(counted(rescore.length, "score", "was", "were"))} confirmed before the facts changed, and ${rescore.length === 1 ? "is" : "are"} to be looked at again.`,
      ),
      ...when(
        regulations.length > 0,
        () =>
          `Touches ${list(regulations.map(([id, n]) => `${nameOfRegulation(id)} with ${count(n, "threat")}`))} not settled yet.`,
      ),
      ...when(
        inForce.length > 0,
        () =>
          `${sentence(counted(inForce.length, "risk", "is", "are"))} accepted by a named owner${worstOf(inForce.map(({ tier }) => tier))}.`,
      ),
      ...lopsided(scored.map(({ tier }) => tier)),
    ],
  };
}

function methodName(id: string): string {
  return id === "dread" ? "DREAD" : id;
}

function worstOf(accepted: readonly Tier[]): string {
  const worst = tiers.find((tier) => accepted.includes(tier));
  return worst && isSevere(worst) ? `, the worst of them ${worst}` : "";
}

/** A list in which most is of one tier ranks nothing. */
function lopsided(all: readonly Tier[]): readonly string[] {
  const tier = tiers.find((one) => all.length >= 10 && all.filter((other) => other === one).length * 2 > all.length);
  return when(
    tier !== undefined,
    () =>
      `More than half of all threats are in the tier ${tier}: classify the data and say the criticality, so that the order tells more.`,
  );
}
