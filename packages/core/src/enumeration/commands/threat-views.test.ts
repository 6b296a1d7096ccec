import { describe, expect, test } from "vitest";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import { body as removeThreatView } from "./remove-threat-view.ts";
import { body as saveThreatView } from "./save-threat-view.ts";

const shop: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    features: { cards: { title: "Cards" } },
    zones: { net: {} },
    elements: { web: { kind: "process" } },
  },
  register: { parapet: 1, views: { mine: { title: "Mine", filter: { tiers: ["high"] }, group: "rule" } } },
};
const views = (given: object) => runCommand(saveThreatView, given, shop).after.register?.views;

describe("save-threat-view", () => {
  test("keeps filter, groups and order", () => {
    const view = {
      title: "What I answer for",
      filter: {
        words: "card",
        settled: "no",
        tiers: ["critical", "high"],
        subjects: ["web", "model"],
        zones: ["net"],
        feature: "cards",
        owners: ["Ann Ek"],
      },
      group: "zone",
      sort: "due",
    };
    expect(views(view)?.["what-i-answer-for"]).toEqual(view);
    expect(views({ title: "All" })?.all).toEqual({ title: "All" });
  });

  test("of an id that there is: saved anew, whole; of a title that there is: another one", () => {
    expect(views({ id: "mine", title: "Mine", sort: "risk" })?.mine).toEqual({ title: "Mine", sort: "risk" });
    expect(Object.keys(views({ title: "Mine" }) ?? {})).toEqual(["mine", "mine-view"]);
  });

  test.each([
    [{ title: "!!" }, ["duplicate-id"]],
    [{ title: "X", filter: { subjects: ["wep"] } }, ["dangling-reference"]],
    [{ title: "X", filter: { zones: ["web"] } }, ["dangling-reference"]],
    [{ title: "X", filter: { feature: "card" } }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect(runCommand(saveThreatView, given, shop).codes).toEqual(codes);
  });
});

test("remove-threat-view", () => {
  expect(runCommand(removeThreatView, { id: "mine" }, shop).after.register?.views).toEqual({});
  expect(runCommand(removeThreatView, { id: "yours" }, shop).codes).toEqual(["dangling-reference"]);
});
