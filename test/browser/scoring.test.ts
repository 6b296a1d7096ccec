// Scoring in a browser: the answer at a glance, a dot dragged and moved by keys with its reason, five scales, proposals confirmed at once.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("scoring", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"]);
  });
  afterAll(() => bench?.close());

  const dot = (page: Page, cell: string, title: RegExp) =>
    page.locator(`[data-cell="${cell}"]`).getByRole("button", { name: title });

  test("the answer stands there at once, and changes with an answer; proposals are confirmed at once and taken back", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoring"));
    const answer = page.locator("[data-answer]");
    await eventually(() => answer.textContent()).toMatch(
      /^83 threats are open with risk 3061 \(48 high, 32 medium, 3 low\), beside 52 asked\. 26 are quick wins/,
    );
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);

    const confirm = page.getByRole("button", { name: "Confirm 17 proposed scores" });
    await confirm.click();
    await eventually(() => confirm.count()).toBe(0);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await confirm.waitFor();

    await page.goto(bench.at("enumeration"));
    await page.getByRole("button", { name: /^no\b/ }).first().click();
    await page.goto(bench.at("scoring"));
    await eventually(() => answer.textContent()).toMatch(/^90 threats are open .*, beside 45 asked\./);
    await isClean();
  });

  test("a dot is dragged to another cell, says why, and waits for a second person; who decided it cannot approve", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoring"));
    const tool = /^Container host gives administrators/;
    const from = await dot(page, "2:3", tool).boundingBox();
    const to = await page.locator('[data-cell="1:1"]').boundingBox();
    if (!from || !to) throw new Error("nothing to drag");
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height - 10, { steps: 5 });
    await page.mouse.up();
    const form = page.locator("[data-move]");
    expect(await form.textContent()).toContain("Damage 9 → 4");
    expect(await form.textContent()).toContain("it counts once another person has approved it");
    await page.keyboard.type("The tool only reads");
    await page.keyboard.press("Enter");
    await eventually(() => form.count()).toBe(0);
    const waits = page.getByRole("region", { name: "Waits for a second person" });
    await eventually(() => waits.textContent()).toMatch(/Ann .*scored it lower · may approve: [A-Z]/);
    expect(await waits.getByRole("button", { name: /^Approve/ }).count(), "nobody is offered what is refused").toBe(0);
    await page.locator("[data-open]", { hasText: tool }).getByText("waits for a second person").waitFor();
    expect(await dot(page, "2:3", tool).count(), "until then the proposal counts").toBe(1);
    await isClean();
  });

  test("by keys alone: along the dots, Shift and an arrow moves, Escape takes it back", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoring"));
    const first = page.locator("[data-dot]").first();
    await first.focus();
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate<string>("document.activeElement.dataset.dot");
    await page.keyboard.press("Shift+ArrowDown");
    const form = page.locator("[data-move]");
    expect(await form.getAttribute("data-move")).toBe(second);
    await page.keyboard.press("Escape");
    await eventually(() => form.count()).toBe(0);
    await eventually(() => page.evaluate("document.activeElement.dataset.dot")).toBe(second);
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Inspector" }).waitFor();
    // The matrix stands as the tiers say; how it was before any control is the other sight.
    const sight = (name: string) => page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed");
    expect([await sight("As it stands"), await sight("Before controls")]).toEqual(["true", "false"]);
    await page.getByRole("button", { name: "Before controls" }).click();
    await page.getByText("As if no control worked").waitFor();
    await isClean();
  });

  test("a score opens as five anchored scales; a changed one needs its reason", async () => {
    const { page, isClean } = await bench.enter();
    await page.clock.install();
    await page.goto(bench.at("scoring"));
    await page.getByRole("button", { name: "No owner or date" }).click();
    await page.getByRole("button", { name: /^Score of A changed analytics.* Storefront/ }).click();
    const editor = page.getByRole("form", { name: /^Score of A changed analytics.* Storefront/ });
    expect(await editor.getByRole("slider").count()).toBe(5);
    expect(await editor.textContent()).toContain("Confidential information is read or changed");
    const damage = editor.getByRole("slider", { name: "Damage" });
    await damage.focus();
    await page.keyboard.press("End");
    expect(await damage.getAttribute("aria-valuetext")).toMatch(/^10: The whole system is in the attacker's hands/);
    const save = editor.getByRole("button", { name: "Save the score" });
    expect(await save.isDisabled()).toBe(true);
    await editor.getByRole("textbox", { name: /^Damage: Why 10/ }).fill("Accounts of staff are among them");
    await save.click();
    await eventually(() => editor.count()).toBe(0);
    const effect = page.locator("[data-effect]");
    await eventually(() => effect.count()).toBe(1);
    expect(await effect.innerText()).not.toContain("No threat changes");
    // What is taken back is named, and goes with the room or after a while; what is pointed at stays.
    const said = page.locator("[data-said]");
    await page.keyboard.press("Control+z");
    await eventually(() => said.innerText()).toMatch(/^Undo: Scored “A changed analytics/);
    await eventually(() => effect.count()).toBe(1);
    await said.hover();
    await page.clock.fastForward(60_000);
    expect(await said.count()).toBe(1);
    await page.getByRole("heading", { level: 1 }).hover();
    await page.clock.fastForward(9_000);
    expect(await said.count()).toBe(1);
    await page.clock.fastForward(7_000);
    await eventually(() => said.count()).toBe(0);
    await isClean();
  });

  test("owner and date are given in place, and what is refused is said beside them", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoring"));
    await page.getByRole("button", { name: /^asked \d+/ }).click();
    await page.getByRole("button", { name: "No owner or date" }).click();
    const owner = page.getByLabel(/^Owner: /).first();
    const title = ((await owner.getAttribute("aria-label")) ?? "").replace("Owner: ", "");
    const due = page.getByLabel(`Due: ${title}`);
    await due.fill("2020-01-01");
    await due.press("Enter");
    await eventually(() => page.getByRole("alert").first().textContent()).toContain(
      "The due date 2020-01-01 is before 2026-11-24",
    );
    await owner.fill("ravi");
    await owner.press("Enter");
    await eventually(() => page.getByLabel(`Owner: ${title}`).first().inputValue()).toBe("Ravi");
    await isClean();
  });

  test.each([
    [390, "dark"],
    [1024, "light"],
  ] as const)("at %i wide in %s nothing is wider than the window", async (width, colorScheme) => {
    const { page, isClean } = await bench.enter({ viewport: { width, height: 844 }, colorScheme });
    await page.goto(bench.at("scoring"));
    await page.locator("[data-answer]").waitFor();
    await isClean();
  });
});
