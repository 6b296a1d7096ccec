// Crossings of the shop: the borders on the way, what each says, and what is known to guard them.
import { expect, test } from "vitest";
import { viewsOf } from "../../data/views.ts";
import { after, type Example, example, knowledge } from "../../testing/examples.ts";
import { crossingOf } from "./crossing.ts";

const shop = example("shop");
const world = ({ document, analysis }: Example) => ({
  ...{ document, analysis, knowledge },
  ...{ views: viewsOf(analysis), texts: undefined },
});

test("a flow leaves the zones round its beginning and enters those round its end", () => {
  const ways = (flow: string) => crossingOf(flow, world(shop))?.borders.map(({ zone, way }) => `${way} ${zone}`);
  expect(ways("edge-to-storefront")).toEqual(["leaves dmz", "enters app"]);
  expect(ways("checkout-api-to-identity")).toBeUndefined();
});

test("every flow that crosses says the borders that the analysis computed, and its own threats", () => {
  for (const { id, crossing = [] } of shop.analysis.flows) {
    const found = crossingOf(id, world(shop));
    expect(found?.borders.map(({ zone }) => zone) ?? [], id).toEqual(crossing);
    expect(found?.threats.every(({ subject, kind }) => subject === id && kind === "crossing") ?? true).toBe(true);
  }
});

test("a border says nothing, lets through, or does not name the flow", async () => {
  const says = (model: Example) =>
    crossingOf("edge-to-storefront", world(model))?.borders.find(({ zone }) => zone === "app")?.says;
  const told = (allows: readonly string[] | null) =>
    after(shop, [{ name: "set-field", input: { id: "app", field: "allows", value: allows } }]);
  expect(says(shop)).toBe("nothing");
  expect(says(await told(["edge-to-storefront"]))).toBe("allows");
  expect(says(await told(["edge-to-identity"]))).toBe("forbids");
});

test("what guards a crossing is what its addressed threats rest on, each once with its source", () => {
  const guarded = shop.analysis.flows.flatMap(({ id }) => crossingOf(id, world(shop)) ?? []);
  const lines = guarded.flatMap(({ guards }) => guards);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.map(({ fact }) => fact)).not.toContain("from-process");
  for (const { value, from } of lines) {
    expect(value).toBe("yes");
    expect(from).not.toBe("");
  }
  for (const { guards } of guarded)
    expect(new Set(guards.map(({ fact, from }) => fact + from)).size).toBe(guards.length);
});
