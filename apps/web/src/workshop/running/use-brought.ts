// The facilitator brings everyone to a place: pages that take part go there once.
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useWorkbench } from "../../data/workbench.ts";
import type { Live } from "../live.ts";

/** Follows, wherever this page is in the workshop; not the page that brought. */
export function useBrought({ bring }: Pick<Live, "bring">): void {
  const [, go] = useLocation();
  const seen = useRef(bring?.turn);
  const you = useWorkbench((state) => state.shown?.you?.session);
  useEffect(() => {
    if (!bring || bring.turn === seen.current) return;
    seen.current = bring.turn;
    if (bring.by !== you) go(bring.to);
  }, [bring, go, you]);
}
