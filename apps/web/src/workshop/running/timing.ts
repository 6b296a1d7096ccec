// How the hour stands: the time of the running part, and what is left of the time that is kept for decisions and tickets. Pure.
import { type AgendaItem, closingSteps } from "@parapet/core";

const minute = 60_000;
const closing: ReadonlySet<string> = new Set(closingSteps);

export interface Timing {
  /** Seconds that the running part has left; below zero it is over its time. */
  readonly left: number | undefined;
  /** Minutes of the whole that are gone, and how many there are. */
  readonly gone: number;
  readonly whole: number;
  /** Minutes kept for what comes out, and how many of them are eaten while something else is talked about. */
  readonly kept: number;
  readonly eaten: number;
}

export interface Clock {
  /** Milliseconds: now, when the workshop began, when the time of the running part ends (unknown after the server began anew). */
  readonly now: number;
  readonly began: number;
  readonly ends: number | undefined;
}

/** The time of a workshop at its part number `at`. */
export function timingOf(agenda: readonly AgendaItem[], at: number, { now, began, ends }: Clock): Timing {
  const sum = (of: readonly AgendaItem[]) => of.reduce((all, { minutes }) => all + minutes, 0);
  const whole = sum(agenda);
  const kept = sum(lastPart(agenda));
  const gone = Math.max(0, now - began) / minute;
  const running = agenda[at];
  const over = gone - (whole - kept);
  const closes = running === undefined || closing.has(running.step);
  return {
    left: ends === undefined ? undefined : Math.round((ends - now) / 1000),
    gone: Math.floor(gone),
    whole,
    kept,
    eaten: closes ? 0 : Math.min(kept, Math.max(0, Math.ceil(over))),
  };
}

/** The parts at the end that are kept for decisions, tickets and the signature. */
export function lastPart(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  const first = agenda.findIndex((_, i) => agenda.slice(i).every(({ step }) => closing.has(step)));
  return first < 0 ? [] : agenda.slice(first);
}

/** Minutes and seconds, as a clock shows them; over time with a plus. */
export function clockText(seconds: number): string {
  const whole = Math.abs(seconds);
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return seconds < 0 ? `+${text}` : text;
}
