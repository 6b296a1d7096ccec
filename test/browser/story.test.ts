// A whole story in a browser, from an empty folder to a threat that is closed: scoped, drawn, answered, scored, decided, built as a ticket, signed off, tested.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

/** A folder of a team that has written nothing down yet. */
function emptied(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "README.md"), "# Web shop\n");
}

describe.skipIf(!chromiumPath)("a whole story", () => {
  let bench: RunningWorkbench;
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"], { prepare: emptied });
    journey = await bench.enter();
    page = journey.page;
  });
  afterAll(() => bench?.close());

  /** Goes to a room by the rail, as people do. */
  async function enter(room: string): Promise<void> {
    await page
      .getByRole("navigation", { name: "Rooms", exact: true })
      .getByRole("link", { name: new RegExp(room) })
      .click();
    await page.getByRole("heading", { level: 1, name: room }).waitFor();
  }
  const answer = () => page.locator("[data-answer]").innerText();
  const inspector = () => page.getByRole("complementary", { name: "Inspector" });
  const part = (name: string) => page.getByRole("region", { name });

  test("it is begun with one feature, and scoped", async () => {
    await page.goto(bench.address);
    await page.getByRole("button", { name: "Think one feature through" }).click();
    await page.keyboard.type("Web shop");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Password reset by mail");
    await page.getByLabel("Passwords and keys").check();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/m\/shop\/enumeration$/);

    await enter("Scoping");
    await page.getByRole("textbox", { name: "What the system is for" }).fill("Sells books to people on the internet");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Owning team" }).fill("Shop");
    await page.keyboard.press("Enter");
    // Who is added is of the owning team, once there is one.
    const leaving = part("To leave this room");
    await eventually(() => leaving.innerText()).toContain("Shop");
    const people = part("Who takes part");
    await people.getByRole("textbox", { name: "Add a person" }).fill("Ann");
    await page.keyboard.press("Enter");
    await people.getByRole("checkbox", { name: /senior/i }).click();

    for (const [what, why] of [
      ["How does new code get into", "A hoster builds and runs it"],
      ["How do operators and administrators", "The hoster has no access to the data"],
      ["Where does the system keep its secrets", "None are kept: the hoster gives them at the start"],
      ["Which third parties", "Mails are sent by our own server"],
    ] as const) {
      const line = leaving.locator("form").filter({ hasText: what });
      await line.getByRole("button", { name: "There is none" }).click();
      expect(await line.count(), "what most systems have is ruled out with a reason").toBe(1);
      await line.getByRole("textbox").fill(why);
      await line.getByRole("button", { name: "There is none" }).click();
      await eventually(() => line.count()).toBe(0);
    }
    const out = part("Out of scope");
    await out.getByRole("textbox", { name: "Add what is left out" }).fill("The catalogue");
    await out.getByRole("textbox", { name: "Why it is left out" }).last().fill("It is public and changes nothing");
    await page.keyboard.press("Enter");
    await eventually(() => leaving.innerText()).toContain("5 of 5 done");
    expect(await answer()).toContain("1 in scope, 1 out, each with a reason");
    await journey.isClean();
  });

  test("it is drawn further", async () => {
    await enter("Decomposition");
    await page.getByRole("button", { name: /^Web application: Process/ }).click();
    await page.keyboard.press("p");
    await page.keyboard.type("Mail sender");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Mail sender: Process/ }).waitFor();
    await page.getByRole("button", { name: /^Web application: Process/ }).click();
    await page.keyboard.press("c");
    await page.keyboard.type("Mail sender");
    await page.keyboard.press("Enter");
    await page.getByLabel("What flows here?").waitFor();
    await page.keyboard.type("Reset link");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Reset link. From Web application to Mail sender/ }).waitFor();
    await journey.isClean();
  });

  test("a question is answered, which opens a threat", async () => {
    await enter("Enumeration");
    expect(await answer()).toMatch(/^3 threats are open; \d+ questions hide risk/);
    const queue = part("What we don't know, by the risk it hides");
    await queue.getByRole("button", { name: /^Is all traffic of Our network encrypted/ }).click();
    await page.keyboard.press("n");
    await eventually(() => page.locator("[data-effect]").innerText()).toMatch(/^Opens 3, asked \d+ → \d+, open risk/);
    await eventually(answer).toMatch(/^6 threats are open;/);
    await part("Threat register").getByRole("searchbox").fill("read or changed on the way across");
    await part("Threat register")
      .getByText(/^Passwords and keys between People on the internet/)
      .click();
    await eventually(() => inspector().innerText()).toMatch(/Open[\s\S]*TLS on every connection/);
    await journey.isClean();
  });

  test("its score is looked at and confirmed, and a control is chosen against it", async () => {
    await enter("Scoring");
    expect(await answer()).toMatch(/^6 threats are open with risk \d+ \(1 critical/);
    await page.getByRole("button", { name: "Confirm 2 proposed scores" }).click();
    await page
      .getByText(/^Confirmed/)
      .first()
      .waitFor();
    await enter("Mitigation");
    const control = page.locator('[data-control="tls-everywhere"]');
    await control.getByRole("button").first().click();
    await control.getByLabel("Owner", { exact: true }).fill("ann");
    await control.getByLabel("Due", { exact: true }).fill("2026-12-31");
    await control.getByRole("button", { name: /^Choose it against \d threats/ }).click();
    await control.locator("[data-mitigation]").first().waitFor();
    await eventually(answer).toMatch(/What is chosen removes [1-9]\d? %/);
    await journey.isClean();
  });

  test("its ticket is linked, and what is to be built is signed off", async () => {
    await enter("Handoff");
    await eventually(answer).toMatch(/^1 ticket is to be built\. 1 lacks an owner, a date or a link\./);
    const ticket = page.locator('[data-ticket^="tls-everywhere"]').first();
    await ticket
      .getByRole("textbox", { name: /^Address of the ticket/ })
      .fill("https://git.shop.example/shop/issues/7");
    await page.keyboard.press("Enter");
    await ticket.getByRole("link", { name: "7" }).waitFor();
    await eventually(answer).toContain("Each has an owner, a date and a link.");
    await page.getByRole("button", { name: "Sign off as Ann" }).click();
    await eventually(() => page.locator("[data-missing]").innerText()).not.toContain("signed it off");
    await journey.isClean();
  });

  test("it is built and tested by somebody else, and the threat is closed", async () => {
    await enter("Validation");
    await eventually(answer).toMatch(/^Nothing is implemented yet that a test could show\./);
    const step = page.getByRole("button", { name: /^Implement: TLS on every connection/ });
    if ((await step.getAttribute("aria-expanded")) !== "true") await step.click();
    await page.getByRole("button", { name: "It is implemented" }).click();
    const show = page.getByRole("button", { name: /^Show that it works: TLS on every connection/ });
    await show.waitFor();
    if ((await show.getAttribute("aria-expanded")) !== "true") await show.click();
    const record = page.getByRole("button", { name: /^Record a test: / });
    await record.first().waitFor();
    // By their names: one that has passed goes behind the others only when the engine has heard of it.
    const tests = await Promise.all((await record.all()).map((one) => one.getAttribute("aria-label")));
    for (const name of tests) {
      await page.getByRole("button", { name: name ?? "", exact: true }).click();
      const form = page.getByRole("form", { name: /^What a test showed/ });
      await form.getByLabel("How it was tested").fill("Each listener was scanned from outside and tried without TLS");
      await form.getByLabel("What was seen").fill("Every listener refuses it");
      await form.getByLabel("Who tested").fill("Bo");
      await form.getByLabel("Commit that was tested").fill("d00d1e2");
      await form.getByRole("button", { name: "Record", exact: true }).click();
      await eventually(() => form.count()).toBe(0);
    }
    expect(tests.length).toBeGreaterThan(1);
    await eventually(answer).toMatch(/^All \d tests of what is built passed and are fresh\. .*All 3 gates hold\./);

    // What was open is out of the way, and stands among what is settled with all that was done about it.
    await enter("Enumeration");
    const register = part("Threat register");
    const threat = register.getByText(/^Passwords and keys between People on the internet/);
    await register.getByRole("searchbox").fill("read or changed on the way across");
    await register.getByText("No threat fits this filter.").waitFor();
    await register.getByRole("combobox", { name: "What it waits for" }).selectOption("settled");
    await threat.click();
    await eventually(() => inspector().innerText()).toMatch(/Verified[\s\S]*TLS on every connection/);
    await eventually(answer).toMatch(/^3 threats are open;/);
    await journey.isClean();

    // All of it is in the files, for whoever commits them.
    const written = () => readFileSync(join(bench.folder, "threat-model/register.yaml"), "utf8");
    await eventually(written).toMatch(/d00d1e2/);
    expect(written()).toContain("https://git.shop.example/shop/issues/7");
    expect(written()).toMatch(/sign-offs:\n/);
  });
});
