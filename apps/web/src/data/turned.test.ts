import { type CommandCall, callsToChoose, threatsOf } from "@parapet/core";
import { standingOf } from "@parapet/team";
import { describe, expect, test } from "vitest";
import { after, type Example, example } from "../testing/examples.ts";
import { turnedBetween } from "./turned.ts";

const shop = example("shop");
/** As the worker has it: a copy of its own. */
const side = ({ document, analysis }: Example) => ({
  document: structuredClone(document),
  standing: standingOf(analysis),
});
const turned = async (before: Example, calls: readonly CommandCall[], by = "ann") => {
  const now = await after(before, calls, by);
  return { now, turned: turnedBetween(side(before), side(now)) };
};
const high = threatsOf(shop.analysis).find(
  ({ status, tier, controls, decision }) =>
    (status === "open" || status === "asked" || status === "assessed") &&
    tier === "high" &&
    controls.length > 0 &&
    decision === undefined,
);
if (!high) throw new Error("the shop has a high threat that waits");

describe("what a change did to threats beside their counts", () => {
  test("a control that is chosen turns its threats, and taking it back is about threats too", async () => {
    const input = { control: high.controls[0] ?? "", threats: [high.id], on: [high.subject], owner: "ann" };
    const { now, turned: did } = await turned(shop, callsToChoose(shop.document, input));
    expect(did).toEqual({ statuses: [["mitigating", 1]], waits: 0, about: true });
    expect(turnedBetween(side(now), side(shop))).toEqual({ statuses: [], waits: 0, about: true });
  });

  test("an acceptance of a high risk waits for another person, who has nothing left to wait for", async () => {
    const input = { threats: [high.id], owner: "ann", review: "2026-12-20", why: "Cheap to bear" };
    const { now, turned: did } = await turned(shop, [{ name: "accept-risk", input }]);
    expect(did).toMatchObject({ waits: 1, about: true });
    expect(turnedBetween(side(now), side(now))).toEqual({ statuses: [], waits: 0, about: false });
  });

  test("what does not apply and is of a tier that needs no second person waits for nobody", async () => {
    const medium = threatsOf(shop.analysis).find(({ status, tier }) => status === "open" && tier === "medium");
    const input = { decision: "not-applicable", fact: "It is the gateway", review: "2026-12-20", why: "As built" };
    for (const [threat, waits] of [
      [medium, 0],
      [high, 1],
    ] as const) {
      const call = { name: "decide-threat", input: { threats: [threat?.id], ...input } };
      const { turned: did } = await turned(shop, [call]);
      expect(did).toMatchObject({ waits, about: true });
    }
  });

  test("a title is not about threats", async () => {
    const call = { name: "set-scope", input: { team: "another" } };
    const { turned: did } = await turned(shop, [call]);
    expect(did).toEqual({ statuses: [], waits: 0, about: false });
  });
});
