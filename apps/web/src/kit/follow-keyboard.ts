// The keyboard goes to a field by its name: at once, or, where the field comes a moment later, when it is there.
import { type RefObject, useEffect } from "react";

let awaited: string | undefined;

/** The attribute by which a field is found. */
export const fieldName = "data-field-name";

/** Puts the keyboard into the field of this name, now or as soon as it stands. */
export function keyboardTo(name: string): void {
  awaited = name;
  const field = document.querySelector<HTMLElement>(`[${fieldName}="${name}"]`);
  if (field) take(name, field);
}

/** For the field itself: takes the keyboard that waits for it. */
export function useAwaitedKeyboard(name: string, field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (field.current) take(name, field.current);
  }, [name, field]);
}

function take(name: string, field: HTMLElement): void {
  if (awaited !== name) return;
  awaited = undefined;
  field.focus();
}
