// What the evidence says about each mitigation: the one way in which a test result enters the analysis.

import { byCodeUnit } from "./changes.ts";
import type { Document } from "./document.ts";
import type { Control } from "./knowledge.ts";
import type { Evidence, Mitigation } from "./register.ts";

export type Verdict = "passed" | "failed" | "stale" | "missing";
export type MitigationState = "chosen" | "implemented" | "verified" | "failed" | "stale";

export interface CriterionVerdict {
  readonly id: string;
  readonly required: boolean;
  readonly verdict: Verdict;
  /** The entry that the verdict rests on. */
  readonly evidence?: string;
  readonly on?: string;
}

export interface MitigationVerdict {
  readonly id: string;
  readonly mitigation: Mitigation;
  readonly control?: Control;
  readonly state: MitigationState;
  readonly criteria: readonly CriterionVerdict[];
  /** The first day on which a passed criterion becomes stale. */
  readonly freshUntil?: string;
}

/** Days for which evidence stays fresh when policy.yaml says nothing. */
export const defaultEvidenceDays = 180;

/** The day `days` after a day, both as 2026-11-24. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  // biome-ignore lint/style/noRestrictedGlobals: arithmetic on a given day; no clock is read
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/**
 * The verdict on each mitigation of the register. A criterion fails when its newest entry of some tool and environment failed,
 * passes when one is fresh, is stale when all that passed are older than the policy allows. A mitigation is verified when all its
 * required criteria passed (stale when one of them is stale), failed when one failed.
 */
export function mitigationVerdicts(
  document: Document,
  controls: ReadonlyMap<string, Control>,
  now: string,
): readonly MitigationVerdict[] {
  const register = document.register;
  const days = document.policy?.["evidence-days"] ?? defaultEvidenceDays;
  const entries = evidenceByCriterion(register?.evidence ?? {});
  return Object.entries(register?.mitigations ?? {}).map(([id, mitigation]) => {
    const control = mitigation.control === undefined ? undefined : controls.get(mitigation.control);
    const wanted = [
      ...(control?.criteria ?? []),
      ...Object.keys(mitigation.criteria ?? {}).map((criterion) => ({ id: criterion, required: true })),
    ];
    const criteria = wanted.map((criterion) => ({
      ...criterion,
      ...verdictOf(entries.get(`${id}\n${criterion.id}`) ?? [], mitigation, days, now),
    }));
    const fresh = criteria.flatMap(({ verdict, on }) => (verdict === "passed" && on ? [addDays(on, days + 1)] : []));
    const freshUntil = fresh.sort()[0];
    return {
      id,
      mitigation,
      ...(control ? { control } : {}),
      state: stateOf(mitigation, criteria),
      criteria,
      ...(freshUntil ? { freshUntil } : {}),
    };
  });
}

type Entries = readonly (readonly [string, Evidence])[];

function evidenceByCriterion(evidence: Readonly<Record<string, Evidence>>): ReadonlyMap<string, Entries> {
  const map = new Map<string, (readonly [string, Evidence])[]>();
  for (const [id, entry] of Object.entries(evidence)) {
    const key = `${entry.mitigation}\n${entry.criterion}`;
    const list = map.get(key);
    if (list) list.push([id, entry]);
    else map.set(key, [[id, entry]]);
  }
  return map;
}

function verdictOf(
  entries: Entries,
  mitigation: Mitigation,
  days: number,
  now: string,
): { verdict: Verdict; evidence?: string; on?: string } {
  const newest = new Map<string, readonly [string, Evidence]>();
  for (const entry of entries) {
    const key = `${entry[1].tool}\n${entry[1].environment ?? ""}`;
    const other = newest.get(key);
    if (!other || other[1].on <= entry[1].on) newest.set(key, entry);
  }
  const sorted = [...newest.values()].sort((a, b) => byCodeUnit(b[1].on, a[1].on) || byCodeUnit(a[0], b[0]));
  const failed = sorted.find(([, entry]) => entry.verdict === "failed");
  // What somebody only says does not take back what a test showed before.
  const chosen = failed ?? sorted.find(([, entry]) => !declaredOnly(entry, mitigation)) ?? sorted[0];
  if (!chosen) return { verdict: "missing" };
  const [evidence, { on }] = chosen;
  if (failed) return { verdict: "failed", evidence, on };
  if (declaredOnly(chosen[1], mitigation)) return { verdict: "missing", evidence, on };
  return { verdict: addDays(on, days) < now ? "stale" : "passed", evidence, on };
}

/**
 * Evidence by hand counts as a declaration when it lacks a method, a performer, a commit or link, or what was seen, and when
 * the performer is who implemented it.
 */
export function declaredOnly(entry: Evidence, mitigation: Mitigation): boolean {
  if (entry.tool !== "by-hand") return false;
  if (entry.performer !== undefined && entry.performer === mitigation.implemented?.by) return true;
  return !(entry.method && entry.performer && (entry.commit || entry.link) && entry.saw);
}

function stateOf(mitigation: Mitigation, criteria: readonly CriterionVerdict[]): MitigationState {
  const required = criteria.filter((criterion) => criterion.required);
  if (required.some(({ verdict }) => verdict === "failed")) return "failed";
  const done = required.length > 0 && required.every(({ verdict }) => verdict === "passed" || verdict === "stale");
  if (done) return required.some(({ verdict }) => verdict === "stale") ? "stale" : "verified";
  return mitigation.implemented ? "implemented" : "chosen";
}
