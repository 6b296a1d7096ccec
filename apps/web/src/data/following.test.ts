// Where others are, as addresses; what they say that is none is not followed.
import { expect, test } from "vitest";
import { placeOf, roomOf } from "./following.ts";

test.each([
  [{ room: "scoping" }, "/m/shop/scoping"],
  [
    { room: "decomposition/surface", selected: ["entry-point:browse"] },
    "/m/shop/decomposition/surface?at=entry-point%3Abrowse",
  ],
  [
    { room: "decomposition", selected: ["element:edge", "flow:a"] },
    "/m/shop/decomposition?at=element%3Aedge&at=flow%3Aa",
  ],
  [{ room: "decomposition", selected: ["edge", "nothing:x"] }, "/m/shop/decomposition"],
  [{ room: "//evil.example" }, undefined],
  [{ room: "../../other" }, undefined],
  [{ room: "javascript:alert(1)" }, undefined],
  [{}, undefined],
])("%o is %s", (presence, place) => {
  expect(placeOf("shop", { presence })).toBe(place);
});

test.each([
  ["/m/shop/decomposition/surface", "decomposition/surface"],
  ["/m/shop", "overview"],
  ["/m/shop/validation", "validation"],
])("%s is in %s", (path, room) => {
  expect(roomOf(path)).toBe(room);
});
