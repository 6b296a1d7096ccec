// A workshop in a browser, from its plan to its signature, with no second device: the facilitator writes down what the room says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("a workshop on one shared screen", () => {
  let bench: RunningWorkbench;
  let journey: Journey;
  let page: Page;
  const register = () => readFileSync(join(bench.folder, "threat-model/register.yaml"), "utf8");
  const button = (name: string | RegExp): Locator => page.getByRole("button", { name });
  const nextPart = async (title: RegExp) => {
    await button(/^Next part/).click();
    await page.getByRole("heading", { level: 2, name: title }).waitFor();
  };
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"]);
    journey = await bench.enter();
    ({ page } = journey);
  });
  afterAll(() => bench?.close());

  test("is planned with a focus and an agenda that says why", async () => {
    await page.goto(bench.at("workshop"));
    await eventually(() => page.locator("[data-answer]").textContent()).toMatch(
      /^No workshop is planned\. One of an hour/,
    );
    const form = page.getByRole("form", { name: "Plan a workshop" });
    await form.getByLabel("About", { exact: true }).selectOption({ label: "Production cluster" });
    expect(await form.getByLabel("What people call it").inputValue()).toBe(
      "What can go wrong: zone Production cluster",
    );
    await form.getByLabel("What people call it").fill("Checkout, an hour");
    expect(await form.getByRole("listitem").filter({ hasText: "Everybody writes alone" }).count()).toBe(1);
    await form.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("link", { name: "Checkout, an hour" }).click();
    await button("Begin").waitFor();
    await journey.isClean();
  });

  test("begins, with who is here and as what; who has not spoken is told", async () => {
    await button("Begin").click();
    await page.getByRole("heading", { level: 2, name: "Who is here, and why" }).waitFor();
    for (const name of ["Noor", "Mo Walker"]) {
      await page.getByLabel("Add somebody").fill(name);
      await button("Add").click();
      await eventually(() => page.getByRole("list", { name: "Who is here" }).textContent()).toContain(name);
    }
    await eventually(() => page.locator("[data-silent]").textContent()).toMatch(/^3 have not spoken: .*Noor/);
    expect(await page.locator("[data-clock]").textContent()).toMatch(/^[45]:\d\d$/);
  });

  test("a question is answered as somebody in the room says it, and the effect stays to be read", async () => {
    await nextPart(/^What we do not know/);
    const asked = await page.locator("[data-question]").getAttribute("data-question");
    await page.getByRole("group", { name: "Said by" }).getByRole("button", { name: "Noor" }).click();
    await page.keyboard.press("y");
    await eventually(() => page.locator("[data-question]").getAttribute("data-question")).not.toBe(asked);
    await eventually(() => page.locator("[data-lately]").textContent()).toMatch(/→|Settles/);
    await eventually(() => page.locator("[data-silent]").textContent()).not.toContain("Noor");
    const passed = await page.locator("[data-question]").getAttribute("data-question");
    await page.keyboard.press("s");
    await eventually(() => page.locator("[data-question]").getAttribute("data-question")).not.toBe(passed);
    await button("Park it").click();
    await eventually(() => page.getByRole("region", { name: "Parking lot" }).getByRole("listitem").count()).toBe(1);
    // The answer is written into the model as said by Noor, recorded by Ann.
    await eventually(() => bench.git("diff", "--unified=0")).toMatch(/^\+.*by: noor[\s\S]*recorded-by: ann/m);
    await journey.isClean();
  });

  test("notes are written in silence, shown together, grouped by dragging, and none vanishes", async () => {
    await nextPart(/^What can go wrong\? In silence/);
    await button("Begin: everybody writes").click();
    const field = page.getByLabel("Write a note");
    await field.waitFor();
    // The keyboard is in the field: who writes need not reach for it.
    expect(await page.evaluate<string>("document.activeElement.getAttribute('aria-label')")).toBe("Write a note");
    // A key that turns the agenda belongs to the text while somebody writes.
    const part = page.locator("[aria-current=step]");
    const before = await part.textContent();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    expect(await part.textContent()).toBe(before);
    const write = async (text: string, count: number) => {
      await field.fill(text);
      await field.press("Enter");
      await eventually(() => page.locator("[data-note-count]").getAttribute("data-note-count")).toBe(String(count));
    };
    await write("The checkout API trusts a price that the browser sends", 1);
    await page.getByRole("group", { name: "Said by" }).getByRole("button", { name: "Mo Walker" }).click();
    await write("Prices come from the client at the checkout API", 2);
    await write("A courier reads the label and learns who ordered what", 3);
    // Noor was speaking before; of whom a note is, not who wrote it down, is counted.
    expect(await page.locator("[data-note-count]").textContent()).toBe("3 notes from 2 people");
    expect(register()).not.toContain("courier");
    // Going on shows all notes and keeps them, as the button does.
    await nextPart(/^Notes put together/);
    await eventually(() => register()).toContain("courier");
    const cards = page.locator("[data-group]");
    await eventually(() => cards.count()).toBe(3);
    const note = (text: string) => page.locator("[data-note] > p:first-child").filter({ hasText: text });
    await note("Prices come").dragTo(note("trusts a price"));
    await eventually(() => cards.count()).toBe(2);
    await button(/^Place 2 as proposed/).click();
    await eventually(() => page.locator("[data-unplaced]").textContent()).toBe(
      "All 3 notes are placed; none vanished.",
    );
    expect(await page.locator("[data-outcome]").count()).toBe(3);
    await journey.isClean();
  });

  test("cards lie face down until they are turned over; what is agreed is kept with its reason", async () => {
    await nextPart(/^How bad, how likely/);
    const threat = page.getByRole("region", { name: "What to vote on" }).getByRole("button").first();
    await threat.click();
    await button("Vote on Damage").click();
    for (const value of [4, 7, 8, 9]) await button(new RegExp(`^${value}:`)).click();
    await eventually(() => page.locator("[data-face-down]").getAttribute("data-face-down")).toBe("4");
    expect(await page.locator("[data-spread]").count()).toBe(0);
    await button("Turn them over").click();
    expect(await page.locator("[data-spread]").getAttribute("aria-label")).toBe("Votes: 4, 7, 8, 9; the middle is 7.5");
    await page.getByLabel("Why", { exact: true }).fill("Backups are restored in an hour");
    await button("Keep it").click();
    await eventually(register).toContain("Backups are restored in an hour");
    expect(register()).toMatch(/spread: \[4, 7, 8, 9\]|spread:\s+- 4\s+- 7\s+- 8\s+- 9/);
  });

  test("decisions and tickets fall, and what has no ticket is shown", async () => {
    await nextPart(/^What we do about it/);
    await button(/^Decide on:/)
      .first()
      .click();
    const form = page.getByRole("form", { name: /^Decide on:/ });
    await form.getByLabel("Who answers for it").fill("ravi");
    await form.getByLabel("Due").fill("2027-01-15");
    await form.getByRole("button", { name: "Decide", exact: true }).click();
    await eventually(() => page.locator("[data-decided]").count()).toBe(1);
    await eventually(() => page.locator("[data-decided]").innerText()).toMatch(/ · Ravi.* · due 2027-01-15/);
    // In words alone: how the threat stands is said beside them.
    await button(/^Decide on:/)
      .first()
      .click();
    await form.getByRole("radio", { name: "It was decided otherwise" }).check();
    await form.getByLabel("What was decided").fill("Looked at again once the pages are rebuilt");
    await form.getByRole("button", { name: "Decide", exact: true }).click();
    await eventually(() =>
      page
        .locator("[data-decided]")
        .allInnerTexts()
        .then((all) => all.join("\n")),
    ).toMatch(/: Looked at again once the pages are rebuilt\s+Noted in words; the threat stands as “\w+”\./);
    await nextPart(/^Tickets for/);
    const before = Number(await page.locator("[data-ticketless]").getAttribute("data-ticketless"));
    expect(before).toBeGreaterThan(0);
    const waiting = page.getByRole("region", { name: "Chosen, and no ticket yet" }).getByRole("listitem").first();
    await waiting.getByRole("textbox").fill("https://tracker.example/SHOP-7");
    await waiting.getByRole("button", { name: "Link" }).click();
    await eventually(register).toContain("https://tracker.example/SHOP-7");
    await journey.isClean();
  });

  test("it ends and is signed off by a senior engineer of the owning team who was there", async () => {
    await nextPart(/^Sign-off/);
    expect(await page.getByRole("region", { name: "What became of the notes" }).getByRole("listitem").count()).toBe(3);
    await button("End the workshop").click();
    await button("Sign off").click();
    await eventually(() => page.locator("[data-signed]").textContent()).toMatch(/^Signed off by Ann on/);
    // The answer that Noor gave stands there by name, with what came of it, and in the minutes.
    const answer = page.locator("[data-answered]").first();
    await eventually(() => answer.textContent()).toMatch(
      /yes\s*said by Noor.*, recorded by Ann.* waited for it; now: /,
    );
    await page.goto(`${page.url()}?paper=minutes`);
    await page.getByRole("heading", { name: "What was answered" }).waitFor();
    await eventually(() => page.getByRole("listitem").filter({ hasText: "said by Noor" }).count()).toBeGreaterThan(0);
    await page.goto(bench.at("workshop"));
    await eventually(() => page.locator("[data-workshop]").textContent()).toContain("signed off");
    await journey.isClean();
  });
});

describe.skipIf(!chromiumPath)("a workshop without a senior engineer of the owning team", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "dana"]);
  });
  afterAll(() => bench?.close());

  test("is run, shown without controls, and cannot be signed off: the page and the model say so", async () => {
    const { page, isClean } = await bench.enter({ viewport: { width: 1024, height: 768 } });
    await page.goto(bench.at("workshop"));
    const form = page.getByRole("form", { name: "Plan a workshop" });
    await form.getByRole("radio", { name: /^Scoping/ }).check();
    await form.getByLabel("What people call it").fill("Without Ann");
    await form.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("link", { name: "Without Ann" }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByText("No senior engineer of payments is here: this cannot be signed off.").waitFor();

    const screen = await bench.enter({ viewport: { width: 1920, height: 1080 } });
    await screen.page.goto(`${page.url()}?screen`);
    await screen.page.getByRole("heading", { level: 2, name: "Who is here, and why" }).waitFor();
    await page.getByRole("button", { name: /^Next part/ }).click();
    await screen.page.getByRole("heading", { level: 2, name: "What it is for, what is in, what is out" }).waitFor();
    expect(await screen.page.locator("button, input, select, textarea").count()).toBe(0);
    await screen.isClean();

    await page.getByRole("button", { name: /Who owns what by when/ }).click();
    await page.getByRole("button", { name: "End the workshop" }).click();
    await page.getByText("it cannot be signed off").first().waitFor();
    expect(await page.getByRole("button", { name: "Sign off" }).isDisabled()).toBe(true);
    await page.goto(bench.at("overview"));
    await page
      .getByText(/No senior engineer of the owning team was at “Without Ann”/)
      .first()
      .waitFor();
    // There is a senior engineer: scoping names the workshop, and asks for nobody else.
    await page.goto(bench.at("scoping"));
    await page.getByRole("link", { name: "The workshop", exact: true }).click();
    await page.waitForURL(/\/workshop\/without-ann$/);
    await isClean();
  });

  test.each([
    ["light", 390],
    ["dark", 1024],
  ] as const)(
    "in %s at %i wide nothing is wider than the window, and axe finds nothing",
    async (colorScheme, width) => {
      const { page, isClean } = await bench.enter({ viewport: { width, height: 844 }, colorScheme });
      const axe = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
      for (const place of ["workshop", "workshop/without-ann", "workshop/without-ann?paper=minutes"]) {
        await page.goto(bench.at(place));
        await page.getByText("Without Ann").first().waitFor();
        await page.evaluate(axe);
        const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
          "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
        );
        expect(found.map(({ id, nodes }) => [place, id, nodes[0]?.html])).toEqual([]);
        await isClean();
      }
    },
  );
});
