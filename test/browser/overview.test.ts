// The overview in a browser: how the model stands, and every kind of need leads to the control that settles it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, isCleanAt, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("overview", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  test("open and asked stand together, and the answer changes with a fact", async () => {
    const journey = await bench.enter();
    const { page, isClean } = journey;
    await page.goto(bench.at("overview"));
    const answer = page.locator("[data-answer]");
    await answer.waitFor();
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);
    expect(await answer.innerText()).toMatch(/^83 threats are open and 52 asked: risk 3061 open, 3334 more behind/);
    expect(await page.getByRole("region", { name: "How it stands" }).innerText()).toContain("48 open · 17 asked");
    const path = page.getByRole("navigation", { name: "The way through the eight rooms" });
    expect(await path.getByRole("link").count()).toBe(8);
    expect(await path.getByRole("link", { name: /Mitigation/ }).innerText()).toContain("2 things are missing");
    await isCleanAt([390, 1024], journey);
    await page.getByRole("link", { name: "Go there" }).first().click();
    await page.waitForURL(/\/mitigation\?at=threat%3A/);
    await page.getByRole("complementary", { name: "Inspector" }).waitFor();

    await page.goto(bench.at("decomposition/surface"));
    await page.getByRole("button", { name: "Allow it" }).click();
    await page.getByRole("link", { name: "Overview" }).click();
    await eventually(() => answer.innerText()).toMatch(/^82 threats are open/);
    await isClean();
  });

  test("a need leads to the criterion and the review that it is about", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("overview"));
    const evidence = page.getByRole("group").filter({ hasText: "every required criterion is met by fresh evidence" });
    await evidence.locator("summary").click();
    await evidence.getByRole("link", { name: "Go there" }).first().click();
    await page.waitForURL(/\/validation\?at=mitigation%3A[^#]+#evidence-/);

    await page.goto(bench.at("decomposition/surface"));
    await page.getByRole("button", { name: "Pages of the shop, Support: no" }).focus();
    await page.keyboard.press("y");
    await page.getByRole("link", { name: "Overview" }).click();
    await page
      .getByRole("listitem")
      .filter({ hasText: "reviews the surface: Pages of the shop changed" })
      .getByRole("link", { name: "Go there" })
      .first()
      .click();
    await page.waitForURL(/\/decomposition\/surface#review-surface$/);
    const panel = page.getByRole("dialog", { name: "Review of the surface" });
    expect(await panel.innerText()).toMatch(/changed\s+Pages of the shop/);
    await isClean();
  });

  test("the members say what they did and what they need from whom", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("overview"));
    const team = page.getByRole("region", { name: "The team" });
    const designer = team.getByRole("listitem").filter({ hasText: "Mitigation Designer" }).first();
    await eventually(() => designer.innerText()).toMatch(/Wrote \d+ specifications[\s\S]*engineer: \d+/);
    await designer.getByRole("link", { name: /^engineer/ }).click();
    await page.waitForURL(/\/(mitigation|validation)\?at=/);
    await isClean();
  });
});
