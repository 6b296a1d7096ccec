import { threatsOf } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { after, example, knowledge, withAnalysis, words } from "../../testing/examples.ts";
import { answerForm, keyOfAnswer } from "./answer-form.ts";
import { answers } from "./answers.ts";
import { filtered, noFilter, rowsOf } from "./filter.ts";
import { namedSubject, similarThreats } from "./similar.ts";

const shop = example("shop");
const t = await words();
const answer = answers[0];

describe("the answer of the room", () => {
  test("on the shop: what is open, what questions hide, and the largest of them", () => {
    expect(answer?.question(t)).toBe("What can go wrong, and what don't we know?");
    expect(answer?.answer(shop, t)).toMatch(
      /^83 threats are open; \d+ questions hide risk \d+ more\. First: Is it bounded how much confidential data/,
    );
  });

  test("after that question is answered another one is first", async () => {
    const answered = await after(shop, [
      { name: "answer-question", input: { ids: ["limits-bulk-reading@model"], value: "yes" } },
    ]);
    expect(answer?.answer(answered, t)).not.toContain("Is it bounded");
    expect(answer?.answer(answered, t)).toContain("First: ");
  });

  test("of nothing", () => {
    const blank = withAnalysis({ model: { parapet: 1, system: "Nothing yet" } });
    expect(answer?.answer(blank, t)).toContain("0 threats are open");
  });
});

describe("the form of an answer", () => {
  test.each([
    ["limits-bulk-reading", ["yes", "no"], "one"],
    ["natures", ["is-cache", "has-tools"], "several"],
    ["zone", [], "open"],
    ["at-rest", ["before-storing", "by-the-platform", "none"], "one"],
    ["data", ["none"], "open"],
  ])("%s with %j is %s", (fact, values, kind) => {
    expect(answerForm({ fact }, values, knowledge).kind).toBe(kind);
  });

  test("yes and no have their letters, others their number", () => {
    expect(["yes", "no", "none"].map(keyOfAnswer)).toEqual(["y", "n", "3"]);
  });
});

describe("the register", () => {
  const threats = threatsOf(shop.analysis);
  const title = (id: string) => (id === "orders-db" ? "Orders database" : id);
  const names = {
    title,
    zone: () => "zone",
    tier: (tier: string) => tier,
    status: ({ status }: { status: string }) => status,
  };

  test("shows what still needs something, unless all is asked for", () => {
    const live = filtered(threats, noFilter, title);
    expect(live.length).toBeGreaterThan(50);
    expect(live.length).toBeLessThan(filtered(threats, { ...noFilter, status: "all" }, title).length);
    expect(live.every(({ status }) => status !== "accepted" && status !== "verified")).toBe(true);
  });

  test("finds by words of the title, the thing and the rule, in any order", () => {
    const found = filtered(threats, { words: "database orders", status: "all" }, title);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ subject, title: say }) => `${title(subject)} ${say}`.toLowerCase().includes("orders"))).toBe(
      true,
    );
  });

  test("a cell of the heat map is a filter", () => {
    const cell = { ...noFilter, subject: "orders-db", category: "tampering" } as const;
    for (const threat of filtered(threats, cell, title)) {
      expect(threat.subject).toBe("orders-db");
      expect(threat.categories).toContain("tampering");
    }
  });

  test.each(["rule", "subject", "zone", "tier", "status"] as const)("grouped by %s no threat is lost", (grouping) => {
    const rows = rowsOf(threats, grouping, new Set(), names);
    expect(rows.filter(({ kind }) => kind === "threat")).toHaveLength(threats.length);
    const counted = rows.reduce((sum, row) => sum + (row.kind === "group" ? row.count : 0), 0);
    expect(counted).toBe(threats.length);
  });

  test("a closed group shows its head alone", () => {
    const [head] = rowsOf(threats, "tier", new Set(), names);
    const closed = rowsOf(threats, "tier", new Set([head?.key ?? ""]), names);
    expect(closed[1]?.kind).toBe("group");
  });
});

describe("a threat that is said aloud", () => {
  const threats = threatsOf(shop.analysis);

  test("one that says the same is suggested, on the same thing first", () => {
    const known = threats.find(({ subject }) => subject === "mail-worker");
    const similar = similarThreats(`Somebody said: ${known?.title}`, "mail-worker", threats);
    expect(similar.map(({ id }) => id)).toContain(known?.id);
  });

  test.each(["", "x", "zzz qqq www"])("%j is like nothing", (say) => {
    expect(similarThreats(say, undefined, threats)).toEqual([]);
  });

  test.each([
    ["Somebody reads the orders database at night", "orders-db"],
    ["The back office is open", "back-office"],
    ["It is open", undefined],
  ])("%s is about %s", (say, subject) => {
    expect(namedSubject(say, shop.analysis.elements)).toBe(subject);
  });
});
