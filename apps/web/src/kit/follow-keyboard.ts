// The keyboard goes to a field by its name: at once, or, where the field comes a moment later, when it is there.
import { type RefObject, useEffect } from "react";

/** How long a field is waited for; one that comes later came for something else. */
const patience = 5_000;
/** What says that the person went on elsewhere. That something takes the keyboard does not: the page puts it away when a field goes. */
const elsewhere = ["keydown", "pointerdown"] as const;

let awaited: string | undefined;
let late: ReturnType<typeof setTimeout> | undefined;

/** The attribute by which a field is found. */
export const fieldName = "data-field-name";

/** Puts the keyboard into the field of this name, now or as soon as it stands, unless the person goes on elsewhere before. */
export function keyboardTo(name: string): void {
  forget();
  const field = document.querySelector<HTMLElement>(`[${fieldName}="${name}"]`);
  if (field) field.focus();
  else wait(name);
}

/** For the field itself: takes the keyboard that waits for it. */
export function useAwaitedKeyboard(name: string, field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (field.current) takeKeyboard(name, field.current);
  }, [name, field]);
}

/** Gives a field that has just come the keyboard, when that waits for it. */
export function takeKeyboard(name: string, field: Pick<HTMLElement, "focus">): void {
  if (awaited !== name) return;
  forget();
  field.focus();
}

function wait(name: string): void {
  awaited = name;
  late = setTimeout(forget, patience);
  for (const event of elsewhere) document.addEventListener(event, forget, true);
}

function forget(): void {
  awaited = undefined;
  clearTimeout(late);
  for (const event of elsewhere) document.removeEventListener(event, forget, true);
}
