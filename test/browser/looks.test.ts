// Everything can be read: on a desk, a small laptop and a phone, at 200 % zoom, with scroll bars that take room, and with longer words.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cutOff } from "./cut-off.ts";
import { goTo, places, resized, selections } from "./places.ts";
import { chromiumPath, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

const sizes = { desk: [1440, 900], laptop: [1024, 768], zoomed: [720, 450], phone: [390, 844] } as const;

describe.skipIf(!chromiumPath)("nothing is cut off and nothing scrolls to the side", () => {
  let bench: RunningWorkbench;
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"], { classicScrollbars: true });
    journey = await bench.enter({ baseURL: bench.address, reducedMotion: "reduce", deviceScaleFactor: 2 });
    ({ page } = journey);
    await page.goto("/m/shop/overview");
  });
  afterAll(() => bench?.close());

  async function isReadable(names = Object.keys(sizes) as readonly (keyof typeof sizes)[]): Promise<void> {
    for (const name of names) {
      const [width, height] = sizes[name];
      await resized(page, width, height);
      expect.soft(await cutOff(page), `${page.url()} at ${width} (${name})`).toEqual([]);
    }
  }

  test.each(places)("in %s", async (place) => {
    await goTo(page, "shop", place);
    await isReadable();
    await journey.isClean();
  });

  test("with the inspector open, whatever it shows", async () => {
    for (const [i, at] of selections.entries()) {
      // Beside each room in turn: an open inspector takes room from it.
      await goTo(page, "shop", `${places[i % 11]}?at=${encodeURIComponent(at)}`);
      await isReadable([i % 2 === 0 ? "laptop" : "phone"]);
    }
  });
});
