// Two people on one model, over http under a name that is no secure context: both edit at once, the server goes and comes back, files change, break and run out of room underneath.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invite, joins } from "./invited.ts";
import { chromiumPath, eventually, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

const parapet = join(import.meta.dirname, "../../parapet");

describe.skipIf(!chromiumPath)("two people at once", () => {
  let bench: RunningWorkbench;
  let ann: Journey;
  let bo: Journey;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann", "--share=edit"]);
    ann = await bench.enter();
    bo = await joins(bench, await invite(bench, ann), "Bo", "engineer");
    await bo.page.getByText("Bo (guest)").waitFor();
    await bo.page.setViewportSize({ width: 1440, height: 900 });
  });
  afterAll(() => bench?.close());

  const file = (layer: string) => join(bench.folder, `threat-model/${layer}.yaml`);
  const read = (layer: string) => readFileSync(file(layer), "utf8");
  const both = () => [ann, bo].map(({ page }) => page);
  /** Who leads is at this machine, the other comes over the network. */
  const go = (room: string) =>
    Promise.all([ann.page.goto(bench.at(room)), bo.page.goto(`${bench.outside}/m/shop/${room}`)]);
  const thing = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}[:.] `) });
  /** Everything that the page may need is there, so that the server may go. */
  const whole = (page: Page) => page.locator("html[data-whole]").waitFor({ state: "attached" });
  const said = (page: Page) => page.locator("[data-said]");

  /** Adds a process beside another one, by keys. */
  async function add(page: Page, beside: string, name: string): Promise<void> {
    await thing(page, beside).click();
    await page.keyboard.press("p");
    await page.getByLabel(/^Add/).first().waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await thing(page, name).waitFor();
  }

  async function connect(page: Page, from: string, to: string, what: string): Promise<void> {
    await thing(page, from).click();
    await page.keyboard.press("c");
    await page.keyboard.type(to);
    await page.keyboard.press("Enter");
    await page.getByLabel("What flows here?").waitFor();
    await page.keyboard.type(what);
    await page.keyboard.press("Enter");
    await thing(page, what).waitFor();
  }

  test("both edit, both see it, in one order; undo takes back one's own, and is refused for what another built on", async () => {
    await go("decomposition");
    expect(await bo.page.evaluate<boolean>("isSecureContext")).toBe(false);
    for (const page of both()) await thing(page, "Mail worker").waitFor();
    await add(ann.page, "Mail worker", "Gift cards");
    await thing(bo.page, "Gift cards").waitFor();
    await connect(bo.page, "Mail worker", "Gift cards", "Card list");
    await thing(ann.page, "Card list").waitFor();

    await ann.page.keyboard.press("Control+z");
    await eventually(() => said(ann.page).innerText()).toMatch(/Bo \(guest\).*Added Card list/);
    expect(await thing(ann.page, "Gift cards").count()).toBe(1);

    await Promise.all([add(ann.page, "Checkout API", "Alpha"), add(bo.page, "Identity provider", "Beta")]);
    const names = (page: Page) =>
      page.locator(".shape-hit").evaluateAll((all: { ariaLabel: string }[]) => all.map((one) => one.ariaLabel).sort());
    await eventually(() => thing(ann.page, "Beta").count()).toBe(1);
    await eventually(() => thing(bo.page, "Alpha").count()).toBe(1);
    await eventually(async () => JSON.stringify(await names(ann.page)) === JSON.stringify(await names(bo.page))).toBe(
      true,
    );

    await ann.page.keyboard.press("Control+z");
    await eventually(() => thing(bo.page, "Alpha").count()).toBe(0);
    expect(await thing(bo.page, "Beta").count()).toBe(1);
    await bo.page.keyboard.press("Control+z");
    await bo.page.keyboard.press("Control+z");
    await eventually(() => thing(ann.page, "Card list").count()).toBe(0);
    await ann.page.keyboard.press("Control+z");
    await eventually(() => thing(bo.page, "Gift cards").count()).toBe(0);
    await ann.isClean();
    await bo.isClean();
  });

  test("what the other does interrupts neither a text nor a drag", async () => {
    await thing(ann.page, "Storefront").click();
    const title = ann.page.getByRole("complementary", { name: "Inspector" }).getByRole("textbox").first();
    await eventually(() => title.inputValue()).toBe("Storefront");
    await title.fill("Storefront of the");
    await thing(bo.page, "Mail worker").hover();
    const box = await thing(bo.page, "Mail worker").boundingBox();
    if (!box) throw new Error("nothing to drag");
    const drawn = read("diagram");
    await bo.page.mouse.down();
    await bo.page.mouse.move(box.x + box.width / 2 - 30, box.y + box.height / 2 - 4, { steps: 4 });
    // Meanwhile somebody edits the file: it reaches both pages.
    writeFileSync(file("model"), read("model").replace("title: Back office", "title: Back office of the shop"));
    await thing(ann.page, "Back office of the shop").waitFor();
    await eventually(() => said(ann.page).innerText()).toMatch(/^Edited on disk\./);
    expect(await title.inputValue()).toBe("Storefront of the");
    await ann.page.keyboard.type(" shop");
    await ann.page.keyboard.press("Enter");
    await thing(ann.page, "Storefront of the shop").waitFor();
    await bo.page.mouse.move(box.x + box.width / 2 - 50, box.y + box.height / 2 - 4, { steps: 3 });
    await bo.page.mouse.up();
    await thing(bo.page, "Back office of the shop").waitFor();
    await thing(bo.page, "Storefront of the shop").waitFor();
    await eventually(() => read("diagram")).not.toBe(drawn);
    const after = await thing(bo.page, "Mail worker").boundingBox();
    expect(Math.abs((after?.x ?? 0) - box.x + 50)).toBeLessThan(30);
    await eventually(() => read("model")).toContain("title: Storefront of the shop");
    expect(read("model")).toContain("title: Back office of the shop");
    await ann.isClean();
    await bo.isClean();
  });

  test("a file with the marks of a conflict is never written over: both are told, and go on", async () => {
    const whole = read("model");
    const torn = whole.replace("scope:\n", "<<<<<<< ours\nscope:\n=======\nscope: {}\n>>>>>>> theirs\n");
    writeFileSync(file("model"), torn);
    for (const page of both()) {
      await page.getByText("The files cannot be written as they are").first().waitFor();
      await eventually(() => page.getByRole("main").innerText()).toContain(
        "model.yaml holds the markers of an unfinished git merge",
      );
    }
    await add(bo.page, "Mail worker", "Fax gateway");
    await thing(ann.page, "Fax gateway").waitFor();
    // Longer than what is accepted waits for the files.
    await ann.page.waitForTimeout(2_500);
    expect(read("model")).toBe(torn);

    writeFileSync(file("model"), whole);
    for (const page of both())
      await eventually(() => page.getByText("The files cannot be written as they are").count()).toBe(0);
    await eventually(() => read("model")).toContain("title: Fax gateway");
    expect(read("model").replace(/^ {2}fax-gateway:.*\n(?: {4}.*\n)*/m, "")).toBe(whole);
    await ann.isClean();
    await bo.isClean();
  });

  test("a second parapet up on the folder opens the one that runs", () => {
    const told = execFileSync(parapet, ["up", bench.folder, "--no-open"], { encoding: "utf8" });
    expect(told).toContain("A workbench has this open already, at");
    expect(told).toContain(`${bench.address}/`);
  });

  test("the server is gone and comes back: what was done meanwhile is sent, and a decision on a threat that changed waits in the tray", async () => {
    await ann.page.goto(bench.at("overview"));
    await ann.page.locator("[data-answer]").waitFor();
    const second = await ann.page.context().newPage();
    await second.goto(bench.at("scoping"));
    await second.locator("[data-answer]").waitFor();
    for (const page of [...both(), second]) await whole(page);
    await bench.kill();
    for (const page of [...both(), second])
      await page.getByText("The server does not answer. What you do waits here").waitFor();

    // One draws on, one decides in a room that was not entered before, and one closes the page while it waits.
    await add(bo.page, "Mail worker", "Letter box");
    await ann.page
      .getByRole("navigation", { name: "Rooms", exact: true })
      .getByRole("link", { name: /Validation/ })
      .click();
    await ann.page.getByRole("button", { name: "Accept a risk" }).click();
    const form = ann.page.getByRole("form", { name: "Accept a risk" });
    await form.getByLabel("Threat").fill("taken-in-bulk@invoice");
    await form.getByRole("radio").check();
    await form.getByLabel("Who answers for it").fill("ravi");
    await form.getByLabel("Reviewed on").fill("2027-02-01");
    await form.getByLabel("Why it is acceptable").fill("Few invoices are kept");
    await form.getByRole("button", { name: "Accept", exact: true }).click();
    await ann.page.getByText("1 change waits").waitFor();
    const inside = second.getByRole("region", { name: "In scope" });
    await inside.getByRole("textbox", { name: /^Add/ }).fill("The letter box in the yard");
    await second.keyboard.press("Enter");
    await second.getByText("1 change waits").waitFor();
    await second.close();
    const closed = Date.now();

    // What hangs on the threat is answered on disk meanwhile.
    execFileSync(parapet, ["-C", bench.folder, "answer", "limits-bulk-reading@model", "no", "--as", "noor"]);
    await bench.again();
    for (const page of both()) await eventually(() => page.getByText("The server does not answer").count()).toBe(0);
    await thing(bo.page, "Letter box").waitFor();
    await eventually(() => read("model")).toContain("title: Letter box");
    const tray = ann.page.locator("details", { hasText: "1 change of yours was not accepted" });
    await tray.waitFor();
    expect(await tray.innerText()).toMatch(
      /taken-in-bulk@invoice changed since you looked at it, and your decision rests on it\. Meanwhile: Noor \(/,
    );
    expect(read("register")).not.toContain("Few invoices are kept");
    await tray.getByRole("button", { name: "Do it again now" }).click();
    await eventually(() => read("register")).toContain("Few invoices are kept");
    await eventually(() => tray.count()).toBe(0);

    // A page that is opened later sends what the closed one had kept.
    await ann.page.waitForTimeout(Math.max(0, 6_500 - (Date.now() - closed)));
    const third = await ann.page.context().newPage();
    await third.goto(bench.at("scoping"));
    await eventually(() => read("model")).toContain("The letter box in the yard");
    await third.close();
    await ann.isClean();
    await bo.isClean();
  });

  test("when the browser has no room to keep what waits, that is said", async () => {
    const { page, isClean } = await bench.enter();
    // Before the page has asked for room: Chromium keeps the answer for a while.
    await page.goto(bench.at("scoping"), { waitUntil: "commit" });
    const browser = await page.context().newCDPSession(page);
    await browser.send("Storage.overrideQuotaForOrigin", { origin: bench.address, quotaSize: 1 });
    const inside = page.getByRole("region", { name: "In scope" }).getByRole("textbox", { name: /^Add/ });
    await inside.waitFor();
    await whole(page);
    await bench.kill();
    await page.getByText("The server does not answer").waitFor();
    await inside.fill("Pigeons");
    await page.keyboard.press("Enter");
    const full = page.getByText("The browser has no room to keep what waits");
    await full.waitFor();
    await page.getByText("1 change waits").waitFor();
    await bench.again();
    await eventually(() => read("model")).toContain("what: Pigeons");
    await eventually(() => full.count()).toBe(0);
    await isClean();
  });
});
