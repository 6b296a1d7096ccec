// What a workshop decided, in words: each thing that was decided on, with what the register says of it today.
import { byCodeUnit, escapeMarkdown, markdownCode, type Threat, type Workshop } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { saidWords } from "../workshop-words.ts";

/** A line per decision, in code-unit order of what was decided on. */
export function decidedLines(view: ReportView, { decided = {} }: Workshop): readonly string[] {
  const entries = Object.entries(decided).sort(([a], [b]) => byCodeUnit(a, b));
  if (entries.length === 0) return ["Nothing was noted as decided."];
  return entries.map(([key, { by, note }]) => {
    const more = note === undefined ? "" : ` ${sentence(note)}.`;
    const noted = `Noted by ${escapeMarkdown(view.person(by))}.`;
    return `- **${escapeMarkdown(titleOf(view, key))}** (${markdownCode(key)}): ${standingOf(view, key)}.${more} ${noted}`;
  });
}

/** A sentence without its stop, to stand inside another. */
function sentence(text: string): string {
  return escapeMarkdown(text.replace(/[.\s]+$/, ""));
}

function titleOf(view: ReportView, key: string): string {
  const question = view.analysis.questions.find(({ id }) => id === key);
  const mitigation = view.analysis.mitigations.find(({ id }) => id === key);
  return view.threat(key)?.title ?? question?.text ?? mitigation?.title ?? view.title(key);
}

/** What is chosen mitigates nothing before it is there. */
function isBuilt({ status }: Threat): boolean {
  return status !== "mitigating" && status !== "open" && status !== "asked" && status !== "assessed";
}

/** What the register says of it today; Markdown. */
function standingOf(view: ReportView, key: string): string {
  const { register } = view.document;
  const accepted = view.acceptances.get(key)?.entry;
  if (accepted)
    return `accepted by ${escapeMarkdown(view.person(accepted.owner))} until ${accepted.review}, since ${sentence(accepted.why)}`;
  const decision = view.decisions.get(key)?.entry;
  if (decision)
    return `${decision.decision.replaceAll("-", " ")}${decision.to ? ` to ${escapeMarkdown(decision.to)}` : ""}${decision.why ? `, since ${sentence(decision.why)}` : ""}`;
  const mitigation = view.analysis.mitigations.find(({ id }) => id === key);
  if (mitigation)
    return `${mitigation.state}${mitigation.owner ? `, ${escapeMarkdown(view.person(mitigation.owner))}${mitigation.due ? `, due ${mitigation.due}` : ""}` : ""}`;
  const promise = register?.questions?.[key];
  if (promise)
    return `${escapeMarkdown(view.person(promise.owner))} finds out by ${promise.due} (${saidWords(view, promise)})`;
  const threat = view.threat(key);
  if (threat)
    return threat.mitigations?.length
      ? `${isBuilt(threat) ? "mitigated" : "to be mitigated"} by ${threat.mitigations.map((id) => escapeMarkdown(titleOf(view, id))).join(", ")}`
      : threat.status.replaceAll("-", " ");
  return "decided";
}
