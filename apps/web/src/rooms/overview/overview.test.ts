import { describe, expect, test } from "vitest";
import { after, example, exampleNames, withAnalysis, words } from "../../testing/examples.ts";
import { overviewAnswer } from "./answers.ts";
import { glanceOf, worstOpen } from "./glance.ts";
import { askedOf, jobOf, needGroups, waitingForApproval } from "./needs.ts";

const shop = example("shop");
const t = await words();
const blank = withAnalysis({ model: { parapet: 1, system: "Nothing yet" } });

describe("the answer", () => {
  test("on the shop", () => {
    expect(overviewAnswer.answer(shop, t)).toMatch(
      /^83 threats are open and 52 asked: risk 3061 open, 3334 more behind questions\. Next, engineer: Decide on “.+\.$/,
    );
  });

  test("after the stores speak TLS: fewer are open", async () => {
    const answered = await after(shop, [
      { name: "answer-question", input: { ids: ["encrypted-in-transit@data"], value: "yes", why: "since today" } },
    ]);
    expect(Number(/^\d+/.exec(overviewAnswer.answer(answered, t))?.[0])).toBeLessThan(83);
  });

  test("of nothing", () => {
    expect(overviewAnswer.answer(blank, t)).toMatch(/^Nothing is drawn yet/);
  });
});

test("the worst that is open is named, also while its acceptance waits for a second person", async () => {
  const worst = worstOpen(shop.analysis);
  expect(worst?.title).toMatch(/^Container host gives administrators' powers/);
  const input = { threats: [worst?.id], owner: "dana", why: "until the host is replaced", review: "2027-03-31" };
  const accepted = await after(shop, [{ name: "accept-risk", input }]);
  expect(worstOpen(accepted.analysis)?.id).toBe(worst?.id);
  expect(worstOpen(blank.analysis)).toBeUndefined();
});

describe.each(exampleNames)("needs of %s", (name) => {
  const { analysis } = example(name);
  const all = analysis.stages.flatMap(({ missing }) => missing);

  test("stand once in the groups, and nothing is lost", () => {
    const groups = needGroups(analysis);
    expect(groups.flatMap(({ needs }) => needs)).toHaveLength(all.length);
    const counted = groups.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(all.length + analysis.stages.reduce((sum, { more }) => sum + more, 0));
  });

  test("asked of one kind of people are those alone", () => {
    for (const [from, count] of askedOf(analysis)) {
      const own = needGroups(analysis, from).flatMap(({ needs }) => needs);
      expect(own).toHaveLength(count);
      expect(new Set(own.map((need) => need.from))).toEqual(new Set([from]));
    }
  });
});

test("who sits here has a job when the model knows them", () => {
  expect(jobOf(shop.document, "ann")).toBe("engineer");
  expect(jobOf(shop.document, "noor")).toBe("security");
  expect(jobOf(shop.document, "nobody")).toBeUndefined();
});

test("what waits for a second person is counted", async () => {
  // Two decisions of the shop about medium risk need no second person.
  expect(waitingForApproval(shop.analysis, shop.document)).toEqual([]);
  const [open] = shop.analysis.threats.filter(({ status, tier }) => status === "mitigating" && tier === "high");
  const accepted = await after(shop, [
    {
      name: "accept-risk",
      input: { threats: [open?.id], owner: "dana", why: "It is rebuilt in spring", review: "2027-02-01" },
    },
  ]);
  expect(waitingForApproval(accepted.analysis, accepted.document)).toEqual([open?.id]);
});

test("a glance counts open and asked together, tier by tier", () => {
  const { bars, most, claimed } = glanceOf(shop.analysis);
  const { summary } = shop.analysis;
  expect(bars.map(({ tier }) => tier)).toEqual(["critical", "high", "medium", "low"]);
  expect(bars.reduce((sum, { open }) => sum + open, 0)).toBe(summary.open);
  expect(bars.reduce((sum, { asked }) => sum + asked, 0)).toBe(summary.asked);
  expect(most).toBeGreaterThan(100);
  expect(claimed).toBe(summary.claimed);
  expect(glanceOf(blank.analysis).most).toBe(1);
});
