// Scoping in a browser: the brief at a glance, an assumption that falls, a feature that is rated by letters, and what is missing settled in place.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, isCleanAt, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("scoping", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  test("the answer stands there at once, and changes when an assumption falls; what rested on it is said", async () => {
    const journey = await bench.enter();
    const { page } = journey;
    await page.goto(bench.at("scoping"));
    const answer = page.locator("[data-answer]");
    await answer.waitFor();
    expect(await answer.innerText()).toBe(
      "4 in scope, 3 out, each with a reason · 4 things are taken for granted, 1 of them is in doubt · Model next: Save a card for the next order.",
    );
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);

    const card = page.locator("#assumption-host-disks");
    await card.getByText("4 threats stay addressed only while this holds").waitFor();
    await card.getByRole("button", { name: "Refute" }).click();
    await card.getByRole("button", { name: "Refute" }).last().click();
    expect(await card.getByRole("alert").innerText()).toContain("No reason is given");
    await card.getByRole("textbox", { name: "What shows that it does not hold?" }).fill("An audit found plain disks");
    await page.keyboard.press("Enter");
    await eventually(() => answer.innerText()).toContain("2 of them are in doubt");
    await eventually(() => page.locator("[data-effect]").innerText()).toMatch(/asked \d+ → \d+/);
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(() => answer.innerText()).toContain("1 of them is in doubt");
    await isCleanAt([390, 1024], journey);
  });

  test("what is in and out is written where it stands", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoping"));
    const out = page.getByRole("region", { name: "Out of scope" });
    await out.getByRole("textbox", { name: "Add what is left out" }).fill("The newsletter");
    await page.keyboard.press("Enter");
    expect(await out.getByRole("alert").count()).toBe(0);
    await page.keyboard.type("Another team runs it");
    await page.keyboard.press("Enter");
    const answer = page.locator("[data-answer]");
    await eventually(() => answer.innerText()).toContain("4 in scope, 4 out, each with a reason");

    const inside = page.getByRole("region", { name: "In scope" });
    const second = inside.getByRole("textbox", { name: "What it is" }).nth(1);
    await second.fill("Sign-in of everybody");
    await page.keyboard.press("Enter");
    const third = inside.getByRole("textbox", { name: "What it is" }).nth(2);
    await eventually(() => inside.getByRole("textbox", { name: "What it is" }).nth(1).inputValue()).toBe(
      "Sign-in of everybody",
    );
    expect(await third.inputValue()).toMatch(/^Stores, queue/);
    await isClean();
  });

  test("a feature is named, ten letters rate it, and it is looked through", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoping"));
    await page.getByRole("textbox", { name: "Name a feature" }).fill("Gift cards <b>for all</b>");
    await page.keyboard.press("Enter");
    const first = page.getByRole("group", { name: /^Does it handle personal/ });
    await first.getByRole("button", { name: "yes" }).focus();
    // As quickly as somebody types who knows the questions.
    await page.keyboard.type("yyynnynnn");
    const features = page.getByRole("region", { name: "Which part first?" });
    await eventually(() => features.getByRole("listitem").first().innerText()).toMatch(
      /Gift cards <b>for all<\/b>[\s\S]*because of new sensitive data, open to anyone, sign-in or rights, moves value/,
    );
    await eventually(() => page.locator("[data-answer]").innerText()).toContain("Model next: Gift cards");
    await features.getByRole("listitem").first().getByRole("button", { name: "Model this one" }).click();
    await page.waitForURL(/\/decomposition\?at=feature/);
    expect(await page.getByRole("combobox", { name: "Look through a feature" }).inputValue()).toBe(
      "gift-cards-b-for-all-b",
    );
    await isClean();
  });

  test("what is missing is settled by the control beside it", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoping"));
    const people = page.getByRole("region", { name: "Who takes part" });
    await people.getByRole("checkbox").first().click();
    const leaving = page.getByRole("region", { name: "To leave this room" });
    await eventually(() => leaving.innerText()).toContain("4 of 5 done");
    await page.goto(bench.at("overview"));
    await page.getByRole("link", { name: "Go there" }).first().click();
    await page.waitForURL(/\/scoping#senior-engineer$/);
    const choice = leaving.getByRole("combobox", { name: "Choose a person" });
    await eventually(() => choice.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await choice.selectOption({ label: "Ann" });
    await eventually(() => leaving.innerText()).toContain("5 of 5 done");
    await isClean();
  });
});
