// Maintenance in a browser: the last commit against now on the diagram and in sentences, a proposal taken in part and changed, another refused.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("maintenance", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  /** Writes a line into a file of the copied system. */
  const edit = (path: string, what: string, by: string): void => {
    const at = join(bench.folder, path);
    writeFileSync(at, readFileSync(at, "utf8").replace(what, by));
  };

  test("the answer stands there at once; nothing is different from the last commit", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("maintenance"));
    const answer = page.locator("[data-answer]");
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/^5 reasons to look again, the oldest since 2026-11-09/);
    await page.getByText("Nothing is different between the two.").waitFor();
    await page.getByRole("button", { name: "“Limits per caller, and a brake on guessing” is due" }).click();
    await page.getByRole("complementary", { name: "Inspector" }).getByRole("heading", { level: 2 }).waitFor();
    await isClean();
  });

  test("what files show is taken in part and under another name; the rest is refused and does not come back", async () => {
    edit("compose.yaml", "  identity:\n", "  recommender:\n    image: redis:8.2\n    networks: [app]\n\n  identity:\n");
    edit(
      "compose.yaml",
      "  mail-worker:\n",
      "  test-double:\n    image: redis:8.2\n    networks: [app]\n\n  mail-worker:\n",
    );
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("maintenance"));
    await page.getByRole("button", { name: "Read the repository again" }).click();
    // As many are said to wait as there are to take or leave.
    await page.getByRole("heading", { name: "What the files show now: 3 things" }).waitFor();
    await page.getByRole("button", { name: "Accept 3 things" }).waitFor();
    // A page that is opened anew says at once that they wait.
    const anew = await page.context().newPage();
    await anew.goto(bench.at("overview"));
    await anew.getByText("The files of the system show 3 things that nobody has accepted or refused").waitFor();
    await anew.close();
    const effect = page.locator("[data-proposal-effect]");
    await eventually(() => effect.textContent()).toMatch(/threats would be open or asked beside/);
    const withBoth = await effect.textContent();
    const double = page.getByRole("checkbox", { name: /test-double/ });
    await double.uncheck();
    await eventually(() => effect.textContent()).not.toBe(withBoth);
    const thing = page.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name: /recommender/ }) });
    await thing.getByRole("button", { name: "Change while taking it" }).click();
    await thing.getByLabel("Name in the model").fill("Product recommendations");
    await page.getByRole("button", { name: "Accept 2 things" }).click();

    await page.getByRole("checkbox", { name: /test-double/ }).waitFor();
    await eventually(() => page.getByRole("checkbox", { name: /recommender/ }).count()).toBe(0);
    await page.getByLabel("Why not").fill("It stands in for the real one in tests");
    await page.getByRole("button", { name: "Refuse 2 things" }).click();
    await page.getByText("1 thing was left out: it was refused before.").waitFor();
    await isClean();
  });

  test("the difference is drawn, said in sentences with their causes, and counted", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("maintenance"));
    const added = page.getByRole("button", { name: /^Element recommender \(Product recommendations\) added/ });
    await added.waitFor();
    const picture = page.getByRole("img", { name: /^The diagram of both: 1 added, 0 removed/ });
    await picture.waitFor();
    expect(await picture.locator("text", { hasText: "Product" }).count()).toBeGreaterThan(0);
    await added.click();
    await eventually(() => page.url()).toContain("at=element%3Arecommender");
    bench.git("commit", "--quiet", "--all", "--message", "A recommender");
    // The page hears of the commit by itself.
    await page.getByText("Nothing is different between the two.").waitFor();
    await page.getByRole("button", { name: "Compare with the commit before" }).click();
    await added.waitFor();
    await isClean();
  });

  test.each([
    [390, "light"],
    [1024, "dark"],
  ] as const)("at %i wide in %s nothing is wider than the window", async (width, colorScheme) => {
    const { page, isClean } = await bench.enter({ viewport: { width, height: 844 }, colorScheme });
    await page.goto(bench.at("maintenance"));
    await page.locator("[data-answer]").waitFor();
    await isClean();
  });
});
