import { expect, test } from "vitest";
import { clearSide } from "./clear-side.ts";

const room = { left: 200, right: 1200, top: 50, bottom: 850 };
const line = { width: 600, height: 50 };
const box = (top: number, bottom: number, left = 500, right = 700) => ({ left, right, top, bottom });

test.each([
  ["a field in the middle leaves the line below", box(400, 430), box(380, 500), "bottom"],
  ["a field at the lower edge moves it up", box(800, 830), box(780, 850), "top"],
  ["a button of the form at the lower edge does too", box(400, 430), box(400, 840), "top"],
  ["a form as high as the room is covered where the field is not", box(100, 130), box(60, 840), "bottom"],
  ["a field at the lower edge of such a form moves it up all the same", box(800, 830), box(60, 840), "top"],
  ["a field beside the line is not covered", box(800, 830, 210, 390), box(800, 830, 210, 390), "bottom"],
  ["a text as high as the room keeps it below", box(60, 840), box(60, 840), "bottom"],
] as const)("%s", (_what, field, form, side) => {
  expect(clearSide(room, line, [field, form])).toBe(side);
});
