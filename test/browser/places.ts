// For journeys over the whole workbench: every place that a person can be in, and when it stands still.
import { stageIds } from "@parapet/core";
import type { Page } from "playwright-core";
import { artifactIds } from "../../apps/web/src/reports/artifacts.ts";

/** The rooms and pages of a model, as addresses below it. */
export const places = [
  "overview",
  "workshop",
  ...stageIds,
  "decomposition/surface",
  ...artifactIds.map((id) => `report/${id}` as const),
] as const;

/** One of each kind that the inspector opens, in the shop. */
export const selections = [
  "element:checkout-api",
  "flow:checkout-api-to-orders-db",
  "zone:data",
  "entry-point:sign-in",
  "dependency:keycloak-image",
  "data:payment-card",
  "role:support",
  "threat:automated-abuse@sign-in",
  "threat:by-hand-friendly-refund@back-office",
  "question:limits-bulk-reading@model",
  "control:abuse-limits",
  "mitigation:abuse-brake",
  "feature:saved-cards",
  "assumption:engineer-laptops",
  "participant:ann",
] as const;

/** Waits until a page shows what it is about and nothing on it loads or moves. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.evaluate(`(async () => {
    await document.fonts.ready;
    const shown = () => document.getElementById("root").innerText;
    for (let before = "", same = 0; same < 3; ) {
      await new Promise((turn) => setTimeout(turn, 120));
      const now = shown();
      same = now === before && !/^(Opening|⟦Opéñíñg)/m.test(now) ? same + 1 : 0;
      before = now;
    }
  })()`);
}

/** Waits until a page that has another size has painted twice: what watches sizes has seen it by then. */
export async function resized(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 80))))",
  );
}

/** Goes to a place of the open model without loading the page anew, as its links do. */
export async function goTo(page: Page, model: string, place: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(`/m/${model}/${place}`)})`);
  await settled(page);
}

/** Runs a command as the person whose page it is. */
export async function command(page: Page, model: string, name: string, input: object): Promise<void> {
  const said = await page.request.post(`/models/${model}/commands/${name}`, { data: { input } });
  if (!said.ok()) throw new Error(`${name}: ${await said.text()}`);
}
