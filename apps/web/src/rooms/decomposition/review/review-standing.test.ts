import type { CommandCall } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { after, example, withAnalysis } from "../../../testing/examples.ts";
import { reviewStanding } from "./review-standing.ts";

const shop = example("shop");
const set = (id: string, field: string, value: unknown): CommandCall => ({
  name: "set-field",
  input: { id, field, value },
});

describe("the shop", () => {
  test("is reviewed as it is, in both", () => {
    for (const what of ["diagram", "surface"] as const) {
      const { last, unreviewed, total } = reviewStanding(shop.document, what);
      expect(last?.by).toBe("ann");
      expect(unreviewed).toEqual([]);
      expect(total).toBeGreaterThan(20);
    }
  });

  test("names exactly what changed since, and how", async () => {
    const { document } = await after(shop, [
      set("browse", "access.support", "yes"),
      { name: "add-role", input: { id: "auditor", title: "Auditor" } },
      { name: "remove-thing", input: { id: "host-shell" } },
      set("checkout-api", "title", "Checkout"),
    ]);
    expect(reviewStanding(document, "surface").unreviewed).toEqual([
      { id: "auditor", how: "new" },
      { id: "browse", how: "changed" },
      { id: "host-shell", how: "gone" },
    ]);
    expect(reviewStanding(document, "diagram").unreviewed).toEqual([]);
  });

  test("is reviewed again by an engineer of the team, and by nobody else", async () => {
    const changed = await after(shop, [set("browse", "access.support", "yes")]);
    const review: CommandCall = { name: "review-surface", input: {} };
    const unreviewed = async (by: string) =>
      reviewStanding((await after(changed, [review], by)).document, "surface").unreviewed.map(({ id }) => id);
    expect(await unreviewed("ravi")).toEqual([]);
    expect(await unreviewed("dana")).toEqual(["browse"]);
  });

  test("what is only said to be reviewed counts once that person does it", async () => {
    const changed = await after(shop, [set("browse", "access.support", "yes")]);
    const said: CommandCall = { name: "review-surface", input: { "said-by": "ravi" } };
    const { document } = await after(changed, [said], "dana");
    const standing = reviewStanding(document, "surface");
    expect(standing.unreviewed.map(({ id }) => id)).toEqual(["browse"]);
    expect(standing.said).toEqual([{ by: "ravi", recordedBy: "dana", on: "2026-11-24" }]);
  });
});

test("without a review everything is unreviewed", () => {
  const { document } = withAnalysis({
    model: { parapet: 1, system: "New", elements: { web: { kind: "process" } }, roles: { customer: {} } },
  });
  expect(reviewStanding(document, "diagram")).toMatchObject({
    last: undefined,
    unreviewed: [{ id: "web", how: "new" }],
    total: 1,
  });
  expect(reviewStanding(document, "surface").unreviewed).toEqual([{ id: "customer", how: "new" }]);
});
