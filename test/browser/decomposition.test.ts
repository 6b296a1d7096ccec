// Decomposition in a browser, by pointer: things are added, connected and moved on the diagram, what that does is said and taken back; the surface is read and answered.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

interface Spot {
  readonly x: number;
  readonly y: number;
}

const shape = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);

/** A point of a shape, told in shares of its width and height. */
async function spot(page: Page, id: string, across = 0.5, down = 0.5): Promise<Spot> {
  const box = await shape(page, id).boundingBox();
  if (!box) throw new Error(`${id} is not drawn`);
  return { x: box.x + across * box.width, y: box.y + down * box.height };
}

async function drag(page: Page, from: Spot, to: Spot, meanwhile?: () => Promise<void>): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await meanwhile?.();
  await page.mouse.up();
}

/** Ground that belongs to no zone: above all of them. */
async function aboveAll(page: Page): Promise<Spot> {
  const zones = await page.locator(".react-flow__node-zone").all();
  const boxes = await Promise.all(zones.map((zone) => zone.boundingBox()));
  const drawing = await page.locator("[data-canvas]").boundingBox();
  return { x: (drawing?.x ?? 0) + 60, y: Math.min(...boxes.flatMap((box) => box?.y ?? [])) - 80 };
}

async function overlap(page: Page, one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([shape(page, one).boundingBox(), shape(page, other).boundingBox()]);
  return !!a && !!b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Runs in the page: the middle of a drawn line, in the window. */
const middleOfLine = `(line) => {
  const at = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
  return { x: at.x, y: at.y };
}` as unknown as (line: unknown) => Spot;

describe.skipIf(!chromiumPath)("decomposition", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  }, 120_000);
  afterAll(() => bench?.close());
  const model = () => readFileSync(join(bench.folder, "threat-model/model.yaml"), "utf8");

  test("a diagram is drawn by pointer, says what each change does, and takes it back", async () => {
    const { page, isClean } = await bench.enter();
    const effect = page.locator("[data-effect]");
    const naming = page.locator(".react-flow__viewport input, .react-flow__viewport-portal input").first();
    await page.goto(bench.at("decomposition"));
    await expect.poll(() => page.locator("[data-answer]").innerText()).toMatch(/^19 elements in 8 zones, 29 flows/);
    await shape(page, "edge").waitFor();
    await eventually(() => page.getByText("Laying the diagram out").count()).toBe(0);
    await page.waitForTimeout(300);

    // Drawn from the tools into a zone, which says so, and named there.
    const tool = await page.getByRole("button", { name: "Process" }).boundingBox();
    const inDmz = await spot(page, "dmz", 0.5, 0.93);
    await drag(page, { x: (tool?.x ?? 0) + 20, y: (tool?.y ?? 0) + 10 }, inDmz, () =>
      page.getByText("Drop: moves into DMZ").waitFor(),
    );
    await page.getByText("into DMZ").waitFor();
    await page.keyboard.type("Fax gateway");
    await page.keyboard.press("Enter");
    await shape(page, "fax-gateway").waitFor();
    await eventually(() => effect.innerText()).toMatch(/^Hidden risk \d+ → \d+/);

    // Typed on the open ground: two at once, in no zone.
    const ground = await aboveAll(page);
    await page.mouse.click(ground.x, ground.y);
    await page.keyboard.press("e");
    await naming.fill("Clerk; Auditor");
    await page.keyboard.press("Enter");
    await Promise.all([shape(page, "clerk").waitFor(), shape(page, "auditor").waitFor()]);
    await eventually(() => page.locator("[data-answer]").innerText()).toContain("22 elements");

    // From the edge of one shape to another, and what flows is typed.
    await page.getByRole("button", { name: "Fit the diagram" }).click();
    await page.waitForTimeout(400);
    await shape(page, "clerk").hover();
    await drag(page, await spot(page, "clerk", 0, 0.5), await spot(page, "fax-gateway", 0.5, 0.1));
    await page.getByLabel("What flows here?").fill("Faxed orders");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator('[data-label="faxed-orders"]').getAttribute("aria-label")).toContain(
      "From Clerk to Fax gateway",
    );
    await eventually(() => effect.innerText()).toMatch(/New: /);

    // Into another zone: it is told where it would go, then which threats come and go; and back.
    const zoneOf = () => /fax-gateway:[\s\S]*?zone: (\S+)/.exec(model())?.[1];
    await eventually(zoneOf).toBe("dmz");
    await drag(page, await spot(page, "fax-gateway"), await spot(page, "data", 0.5, 0.97), () =>
      page.getByText("Drop: moves into Data network").waitFor(),
    );
    await eventually(() => effect.innerText()).toMatch(/New: .*Gone: /);
    await eventually(zoneOf).toBe("data");
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(zoneOf).toBe("dmz");

    // A zone that is moved over an element says nothing about it.
    const before = model();
    const [auditor, internet] = [await spot(page, "auditor", 0.5, 0.5), await spot(page, "internet", 0, 0)];
    await drag(page, { x: internet.x + 1, y: internet.y + 6 }, { x: auditor.x - 40, y: auditor.y - 20 });
    await eventually(async () => overlap(page, "internet", "auditor")).toBe(true);
    await eventually(() => readFileSync(join(bench.folder, "threat-model/diagram.yaml"), "utf8")).toContain("auditor:");
    expect(model()).toBe(before);
    await shape(page, "auditor").click();
    await eventually(() => page.locator("#inspector").innerText()).not.toContain("Internet");

    // A flow inside of a zone is selected where its line is.
    const middle = await page.locator('[data-flow="session-check"] .flow-hit').evaluate(middleOfLine);
    await page.mouse.click(middle.x, middle.y);
    await eventually(() => page.locator("#inspector h2").innerText()).toBe("Check of a session");
    await isClean();
  }, 60_000);
});
