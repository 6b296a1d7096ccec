// What mitigations make of a threat that only a drawing could address: evidence closes it, noticing does not.
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../knowledge/src/testing/knowledge-folder.ts";
import type { Document } from "../model/document.ts";
import type { Control } from "../model/knowledge.ts";
import { analyse } from "./analyse.ts";

const now = "2026-11-24";
const threat = "internet-into-private-zone@visit";
const control = (id: string) => knowledge.controls.find((one) => one.id === id) as Control;

function shop(mitigations: readonly string[], passed: readonly string[], on = "2026-11-20"): Document {
  const evidence = passed.flatMap((id) =>
    control(id).criteria.map(({ id: criterion }) => [
      `${id}-${criterion}`,
      { mitigation: id, criterion, verdict: "passed", tool: "scan", on, by: "bo" },
    ]),
  );
  return {
    model: {
      parapet: 1,
      system: "Shop",
      zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
      elements: { shopper: { kind: "external-entity", zone: "internet" }, web: { kind: "process", zone: "inside" } },
      flows: { visit: { from: "shopper", to: "web", protocol: "https" } },
    },
    register: {
      parapet: 1,
      mitigations: Object.fromEntries(
        mitigations.map((id) => [
          id,
          { control: id, on: ["web"], threats: [threat], by: "ann", recorded: "2026-11-01" },
        ]),
      ),
      evidence: Object.fromEntries(evidence),
    },
  } as unknown as Document;
}

const statusIn = (document: Document) => {
  const found = analyse(document, knowledge, { now }).threats.find(({ id }) => id === threat);
  return [found?.status, found?.stale ?? false];
};

describe("mitigations of a threat", () => {
  it.each([
    ["none", shop([], []), "open", false],
    ["chosen", shop(["gateway-in-dmz"], []), "mitigating", false],
    ["all criteria met", shop(["gateway-in-dmz"], ["gateway-in-dmz"]), "verified", false],
    ["met long ago", shop(["gateway-in-dmz"], ["gateway-in-dmz"], "2025-01-01"), "verified", true],
    ["one of two met", shop(["gateway-in-dmz", "network-segmentation"], ["gateway-in-dmz"]), "mitigating", false],
    ["only noticed", shop(["central-append-only-log"], ["central-append-only-log"]), "implemented", false],
  ] as const)("%s", (_, document, status, stale) => {
    expect(statusIn(document)).toEqual([status, stale]);
  });

  it("lower the risk once they are verified, and the target before", () => {
    const risk = (document: Document) => {
      const found = analyse(document, knowledge, { now }).threats.find(({ id }) => id === threat);
      return [found?.current, found?.target ?? found?.current] as [number, number];
    };
    const [before] = risk(shop([], []));
    const [current, target] = risk(shop(["gateway-in-dmz"], []));
    expect(current).toBe(before);
    expect(target).toBeLessThanOrEqual(before);
    const [verified] = risk(shop(["gateway-in-dmz"], ["gateway-in-dmz"]));
    expect(verified).toBe(target);
  });
});
