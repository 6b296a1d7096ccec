// The keys of a threat's card: Enter in an empty field goes on to the next; after the last, and with Escape, back to where threats are written down.
import type { KeyboardEvent } from "react";
import { fieldName, keyboardTo } from "../../../kit/follow-keyboard.ts";
import { focusPane } from "../../panes.ts";
import { recordLine } from "./card-names.ts";

/** Marks what goes on to the next field: a field, or what holds one. */
export const cardField = { "data-card-field": "" };

/** For a field that is saved by its form: only where it is empty a key means to go on. */
export function onwardWhenEmpty(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, currentTarget } = event;
  if (currentTarget.value.trim() !== "" || (key !== "Enter" && key !== "Escape")) return;
  event.preventDefault();
  if (key === "Escape") backToLine();
  else onward(currentTarget);
}

/** The next field of the card; after the last one the line. */
export function onward(from: Element): void {
  const fields = [...document.querySelectorAll<HTMLElement>("#inspector [data-card-field]")];
  const next = fields[fields.findIndex((one) => one.contains(from)) + 1];
  const field = next?.matches("input") ? next : next?.querySelector("input");
  if (field) field.focus();
  else backToLine();
}

/** To the line in which threats are written down, or to the room where it has none. */
export function backToLine(): void {
  if (document.querySelector(`[${fieldName}="${recordLine}"]`)) keyboardTo(recordLine);
  else focusPane("room");
}
