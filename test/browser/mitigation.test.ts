// Mitigation in a browser: the answer at a glance, a control chosen against many threats, its specification copied, decisions in place.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("mitigation", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"]);
  });
  afterAll(() => bench?.close());

  test("the answer stands there at once, and a control chosen against the threats that it removes moves it", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("mitigation"));
    const answer = page.locator("[data-answer]");
    await eventually(() => answer.textContent()).toMatch(
      /^16 controls remove 46 % of the open risk \(3061 → 1650\)\. What is chosen removes 38 %; 3 wait for a choice, first: Short-lived/,
    );
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);

    await page.locator('[data-bar="workload-identity"]').click();
    const control = page.locator('[data-control="workload-identity"]');
    const specification = control.locator("pre");
    await eventually(() => specification.textContent()).toContain("Done when");
    await control
      .getByRole("checkbox", { name: /^With a stolen or guessed credential, somebody acts as Shopper/ })
      .uncheck();
    await control.getByLabel("Stack").selectOption({ index: 1 });
    await control.getByLabel("Owner", { exact: true }).fill("mikkel");
    await control.getByLabel("Due", { exact: true }).fill("2027-03-31");
    await control.getByRole("button", { name: "Choose it against 10 threats" }).click();
    // Chosen, it is marked, and its specification for that stack stays to be read.
    const chosen = control.locator('[data-mitigation="workload-identity"]');
    await eventually(() => chosen.locator("pre").textContent()).toContain("Done when");
    expect(await chosen.textContent()).toMatch(/ · for \S/);
    await control
      .getByRole("button", { name: / chosen / })
      .first()
      .waitFor();
    await eventually(() => answer.textContent()).toMatch(/What is chosen removes 4\d %/);
    await isClean();
  });

  test("the specification is copied, also by hand where nothing may write to the clipboard", async () => {
    const { page, isClean } = await bench.enter({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(bench.at("mitigation"));
    const control = page.locator('[data-control="egress-filtering"]');
    await control.getByRole("button").first().click();
    const copy = control.getByRole("button", { name: "Copy the specification" });
    await copy.click();
    await control.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/^# .*\n\n[\s\S]*## Done when/);
    await page.evaluate(
      "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false;",
    );
    await control.getByRole("button", { name: "Copied" }).click();
    const field = control.getByLabel(/^This page may not use the clipboard/);
    expect(await field.inputValue()).toContain("## Done when");
    const marked = await field.evaluate((it: unknown) => {
      const { selectionStart, selectionEnd, value } = it as Record<"selectionStart" | "selectionEnd", number> & {
        readonly value: string;
      };
      return selectionEnd - selectionStart === value.length;
    });
    expect(marked, "the whole text is selected").toBe(true);
    await isClean();
  });

  test("a threat is decided where it stands: what is missing is said, and the decision moves it", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("mitigation"));
    const waiting = page.locator("[data-waits]").first();
    await waiting.getByRole("button").first().click();
    const form = waiting.getByRole("form");
    await form.getByRole("radio", { name: "Transfer" }).check();
    await form.getByRole("button", { name: "Decide" }).click();
    await eventually(() => form.getByRole("alert").getByRole("listitem").count()).toBe(4);
    await form.getByLabel("To whom").fill("The broker's maker");
    await form.getByLabel("Contract that says so").fill("C-17");
    await form.getByLabel("Who answers for it").fill("dana");
    await form.getByLabel("Reviewed on").fill("2027-05-01");
    await form.getByRole("button", { name: "Decide" }).click();
    const said = page.locator("[data-said]");
    await eventually(() => said.innerText()).toContain("It waits for the approval of another person.");
    const waits = page.locator("details").filter({ hasText: "1 waits for the approval of another person" });
    await waits.locator("summary").click();
    await eventually(() => waits.textContent()).toMatch(/Transfer · .* · to The broker's maker/);
    expect(await page.locator("[data-decided]").filter({ hasText: "The broker's maker" }).count()).toBe(1);
    // What was said here is not said in another room.
    await page.getByRole("link", { name: "Scoping" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Scoping" }).waitFor();
    expect(await said.count()).toBe(0);
    await isClean();
  });

  test("what somebody came to decide on is open; the chart reads as a table too", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(`${bench.at("mitigation")}?at=threat:open-egress%40app`);
    await page.getByRole("form", { name: /^Decide on “Whoever gets into Application network/ }).waitFor();
    await page.getByRole("button", { name: "Show as a table" }).click();
    await eventually(() => page.getByRole("row").count()).toBeGreaterThan(15);
    await page.getByRole("row").nth(1).getByRole("button").press("Enter");
    await page.locator('[data-control="tls-everywhere"] [data-mitigation="tls-inside"]').waitFor();
    await isClean();
  });

  test.each([
    [390, "light"],
    [1024, "dark"],
  ] as const)("at %i wide in %s nothing is wider than the window, with a control open", async (width, colorScheme) => {
    const { page, isClean } = await bench.enter({ viewport: { width, height: 844 }, colorScheme });
    await page.goto(bench.at("mitigation"));
    await page.locator('[data-control="tls-everywhere"]').getByRole("button").first().click();
    await page.locator('[data-mitigation="tls-inside"]').waitFor();
    await isClean();
  });
});
