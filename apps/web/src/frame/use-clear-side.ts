// Keeps a line that lies over the room off what is typed in, whenever the focus moves, the room scrolls or the line says something else.
import { type RefObject, useEffect, useState } from "react";
import { type Box, clearSide, type Side } from "./clear-side.ts";

const typedIn = "input, textarea, select, [contenteditable=true]";

/** The side of the room on which the line stands; `said` is what it says. */
export function useClearSide(line: RefObject<HTMLElement | null>, said: unknown): Side {
  const [side, setSide] = useState<Side>("bottom");
  useEffect(() => {
    if (said === undefined) return;
    const look = () => {
      const room = line.current?.offsetParent?.getBoundingClientRect();
      const field = document.activeElement?.closest(typedIn);
      if (!room || !line.current) return;
      setSide(field ? clearSide(room, line.current.getBoundingClientRect(), boxesOf(field)) : "bottom");
    };
    look();
    const events = ["focusin", "focusout", "input", "scroll", "resize"] as const;
    for (const event of events) addEventListener(event, look, true);
    return () => {
      for (const event of events) removeEventListener(event, look, true);
    };
  }, [line, said]);
  return side;
}

function boxesOf(field: Element): readonly [Box, Box] {
  return [field.getBoundingClientRect(), (field.closest("form") ?? field).getBoundingClientRect()];
}
