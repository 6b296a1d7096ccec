// Everybody can use it: axe over every place of the worked shop, with inspector, palette, tray and panels open, in both themes.
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAccessible } from "./axe.ts";
import { command, goTo, places, selections, settled } from "./places.ts";
import { chromiumPath, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("axe finds nothing", () => {
  let bench: RunningWorkbench;
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"]);
    journey = await bench.enter({ baseURL: bench.address, reducedMotion: "reduce" });
    ({ page } = journey);
    await page.goto("/m/shop/workshop");
    await command(page, "shop", "add-comment", { about: "checkout-api", text: "Who reads its logs?" });
    await command(page, "shop", "add-comment", { about: "data", text: "Here too?", at: { in: "data", x: 40, y: 40 } });
  });
  afterAll(() => bench?.close());

  test("where no workshop is planned yet", async () => {
    await settled(page);
    await isAccessible(page);
    await command(page, "shop", "plan-workshop", { id: "hour", title: "An hour", kind: "enumeration" });
  });

  test.each(places)("in %s", async (place) => {
    await goTo(page, "shop", place);
    await isAccessible(page);
    await journey.isClean();
  });

  test("in the inspector, whatever it shows", async () => {
    for (const at of selections) {
      await goTo(page, "shop", `maintenance?at=${encodeURIComponent(at)}`);
      await page.getByRole("complementary", { name: "Inspector" }).waitFor();
      await isAccessible(page, "aside");
    }
  });

  test("and nothing moves for who asked for no motion", async () => {
    await goTo(page, "shop", "enumeration?at=element%3Acheckout-api");
    const moving = `[...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== "none" || !/^(0s(, )?)*$/.test(transitionDuration);
    }).map(({ outerHTML }) => outerHTML.slice(0, 200))`;
    expect(await page.evaluate(moving)).toEqual([]);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await page.evaluate<string[]>(moving)).not.toEqual([]);
    await page.emulateMedia({ reducedMotion: "reduce" });
  });

  test("in a workshop that runs", async () => {
    await command(page, "shop", "start-workshop", { workshop: "hour" });
    await goTo(page, "shop", "workshop/hour");
    await isAccessible(page);
  });

  test("with the outline and the keys beside the diagram, and something selected on it", async () => {
    await goTo(page, "shop", "decomposition?at=element%3Acheckout-api");
    await page.getByRole("button", { name: "Outline" }).click();
    await page.keyboard.press("?");
    await isAccessible(page);
  });

  test("in the palette, in the panel of changes, and with the tray open", async () => {
    await goTo(page, "shop", "scoring");
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open]").getByRole("combobox").fill("session");
    await isAccessible(page, "dialog[open]");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Changes/ }).click();
    await page.getByRole("dialog", { name: "Changes" }).getByLabel("Commit message").waitFor();
    await isAccessible(page, "dialog[open]");
    await leftBehind(page);
    await page.reload();
    await page.getByText("1 change of yours was not accepted").waitFor();
    await settled(page);
    await isAccessible(page);
    await journey.isClean();
  });

  test("on the list of models, and in each way to begin one", async () => {
    await page.goto("/?list");
    await page.getByText("Begin another model").click();
    await settled(page);
    await isAccessible(page);
    await page.getByRole("button", { name: "Think one feature through" }).click();
    await isAccessible(page);
    await journey.isClean();
  });
});

describe.skipIf(!chromiumPath)("where there is no model yet", () => {
  test("axe finds nothing on the first page", async () => {
    const prepare = (folder: string) => rmSync(join(folder, "threat-model"), { recursive: true });
    const bench = await startWorkbench("shop", [], { prepare });
    try {
      const { page, isClean } = await bench.enter();
      await page.goto(bench.address);
      await page.getByRole("button", { name: "Open Online shop" }).waitFor();
      await isAccessible(page);
      await isClean();
    } finally {
      await bench.close();
    }
  });
});

/** Puts into the browser what a tab that is gone left behind: sent in another life of the room, it goes to the tray. */
async function leftBehind(page: Page): Promise<void> {
  const waiting = {
    ...{ kind: "send", id: "gone-1", room: "another-life", base: 1, title: "Renamed the cart" },
    calls: [{ name: "set-field", input: { id: "checkout-api", field: "title", value: "Cart" } }],
  };
  await page.evaluate(`new Promise((done, failed) => {
    const asked = indexedDB.open("parapet");
    asked.onerror = failed;
    asked.onsuccess = () => {
      const change = asked.result.transaction("shelf", "readwrite");
      change.objectStore("shelf").put({ waiting: [${JSON.stringify(waiting)}], tray: [] }, "shop/gone");
      change.oncomplete = done;
    };
  })`);
}
