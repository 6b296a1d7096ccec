import { describe, expect, it } from "vitest";
import { factInWords } from "./fact-words.ts";

describe("a fact in words", () => {
  it.each([
    ["validates-input", undefined, "validates input"],
    ["validates-input", "Checkout API", "validates input of Checkout API"],
    ["any-flow-out.to-process", undefined, "to process of a flow out"],
    ["all-flow-out.strong-authentication", "Payment events", "strong authentication of Payment events"],
    ["to.encrypted-at-rest", undefined, "encrypted at rest of the receiver"],
  ])("%s of %s", (fact, of, words) => expect(factInWords(fact, of)).toBe(words));
});
