// What a change did, in one line: "settles 4 threats, opens 1, hidden risk 182 → 131".
import { type Analysis, byCodeUnit, closedStatuses, type SharedRecord, threatListOf } from "@parapet/core";

/** One name for a threat before and after a change that may have renamed its thing. */
export type Meant = (id: string) => string;

/** What a change may move of a threat. */
export type ThreatStanding = Pick<SharedRecord, "finding" | "status">;

/** An analysis as a change looks at it: its counts, and each threat by the name that it has before and after. */
export interface Standing {
  readonly summary: Analysis["summary"];
  readonly threats: ReadonlyMap<string, { readonly id: string; readonly shared: ThreatStanding }>;
}

/** How an analysis stands. Without `meant` threats are compared by their ids. */
export function standingOf(analysis: Analysis, meant?: Meant): Standing {
  const list = threatListOf(analysis);
  const threats = new Map<string, { id: string; shared: ThreatStanding }>();
  for (let at = 0; at < list.size; at++) {
    const id = list.id(at);
    threats.set(meant ? meant(id) : id, { id, shared: list.shared(at) });
  }
  return { summary: analysis.summary, threats };
}

/** What a change did to the threats. The two lists: by id, in code-unit order, open or asked; answers settle threats, they take none away. */
export interface Effect {
  /** In one line; empty when nothing that a person would notice changed. */
  readonly sentence: string;
  /** Threats that there were not before. */
  readonly come: readonly string[];
  /** Threats that there are not any more. */
  readonly gone: readonly string[];
}

/** A threat as people know it, and as commands name it. */
export interface NamedThreat {
  readonly id: string;
  readonly title: string;
}

/** The first threats of these ids, with the titles that an analysis has for them; one that it does not have is called by its id. */
export function namedThreats(
  ids: readonly string[],
  most: number,
  analysis: Analysis | undefined,
): readonly NamedThreat[] {
  const first = ids.slice(0, most);
  const wanted = new Set(first);
  const titles = new Map<string, string>();
  const list = analysis && wanted.size > 0 ? threatListOf(analysis) : undefined;
  for (let at = 0; list && at < list.size && titles.size < wanted.size; at++)
    if (wanted.has(list.id(at))) titles.set(list.id(at), list.title(at));
  return first.map((id) => ({ id, title: titles.get(id) ?? id }));
}

/** Nobody has to do anything about a threat that stands so, as far as is known or claimed. */
export function isSettled({ status }: ThreatStanding): boolean {
  return closedStatuses.has(status) || status === "claimed";
}

/** The effect of a change between two analyses: one look at each threat of both. */
export function effectOf(before: Standing, after: Standing): Effect {
  const [come, gone]: [string[], string[]] = [[], []];
  let [settles, opens, known] = [0, 0, 0];
  for (const [name, { id, shared }] of after.threats) {
    const was = before.threats.get(name)?.shared;
    const settled = isSettled(shared);
    if (was) known++;
    else if (isRaised(shared)) come.push(id);
    if (was && settled && !isSettled(was)) settles++;
    if (shared.finding === "open" && !settled && (was?.finding !== "open" || isSettled(was))) opens++;
  }
  if (known < before.threats.size)
    for (const [name, { id, shared }] of before.threats) {
      if (after.threats.has(name)) continue;
      if (isRaised(shared)) gone.push(id);
      if (!isSettled(shared)) settles++;
    }
  const sentence = sentenceOf({ settles, opens }, before.summary, after.summary);
  return { sentence, come: come.sort(byCodeUnit), gone: gone.sort(byCodeUnit) };
}

function isRaised({ finding }: ThreatStanding): boolean {
  return finding === "open" || finding === "asked";
}

interface Turns {
  readonly settles: number;
  readonly opens: number;
}

function sentenceOf({ settles, opens }: Turns, before: Analysis["summary"], after: Analysis["summary"]): string {
  const parts: string[] = [];
  if (settles > 0) parts.push(`settles ${settles} ${settles === 1 ? "threat" : "threats"}`);
  if (opens > 0) parts.push(`opens ${opens}`);
  parts.push(...moved("asked", before.asked, after.asked));
  parts.push(...moved("open risk", before.openRisk, after.openRisk));
  parts.push(...moved("hidden risk", before.hiddenRisk, after.hiddenRisk));
  return parts.length === 0 ? "" : `${parts.join(", ").replace(/^./, (first) => first.toUpperCase())}.`;
}

function moved(name: string, from: number, to: number): readonly string[] {
  const [was, is] = [Math.round(from), Math.round(to)];
  return was === is ? [] : [`${name} ${was} → ${is}`];
}
