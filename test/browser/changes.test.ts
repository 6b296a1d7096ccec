// The panel of changes in a browser: counted, told, copied into a commit that git makes; a broken file with its place; no git.
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

const panelOf = (page: Page) => page.getByRole("dialog", { name: "Changes" });

describe.skipIf(!chromiumPath)("changes", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  test("nothing, then what was done with its sentences and a message, then nothing again once git has it", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("validation"));
    const none = page.getByRole("button", { name: "Changes", exact: false }).first();
    await eventually(() => none.getAttribute("title")).toBe("Changes: nothing since the last commit");
    await page
      .getByRole("button", { name: /stolen or guessed credential/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await eventually(() => none.getAttribute("title")).toMatch(/^Changes: \d+ since the last commit/);

    await none.click();
    const panel = panelOf(page);
    await panel.getByText(/^On the branch main, after the commit [0-9a-f]{8}\.$/).waitFor();
    await panel.getByText("Everything is written to the files.").waitFor();
    await panel
      .getByText(
        /^Acceptance “With a stolen or guessed credential, .*” \(stolen-credentials@api-cardpath-example\) removed/,
      )
      .waitFor();
    const message = panel.getByLabel("Commit message");
    await eventually(() => message.inputValue()).toBe(
      "Withdrew the acceptance of “With a stolen or guessed credential, somebo…\n",
    );
    await panel.getByRole("button", { name: "Copy" }).click();
    await panel.getByRole("button", { name: "Copied" }).waitFor();

    bench.git("commit", "--quiet", "--all", "--message", await message.inputValue());
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await panel.getByText("Nothing: the last commit says what the model says.").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => panel.count()).toBe(0);
    expect(await page.evaluate("document.activeElement?.getAttribute('aria-haspopup')")).toBe("dialog");
    await isClean();
  });

  test("a file that somebody broke is named with its line, and is whole again once it is mended", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("overview"));
    await page.getByRole("button", { name: /^Changes/ }).click();
    const panel = panelOf(page);
    await panel.getByText("Everything is written to the files.").waitFor();
    const file = join(bench.folder, "threat-model/model.yaml");
    const whole = readFileSync(file, "utf8");
    appendFileSync(file, "\n<<<<<<< HEAD\n");
    await panel.getByText("The files cannot be written as they are").waitFor();
    await panel.getByText(/model\.yaml, line \d+/).waitFor();
    writeFileSync(file, whole);
    await panel.getByText("Everything is written to the files.").waitFor();
    await isClean();
  });

  test("without git it says what is lost", async () => {
    rmSync(join(bench.folder, ".git"), { recursive: true });
    const { page, isClean } = await bench.enter({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
    await page.goto(bench.at("overview"));
    await page.getByRole("button", { name: /^Changes/ }).click();
    await panelOf(page).getByText("There is no git here. Undo works").waitFor();
    await isClean();
  });
});
