// Tells the phones what everyone looks at. Only who leads does.
import { useEffect } from "react";
import type { Board } from "../live.ts";
import { useWorkshop } from "../running/in-workshop.ts";

/** Shows this on every phone while the step is open; nothing when there is nothing to show. */
export function useBoard(board: Board | undefined): void {
  const { role, act, live } = useWorkshop();
  const wanted = JSON.stringify(board ?? null);
  const shown = JSON.stringify(live.board ?? null);
  const leads = role === "facilitator" && live.now !== 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what it says; the function is new with every picture.
  useEffect(() => {
    if (leads && wanted !== shown) act({ kind: "board", board: JSON.parse(wanted) as Board | null });
  }, [leads, wanted]);
}
