// Enumeration: STRIDE on every element, flow and crossing, and the questions that hide what cannot be told yet.
import { categoriesOf, cellsOf, isSevere, strideCategories } from "@parapet/core";
import { isLive, type TeamView, type Work } from "../../member.ts";
import { count, counted, list, risk, sentence, when } from "../../sentences.ts";

/** What the architect enumerated. */
export function enumerate({ analysis, threats, knowledge }: TeamView): Work {
  const { summary, coverage, questions } = analysis;
  const cells = coverage.flatMap((row) =>
    cellsOf(row).filter(([category]) => categoriesOf[row.kind]?.includes(category)),
  );
  const live = threats.filter(isLive);
  const byCategory = strideCategories
    .map((category) => [category, live.filter(({ categories }) => categories.includes(category)).length] as const)
    .filter(([, n]) => n > 0)
    .map(([category, n]) => `${n} ${category.replaceAll("-", " ")}`);
  const byHand = threats.filter(({ rule, finding }) => rule === "by-hand" && finding !== "orphaned");
  const hiding = questions.filter(({ riskHeld }) => riskHeld > 0);
  const first = hiding.slice(0, 3);
  const held = first.reduce((sum, { riskHeld }) => sum + riskHeld, 0);
  const hidden = live.filter(({ finding, tier }) => finding === "asked" && isSevere(tier));
  const examined =
    summary.notExamined === 0
      ? `all ${cells.length} cells of the STRIDE table are examined`
      : `${summary.notExamined} of ${cells.length} cells of the STRIDE table are not examined`;
  const against =
    coverage.length === 0
      ? "the system as a whole: nothing is drawn yet"
      : `${count(coverage.length, "element, flow or crossing", "elements, flows and crossings")}: ${examined}`;
  const addressed = summary.addressed + summary.claimed;
  return {
    did: [
      `Held ${count(knowledge.rules.length, "rule")} against ${against}.`,
      `Raised ${count(summary.open, "open threat")} and ${summary.asked === 0 ? "none" : summary.asked} that ${summary.asked === 1 ? "an answer decides" : "answers decide"}; ${addressed === 0 ? "none" : addressed} ${addressed === 1 ? "is" : "are"} addressed${summary.claimed > 0 ? `, ${summary.claimed} of them on somebody's word` : ""}.`,
      ...when(byHand.length > 0, () => `Kept ${count(byHand.length, "threat")} that people wrote down.`),
    ],
    found: [
      ...when(byCategory.length > 0, () => `Open and asked together: ${list(byCategory, 6)}.`),
      ...when(
        hidden.length > 0,
        () => `${sentence(count(hidden.length, "threat"))} of critical or high risk may be hidden behind questions.`,
      ),
      ...when(
        first.length > 0 && summary.hiddenRisk > 0,
        () =>
          `${sentence(counted(hiding.length, "question", "hides", "hide"))} risk ${risk(summary.hiddenRisk)}${hiding.length > first.length ? `; the first ${first.length} hold ${Math.round((100 * held) / summary.hiddenRisk)} % of it` : ""}.`,
      ),
      ...when(
        summary.latent > 0,
        () =>
          `${sentence(count(summary.latent, "further threat"))} may turn out to apply once ${count(summary.latentQuestions + summary.questions, "question")} ${summary.latentQuestions + summary.questions === 1 ? "is" : "are"} answered.`,
      ),
    ],
  };
}
