// Evidence as it stands today: what counts and until when, what failed, what is too old, what somebody only says.
import { type Analysis, addDays, type Document, declaredOnly, defaultEvidenceDays } from "@parapet/core";
import { daysBetween } from "./days.ts";

type Entry = NonNullable<NonNullable<Document["register"]>["evidence"]>[string];

/** failed · stale: passed, too old · soon: too old within a month · fresh · said: it lacks what would make it count. */
export type EvidenceState = "failed" | "stale" | "said" | "soon" | "fresh";

export interface EvidenceRow {
  readonly id: string;
  readonly entry: Entry;
  /** The title of the mitigation. */
  readonly title: string;
  /** As criterion@mitigation. */
  readonly criterion: string;
  readonly state: EvidenceState;
  /** Days since the test. */
  readonly age: number;
  /** The last day on which it counts. */
  readonly until: string;
  /** The share of its life that is over, 0–1. */
  readonly worn: number;
  /** The verdict on the criterion rests on it. */
  readonly counts: boolean;
}

const order: readonly EvidenceState[] = ["failed", "stale", "said", "soon", "fresh"];
/** Evidence that has so many days left is shown as ending soon. */
const soonDays = 30;

/** How many days evidence counts in this model. */
export function lifeOfEvidence(document: Document): number {
  return document.policy?.["evidence-days"] ?? defaultEvidenceDays;
}

/** Every entry; what needs a person first, then what ends first. */
export function evidenceRows({ mitigations, criteria, now }: Analysis, document: Document): readonly EvidenceRow[] {
  const life = lifeOfEvidence(document);
  const titles = new Map(mitigations.map(({ id, title }) => [id, title]));
  const resting = new Set(criteria.map(({ evidence }) => evidence));
  const rows = Object.entries(document.register?.evidence ?? {}).map(([id, entry]): EvidenceRow => {
    const mitigation = document.register?.mitigations?.[entry.mitigation];
    const until = addDays(entry.on, life);
    const age = daysBetween(entry.on, now);
    return {
      id,
      entry,
      title: titles.get(entry.mitigation) ?? entry.mitigation,
      criterion: `${entry.criterion}@${entry.mitigation}`,
      state: stateOf(entry, mitigation !== undefined && declaredOnly(entry, mitigation), until, now),
      age,
      until,
      worn: Math.min(1, Math.max(0, age / Math.max(1, life))),
      counts: resting.has(id),
    };
  });
  const rank = ({ state }: EvidenceRow) => order.indexOf(state);
  return rows.sort(
    (a, b) => rank(a) - rank(b) || (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1),
  );
}

function stateOf(entry: Entry, said: boolean, until: string, now: string): EvidenceState {
  if (entry.verdict === "failed") return "failed";
  if (said) return "said";
  if (until < now) return "stale";
  return daysBetween(now, until) < soonDays ? "soon" : "fresh";
}
