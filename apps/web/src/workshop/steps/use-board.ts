// Tells everyone what is looked at, in words: phones show that. Only who leads does.
import type { Board } from "@parapet/live";
import { useEffect } from "react";
import { clipped } from "../live.ts";
import { useWorkshop } from "../running/in-workshop.ts";

/** Shows this to everyone while the step is open. Said once, and again when the server has forgotten it: two pages that lead do not quarrel. */
export function useBoard(board: Board | undefined): void {
  const { role, act, live } = useWorkshop();
  const wanted = board && JSON.stringify(clipped(board));
  const leads = role === "facilitator" && live.heard;
  const forgotten = live.board === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what it says; the function is new with every picture.
  useEffect(() => {
    if (!leads) return;
    if (wanted !== undefined && wanted !== JSON.stringify(live.board))
      act({ kind: "show", board: JSON.parse(wanted) as Board });
    else if (wanted === undefined && !forgotten) act({ kind: "show" });
  }, [leads, wanted, forgotten]);
}
