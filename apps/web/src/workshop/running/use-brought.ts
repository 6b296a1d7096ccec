// The facilitator brings everyone to a place: pages of the model go there once, wherever they are.
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useWorkbench } from "../../data/workbench.ts";
import type { HeardOf } from "../live.ts";

/** Follows every call that comes after this page has heard of the workshop; a projector stays where it is. */
export function useBrought(): void {
  const [, go] = useLocation();
  const workshops = useWorkbench((state) => state.workshops);
  const seen = useRef(new Map<string, number>());
  useEffect(() => {
    for (const [id, heard] of Object.entries(workshops)) {
      const { bring } = (heard as HeardOf).state;
      const count = bring?.count ?? 0;
      const before = seen.current.get(id);
      seen.current.set(id, count);
      if (!bring || before === undefined || count <= before) continue;
      if (!new URLSearchParams(location.search).has("screen") && isPlace(bring.place)) go(bring.place);
    }
  }, [workshops, go]);
}

/** A page of the workbench, and nothing beside. */
function isPlace(place: string): boolean {
  return /^\/m\/[^/]/.test(place);
}
