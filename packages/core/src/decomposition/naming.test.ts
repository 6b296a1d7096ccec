// How sentences name things: a flow by its ends where it has no name of its own.
import { describe, expect, test } from "vitest";
import { flowInSentence } from "./naming.ts";

describe("a flow", () => {
  test.each([
    ["without a name of its own", "shop-to-redis", "Shop to redis:7", "the flow from Shop to redis:7"],
    [
      "with what tells it from another",
      "shop-to-redis-tls",
      "Shop to redis:7 tls",
      "the flow from Shop to redis:7 tls",
    ],
    ["without a title, its id made of its ends", "shop-to-redis", "shop-to-redis", "the flow from Shop to redis:7"],
    ["with a title", "save", "Save sessions", "Save sessions"],
    ["with nothing but an id", "save", "save", "save"],
    ["whose title only begins alike", "save", "Shop to redis:7s", "Shop to redis:7s"],
  ])("%s", (_, id, title, expected) => {
    const ends = { from: "shop", fromTitle: "Shop", to: "redis", toTitle: "redis:7" };
    expect(flowInSentence({ id, title, ...ends })).toBe(expected);
  });
});
