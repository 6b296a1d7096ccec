// Two people on one diagram in a browser: each sees where the other is, one follows the other until they act; notes, crossings and a step for several things reach the other's page.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

const shape = (page: Page, id: string) => page.locator(`[data-id="${id}"]`).first();
const place = (page: Page) => page.evaluate<string>("location.pathname + location.search");

/** Where the view of the diagram is: its middle in units of the diagram, and its zoom in hundredths. */
const middleOfView = `(() => {
  const { width, height } = document.querySelector(".react-flow").getBoundingClientRect();
  const { a, e, f } = new DOMMatrix(getComputedStyle(document.querySelector(".react-flow__viewport")).transform);
  return [(width / 2 - e) / a, (height / 2 - f) / a, a * 100];
})()`;

/** How far the views of two pages are from each other, at most, in those units: places are told in tenths. */
async function apart(one: Page, two: Page): Promise<number> {
  const [at, there] = await Promise.all([one, two].map((page) => page.evaluate<number[]>(middleOfView)));
  return Math.max(...(at ?? []).map((value, index) => Math.abs(value - (there?.[index] ?? 0))));
}

describe.skipIf(!chromiumPath)("together on the diagram", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  test("who is followed is followed; what is noted, guarded and said of several is seen by both", async () => {
    const one = await bench.enter();
    const two = await bench.enter();
    await Promise.all([one.page.goto(bench.at("decomposition")), two.page.goto(bench.at("overview"))]);
    await shape(one.page, "edge").waitFor();
    await shape(one.page, "edge").click();

    // Where the other is stands beside their name; pressing it goes there, to what is selected and seen.
    const face = two.page.getByRole("button", { name: /^Follow Ann: Decomposition, at Edge proxy/ });
    await face.click();
    await eventually(() => place(two.page)).toBe("/m/shop/decomposition?at=element%3Aedge");
    await two.page.getByText("Your page follows Ann").waitFor();
    await two.page.locator('[data-peer-selected="edge"]').waitFor();
    await one.page.keyboard.press("+");
    await one.page.keyboard.press("+");
    await eventually(() => apart(one.page, two.page)).toBeLessThan(0.5);
    await one.page.getByRole("link", { name: /Enumeration/ }).click();
    await eventually(() => place(two.page)).toBe("/m/shop/enumeration?at=element%3Aedge");
    await one.page.getByRole("link", { name: /Decomposition/ }).click();
    await eventually(() => place(two.page)).toContain("/m/shop/decomposition");

    // Whoever acts goes their own way again.
    await two.page.keyboard.press("Escape");
    await eventually(() => two.page.getByText("Your page follows Ann").count()).toBe(0);
    await shape(one.page, "internet-caller").click();
    await two.page.locator('[data-peer-selected="internet-caller"]').waitFor();
    expect(await place(two.page)).not.toContain("internet-caller");

    // A note by key is a mark with a count on the other's diagram, which opens what was said.
    await one.page.keyboard.press("n");
    await one.page.getByLabel("A note on Shopper").fill("Is this the app as well?");
    await one.page.keyboard.press("Enter");
    const mark = two.page.locator('[data-note="internet-caller"]');
    await eventually(() => mark.innerText()).toBe("1");
    await mark.click();
    await two.page.locator("#inspector").getByText("Is this the app as well?").waitFor();
    await two.page.getByRole("button", { name: "Settle", exact: true }).click();
    await eventually(() => one.page.locator('[data-note="internet-caller"]').count()).toBe(0);

    // A gate explains itself under the pointer and, pressed, in the inspector.
    const gate = two.page.locator('[data-gate="edge-to-storefront app"]');
    await two.page.keyboard.press("Escape");
    await two.page.keyboard.press("f");
    await eventually(() => two.page.evaluate<number>("document.getAnimations().length")).toBe(0);
    await gate.hover();
    await two.page.getByRole("tooltip").getByText("enters Application network").waitFor();
    await gate.click();
    const borders = two.page.getByRole("region", { name: "Borders that it crosses" });
    await borders.getByText("leaves DMZ").waitFor();

    // Two stores are told apart from none, and moved in one step that is taken back in one.
    await shape(two.page, "sessions").click();
    await shape(two.page, "secrets").click({ modifiers: ["Shift"] });
    await two.page.locator("#inspector h2").getByText("2 selected").waitFor();
    await two.page.locator("#inspector").getByLabel("zone").selectOption("app");
    await eventually(() => bench.git("diff", "--unified=3")).toMatch(/zone: app[\s\S]*zone: app/);
    await two.page.getByRole("button", { name: "Undo" }).click();
    await eventually(() => bench.git("diff", "--unified=3")).not.toMatch(/^\+.*zone: app/m);
    await Promise.all([one.isClean(), two.isClean()]);
  });
});
