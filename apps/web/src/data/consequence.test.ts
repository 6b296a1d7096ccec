import { analyse, apply } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { day, example, knowledge, withAnalysis } from "../testing/examples.ts";
import { consequenceOf } from "./consequence.ts";

const shop = example("shop");

function ifRefuted(id: string) {
  const change = { collection: "model.assumptions", id, field: ["state"], after: "refuted" };
  const otherwise = analyse(apply(shop.document, [change]), knowledge, { now: day });
  return consequenceOf(shop.analysis, otherwise);
}

describe("an assumption refuted", () => {
  test.each([
    ["support-laptops", 1],
    ["engineer-laptops", 0],
    ["provider-attested", 1],
    ["host-disks", 4],
  ])("%s: %i threats stay settled only while it holds", (id, count) => {
    expect(ifRefuted(id).unsettled.length).toBe(count);
  });
});

describe("a planned feature", () => {
  const { document } = shop;
  const saved = consequenceOf(shop.analysis, withAnalysis(document, "saved-cards").analysis);

  test("adds things, threats and questions", () => {
    expect(saved.elements).toEqual(["card-vault"]);
    expect(saved.flows).toEqual(["save-card"]);
    expect(saved.entryPoints.map(({ id }) => id)).toEqual(["save-and-list-cards"]);
    expect(saved.score.after - saved.score.before).toBe(5);
    expect(saved.threats.length).toBeGreaterThan(0);
    expect(saved.unsettled).toEqual([]);
  });

  test("lists the worst first", () => {
    const risks = saved.threats.map(({ current }) => current);
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
  });
});

test("nothing follows from nothing", () => {
  const none = consequenceOf(shop.analysis, shop.analysis);
  expect(none.unsettled).toEqual([]);
  expect(none.settled).toEqual([]);
  expect(none.threats).toEqual([]);
  expect(none.questions).toBe(0);
});
