// What the last ten minutes changed: what was done, by whom, and what came of all of it together. Pure.
import { type AnalysisStanding, effectOf } from "@parapet/team";
import type { TFunction } from "i18next";

const window = 10 * 60_000;

/** Something that was done, with the time at which this page heard of it. */
export interface Heard {
  readonly at: number;
  readonly id: string;
  readonly title: string;
  readonly by: string;
}

/** How the analysis stood from a moment on. */
export interface Stood {
  readonly at: number;
  readonly standing: AnalysisStanding;
}

export interface Lately {
  readonly heard: readonly Heard[];
  readonly stood: readonly Stood[];
}

/** Leaves out what is older than the window: of the standings, the last one before it stays, since everything is compared with it. */
export function kept({ heard, stood }: Lately, now: number): Lately {
  const from = now - window;
  const first = stood.findLastIndex(({ at }) => at <= from);
  return { heard: heard.filter(({ at }) => at > from), stood: first <= 0 ? stood : stood.slice(first) };
}

/** What the last ten minutes came to, in one sentence; where they moved no risk, how much was done. */
export function latelySentence(t: TFunction, { heard, stood }: Lately): string {
  const [first] = stood;
  const last = stood.at(-1);
  const effect = first && last && first !== last ? effectOf(first.standing, last.standing).sentence : "";
  if (effect !== "") return effect;
  return heard.length === 0 ? t("workshop.lately.nothing") : t("workshop.lately.same", { count: heard.length });
}
