// S passes a question over.
import { useEffect } from "react";
import { isTyping } from "../../../frame/shortcuts.ts";

export function usePassKey(on: boolean, pass: () => void): void {
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || event.key !== "s") return;
      event.preventDefault();
      pass();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [on, pass]);
}
