// Goes to a part of the agenda, with its time.
import type { AgendaItem } from "@parapet/core";
import type { Act } from "../live.ts";

/** The part is on, and its time runs. */
export function goToPart(act: (what: Act) => void, agenda: readonly AgendaItem[], to: number): void {
  const item = agenda[to];
  if (!item) return;
  act({ kind: "step", step: to });
  act({ kind: "start-timer", seconds: item.minutes * 60 });
}
