// The keyboard alone: a flow is drawn across two zones, an element goes into another zone, a question is answered, a threat decided on, and it is undone. The focus is seen at every step.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, eventually, type RunningWorkbench, startWorkbench } from "./workbench.ts";

/** What has the keyboard: its name, whether it is in the window, and whether the focus is drawn on it. */
const focused = `(() => {
  const one = document.activeElement;
  const look = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const label = one.labels?.[0]?.textContent ?? "";
  return {
    name: (one.getAttribute("aria-label") ?? (label || one.textContent) ?? "").trim().slice(0, 200),
    drawn: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width > 0,
  };
})()`;
interface Focused {
  readonly name: string;
  readonly drawn: boolean;
  readonly inside: boolean;
}

/** What has the keyboard now, which is seen. */
async function seen(page: Page): Promise<string> {
  const { name, drawn, inside } = await page.evaluate<Focused>(focused);
  expect({ name, drawn, inside }).toEqual({ name, drawn: true, inside: true });
  return name;
}

/** Goes on with Tab until something has the keyboard; each stop on the way is seen. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const now = await seen(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`${name} is no stop of Tab. Passed:\n${passed.join("\n")}`);
}

describe.skipIf(!chromiumPath)("the keyboard alone", () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  });
  afterAll(() => bench?.close());

  test("nothing is done to what was selected before while the inspector still shows it", async () => {
    const { page, isClean } = await bench.enter();
    const inspector = page.locator("#inspector");
    const questions = inspector.locator("[data-part=unknown] li");
    await page.goto(bench.at("decomposition?at=element:edge"));
    await page.locator("#inspector[data-fresh=true]").waitFor();
    const answer = questions.getByRole("button", { name: "yes", exact: true }).first();
    const clicked = await answer.elementHandle();

    // A page that is too busy to be painted.
    await page.evaluate(
      "window.held = []; window.frame = requestAnimationFrame; requestAnimationFrame = (f) => held.push(f)",
    );
    await page.evaluate("history.replaceState(null, '', '?at=element:checkout-api')");
    await page.locator("#inspector[data-fresh=false]").waitFor();
    expect(await inspector.getByRole("heading", { level: 2 }).innerText()).toBe("Edge proxy");
    await clicked?.evaluate((button: unknown) => (button as { readonly click: () => void }).click());
    await page.evaluate("requestAnimationFrame = frame; for (const one of held) requestAnimationFrame(one)");

    await eventually(() => inspector.getByRole("heading", { level: 2 }).innerText()).toBe("Checkout API");
    await page.locator("#inspector[data-fresh=true]").waitFor();
    await answer.click();
    await eventually(() => bench.git("diff", "--unified=0")).not.toBe("");
    expect(bench.git("diff", "--unified=0").match(/^[+] .*$/gm)).toHaveLength(1);
    await isClean();
  });

  test("draws, re-zones, answers, decides and undoes", async () => {
    const { page, isClean } = await bench.enter();
    const { keyboard } = page;
    const effect = page.locator("[data-effect]");
    const line = page.locator("[data-cursor-line]");
    const at = () => page.locator("[data-cursor]").getAttribute("data-cursor");
    await page.goto(bench.at("decomposition"));
    await page.locator(".shape-hit").first().waitFor();

    // Past rail and top bar into the drawing, which is one stop.
    await keyboard.press("Tab");
    expect(await seen(page)).toBe("Skip to the room");
    await keyboard.press("Enter");
    await tabTo(page, /^The drawing/, 6);
    await keyboard.press("Enter");
    await eventually(() => line.innerText()).toContain("Trust zone");

    // Along the walk to the first zone, and a new element in it.
    await eventually(async () => {
      await keyboard.press("Tab");
      return line.innerText();
    }).toContain("DMZ. Trust zone");
    expect(await at()).toBe("dmz");
    await keyboard.press("p");
    await keyboard.type("Fax gateway");
    await keyboard.press("Enter");
    await eventually(at).toBe("fax-gateway");
    await seen(page);

    // A flow into another zone.
    await keyboard.press("c");
    await keyboard.type("Orders d");
    await keyboard.press("Enter");
    await page.getByLabel("What flows here?").waitFor();
    await keyboard.type("Faxed orders");
    await keyboard.press("Enter");
    await eventually(() => page.locator('[data-label="faxed-orders"]').getAttribute("aria-label")).toMatch(
      /From Fax gateway to Orders database.*crosses the border of DMZ, Data network/,
    );
    await eventually(() => effect.innerText()).toMatch(/New: /);

    // Back at its beginning, the element goes into another zone; the line says what that does.
    await keyboard.press("ArrowLeft");
    await eventually(at).toBe("fax-gateway");
    await keyboard.press("m");
    await keyboard.type("Application");
    await keyboard.press("Enter");
    await page.locator("[data-said]").getByText("Moved Fax gateway into Application network").waitFor();
    await eventually(() => effect.innerText()).not.toBe("");

    // Into the inspector: what it is made of is asked, and answered.
    await seen(page);
    await keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("inspector");
    await page.locator("#inspector[data-fresh=true]").waitFor();
    await tabTo(page, /^yes/);
    const asked = page.locator("#inspector section", { hasText: "What we don't know" });
    const questions = await asked.locator("li").count();
    await keyboard.press("Enter");
    await eventually(() => asked.locator("li").count()).toBe(questions - 1);
    expect(await page.evaluate("document.activeElement.ariaLabel")).toBe("What we don't know");

    // On to a threat, once the answer has changed what stands here, and what is decided on it; the keyboard goes along.
    await page.locator("#inspector[data-fresh=true]").waitFor();
    const threat = page.locator("#inspector section", { hasText: "What can go wrong here" }).locator("li").first();
    const title = await threat.locator("[dir=auto]").innerText();
    await keyboard.press("Escape");
    await eventually(() => page.evaluate("document.activeElement.hasAttribute('data-canvas')")).toBe(true);
    await keyboard.press("Enter");
    await tabTo(page, new RegExp(title.slice(0, 40)));
    await keyboard.press("Enter");
    await eventually(() => page.locator("#inspector h2").innerText()).toBe(title);
    // What is done about a threat is brought a moment later.
    await page.locator("#inspector").getByRole("button", { name: "Decide", exact: true }).waitFor();
    await tabTo(page, /^Decide$/);
    await keyboard.press("Enter");
    await eventually(() => page.evaluate("document.activeElement.type")).toBe("radio");
    expect(await seen(page)).toBe("Mitigate");
    await keyboard.press("ArrowUp");
    expect(await seen(page)).toBe("Does not apply");
    await tabTo(page, /^The fact/, 2);
    await keyboard.type("It is switched off since June");
    await tabTo(page, /^Reviewed on$/, 2);
    await keyboard.type("05012027");
    await tabTo(page, /^Decide$/, 8);
    await keyboard.press("Enter");
    await page.locator("[data-said]").getByText(`“${title}” does not apply`).waitFor();

    // Taken back: the decision, then the answer.
    const inspector = page.locator("#inspector");
    await eventually(() => inspector.textContent()).toContain("It is switched off since June");
    expect(await seen(page)).toMatch(/^(What we do about it|Decide)$/);
    await keyboard.press("Control+z");
    await eventually(() => inspector.textContent()).not.toContain("It is switched off since June");
    await keyboard.press("Control+z");
    await page.goto(bench.at("decomposition?at=element:fax-gateway"));
    await eventually(() => asked.locator("li").count()).toBe(questions);
    await isClean();
  });
});
