// People by their names: what a sentence and a field show for a key, and which key a name in a field means.
import { describe, expect, test } from "vitest";
import { peopleOf } from "./people.ts";

const people = peopleOf({
  model: {
    participants: { ann: { name: "Ann Ito" }, bo: {}, cy: { name: "Kim" }, dee: { name: "Kim" }, eve: { name: "bo" } },
  },
  people: { parapet: 1, people: { ann: { name: "A. Ito" }, olga: { name: "Olga" } } },
});

describe("people", () => {
  test.each([
    ["the name of a participant", "ann", "Ann Ito", "Ann Ito"],
    ["whom people.yaml alone knows", "olga", "Olga", "Olga"],
    ["without a name", "bo", "bo", "bo"],
    ["one name of two people", "cy", "Kim", "cy"],
    ["a name that is the key of another", "eve", "bo", "eve"],
    ["nobody who is known", "Guest Gil", "Guest Gil", "Guest Gil"],
    ["a key that every object has", "constructor", "constructor", "constructor"],
  ])("%s", (_, key, name, shown) => {
    expect([people.name(key), people.shown(key)]).toEqual([name, shown]);
    expect(people.keyOf(shown)).toBe(key);
  });

  test("what nobody is called stays as it is typed, and a key stays a key", () => {
    expect(["Ann I", "ann", " Ann Ito ", ""].map(people.keyOf)).toEqual(["Ann I", "ann", "ann", ""]);
  });

  test("offers each of them once", () => {
    expect(people.choices).toEqual([
      ["ann", "Ann Ito"],
      ["olga", "Olga"],
      ["bo", "bo"],
      ["cy", "cy"],
      ["dee", "dee"],
      ["eve", "eve"],
    ]);
  });
});
