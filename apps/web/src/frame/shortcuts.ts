// The keys that work in every room. Nothing listens while somebody types.
import { useEffect } from "react";
import { undo } from "../data/workbench.ts";
import { nextPane } from "./panes.ts";

/** True while keys belong to a text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** True while keys belong to nothing: no control, field or panel has the focus. */
export function isIdle(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.id === "room");
}

export function useShortcuts({ search }: { readonly search: () => void }): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === "k") {
        event.preventDefault();
        search();
      } else if (event.key === "F6") {
        event.preventDefault();
        nextPane(event.shiftKey);
      } else if (!isTyping(event.target) && command && !event.shiftKey && event.key.toLowerCase() === "z") {
        event.preventDefault();
        void undo();
      } else if (!isTyping(event.target) && event.key === "/" && !command) {
        event.preventDefault();
        search();
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [search]);
}
