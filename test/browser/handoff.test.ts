// Handoff in a browser: the answer at a glance, a ticket linked by pasting its address, what is missing, and signing off.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("handoff", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"]);
  });
  afterAll(() => bench?.close());

  test("the answer stands there at once; what is missing and the signature follow a change of criteria", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("handoff"));
    const answer = page.locator("[data-answer]");
    await eventually(() => answer.textContent()).toBe(
      "19 tickets are to be built. Each has an owner, a date and a link. 1 draft waits for a choice. 0 of 18 features and components are security-complete.",
    );
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);
    const missing = page.locator("[data-missing]");
    expect(await missing.textContent()).toContain("41 required criteria were never shown to be met");

    await page
      .locator('[data-ticket="message-signing@queue"], [data-ticket^="message-signing@"]')
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("link", { name: "Choose its control" }).click();
    const control = page.locator('[data-control="message-signing"]');
    await control.getByRole("button", { name: "Choose it against 2 threats" }).click();
    await eventually(() => control.locator("[data-mitigation]").count()).toBe(2);
    await page.goto(bench.at("handoff"));
    await eventually(() => answer.textContent()).toMatch(
      /^20 tickets are to be built\. 1 lacks an owner, a date or a link\./,
    );
    await eventually(() => missing.textContent()).toContain("the criteria changed since it was signed off");
    await page.getByRole("button", { name: "Sign off as Ann" }).click();
    await eventually(() => missing.textContent()).not.toContain("signed off");
    await isClean();
  });

  test("an address that is pasted links the ticket, and the link can be followed", async () => {
    const { page, isClean } = await bench.enter({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(bench.at("handoff"));
    const ticket = page.locator('[data-ticket="tls-inside"]');
    await ticket.getByRole("button", { name: /^Address of the ticket/ }).click();
    const field = ticket.getByRole("textbox", { name: /^Address of the ticket/ });
    await page.evaluate("navigator.clipboard.writeText('https://git.shop.example/shop/-/issues/433')");
    await field.fill("");
    await field.press("ControlOrMeta+v");
    const link = ticket.getByRole("link", { name: "433", exact: true });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("https://git.shop.example/shop/-/issues/433");
    expect(await link.getAttribute("rel")).toContain("noopener");
    await ticket.getByRole("button").first().click();
    await ticket.getByRole("link", { name: "Go to 433" }).waitFor();
    await isClean();
  });

  test("a feature: what it lacks, more of it once one looks through it; a ticket shows when it is done", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("handoff"));
    await page
      .getByRole("navigation", { name: "Features and components" })
      .getByRole("button", { name: /^.*Save a card/ })
      .click();
    const missing = page.locator("[data-missing]");
    const before = await missing.textContent();
    await page.getByRole("button", { name: "Look through this feature" }).click();
    await eventually(() => missing.textContent()).not.toBe(before);
    await page.locator("[data-ticket]").first().getByRole("button").first().click();
    await eventually(() => page.locator("[data-ticket]").first().textContent()).toMatch(/Given .* when .* then /);
    await isClean();
  });

  test("a ticket opens the tracker filled in; what is too long for an address goes to the clipboard", async () => {
    const { page, isClean } = await bench.enter({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(bench.at("handoff"));
    const ticket = page.locator('[data-ticket="signed-images"]');
    await ticket.getByRole("button").first().click();
    await ticket.getByText("name your tracker in threat-model/policy.yaml").waitFor();

    const policy = join(bench.folder, "threat-model/policy.yaml");
    const without = readFileSync(policy, "utf8");
    writeFileSync(policy, `${without}tracker: {kind: github, at: https://github.com/acme/shop}\n`);
    const open = ticket.getByRole("link", { name: "Open a new one in the tracker" });
    await open.waitFor();
    expect(await open.getAttribute("href")).toMatch(
      /^https:\/\/github\.com\/acme\/shop\/issues\/new\?title=One%20reviewed.*&body=.*Done%20when/,
    );

    writeFileSync(policy, `${without}tracker: {kind: azure, at: https://dev.azure.com/acme/shop}\n`);
    await eventually(() => open.getAttribute("href")).toMatch(
      /^https:\/\/dev\.azure\.com\/acme\/shop\/_workitems\/create\/Task\?/,
    );
    await page.context().route("https://dev.azure.com/**", (route) => route.fulfill({ body: "A new work item" }));
    const [opened] = await Promise.all([page.context().waitForEvent("page"), open.click()]);
    expect(opened.url()).toContain("is%20on%20the%20clipboard");
    await opened.close();
    await ticket.getByText("The text is on the clipboard: paste it into the ticket.").waitFor();
    await page.bringToFront();
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("## Done when");
    await isClean();
  });

  test.each([
    [390, "dark"],
    [1024, "light"],
  ] as const)("at %i wide in %s nothing is wider than the window, with a ticket open", async (width, colorScheme) => {
    const { page, isClean } = await bench.enter({ viewport: { width, height: 844 }, colorScheme });
    await page.goto(bench.at("handoff"));
    await page.locator('[data-ticket="tls-inside"]').getByRole("button").first().click();
    await isClean();
  });
});
