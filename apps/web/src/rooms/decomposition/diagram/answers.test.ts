import { expect, test } from "vitest";
import { after, example, withAnalysis, words } from "../../../testing/examples.ts";
import { answers, hottestElement } from "./answers.ts";

const shop = example("shop");
const t = await words();
const answer = answers[0];

test("on the shop: its parts, what crosses, and the hottest element", () => {
  expect(answer?.answer(shop, t)).toMatch(
    /^19 elements in 8 zones, \d+ flows, \d+ of them across a trust boundary\. Hottest: .+, with \d+ critical or high/,
  );
});

test("after an element was added in no zone", async () => {
  const grown = await after(shop, [{ name: "add-element", input: { title: "Fax machine", kind: "process" } }]);
  expect(answer?.answer(grown, t)).toMatch(/^20 elements.*1 element is in no zone\.$/);
});

test("of nothing: the first step", () => {
  const blank = withAnalysis({ model: { parapet: 1, system: "Nothing yet" } });
  expect(answer?.answer(blank, t)).toContain("Press P");
  expect(hottestElement(blank.analysis)).toBeUndefined();
});
