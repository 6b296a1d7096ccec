// What a change did: how the threats stood before it and stand after it.
import { analyse, type Change, type Document, effective, threatMeant } from "@parapet/core";
import { type AnalysisStanding, effectOf, type Meant, standingOf } from "@parapet/team";
import { keepStanding, keptStanding } from "./kept-standing.ts";
import { newNames } from "./new-names.ts";
import { comeAndGoneLines } from "./print/effect.ts";
import type { Opened } from "./session.ts";

/** A change that was made, here or in the workbench that has the model open. */
export interface Done {
  readonly title: string;
  readonly by: string;
  readonly at: string;
  readonly changes: readonly Change[];
  readonly before: Document;
  readonly after: Document;
  /** The revision of the files that it made; absent when others may have added to it. */
  readonly revision?: string;
}

/** What a change did to the threats, for programs and for people; what it leaves is kept for the next change. */
export function whatWasDone(
  opened: Opened,
  { title, by, at, changes, before, after, revision }: Done,
): { readonly value: object; readonly text: string } {
  const { knowledge } = opened;
  const analysis = analyse(after, knowledge, { now: at });
  const meant = meantIn(before, after);
  const earlier = () => (before === opened.document ? opened.analysis() : analyse(before, knowledge, { now: at }));
  const was = before === opened.document ? standingBefore(opened, at, meant) : standingOf(earlier(), meant);
  const is = standingOf(analysis, meant);
  if (!meant && revision !== undefined) keepStanding(revision, knowledge, at, is);
  const { sentence: effect, ...threats } = effectOf(was, is);
  const made = newNames(before, after);
  const named =
    made.length > 0 && made.length <= 3 && !made.every((id) => title.includes(id)) ? ` (${made.join(", ")})` : "";
  return {
    value: { title, by, made, changes, effect, threats, summary: analysis.summary },
    text: [`${title}${named}.`, effect, ...comeAndGoneLines(threats, { after: analysis, before: earlier })]
      .filter((line) => line !== "")
      .join("\n"),
  };
}

/** How the model stood before a change: as the last change left it, else by an analysis. */
function standingBefore(
  { revision, knowledge, analysis }: Opened,
  now: string,
  meant: Meant | undefined,
): AnalysisStanding {
  return (meant ? undefined : keptStanding(revision, knowledge, now)) ?? standingOf(analysis(), meant);
}

/** The one name of a threat in two documents; undefined when nothing in them was ever renamed: then it is its id. */
function meantIn(before: Document, after: Document): Meant | undefined {
  if (effective(before).aliases.size === 0 && effective(after).aliases.size === 0) return undefined;
  return (id) => threatMeant(before, threatMeant(after, id));
}
