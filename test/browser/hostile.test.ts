// Names that somebody chose to break something, on everything that has a name: nothing runs, nothing breaks, exports included.
import { parse } from "csv-parse/sync";
import type { APIResponse, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cutOff } from "./cut-off.ts";
import { hostileNames, makeHostile } from "./hostile.ts";
import { command, goTo, places, resized, selections } from "./places.ts";
import { chromiumPath, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

describe.skipIf(!chromiumPath)("hostile names", () => {
  let bench: RunningWorkbench;
  let journey: Journey;
  let page: Page;
  const dialogs: string[] = [];
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann", "--share"]);
    journey = await bench.enter({ baseURL: bench.address, reducedMotion: "reduce" });
    ({ page } = journey);
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => dialogs.push(dialog.message())));
    await makeHostile(page, "shop");
    await page.goto("/m/shop/overview");
  });
  afterAll(() => bench?.close());

  /** Nothing ran, and nothing of a name became a part of the page. */
  async function isUnharmed({ page, isClean }: Journey): Promise<void> {
    const harm = `[typeof hacked, [...document.querySelectorAll("img[src='x'], [onerror], [onload], a[href^='javascript:'], #root script")].length]`;
    expect(await page.evaluate(harm), page.url()).toEqual(["undefined", 0]);
    expect(dialogs).toEqual([]);
    await isClean();
  }

  test.each(places)("break nothing in %s", async (place) => {
    await goTo(page, "shop", place);
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await resized(page, width, height);
      expect.soft(await cutOff(page), `${page.url()} at ${width}`).toEqual([]);
      await isUnharmed(journey);
    }
  });

  test("break nothing in the inspector, whatever it shows, nor in the palette and the outline", async () => {
    await resized(page, 1024, 768);
    for (const at of selections) {
      await goTo(page, "shop", `maintenance?at=${encodeURIComponent(at)}`);
      await page.getByRole("complementary", { name: "Inspector" }).waitFor();
      expect.soft(await cutOff(page), page.url()).toEqual([]);
      await isUnharmed(journey);
    }
    await goTo(page, "shop", "decomposition?at=element%3Acheckout-api");
    await page.getByRole("button", { name: "Outline" }).click();
    await page.getByRole("button", { name: "Search and do" }).click();
    await page.locator("dialog[open]").getByRole("combobox").fill("script");
    await page.locator("dialog[open] [cmdk-item]").first().waitFor();
    expect.soft(await cutOff(page), "palette and outline").toEqual([]);
    await isUnharmed(journey);
    await page.keyboard.press("Escape");
  });

  test("break nothing in a workshop, nor on the page of a guest", async () => {
    await goTo(page, "shop", "workshop/hour");
    await page.getByRole("button", { name: "Make an invitation" }).click();
    const link = new URL(await page.getByLabel("The link", { exact: true }).inputValue());
    const phone = await bench.stranger({ viewport: { width: 390, height: 844 } });
    await phone.page.goto(`${bench.outside}${link.pathname}${link.hash}`);
    await phone.page.getByLabel("Your name").fill(hostileNames[0].slice(0, 40));
    await phone.page.getByRole("button", { name: "Join" }).click();
    await command(page, "shop", "start-workshop", { workshop: "hour" });
    await page.getByRole("button", { name: /^Next part/ }).click();
    await phone.page.locator("[data-question]").waitFor();
    await isUnharmed(phone);
    await isUnharmed(journey);
    await resized(page, 390, 844);
    await isUnharmed(journey);
    expect(await cutOff(page), "the workshop on a phone").toEqual([]);
  });

  test("break no export: pages, pictures, tables and texts are what they are", async () => {
    const listed = await (await page.request.get("/models/shop/reports")).json();
    const { reports } = listed as { readonly reports: readonly { readonly id: string }[] };
    const kinds = new Set<string>();
    // Read in a page without a policy: that of the workbench would forbid their styles.
    const reader = (await bench.stranger()).page;
    for (const { id } of reports) {
      const answer = await page.request.get(`/models/shop/reports/${id}`, { headers: { accept: "application/json" } });
      expect(answer.status(), id).toBe(200);
      for (const [path, text] of await filesOf(answer, id)) {
        const kind = path.slice(path.lastIndexOf(".") + 1);
        kinds.add(kind);
        if (kind === "csv") expect(formulas(text), path).toEqual([]);
        else if (kind === "json") expect(() => JSON.parse(text), path).not.toThrow();
        else expect(await wrongIn(reader, kind, text), `${id}: ${path}`).toEqual([]);
      }
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(["csv", "html", "json", "md", "svg"]));
    for (const kind of ["svg", "drawio"]) {
      const text = await (await page.request.get(`/models/shop/diagram.${kind}`)).text();
      expect(text.length).toBeGreaterThan(10_000);
      expect(await wrongIn(reader, kind, text), kind).toEqual([]);
    }
  });

  test("of 10,000 characters are refused with words, and everything goes on", async () => {
    const input = { id: "checkout-api", field: "title", value: "x".repeat(10_000) };
    const said = await page.request.post("/models/shop/commands/set-field", { data: { input } });
    expect(said.status()).toBe(422);
    expect(((await said.json()) as { detail: string }).detail).toMatch(/300/);
    await resized(page, 1440, 900);
    await goTo(page, "shop", "enumeration");
    await page.getByLabel(/^Somebody says a threat aloud/).fill("x".repeat(10_000));
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "300" }).first().waitFor();
    expect(await cutOff(page)).toEqual([]);
    await isUnharmed(journey);
  });
});

/** The files of an artifact, by path; one that is a single file comes as itself. */
async function filesOf(answer: APIResponse, id: string): Promise<readonly (readonly [string, string])[]> {
  const text = await answer.text();
  const type = answer.headers()["content-type"] ?? "";
  const parsed = type.includes("json")
    ? (JSON.parse(text) as { readonly files?: readonly { path: string; text: string }[] })
    : {};
  if (parsed.files) return parsed.files.map((file) => [file.path, file.text] as const);
  const ending = Object.entries({ html: "html", svg: "svg", markdown: "md", csv: "csv", json: "json" });
  return [[`${id}.${ending.find(([name]) => type.includes(name))?.[1] ?? "txt"}`, text]];
}

/** Cells that a spreadsheet would run. */
function formulas(text: string): readonly string[] {
  const rows = parse(text, { relax_column_count: true }) as string[][];
  return rows.flat().filter((cell) => /^[\s\p{Cc}]*[=+\-@]/u.test(cell) && Number.isNaN(Number(cell)));
}

/** What a browser would make of a text that must hold no markup of a name: read as what it is, not run. */
function wrongIn(page: Page, kind: string, text: string): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const text = ${JSON.stringify(text)};
    const kind = ${JSON.stringify(kind)};
    // Of plain text no name begins a line of its own.
    if (kind === "feature" || kind === "txt") return text.match(/^(second line|\\s*third)/gm) ?? [];
    if (kind === "md") return text.match(/(?<!\\\\)(<(script|img|svg)\\b|\\]\\(javascript:)/gi) ?? [];
    const type = { html: "text/html", svg: "image/svg+xml" }[kind] ?? "application/xml";
    const read = new DOMParser().parseFromString(text, type);
    const bad = [...read.querySelectorAll("parsererror, img[src='x'], [onerror], [onload], [href^='javascript:'], svg script")];
    return bad.map((element) => element.outerHTML.slice(0, 200));
  })()`);
}
