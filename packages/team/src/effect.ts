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

/** Threats that there were not before, and those that there are not any more: by id, in code-unit order. */
export interface ComeAndGone {
  readonly come: readonly string[];
  readonly gone: readonly string[];
}

/** Which threats a change brings, open or asked, and which it takes out of the list. Answers settle threats; they do not take them away. */
export function comeAndGone(before: Standing, after: Standing): ComeAndGone {
  return { come: raisedBeyond(after, before), gone: raisedBeyond(before, after) };
}

function raisedBeyond({ threats }: Standing, others: Standing): readonly string[] {
  const ids: string[] = [];
  for (const [name, { id, shared }] of threats)
    if ((shared.finding === "open" || shared.finding === "asked") && !others.threats.has(name)) ids.push(id);
  return ids.sort(byCodeUnit);
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

/** The effect of a change between two analyses; empty when nothing that a person would notice changed. */
export function effectSentence(before: Standing, after: Standing): string {
  const old = before.threats;
  const now = after.threats;
  let settles = 0;
  let opens = 0;
  for (const [name, { shared }] of old) {
    const is = now.get(name)?.shared;
    if (!isSettled(shared) && (is === undefined || isSettled(is))) settles++;
  }
  for (const [name, { shared }] of now) {
    const was = old.get(name)?.shared;
    if (shared.finding === "open" && !isSettled(shared) && (was?.finding !== "open" || isSettled(was))) opens++;
  }
  const parts: string[] = [];
  if (settles > 0) parts.push(`settles ${settles} ${settles === 1 ? "threat" : "threats"}`);
  if (opens > 0) parts.push(`opens ${opens}`);
  parts.push(...moved("asked", before.summary.asked, after.summary.asked));
  parts.push(...moved("open risk", before.summary.openRisk, after.summary.openRisk));
  parts.push(...moved("hidden risk", before.summary.hiddenRisk, after.summary.hiddenRisk));
  return parts.length === 0 ? "" : `${parts.join(", ").replace(/^./, (first) => first.toUpperCase())}.`;
}

function moved(name: string, from: number, to: number): readonly string[] {
  const [was, is] = [Math.round(from), Math.round(to)];
  return was === is ? [] : [`${name} ${was} → ${is}`];
}
