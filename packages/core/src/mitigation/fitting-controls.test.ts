// Controls proposed for a threat by its words: common words that tell something, on the same thing first, at most three.
import { describe, expect, test } from "vitest";
import type { Knowledge } from "../model/knowledge.ts";
import { smallKnowledge } from "../testing/small-knowledge.ts";
import { controlWords, fittingControls } from "./fitting-controls.ts";

const [anyControl] = smallKnowledge.controls as [Knowledge["controls"][number]];
const [anyRule] = smallKnowledge.rules as [Knowledge["rules"][number]];
const card = (id: string, title: string) => ({ ...anyControl, id, title });
const rule = (title: string, say: string, controls: readonly string[]) => ({ ...anyRule, title, say, controls });

const fillers = Array.from({ length: 30 }, (_, i) => card(`other-${i}`, `Watched corridor ${i} of the building`));
const knowledge = {
  controls: [
    card("sessions", "Protected browser sessions"),
    card("guessing", "A brake on guessing passwords"),
    card("passkeys", "Passkeys in place of passwords"),
    ...fillers,
  ],
  rules: [
    rule("Session taken over", "Somebody takes over the session of a user of {subject}", ["sessions", "passkeys"]),
    rule("Password guessed", "Somebody guesses passwords of {subject}", ["guessing", "passkeys"]),
  ],
};
const noTexts = { controls: {} };
const words = controlWords(knowledge, noTexts);
const fit = (say: string, ...among: readonly string[]) => fittingControls(say, words, new Set(among));

describe("a sentence is met by", () => {
  test("what its card and the rules that name it say of the same", () => {
    expect(fit("A bot guesses the passwords of clerks")).toEqual(["guessing", "passkeys"]);
    expect(fit("With a taken session another account orders")).toEqual(["sessions", "passkeys"]);
  });

  test("nothing, where one word or only words that everything has are common", () => {
    expect(fit("Sessions are long")).toEqual([]);
    expect(fit("The building has a watched corridor")).toEqual([]);
    expect(fit("")).toEqual([]);
    expect(fit("{subject}")).toEqual([]);
  });

  test("what helps against something else on the same thing, where there is such", () => {
    expect(fit("A bot guesses the passwords of clerks", "passkeys", "sessions")).toEqual(["passkeys"]);
    expect(fit("A bot guesses the passwords of clerks", "other-1")).toEqual([]);
  });

  test("three at most, and equals in the order of their ids", () => {
    const alike = ["d", "b", "a", "c"].map((id) => card(id, "Vouchers counted for registered customers"));
    const many = controlWords({ ...knowledge, controls: [...knowledge.controls, ...alike] }, noTexts);
    expect(fittingControls("Registered customers cheat with vouchers", many, new Set())).toEqual(["a", "b", "c"]);
  });

  test("what the texts of its card say", () => {
    const texts = (what: string) => ({ what, removes: "", stacks: {}, platform: [], criteria: {}, asvs: [], nist: [] });
    const told = { controls: { "other-3": texts("Vouchers are counted per registered customer") } };
    expect(fittingControls("Customers cheat with vouchers", controlWords(knowledge, told), new Set())).toEqual([
      "other-3",
    ]);
  });
});
