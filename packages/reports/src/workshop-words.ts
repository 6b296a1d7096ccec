// What minutes and facilitator's pack say alike: what a workshop is for, what it is about, when, and who said what.
import { escapeMarkdown, type Focus, inFocus, type Workshop, type WorkshopKind } from "@parapet/core";
import type { ReportView } from "./report.ts";

/** What each kind of workshop is called. */
export const kindWords: Readonly<Record<WorkshopKind, string>> = {
  scoping: "Scoping",
  "decomposition-review": "Review of the decomposition",
  enumeration: "Enumeration of threats",
  handoff: "Handoff",
};

/** What a workshop is about, in words; the whole system without a focus. */
export function focusWords(view: ReportView, focus: Focus | undefined): string {
  if (focus?.zone !== undefined) return `the zone ${view.title(focus.zone)}`;
  if (focus?.feature !== undefined) {
    const { title } = view.document.model.features?.[focus.feature] ?? {};
    return `the feature ${title ?? focus.feature}`;
  }
  if (focus?.view !== undefined) return `the view ${view.document.diagram?.views?.[focus.view]?.title ?? focus.view}`;
  return "the whole system";
}

/** The things in its focus; undefined for all. */
export function focusOf(view: ReportView, { focus }: Pick<Workshop, "focus">): ReadonlySet<string> | undefined {
  return inFocus(view.document, focus);
}

/** A moment as people read it: the day, or the day with the minute and the offset that was given. */
export function momentWords(moment: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(moment);
  return match ? `${match[1]} ${match[2]} ${match[3] === "Z" ? "UTC" : match[3]}` : moment;
}

/** Who said something, and who wrote it down when that was somebody else; Markdown. */
export function saidWords(
  view: ReportView,
  entry: { readonly by: string; readonly "recorded-by"?: string | undefined },
): string {
  const recorded = entry["recorded-by"];
  const by = escapeMarkdown(view.person(entry.by));
  return recorded === undefined ? by : `said by ${by}, recorded by ${escapeMarkdown(view.person(recorded))}`;
}
