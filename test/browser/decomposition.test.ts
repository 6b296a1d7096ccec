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

const shape = (page: Page, id: string) => page.locator(`[data-id="${id}"]`).first();

/** A point of a shape that stands still, told in shares of its width and height. */
async function spot(page: Page, id: string, across = 0.5, down = 0.5): Promise<Spot> {
  let box = await shape(page, id).boundingBox();
  for (let last = ""; last !== JSON.stringify(box); box = await shape(page, id).boundingBox()) {
    last = JSON.stringify(box);
    await page.waitForTimeout(150);
  }
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
  const zones = await page.locator(".zone-grab").all();
  const boxes = await Promise.all(zones.map((zone) => zone.boundingBox()));
  const drawing = await page.locator("[data-canvas]").boundingBox();
  return { x: (drawing?.x ?? 0) + 60, y: Math.min(...boxes.flatMap((box) => box?.y ?? [])) - 80 };
}

/** Beside an element, where no zone is. */
async function openBeside(page: Page, id: string): Promise<Spot> {
  const { x, y } = await spot(page, id, 0, 0);
  const zones = await Promise.all((await page.locator(".zone-grab").all()).map((zone) => zone.boundingBox()));
  const isIn = (at: Spot, box: (typeof zones)[number]) =>
    !!box && at.x > box.x && at.x < box.x + box.width && at.y > box.y && at.y < box.y + box.height;
  const around = [-30, -15, 5, 30].flatMap((left) => [-30, -15, 5, 30].map((up) => ({ x: x + left, y: y + up })));
  const free = around.find((at) => !zones.some((box) => isIn(at, box)));
  if (!free) throw new Error(`${id} stands in zones`);
  return free;
}

/** The middle of the line of the flow that is selected, in the window. */
const middleOfLine = `(() => {
  const line = document.querySelector('svg path.stroke-accent[stroke-opacity="0.35"]');
  const { x, y } = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
  return { x, y };
})()`;

describe.skipIf(!chromiumPath)("decomposition", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());
  const diagram = () => readFileSync(join(bench.folder, "threat-model/diagram.yaml"), "utf8");
  const model = () => readFileSync(join(bench.folder, "threat-model/model.yaml"), "utf8");

  test("a diagram is drawn by pointer, says what each change does, and takes it back", async () => {
    const { page, isClean } = await bench.enter();
    const effect = page.locator("[data-effect]");
    const moved = async () => {
      const threats = await effect.locator("[data-threat]").all();
      return (await Promise.all(threats.map((one) => one.getAttribute("data-threat")))).join(" ");
    };
    const naming = page.getByLabel(/^New: /);
    await page.goto(bench.at("decomposition"));
    await expect.poll(() => page.locator("[data-answer]").innerText()).toMatch(/^19 elements in 8 zones, 29 flows/);
    await shape(page, "edge").waitFor();
    await eventually(() => page.getByText("Laying the diagram out").count()).toBe(0);
    await page.waitForTimeout(300);

    // Drawn from the tools into a zone, which says so, and named there.
    const tool = await page.getByRole("toolbar").getByRole("button", { name: "Process" }).boundingBox();
    const inDmz = await spot(page, "dmz", 0.5, 0.85);
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
    await page.getByLabel("What flows here?").press("Enter");
    await page.getByText("The flow needs a name: say what flows, or press Escape to let it be.").waitFor();
    await page.getByLabel("What flows here?").fill("Faxed orders");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator('[data-label="faxed-orders"]').getAttribute("aria-label")).toContain(
      "From Clerk to Fax gateway",
    );
    await eventually(() => effect.innerText()).toMatch(/New: /);

    // Into another zone: it is told where it would go, then which threats come and go; and back.
    await eventually(model).toContain("faxed-orders:");
    const before = model();
    await drag(page, await spot(page, "storefront"), await spot(page, "dmz", 0.5, 0.8), () =>
      page.getByText("Drop: moves into DMZ").waitFor(),
    );
    await eventually(() => effect.innerText()).toMatch(/New: .* Gone: /);
    expect(await moved()).toMatch(/clear-text-inside@\S* .*clear-text-crossing@/);
    await eventually(model).not.toBe(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(moved).toMatch(/clear-text-crossing@\S* .*clear-text-inside@/);
    expect(await effect.innerText(), "by their titles").not.toContain("@");
    await eventually(model).toBe(before);

    // A zone that is moved over an element says nothing about it.
    const drawn = diagram();
    const internet = await spot(page, "internet", 0, 0);
    await drag(page, { x: internet.x + 4, y: internet.y + 12 }, await openBeside(page, "auditor"));
    await page.locator("[data-said]").getByText("Moved Internet").waitFor();
    await eventually(diagram).not.toBe(drawn);
    expect(model()).toBe(before);

    // A flow inside of a zone is selected by its label, and where its line is.
    const name = page.locator("#inspector h2");
    await page.locator('[data-label="checkout-api-to-identity"]').click();
    await eventually(() => name.innerText()).toBe("Check of a session");
    const middle = await page.evaluate<Spot>(middleOfLine);
    await shape(page, "edge").click();
    await eventually(() => name.innerText()).toBe("Edge proxy");
    await page.mouse.click(middle.x, middle.y);
    await eventually(() => name.innerText()).toBe("Check of a session");
    await isClean();
  });

  test("a threat about what is selected is written down beside it, and goes on in its card", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("decomposition?at=element:back-office"));
    const part = page.locator('[data-part="wrong"]');
    await part.getByPlaceholder("What else can go wrong here?").fill("Support refunds orders of friends of friends");
    await page.keyboard.press("Enter");
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    const granted = inspector.getByRole("combobox", { name: "What does it take for granted?" });
    await granted.and(page.locator(":focus")).waitFor();
    await inspector.getByRole("heading", { name: "Support refunds orders of friends of friends", level: 2 }).waitFor();
    await inspector.getByRole("button", { name: "Back office" }).click();
    await part.getByRole("button", { name: /Support refunds orders of friends of friends.*Open/ }).waitFor();
    expect(await page.getByPlaceholder("What else can go wrong here?").inputValue()).toBe("");
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(() => part.getByText("Support refunds orders of friends of friends").count()).toBe(0);
    await isClean();
  });

  test("a zone is folded with its flows counted, what is selected is lined up and copied in one step each, on a phone too", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("decomposition"));
    await shape(page, "orders-db").waitFor();
    await eventually(() => page.getByText("Laying the diagram out").count()).toBe(0);

    const count = Number.parseInt(await page.locator("[data-answer]").innerText(), 10);
    const turn = page.locator('[data-fold="data"]');
    await turn.click();
    await eventually(() => shape(page, "orders-db").count()).toBe(0);
    expect(await turn.getAttribute("aria-expanded")).toBe("false");
    const labels = () =>
      page.locator("[data-label]").evaluateAll((all: { ariaLabel: string }[]) => all.map((one) => one.ariaLabel));
    await eventually(async () => (await labels()).filter((label) => /^\d+ flows/.test(label)).length).toBeGreaterThan(
      0,
    );
    await turn.click();
    await shape(page, "orders-db").waitFor();

    // Two are selected, lined up at the top, and copied by the keys of the clipboard.
    const top = async (id: string) => Math.round((await shape(page, id).boundingBox())?.y ?? 0);
    const first = await spot(page, "checkout-api");
    await page.mouse.click(first.x, first.y);
    // The inspector takes its room from the drawing, which makes place: where the second one stands is looked up after that.
    await page.locator("#inspector").getByRole("heading", { name: "Checkout API" }).waitFor();
    const second = await spot(page, "mail-worker");
    await page.keyboard.down("Shift");
    await page.mouse.click(second.x, second.y);
    await page.keyboard.up("Shift");
    await page.locator("#inspector").getByText("Selected together").waitFor();
    await page.keyboard.press("Alt+w");
    await eventually(async () => (await top("checkout-api")) - (await top("mail-worker"))).toBe(0);
    await page.keyboard.press("Control+z");
    await eventually(async () => (await top("checkout-api")) - (await top("mail-worker"))).not.toBe(0);
    const before = model();
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
    const answer = page.locator("[data-answer]");
    await eventually(() => answer.innerText()).toContain(`${count + 2} elements`);
    await page.keyboard.press("Control+z");
    await eventually(() => answer.innerText()).toContain(`${count} elements`);
    await eventually(model).toBe(before);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    const outline = page.getByRole("navigation", { name: "Outline" });
    await page.getByRole("button", { name: "Outline" }).click();
    await outline.getByText("Mail worker").first().waitFor();
    await isClean();
  });

  test("on a phone a finger moves the drawing, never what is drawn, and two bring it nearer", async () => {
    const { page, isClean } = await bench.enter({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const model = () => readFileSync(join(bench.folder, "threat-model/diagram.yaml"), "utf8");
    const drawn = model();
    await page.goto(bench.at("decomposition"));
    const shape = page.locator('[data-id="checkout-api"]').first();
    await shape.waitFor();
    await eventually(() => page.locator("[data-drawing=provisional]").count()).toBe(0);
    const box = async () => (await shape.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const before = await box();
    const middle = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
    const hand = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
      hand.send("Input.dispatchTouchEvent", { type, touchPoints });

    await touch("touchStart", middle);
    for (let step = 1; step <= 6; step++)
      await touch("touchMove", { x: middle.x + 10 * step, y: middle.y + 15 * step });
    await touch("touchEnd");
    await eventually(async () => Math.round((await box()).x - before.x)).toBeGreaterThan(40);
    expect((await box()).y - before.y).toBeGreaterThan(60);
    expect((await box()).width).toBeCloseTo(before.width, 0);

    const [left, right] = [
      { x: 150, y: 400 },
      { x: 240, y: 400 },
    ];
    await touch("touchStart", left, right);
    for (let step = 1; step <= 6; step++)
      await touch("touchMove", { x: left.x - 12 * step, y: left.y }, { x: right.x + 12 * step, y: right.y });
    await touch("touchEnd");
    await eventually(async () => (await box()).width).toBeGreaterThan(1.5 * before.width);
    expect(model()).toBe(drawn);
    await isClean();
  });

  test("the surface says its answer at a glance, and again after cells, a column and a border were answered", async () => {
    const { page, isClean } = await bench.enter();
    await page.goto(bench.at("decomposition/surface"));
    const answer = page.locator("[data-answer]");
    await eventually(() => answer.innerText()).toContain("who may come in is known for all 65 cells");
    expect(await answer.innerText()).toMatch(/^13 ways in, surface score 71 · 3 that anybody on the internet reaches/);
    expect(await answer.boundingBox().then((box) => box && box.y + box.height < 900)).toBe(true);

    // By keys: unknown, the rest of a row at once, and a condition.
    await page.getByRole("button", { name: "List products, Anonymous: yes" }).focus();
    for (const key of ["ArrowDown", "End", "?", "ArrowLeft", "?"]) await page.keyboard.press(key);
    await eventually(() => answer.innerText()).toContain("for 2 cells nobody said who may come in");
    await page.keyboard.press("Shift+N");
    await eventually(() => answer.innerText()).toContain("known for all 65 cells");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("w");
    await page.getByRole("textbox", { name: "Only when …" }).fill("looking into a complaint");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "List products, Operator: when looking into a complaint" }).waitFor();

    // What changed since the review is named, and reviewed again.
    const review = page.getByRole("button", { name: /^Review of the surface/ });
    await review.click();
    const panel = page.getByRole("dialog", { name: "Review of the surface" });
    await panel.getByRole("button", { name: "List products" }).waitFor();
    await panel.getByRole("button", { name: "It is reviewed as it stands" }).click();
    await eventually(() => review.innerText()).toBe("Reviewed by Ann, 2026-11-24");

    // A border is told to let through what crosses it.
    await page.getByRole("button", { name: "Allow it" }).click();
    await eventually(() => answer.innerText()).not.toContain("border");
    await page.setViewportSize({ width: 390, height: 844 });
    await isClean();
  });
});
