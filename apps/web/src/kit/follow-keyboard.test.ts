import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keyboardTo, takeKeyboard } from "./follow-keyboard.ts";

/** A field that says whether it took the keyboard. */
function field() {
  const taken = { times: 0, focus: () => void taken.times++ };
  return taken;
}

let standing: ReturnType<typeof field> | null;
let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  standing = null;
  page = Object.assign(new EventTarget(), { querySelector: () => standing });
  vi.stubGlobal("document", page);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** How often the field of a card took the keyboard that was sent to it before. */
function arrives(name = "card"): number {
  const card = field();
  takeKeyboard(name, card);
  return card.times;
}

test("a field that stands takes the keyboard at once, and a later one of its name does not", () => {
  standing = field();
  keyboardTo("card");
  expect([standing.times, arrives()]).toEqual([1, 0]);
});

test("a field that comes takes the keyboard once; another leaves it", () => {
  keyboardTo("card");
  vi.advanceTimersByTime(3_000);
  expect([arrives("other"), arrives(), arrives()]).toEqual([0, 1, 0]);
});

test.each([
  ["after a while", () => vi.advanceTimersByTime(10_000)],
  ["when the person presses a key", () => page.dispatchEvent(new Event("keydown"))],
  ["when the person clicks", () => page.dispatchEvent(new Event("pointerdown"))],
  ["when the keyboard is sent elsewhere", () => keyboardTo("other")],
])("it is forgotten %s", (_when, goes) => {
  keyboardTo("card");
  goes();
  expect(arrives()).toBe(0);
});

test("it is not forgotten when the page puts the keyboard away, because the field that had it went", () => {
  keyboardTo("card");
  page.dispatchEvent(new Event("focusin"));
  expect(arrives()).toBe(1);
});

test("a name that is sent anew is waited for anew", () => {
  keyboardTo("card");
  vi.advanceTimersByTime(4_000);
  keyboardTo("card");
  vi.advanceTimersByTime(4_000);
  expect(arrives()).toBe(1);
});
