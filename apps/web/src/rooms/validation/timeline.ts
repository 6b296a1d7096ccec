// Accepted risks, in force or run out, on a line of time: from the day of the acceptance to the day of its review, with today between them.
import { type AcceptanceView, type Analysis, addDays, type Document, entriesByThreat } from "@parapet/core";
import { daysBetween } from "./days.ts";

export interface TimelineRow extends AcceptanceView {
  readonly approvedOn: string | undefined;
  readonly conditions: string | undefined;
  /** Days until the review; negative when it is past. */
  readonly left: number;
  /** In force, and its review is near. */
  readonly soon: boolean;
  /** Where its bar begins and ends, 0–1. */
  readonly start: number;
  readonly end: number;
}

export interface Tick {
  readonly day: string;
  readonly at: number;
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly ticks: readonly Tick[];
  readonly today: number;
}

/** A review within so many days is near. */
const nearDays = 30;
/** What is or was in force; what waits for approval stands among the steps. */
const order: readonly AcceptanceView["state"][] = ["expired", "in-force"];
const mostTicks = 6;

/** The line of time; what needs a person first, then what ends first. */
export function timelineOf({ acceptances: all, now }: Analysis, document: Document): Timeline {
  const acceptances = all.filter(({ state }) => order.includes(state));
  const days = [now, ...acceptances.flatMap(({ on, review }) => [on, review])].sort();
  const first = days[0] as string;
  const last = addDays(days.at(-1) as string, 1);
  const at = (day: string): number => daysBetween(first, day) / Math.max(1, daysBetween(first, last));
  const recorded = entriesByThreat(document, document.register?.acceptances);
  const rows = acceptances.map((acceptance): TimelineRow => {
    const stored = recorded.get(acceptance.threat);
    const left = daysBetween(now, acceptance.review);
    return {
      ...acceptance,
      approvedOn: stored?.approved?.on,
      conditions: stored?.entry.conditions,
      left,
      soon: acceptance.state === "in-force" && left <= nearDays,
      start: at(acceptance.on),
      end: at(acceptance.review),
    };
  });
  const rank = ({ state }: TimelineRow) => order.indexOf(state);
  rows.sort((a, b) => rank(a) - rank(b) || a.left - b.left || (a.threat < b.threat ? -1 : 1));
  return { rows, ticks: ticksOf(first, last).map((day) => ({ day, at: at(day) })), today: at(now) };
}

/** First days of months; every month, second, third, sixth or twelfth, so that few stand there. */
function ticksOf(first: string, last: string): readonly string[] {
  const months: string[] = [];
  let [year, month] = first.split("-").map(Number) as [number, number];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, "0")}-01`;
    if (day > last) break;
    if (day >= first) months.push(day);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const step = [1, 2, 3, 6, 12].find((size) => months.length / size <= mostTicks) ?? 24;
  return months.filter((_, i) => i % step === 0);
}
