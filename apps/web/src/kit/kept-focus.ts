// The keyboard stays in a pane when what had it goes away: an answered question, a line that was left for another selection, a step that is done.
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

/** For a pane: keeps the focus in the part that had it, else on the pane. */
export function useKeptFocus(pane: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const part = useRef<HTMLElement>(null);
  // After every change: only then it is seen that what had the keyboard is gone.
  useLayoutEffect(() => {
    if (!part.current || document.activeElement !== document.body) return;
    const place = part.current.isConnected ? part.current : pane.current;
    place?.focus({ preventScroll: true });
  });
  return {
    onFocus: ({ target }) => {
      part.current = target.closest<HTMLElement>("section[tabindex]") ?? pane.current;
    },
    onBlur: ({ target, relatedTarget }) => {
      // What goes away has no place to lose the keyboard to; who presses elsewhere leaves.
      if (target.isConnected && !pane.current?.contains(relatedTarget)) part.current = null;
    },
  };
}
