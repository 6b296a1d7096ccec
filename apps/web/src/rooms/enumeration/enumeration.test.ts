import { Nearness, nameBook, namedThing, nameOfPerson, threatGroups, threatSorts, threatsOf } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { viewsOf } from "../../data/views.ts";
import { after, example, knowledge, withAnalysis, words } from "../../testing/examples.ts";
import { glanceOf } from "../overview/glance.ts";
import { answerForm, keyOfAnswer } from "./answer-form.ts";
import { answers } from "./answers.ts";
import { type Filter, filtered, firstView, inCell, rowsOf, sorted } from "./filter.ts";
import { similarThreats } from "./similar.ts";
import { isSameView, shownBy } from "./view-of-register.ts";
import { waitingOf, waitings, withWaiting } from "./waiting.ts";

const shop = example("shop");
const t = await words();
const answer = answers[0];

describe("the answer of the room", () => {
  test("on the shop: what is open, what questions hide, and the largest of them", () => {
    expect(answer?.question(t)).toBe("What can go wrong, and what don't we know?");
    expect(answer?.answer(shop, t)).toMatch(
      /^83 threats are open; \d+ questions hide risk \d+ more, and \d+ that only tell whether something applies at all hide \d+\. First: Is it bounded how much confidential data/,
    );
    // Both parts together are the questions and the hidden risk of the overview.
    const [, asked, risk, further, rest] =
      answer?.answer(shop, t).match(/; (\d+) questions hide risk (\d+) more, and (\d+) .* hide (\d+)\./) ?? [];
    const glance = glanceOf(shop.analysis);
    expect(Number(asked) + Number(further)).toBe(glance.questions);
    expect(Number(further)).toBe(glance.applying);
    expect(Number(risk) + Number(rest)).toBe(glance.hiddenRisk);
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

describe("what says the same of two things", () => {
  test("is told apart by the things, and nothing else is", async () => {
    const { from, to, title } = shop.analysis.flows.find(({ id }) => threats.some((one) => one.subject === id)) ?? {};
    const drawn = await after(shop, [{ name: "add-flow", input: { id: "by-night", from, to, title: "By night" } }]);
    const views = viewsOf(drawn.analysis);
    const there = views.on.get("by-night") ?? [];
    const alike = there.filter((one) => views.threats.some((two) => two !== one && two.title === one.title));
    expect(alike.length, `beside ${title}`).toBeGreaterThan(0);
    for (const one of alike) expect(views.say(one)).toBe(`By night: ${one.title}`);
    const alone = views.threats.find((one) => views.threats.every((two) => two === one || two.title !== one.title));
    expect(alone && views.say(alone)).toBe(alone?.title);
  });

  const threats = threatsOf(shop.analysis);
});

describe("the register", () => {
  const threats = threatsOf(shop.analysis);
  const title = (id: string) => (id === "orders-db" ? "Orders database" : id);
  const person = (key: string) => nameOfPerson(shop.document, key);
  const around = { title, near: new Nearness(shop.analysis), person };
  const names = {
    title,
    zone: () => "zone",
    tier: (tier: string) => tier,
    status: ({ status }: { status: string }) => status,
    category: (category: string | undefined) => category ?? "none",
    person,
    nobody: "nobody",
  };

  test("shows what still needs something, unless all is asked for", () => {
    const live = filtered(threats, firstView.filter, around);
    expect(live.length).toBeGreaterThan(50);
    expect(live.length).toBeLessThan(filtered(threats, {}, around).length);
    expect(live.every(({ status }) => status !== "accepted" && status !== "verified")).toBe(true);
  });

  test("finds by words of the title, the thing and the rule, in any order", () => {
    const found = filtered(threats, { words: "database orders" }, around);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ subject, title: say }) => `${title(subject)} ${say}`.toLowerCase().includes("orders"))).toBe(
      true,
    );
  });

  test.each<[string, Filter, (threat: (typeof threats)[number]) => boolean]>([
    ["tiers", { tiers: ["high", "low"] }, ({ tier }) => tier === "high" || tier === "low"],
    ["categories", { categories: ["tampering"] }, ({ categories }) => categories.includes("tampering")],
    ["findings", { findings: ["asked"] }, ({ finding }) => finding === "asked"],
    ["decisions", { decisions: ["accept"] }, ({ decision }) => decision === "accept"],
    ["owners", { owners: ["mikkel"] }, ({ owner }) => owner === "mikkel"],
    [
      "a thing and its flows",
      { subjects: ["orders-db"] },
      ({ subject }) => around.near.things(subject).includes("orders-db"),
    ],
    ["a zone", { zones: ["dmz"] }, ({ subject }) => around.near.zones(subject).includes("dmz")],
    ["what is settled", { settled: "yes" }, ({ status }) => status !== "open"],
  ])("narrows by %s", (_, filter, fits) => {
    const found = filtered(threats, filter, around);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(threats.length);
    expect(found.every(fits)).toBe(true);
  });

  test("a cell of the heat map narrows to the thing alone", () => {
    const found = inCell(threats, { subject: "orders-db", category: "tampering" });
    expect(found.length).toBeGreaterThan(0);
    for (const { subject, categories } of found) {
      expect(subject).toBe("orders-db");
      expect(categories).toContain("tampering");
    }
  });

  test.each(threatGroups.filter((group) => group !== "none"))("grouped by %s no threat is lost", (grouping) => {
    const rows = rowsOf(threats, grouping, new Set(), names);
    expect(rows.filter(({ kind }) => kind === "threat")).toHaveLength(threats.length);
    const counted = rows.reduce((sum, row) => sum + (row.kind === "group" ? row.count : 0), 0);
    expect(counted).toBe(threats.length);
  });

  test.each(threatSorts)("in the order of %s none is lost, and equal ones stay as they are read", (sort) => {
    const ordered = sorted(threats, sort);
    expect(new Set(ordered)).toEqual(new Set(threats));
    expect(sorted(ordered, sort)).toEqual(ordered);
  });

  test("by risk the largest is first, by owner those without one are last", () => {
    const [first] = sorted(threats, "risk");
    expect(first?.current).toBe(Math.max(...threats.map(({ current }) => current)));
    expect(sorted(threats, "owner").at(-1)?.owner).toBeUndefined();
  });

  test("a closed group shows its head alone", () => {
    const [head] = rowsOf(threats, "tier", new Set(), names);
    const closed = rowsOf(threats, "tier", new Set([head?.key ?? ""]), names);
    expect(closed[1]?.kind).toBe("group");
  });

  test.each(waitings)("what it waits for is read from the filter that it makes: %s", (waiting) => {
    expect(waitingOf(withWaiting({ tiers: ["low"], findings: ["open"] }, waiting))).toBe(waiting);
  });

  test("a saved view shows what was seen when it was saved, in whatever order its parts stand", () => {
    const view = { filter: { tiers: ["low", "high"], settled: "no" }, group: "owner", sort: "due" } as const;
    const saved = {
      title: "Mine",
      filter: { settled: "no", tiers: ["high", "low"] },
      group: "owner",
      sort: "due",
    } as const;
    const mutable = JSON.parse(JSON.stringify([view, saved]));
    expect(isSameView(mutable[0], shownBy(mutable[1]))).toBe(true);
    expect(isSameView(mutable[0], firstView)).toBe(false);
    expect(shownBy(undefined)).toBe(firstView);
    expect(shownBy({ title: "All" })).toEqual({ filter: {}, group: "none", sort: "reading" });
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
    expect(namedThing(say, nameBook(shop.analysis.elements))).toBe(subject);
  });
});
