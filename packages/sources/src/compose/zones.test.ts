import { describe, expect, test } from "vitest";
import { reading } from "./testing/reading.ts";

describe("zones", () => {
  test("no networks: the default network, named after the project or folder", () => {
    expect(Object.keys(reading("services: {web: {image: x}}").things.zones ?? {})).toEqual(["default-network"]);
    expect(Object.keys(reading("name: shop\nservices: {web: {image: x}}").things.zones ?? {})).toEqual([
      "shop-network",
    ]);
    expect(Object.keys(reading("services: {web: {image: x}}", {}, "pay/compose.yaml").things.zones ?? {})).toEqual([
      "pay-network",
    ]);
  });

  test("a service on several networks lives round them and is also on each", () => {
    const { zones, elements } = reading(
      "services:\n  web: {image: x, networks: [front, back]}\n  api: {image: x, networks: [back]}\nnetworks: {front: , back: {internal: true}}\n",
    ).things;
    expect(elements?.web).toMatchObject({ zone: "containers", "also-on": ["front", "back"] });
    expect(elements?.api).toMatchObject({ zone: "back" });
    expect(zones?.back).toMatchObject({
      in: "containers",
      facts: { "limits-egress": { value: "yes", seen: "compose.yaml:4" } },
    });
    expect(zones?.front).toEqual({
      kind: "private-network",
      title: "front network",
      in: "containers",
      seen: "compose.yaml:4",
    });
  });

  test("the host's network, another service's network, and none", () => {
    const { elements, zones } = reading(
      "services:\n  a: {image: x, network_mode: host}\n  b: {image: x, network_mode: 'service:a'}\n  c: {image: x, network_mode: none}\n",
    ).things;
    expect([elements?.a?.zone, elements?.b?.zone, elements?.c?.zone]).toEqual(["host", "host", undefined]);
    expect(zones?.host?.kind).toBe("host");
  });

  test("a network with a service's name", () => {
    const { elements, zones } = reading("services: {web: {image: x, networks: [web]}}\nnetworks: {web: }").things;
    expect(elements?.web?.zone).toBe("web-network");
    expect(zones?.["web-network"]?.title).toBe("web network");
  });
});
