// The first run in a browser: a folder without a model offers four ways to begin, and each leads to the first useful threat within two minutes.
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Hand } from "./keystrokes.ts";
import { chromiumPath, eventually, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

/** What a new user may wait and work for, machine and person together. */
const twoMinutes = 120;

describe.skipIf(!chromiumPath)("the first run", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench("shop", [], {
      prepare: (folder) => rmSync(join(folder, "threat-model"), { recursive: true }),
    });
  });
  afterAll(() => bench?.close());

  /** Opens the first page as a new user does; beside a model that is there, the ways are one click further. */
  async function open(beside = true): Promise<Journey & { readonly hand: Hand }> {
    const journey = await bench.enter();
    const { page } = journey;
    const hand = new Hand(page);
    await page.goto(beside ? `${bench.address}/?list` : bench.address);
    if (beside) await hand.click(page.getByText("Begin another model"));
    hand.read(60);
    return { ...journey, hand };
  }

  /** The first threats stand in the register, with why they are there and what removes or settles them. */
  async function firstThreat({ page, hand }: Awaited<ReturnType<typeof open>>, way: string): Promise<void> {
    await page.waitForURL(/\/enumeration/);
    const register = page.getByRole("region", { name: "Threat register" });
    await register.getByText("What removes it").first().waitFor();
    await eventually(() => page.locator("[data-answer]").innerText()).toMatch(/\d+ questions? hides? risk [1-9]/);
    hand.read(30);
    hand.say(`first run, ${way}`);
    expect(hand.total).toBeLessThan(twoMinutes);
  }

  const enumeration = ({ page }: Journey) =>
    page.getByRole("navigation", { name: "Rooms", exact: true }).getByRole("link", { name: /Enumeration/ });

  test("one feature thought through, by five questions; the page offers four ways", async () => {
    const journey = await open(false);
    const { page, hand, isClean } = journey;
    await page.getByRole("heading", { name: "There is no threat model here yet" }).waitFor();
    await eventually(() => page.getByRole("button", { name: /^Open / }).count()).toBe(3);
    expect(await page.getByRole("listitem").getByRole("heading").allInnerTexts()).toEqual([
      "Think one feature through",
      "Read this repository",
      "Draw it yourself",
      "Look at a worked example",
    ]);

    await hand.click(page.getByRole("button", { name: "Think one feature through" }));
    hand.read(50);
    await hand.keys("Web shop");
    await hand.press("Tab");
    await hand.keys("Password reset by mail");
    await hand.click(page.getByLabel("Passwords and keys"));
    await hand.click(page.getByLabel("Personal data"));
    await hand.press("Enter");
    await firstThreat(journey, "one feature");
    const register = page.getByRole("region", { name: "Threat register" });
    await eventually(() => register.innerText()).toMatch(
      /Passwords and keys and Personal data between People on the internet/,
    );
    await isClean();

    await page.goto(bench.at("scoping"));
    await page.getByRole("region", { name: "Which part first?" }).getByText("Password reset by mail").waitFor();
    await isClean();
  });

  test("a repository with nothing to read: what was looked for is said where it was asked, with the other ways beside it", async () => {
    const aside = `${bench.folder}-aside`;
    renameSync(join(bench.folder, "compose.yaml"), `${aside}.compose`);
    renameSync(join(bench.folder, "checkout-api"), aside);
    const { page, isClean } = await open();
    const way = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Read this repository" }) });
    await way.getByRole("textbox").fill("Nothing to read");
    await way.getByRole("button", { name: "Read this repository" }).click();
    await eventually(() => way.getByRole("alert").innerText()).toMatch(
      /none of a kind that is read\. Looked for: Docker Compose; OpenAPI.* No model was begun\. Think one feature through/,
    );
    await isClean();
    renameSync(`${aside}.compose`, join(bench.folder, "compose.yaml"));
    renameSync(aside, join(bench.folder, "checkout-api"));
  });

  test("the repository read: what its files show is drawn, with the line that shows it", async () => {
    const journey = await open();
    const { page, hand, isClean } = journey;
    const way = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Read this repository" }) });
    await hand.type(way.getByRole("textbox"), "Shop as it runs");
    await hand.press("Enter");
    await page.waitForURL(/\/m\/shop-as-it-runs\/decomposition$/);
    await eventually(() => page.getByText("checkout-api").count()).toBeGreaterThan(0);
    await hand.click(enumeration(journey));
    await firstThreat(journey, "repository");
    await isClean();
  });

  test("drawn: a letter and a name, and the next letter without a click", async () => {
    const journey = await open();
    const { page, hand, isClean } = journey;
    const way = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Draw it yourself" }) });
    await hand.type(way.getByRole("textbox"), "Card payments");
    await hand.press("Enter");
    await page.waitForURL(/\/m\/card-payments\/decomposition$/);
    await page.locator(".react-flow").waitFor();
    const typed = async (letter: string, name: string) => {
      await hand.press(letter);
      await hand.keys(name);
      await hand.press("Enter");
    };
    await typed("p", "Checkout");
    await page.getByRole("button", { name: /^Checkout: Process/ }).waitFor();
    await typed("e", "Customers");
    await page.getByRole("button", { name: /^Customers: External entity/ }).waitFor();
    await typed("c", "Checkout");
    await page.getByLabel("What flows here?").waitFor();
    await hand.keys("Orders");
    await hand.press("Enter");
    await page.getByRole("button", { name: /^Orders. From Customers to Checkout/ }).waitFor();
    // Beside an open inspector the register leaves out what removes a threat.
    await hand.press("Escape");
    await hand.click(enumeration(journey));
    await firstThreat(journey, "drawn");
    await isClean();
  });

  test("a worked example is opened beside, and the list says how each model stands", async () => {
    const journey = await open();
    const { page, hand, isClean } = journey;
    await hand.click(page.getByRole("button", { name: "Open Hours" }));
    await page.waitForURL(/\/m\/tenants\/overview$/);
    await page.locator("[data-answer]").waitFor();
    await hand.click(enumeration(journey));
    await firstThreat(journey, "example");
    await page.goto(`${bench.address}/?list`);
    const models = page.getByRole("main").getByRole("list").first().getByRole("listitem");
    await eventually(() => models.allInnerTexts().then((all) => all.map((text) => text.split("\n")[0]))).toEqual([
      "Web shop",
      "Card payments",
      "Shop as it runs",
      "Hours",
    ]);
    expect((await models.allInnerTexts()).every((text) => /\d+ open · \d+ asked/.test(text))).toBe(true);
    await isClean();
  });
});
