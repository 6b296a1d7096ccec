// The summary that every engagement ends with: counts with the risk behind each, top risks, top questions.
import { type Analysis, placeOf, type Question, type Threat, threatListOf } from "@parapet/core";
import { bold, columns, count, dim, hanging, risk, tierMark } from "./style.ts";

/** Counts, the five highest risks, the three questions that hide most. */
export function printSummary(analysis: Analysis): string {
  const { summary } = analysis;
  const header = `${bold(analysis.model.system)} ${dim(`(${analysis.now}, knowledge ${analysis.knowledge.version}, ${analysis.model.method})`)}`;
  const counts = columns([
    ["open", String(summary.open), `risk ${risk(summary.openRisk)}`, byTier(analysis, "open")],
    ["asked", String(summary.asked), `risk ${risk(askedRisk(analysis))}`, byTier(analysis, "asked")],
    [
      "addressed",
      String(summary.addressed + summary.claimed),
      `risk ${risk(summary.addressedRisk)}`,
      summary.claimed > 0 ? `${summary.claimed} of them claimed, on somebody's word` : "",
    ],
    ["accepted", String(summary.accepted), "", ""],
  ]);
  const { latent, latentQuestions } = summary;
  const more =
    latent > 0 ? `; ${count(latent, "more threat")} may turn out to apply, behind ${latentQuestions} more` : "";
  const together = summary.hiddenRisk > 0 ? ` Together they hide risk ${risk(summary.hiddenRisk)}.` : "";
  const asks = `Behind what is asked stand ${count(summary.questions, "question")}${more}.${together}`;
  const questions = hanging("", 0, asks);
  const coverage =
    summary.notExamined === 0
      ? "Every element, flow and crossing was examined for each category."
      : `${count(summary.notExamined, "cell")} of the coverage table not examined.`;
  return [
    header,
    "",
    counts,
    "",
    questions,
    coverage,
    "",
    bold("Top risks"),
    ...topThreats(analysis, 5),
    "",
    bold("Top questions"),
    ...topQuestions(analysis, 3),
    "",
  ].join("\n");
}

/** The risk of the threats that answers decide. */
export function askedRisk(analysis: Analysis): number {
  const list = threatListOf(analysis);
  return list.where((shared) => placeOf(shared) === "asked").reduce((sum, at) => sum + list.shared(at).current, 0);
}

function byTier(analysis: Analysis, what: "open" | "asked"): string {
  return Object.entries(analysis.summary.byTier)
    .flatMap(([tier, counts]) => (counts[what] > 0 ? [`${counts[what]} ${tier}`] : []))
    .join(", ");
}

/** The first threats in reading order that are open; while there are fewer, asked ones. */
function topThreats(analysis: Analysis, most: number): readonly string[] {
  const list = threatListOf(analysis);
  const open = list.where((shared) => placeOf(shared) === "open").slice(0, most);
  const asked = list.where((shared) => placeOf(shared) === "asked").slice(0, most - open.length);
  return [...open, ...asked].map((at) => threatLine({ ...list.shared(at), id: list.id(at), title: list.title(at) }));
}

/** One threat: tier, sentence, id, status. */
export function threatLine(threat: Pick<Threat, "id" | "title" | "tier" | "status" | "current">): string {
  return `${hanging(`${tierMark[threat.tier]} `, 4, threat.title)}\n    ${dim(`${threat.id} · ${threat.status} · risk ${risk(threat.current)}`)}`;
}

export function topQuestions(analysis: Analysis, most: number): readonly string[] {
  return analysis.questions.slice(0, most).map(questionLine);
}

/** One question: the risk that it hides, its sentence, id, and what it settles. */
export function questionLine(question: Question): string {
  const settles = [
    question.settles > 0 ? `settles ${count(question.settles, "threat")}` : "",
    question.latent > 0 ? `tells whether ${question.latent} apply` : "",
  ]
    .filter(Boolean)
    .join(", ");
  return `${hanging("? ", 2, question.text)}\n${dim(hanging("    ", 4, `${question.id} · for ${question.for} · hides risk ${risk(question.riskHeld)}${settles === "" ? "" : ` · ${settles}`}`))}`;
}
