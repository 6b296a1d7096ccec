// The script a page needs: how much before and with the diagram, as it travels, and what is said where it does not come. The small page of guests is measured in guest.test.ts.
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settled } from "./places.ts";
import { chromiumPath, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("the script that a page loads", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
    // A page is measured with somebody else there: who that is comes with it.
    const { page } = await bench.enter();
    await page.goto(bench.at("overview"));
    await settled(page);
  });
  afterAll(() => bench?.close());

  /** All script that a page and its workers asked for until it brings, idle, what may be needed later; by address, in kilobytes (1,024 bytes) of gzip. */
  async function scriptsOf(page: Page, place: string): Promise<ReadonlyMap<string, number>> {
    const responses: Response[] = [];
    const hear = (response: Response) => {
      if (response.url().endsWith(".js")) responses.push(response);
    };
    page.context().on("response", hear);
    await page.goto(bench.at(place));
    await settled(page);
    page.context().off("response", hear);
    const later = await page.evaluate<number>(
      `performance.timeOrigin + (performance.getEntriesByName("parapet-warm")[0]?.startTime ?? Infinity)`,
    );
    const first = responses.filter((response) => response.request().timing().startTime < later);
    const sizes = first.map(async (response) => {
      const name = new URL(response.url()).pathname.replace(/^\/assets\/|-[\w-]{8}\.js$/g, "");
      return [name, gzipSync(await response.body(), { level: 9 }).length / 1024] as const;
    });
    return new Map(await Promise.all(sizes));
  }

  test.each([
    ["overview", 350],
    ["enumeration", 350],
    ["decomposition", 800],
  ])("of %s is at most %i KB", async (place, most) => {
    const { page, isClean } = await bench.enter();
    const scripts = await scriptsOf(page, place);
    const total = Math.round([...scripts.values()].reduce((sum, size) => sum + size, 0));
    console.log(`script of ${place}: ${total} KB gzip in ${scripts.size} files`);
    // Workers are among them, or the sum would say nothing of the engine.
    expect([...scripts.keys()].some((name) => name.startsWith("analysis-worker"))).toBe(true);
    // The engine that lays out comes with the first thing that nobody placed.
    expect([...scripts.keys()].filter((name) => /^(layout-worker|elk)/.test(name))).toEqual([]);
    expect(total).toBeGreaterThan(100);
    expect(total).toBeLessThanOrEqual(most);
    await isClean();
  });

  /** Holds a part of the page back until it is let come. */
  async function held(page: Page, part: RegExp): Promise<() => void> {
    let come = (): void => undefined;
    const late = new Promise<void>((done) => {
      come = done;
    });
    await page.route(part, async (route) => {
      await late;
      await route.continue();
    });
    return come;
  }

  test("may come late: the inspector has its place beside the diagram, which is fitted once", async () => {
    const { page, isClean } = await bench.enter();
    const come = await held(page, /\/assets\/inspector-[\w-]+\.js/);
    await page.goto(bench.at("decomposition?at=flow:checkout-api-to-orders-db"));
    await page.locator('[data-drawing="settled"] [data-id="orders-db"]').first().waitFor();
    const width = () => page.evaluate<number>(`document.querySelector(".react-flow").clientWidth`);
    const before = await width();
    expect(await page.locator("#inspector").count()).toBe(0);
    come();
    await page.locator("#inspector").waitFor();
    expect(await width()).toBe(before);
    await isClean();
  });

  test("may come late: what is typed in the palette before its choices are there is kept", async () => {
    const { page, isClean } = await bench.enter();
    const come = await held(page, /\/assets\/palette-choices-[\w-]+\.js/);
    await page.goto(bench.at("overview"));
    await settled(page);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog");
    await palette.getByPlaceholder(/./).waitFor();
    await page.keyboard.type("scor");
    expect(await palette.getByRole("option").count()).toBe(0);
    come();
    await palette.getByRole("option").first().waitFor();
    await page.keyboard.type("ing");
    expect(await palette.getByPlaceholder(/./).inputValue()).toBe("scoring");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Scoring" }).waitFor();
    await isClean();
  });

  test("is missed in words, with a button that loads the page anew, where an upgrade took it away", async () => {
    const { page, isClean } = await bench.enter();
    const gone = /\/assets\/maintenance-[\w-]+\.js/;
    await page.route(gone, (route) => route.fulfill({ status: 404, contentType: "application/json", body: "{}" }));
    await page.goto(bench.at("maintenance"));
    const lost = page.locator("[data-lost-page]");
    await lost.getByRole("heading", { name: "This page cannot be shown" }).waitFor();
    // The frame stays: another room is a click away, and shows.
    await page.getByRole("link", { name: "Scoping" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Scoping" }).waitFor();
    expect(await lost.count()).toBe(0);
    await page.goBack();
    await lost.waitFor();
    await isClean();
    await page.unroute(gone);
    await lost.getByRole("button", { name: "Load the page anew" }).click();
    await page.getByRole("heading", { level: 1, name: "Maintenance" }).waitFor();
    expect(await lost.count()).toBe(0);
  });

  test("is told to be of an older version where an upgrade has brought other pages, once it is looked at again", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("scoping"));
    await page.getByRole("heading", { level: 1, name: "Scoping" }).waitFor();
    const upgraded = page.getByText("Parapet was upgraded while this page was open.");
    const lookAgain = () => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const looked = page.waitForResponse(`${bench.address}/`);
    await lookAgain();
    await looked;
    expect(await upgraded.count()).toBe(0);
    await page.route(`${bench.address}/`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/index-[\w-]+\.js/, "index-Upgraded.js");
      await route.fulfill({ response: answer, body });
    });
    await lookAgain();
    await upgraded.waitFor();
    await isClean();
    await page.getByRole("button", { name: "Load the page anew" }).click();
    await page.getByRole("heading", { level: 1, name: "Scoping" }).waitFor();
    expect(await upgraded.count()).toBe(0);
  });
});
