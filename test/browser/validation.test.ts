// Validation in a browser: the answer at a glance, a test recorded in place, a risk accepted, refused to its author, withdrawn.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("validation", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  test("the answer stands there at once, and changes when a test is recorded in place", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("validation"));
    const answer = page.locator("[data-answer]");
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/^Of what is built, 1 test failed, 2 are too old, 2 were never shown/);
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);

    const first = page.getByRole("button", { name: /^Mend, then test again/ });
    expect(await first.getAttribute("aria-expanded")).toBe("true");
    await page.getByRole("button", { name: "Record a test: guessing stops" }).click();
    const form = page.getByRole("form", { name: /guessing-stops@sign-in-brake/ });
    expect(await form.locator(":focus").count()).toBe(1);
    await form.getByRole("button", { name: "Record", exact: true }).click();
    expect(await form.getByRole("alert").textContent()).toContain("lacks method (how it was tested)");
    await form.getByLabel("How it was tested").fill("Tried 200 passwords from 50 addresses");
    await form.getByLabel("What was seen").fill("Stopped after ten");
    await form.getByLabel("Who tested").fill("noor");
    await form.getByLabel("Commit that was tested").fill("d00d1e2");
    await form.getByRole("button", { name: "Record", exact: true }).click();
    await eventually(() => answer.textContent()).toMatch(/^Of what is built, 2 are too old, 2 were never shown/);
    // The keyboard stays among the steps, whatever became of the one that was taken.
    await eventually(() => form.count()).toBe(0);
    const steps = page.getByRole("region", { name: "What is missing to close each threat" });
    expect(await steps.locator(":focus").count()).toBe(1);
    await isClean();
  });

  test("a word is taken on, marked and shown: its threats leave the list", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("validation"));
    const word = page.getByRole("button", { name: /^Back the word: checks tokens/ });
    await page
      .getByRole("button", { name: /^Show all \d+ steps/ })
      .first()
      .click();
    await word.click();
    await page.getByRole("button", { name: "It is in place: take it on to be tested" }).click();
    await eventually(() => word.count()).toBe(0);
    // It stays open as what it has become, and says what is next.
    const build = page.getByRole("button", { name: /^Implement: Full validation of self-contained tokens/ });
    await eventually(() => build.getAttribute("aria-expanded")).toBe("true");
    await page.getByText("Next: implement it, and say so here.").waitFor();
    await page.getByRole("button", { name: "It is implemented" }).click();
    const show = page.getByRole("button", { name: /^Show that it works: Full validation/ });
    await eventually(() => show.getAttribute("aria-expanded")).toBe("true");
    await page.getByText("It is implemented. Next: test it, and record what the test showed.").waitFor();
    await page
      .getByRole("button", { name: /^Record a test: / })
      .first()
      .waitFor();
    await isClean();
  });

  test("an acceptance needs an owner, a reason and a day; it stands on the line of time, or once among the steps while it waits for approval", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("validation"));
    await page.getByRole("button", { name: "Accept a risk" }).click();
    const form = page.getByRole("form", { name: "Accept a risk" });
    await form.getByLabel("Threat").fill("lasting-credentials@pipeline");
    await form.getByLabel("Threat").press("Enter");
    expect(await form.getByRole("radio").isChecked()).toBe(true);
    await form.getByRole("button", { name: "Accept", exact: true }).click();
    await eventually(() => form.getByRole("alert").locator("li").count()).toBe(3);
    await form.getByLabel("Who answers for it").fill("ravi");
    await form.getByLabel("Reviewed on").fill("2027-02-01");
    await form.getByLabel("Why it is acceptable").fill("The pipeline is rebuilt in spring");
    await form.getByRole("button", { name: "Accept", exact: true }).click();
    const entry = page.getByRole("listitem").filter({ hasText: "ravi answers for it" }).getByRole("button").first();
    await entry.click();
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await eventually(() => entry.count()).toBe(0);

    await page.getByRole("button", { name: "Accept a risk" }).click();
    await form.getByLabel("Threat").fill("unsigned-message@checkout-api-to-queue");
    await form.getByLabel("Threat").press("Enter");
    await form.getByLabel("Who answers for it").fill("ravi");
    await form.getByLabel("Reviewed on").fill("2027-02-01");
    await form.getByLabel("Why it is acceptable").fill("It is replaced in spring");
    await form.getByRole("button", { name: "Accept", exact: true }).click();
    const step = page.getByRole("button", { name: /^Get the approval of another person: / });
    await step.click();
    await page.getByText("ravi answers for it; approved by nobody; review 2027-02-01").waitFor();
    await page.getByText("1 more waits for the approval of another person, among the steps.").waitFor();
    expect(await page.getByText("ravi answers for it").count()).toBe(1);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await eventually(() => step.count()).toBe(0);
    await isClean();
  });

  test.each([
    [390, "light"],
    [1024, "dark"],
  ] as const)("at %i wide in %s nothing is wider than the window", async (width, colorScheme) => {
    const { page, isClean } = await bench.enter({ viewport: { width, height: 844 }, colorScheme });
    await page.goto(bench.at("validation"));
    await page.locator("[data-answer]").waitFor();
    await isClean();
  });
});
