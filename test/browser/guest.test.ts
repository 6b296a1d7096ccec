// A workshop with three clients over http under a name that is no secure context: who leads, a guest with the whole workbench, a phone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invite, joins } from "./invited.ts";
import { chromiumPath, eventually, type Journey, type RunningWorkbench, startWorkbench } from "./workbench.ts";

const phoneSize = { viewport: { width: 390, height: 844 } };
const hostile = "\u202Eann <b>x</b> 🦊";

describe.skipIf(!chromiumPath)("a workshop with three clients", () => {
  let bench: RunningWorkbench;
  let host: Journey;
  let phone: Journey;
  let laptop: Journey;
  let page: Page;
  let link: string;
  const register = () => readFileSync(join(bench.folder, "threat-model/register.yaml"), "utf8");
  const part = async (title: RegExp) => {
    await page.getByRole("button", { name: /^Next part/ }).click();
    await page.getByRole("heading", { level: 2, name: title }).waitFor();
  };
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann", "--share=edit"]);
    host = await bench.enter();
    ({ page } = host);
    link = await invite(bench, host);
  });
  afterAll(() => bench?.close());

  test("people join with a name and as what; a name of another stays a claim", async () => {
    phone = await joins(bench, link, "Bo");
    await phone.page.getByText("Bo (guest)").waitFor();
    expect(await phone.page.evaluate<boolean>("isSecureContext")).toBe(false);
    laptop = await joins(bench, link, "ann", "engineer");
    await laptop.page.getByText("ann (guest)").waitFor();
    await laptop.page.setViewportSize({ width: 1280, height: 800 });
    await laptop.page.goto(`${bench.outside}/m/shop/workshop/hour`);
    await page.getByRole("button", { name: "Write 2 down" }).click();
    const people = page.getByRole("list", { name: "Who is here" });
    await eventually(() => people.textContent()).toMatch(/Bo \(guest\).*operations · the name is a claim/);
    await page.getByRole("button", { name: "Begin" }).click();
    await eventually(() => people.getByRole("listitem").count()).toBe(3);
    await eventually(() => register()).toMatch(/guest-ann:/);
    await host.isClean();
    await phone.isClean();
  });

  test("the question comes to every page, and an answer from a phone is said by who gave it", async () => {
    await part(/^What we do not know/);
    const asked = page.locator("[data-question]");
    const id = await asked.getAttribute("data-question");
    await eventually(() => phone.page.locator("[data-question]").getAttribute("data-question")).toBe(id);
    await eventually(() => laptop.page.locator("[data-question]").getAttribute("data-question")).toBe(id);
    await phone.page.getByRole("button", { name: "I don't know" }).click();
    await eventually(() => page.locator("[data-unsure]").textContent()).toBe("Does not know: Bo (guest)");
    await phone.page.getByRole("button", { name: "yes", exact: true }).click();
    await eventually(() => phone.page.getByRole("status").filter({ hasText: "Written down" }).textContent()).toBe(
      "Written down, as said by Bo (guest): yes",
    );
    await eventually(() => asked.getAttribute("data-question")).not.toBe(id);
    await eventually(() => bench.git("diff", "--unified=0")).toMatch(/^\+.*by: Bo \(guest\)/m);
    await eventually(() => phone.page.locator("[data-question]").getAttribute("data-question")).not.toBe(id);
  });

  test("notes are seen by their writers alone until all are shown", async () => {
    await part(/^What can go wrong\? In silence/);
    await page.getByRole("button", { name: "Begin: everybody writes" }).click();
    await phone.page.getByLabel("What can go wrong?").fill("Couriers read labels");
    await phone.page.getByRole("button", { name: "Add" }).click();
    await laptop.page.getByLabel("Write a note").fill("Logs hold tokens");
    await laptop.page.getByRole("button", { name: /^Add/ }).click();
    await eventually(() => page.locator("[data-note-count]").getAttribute("data-note-count")).toBe("2");
    await eventually(() => phone.page.locator("[data-there]").count()).toBe(1);
    expect(await page.getByText("Couriers read labels").count()).toBe(0);
    expect(await laptop.page.getByText("Couriers read labels").count()).toBe(0);
    await page.getByRole("button", { name: "Show all notes" }).click();
    await eventually(() => page.getByRole("list", { name: "All notes" }).textContent()).toMatch(/Bo \(guest\)/);
    await eventually(() => register()).toMatch(/by: ann \(guest\)/);
  });

  test("cards of three clients are turned over together", async () => {
    await part(/^Notes put together/);
    await page.getByRole("button", { name: /^Place 2 as proposed/ }).click();
    await part(/^How bad, how likely/);
    await page.getByRole("region", { name: "What to vote on" }).getByRole("button").first().click();
    await page.getByRole("button", { name: "Vote on Damage" }).click();
    await phone.page.getByRole("button", { name: /^3:/ }).click();
    await phone.page.getByText("Your card lies face down").waitFor();
    await laptop.page.getByRole("button", { name: /^8:/ }).click();
    await page.getByRole("button", { name: /^5:/ }).click();
    await eventually(() => page.locator("[data-face-down]").getAttribute("data-face-down")).toBe("3");
    await page.getByRole("button", { name: "Turn them over" }).click();
    await phone.page.locator("[data-turned]").waitFor();
    expect(await phone.page.locator("[data-turned]").textContent()).toContain("3, 5, 8; the middle is 5");
    expect(await laptop.page.locator("[data-spread]").getAttribute("aria-label")).toContain("3, 5, 8");
    await page.getByRole("button", { name: "Put it away" }).click();
    await phone.isClean();
    await laptop.isClean();
  });

  test("everyone is brought to a place, a phone that slept comes back, who is sent out is told, the door is locked", async () => {
    await laptop.page.goto(`${bench.outside}/m/shop/scoring`);
    await laptop.page.getByRole("heading", { level: 1, name: "Scoring" }).waitFor();
    await page.getByRole("button", { name: "Bring everyone here" }).click();
    await eventually(() => laptop.page.url()).toContain("/m/shop/workshop/hour");
    await phone.page.context().setOffline(true);
    await phone.page.evaluate("dispatchEvent(new Event('online'))");
    await phone.page.getByText("No connection.").waitFor();
    await phone.page.context().setOffline(false);
    await phone.page.evaluate("dispatchEvent(new Event('online'))");
    await phone.page.getByText("No connection.").waitFor({ state: "hidden" });
    await page.getByText("Let others join").click();
    await page.getByRole("button", { name: "Send Bo (guest) out" }).click();
    await phone.page.getByText("The host has ended your session here.").waitFor();
    await page.getByRole("button", { name: "Nobody else joins" }).click();
    await page.getByText("Nobody else joins now.").waitFor();
    const late = await joins(bench, link, hostile);
    await eventually(() => late.page.getByRole("alert").textContent()).toContain(
      "The host lets nobody in at the moment.",
    );
    expect(await late.page.getByRole("button", { name: "Join" }).count()).toBe(1);
    await page.getByRole("button", { name: "Others may join again" }).click();
    await page.getByText("Nobody else joins now.").waitFor({ state: "hidden" });
    await late.page.getByRole("button", { name: "Join" }).click();
    await late.page.getByText("<b>x</b> 🦊").waitFor();
    await late.isClean();
    await host.isClean();
  });
});

describe.skipIf(!chromiumPath)("votes over http that others can read", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench("shop", ["--as", "ann", "--share"]);
  });
  afterAll(() => bench?.close());

  test("are in no frame, no response and no file before they are turned over; a phone hears nothing of the model", async () => {
    const host = await bench.enter();
    const heard: string[] = [];
    const listen = (page: Page) => {
      page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
      page.on(
        "response",
        (response) =>
          void response.text().then(
            (text) => heard.push(text),
            () => undefined,
          ),
      );
    };
    listen(host.page);
    const link = await invite(bench, host);
    const phone = await bench.stranger(phoneSize);
    const phoneHeard: string[] = [];
    phone.page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => phoneHeard.push(String(payload))),
    );
    listen(phone.page);
    const scripts: Promise<Buffer>[] = [];
    phone.page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    await phone.page.goto(link);
    await phone.page.getByLabel("Your name").fill("Bo");
    await phone.page.getByRole("button", { name: "Join" }).click();
    await phone.page.getByText("Bo (guest)").waitFor();
    // All script of the small page, as it travels.
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000);
    // The whole workbench is not for whom others can read.
    expect(await phone.page.evaluate<number>("fetch('/models/shop').then(({ status }) => status)")).toBe(403);
    const { page } = host;
    await page.getByRole("button", { name: "Begin" }).click();
    for (let i = 0; i < 4; i++) await page.getByRole("button", { name: /^Next part/ }).click();
    await page.getByRole("region", { name: "What to vote on" }).getByRole("button").first().click();
    await page.getByRole("button", { name: "Vote on all scales at once" }).click();
    // However a vote would be written: with its scale, as JSON or as YAML, alone or in a list.
    const scales = ["damage", "reproducibility", "exploitability", "affected", "discoverability"];
    const marks = scales.flatMap((scale) => [`"${scale}":1,`, `"${scale}":1}`, `${scale}: 1\n`, `"${scale}":[1`]);
    const seen = () => {
      const files = ["register.yaml", "model.yaml", ".parapet/journal.jsonl"].map((file) =>
        readFileSync(join(bench.folder, "threat-model", file), "utf8"),
      );
      return [...heard, ...files].join("\n");
    };
    const counts = () => marks.map((mark) => [mark, seen().split(mark).length - 1] as const);
    const before = counts();
    for (const scale of scales) {
      await phone.page.locator(`[data-scale=${scale}]`).getByRole("button", { name: /^1:/ }).click();
    }
    await phone.page.getByText("Your card lies face down").waitFor();
    for (const scale of scales) {
      const title = { affected: "Affected users" }[scale] ?? `${scale.slice(0, 1).toUpperCase()}${scale.slice(1)}`;
      await page.getByRole("list", { name: title }).getByRole("button", { name: /^1:/ }).click();
    }
    await page.getByRole("button", { name: "Lay it down" }).click();
    await eventually(() => page.locator("[data-face-down]").getAttribute("data-face-down")).toBe("2");
    expect(counts()).toEqual(before);
    expect(phoneHeard.join("")).not.toMatch(/"elements"|"register"|"threats"/);
    await page.getByRole("button", { name: "Turn them over" }).click();
    await phone.page.locator("[data-turned]").waitFor();
    expect(counts()).not.toEqual(before);
    await phone.isClean();
    await host.isClean();
  });
});
