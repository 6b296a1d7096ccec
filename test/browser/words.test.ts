// No word of the workbench stands in its code: none is found in the source, and in the pseudo-locale, whose words are longer, nothing breaks.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../apps/web/src/strings/en.ts";
import { cutOff } from "./cut-off.ts";
import { goTo, places, resized } from "./places.ts";
import { chromiumPath, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

const key = new RegExp(`\\b(${Object.keys(en).join("|")})\\.[a-z]\\w*`);
const source = join(import.meta.dirname, "../../apps/web/src");

/** A key of somebody of the shop by itself: each of them has a name. What is typed, an id and a mail address hold keys. */
const person = /(?<!--(?:as|owner) |[\w@./-])(?:ann|ravi|dana|mikkel|noor|ines|olga)(?![\w@-])/;
const readInFields = "[...document.querySelectorAll('input,textarea')].map(({ value }) => value).join('\\n')";

/** Words between tags, in what is read aloud or shown in a field, and whole sentences. Names of keys are the same everywhere. */
function wordsIn(text: string): readonly string[] {
  const code = text.replace(/<Key>[^<]*<\/Key>|^\s*(\/\/|\*|\/\*).*$/gm, "");
  const between = code.match(/(?<![=-])>[^<>{}=;()]*[A-Za-z]{3,}[^<>{}=;()]*<\//g) ?? [];
  const sentences = code.match(/(["`])[A-Z][a-z]+ [^"`\n]*[.?!…]\1/g) ?? [];
  return [
    ...between,
    ...sentences,
    ...(code.match(/\b(aria-label|title|placeholder|alt|label)="[^"]*[A-Za-z]{2,}[^"]*"/g) ?? []),
  ];
}

describe("the words of the workbench", () => {
  test.each([
    ["<p>{t('a')}</p>", 0],
    ["<p>Saved</p>", 1],
    ['<input placeholder="Name" />', 1],
    ["<Key>Ctrl K</Key>", 0],
    ['problem("internal", "The server is away.")', 1],
    ["// It says `Nothing is there.` in words.", 0],
  ])("%s holds %i", (text, count) => expect(wordsIn(text).length).toBe(count));

  test("stand in its strings alone", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
      (path) => /(?<!\.test|\.d)\.tsx?$/.test(path) && !/^(strings|testing)\//.test(path),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((path) =>
      wordsIn(readFileSync(join(source, path), "utf8")).map((words) => `${path}: ${words}`),
    );
    expect(found).toEqual([]);
  });
});

describe.skipIf(!chromiumPath)("in the pseudo-locale", () => {
  let bench: RunningWorkbench;
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann"]);
    journey = await bench.enter({ baseURL: bench.address, reducedMotion: "reduce" });
    ({ page } = journey);
    await page.goto("/m/shop/overview?lang=pseudo");
  });
  afterAll(() => bench?.close());

  test.each(places)("%s can be read with longer words", async (place) => {
    await goTo(page, "shop", place);
    expect(await page.getByText("⟦").count(), "words in brackets").toBeGreaterThan(3);
    expect((await page.locator("body").innerText()).match(key), "the key of a string that is not there").toBeNull();
    const read = `${await page.locator("body").innerText()}\n${await page.evaluate(readInFields)}`;
    expect(read.match(person), "the key of a person, who has a name").toBeNull();
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await resized(page, width, height);
      expect.soft(await cutOff(page), `${place} at ${width}`).toEqual([]);
    }
    await journey.isClean();
  });
});
