// For journeys: people who come by the invitation of a workshop.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Journey, RunningWorkbench } from "./workbench.ts";

const phoneSize = { viewport: { width: 390, height: 844 } };

/** Runs a command as the host. */
async function command(page: Page, name: string, input: object): Promise<void> {
  const status = await page.evaluate<number>(`fetch("/models/shop/commands/${name}", {
    method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify({ input }))},
  }).then(({ status }) => status)`);
  expect(status).toBe(200);
}

/** Plans a workshop, opens it and makes its invitation; gives the link under the name that others use. */
export async function invite(bench: RunningWorkbench, { page }: Journey): Promise<string> {
  await page.goto(bench.at("workshop"));
  await command(page, "plan-workshop", { id: "hour", title: "An hour", kind: "enumeration" });
  await page.goto(bench.at("workshop/hour"));
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const link = await page.getByLabel("The link", { exact: true }).inputValue();
  return `${bench.outside}${new URL(link).pathname}${new URL(link).hash}`;
}

/** Joins on a phone, by a name and as what. */
export async function joins(bench: RunningWorkbench, link: string, name: string, as = "operations"): Promise<Journey> {
  const guest = await bench.stranger(phoneSize);
  await guest.page.goto(link);
  await guest.page.getByLabel("Your name").fill(name);
  await guest.page.getByLabel("What you are here as").selectOption(as);
  await guest.page.getByRole("button", { name: "Join" }).click();
  return guest;
}
