// What an id names, whatever its collection: the inspector goes there from a threat or a question.
import { expect, test } from "vitest";
import { example } from "../../testing/examples.ts";
import { kindOfThing } from "./subject.ts";

const { document, analysis } = example("shop");

test.each([
  ["checkout-api", "element"],
  ["checkout-api-to-orders-db", "flow"],
  ["data", "zone"],
  ["sign-in", "entry-point"],
  ["keycloak-image", "dependency"],
  ["payment-card", "data"],
  ["support", "role"],
  ["model", undefined],
  ["nothing-of-that-name", undefined],
])("%s is a %s", (id, kind) => {
  expect(kindOfThing(document, id)).toBe(kind);
});

test("everything that a question of the shop is about can be opened, but for the system", () => {
  const closed = analysis.questions.filter(({ about }) => about !== "model" && !kindOfThing(document, about));
  expect(closed.map(({ id }) => id)).toEqual([]);
});
