// What was answered in a workshop: each answer with who gave it and what became of the threats that waited for it, as they stand today.
import {
  byCodeUnit,
  cameOf,
  escapeMarkdown,
  markdownCode,
  type RoomAnswer,
  splitKey,
  type Workshop,
} from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, tierSigns } from "../words.ts";
import { saidWords } from "../workshop-words.ts";

/** A line per answer, in code-unit order of the questions. */
export function answeredLines(view: ReportView, { answered = {} }: Workshop): readonly string[] {
  const entries = Object.entries(answered).sort(([a], [b]) => byCodeUnit(a, b));
  if (entries.length === 0) return ["No question was answered."];
  return entries.flatMap(([key, answer]) => {
    const [effect, ...open] = effectLines(view, answer);
    const asked = escapeMarkdown(answer.asked ?? askedOf(view, key));
    return [`- ${asked} (${markdownCode(key)}) **${valueWords(answer)}**, ${saidBy(view, answer)}. ${effect}`, ...open];
  });
}

/** A question that nothing asked when it was answered, by its fact and thing. */
function askedOf(view: ReportView, key: string): string {
  const { left, subject } = splitKey(key) ?? { left: key, subject: "" };
  return `${left.replaceAll("-", " ")} of ${view.title(subject)}`;
}

function valueWords({ value, when }: RoomAnswer): string {
  const words = escapeMarkdown(value === "dont-know" ? "nobody knows yet" : value.replaceAll("-", " "));
  return when === undefined ? words : `${words} ${escapeMarkdown(when)}`;
}

function saidBy(view: ReportView, answer: RoomAnswer): string {
  const words = saidWords(view, answer);
  return answer["recorded-by"] === undefined ? `said by ${words}` : words;
}

/** How the threats that waited for the answer stand today; those that are open by name. */
function effectLines(view: ReportView, answer: RoomAnswer): readonly [string, ...string[]] {
  const { counts, open } = cameOf(answer, view.document, view.threat);
  if (counts.size === 0) return ["No threat waited for it."];
  const parts = [...counts].map(
    ([status, count]) => `${count} ${status === "gone" ? "raised no more" : status.replaceAll("-", " ")}`,
  );
  return [
    `${counted(answer.threats?.length ?? 0, "threat")} waited for it; today: ${parts.join(", ")}.`,
    ...open
      .slice(0, listed)
      .map(({ id, tier, title }) => `  - ${tierSigns[tier]} open: ${escapeMarkdown(title)} (${markdownCode(id)})`),
    ...(open.length > listed ? [`  - and ${open.length - listed} more that are open`] : []),
  ];
}

const listed = 5;
