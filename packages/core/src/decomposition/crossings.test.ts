import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../model/document.ts";
import { bordersOf, chain } from "./crossings.ts";
import { graphOf } from "./graph.ts";

type Place = { readonly zone?: string; readonly "also-on"?: readonly string[] };

const zones: NonNullable<Model["zones"]> = {
  internet: {},
  land: {},
  city: { in: "land" },
  house: { in: "city" },
  room: { in: "house" },
  farm: { in: "land" },
};

/** The zones that a flow between two places leaves and enters, as `a b > c d`; undefined when it cannot be told. */
function crossing(from: Place, to: Place): string | undefined {
  const elements = { a: from, b: to } as unknown as NonNullable<Model["elements"]>;
  const graph = graphOf({
    model: { parapet: 1, system: "Zones", zones, elements, flows: { f: { from: "a", to: "b" } } },
  });
  const borders = graph.borders[0];
  const names = (list: readonly number[]) => list.map((zone) => graph.zones.ids[zone]).join(" ");
  return borders && `${names(borders.leaves)} > ${names(borders.enters)}`.trim();
}

describe("the borders that a flow crosses", () => {
  test.each<[string, Place, Place, string | undefined]>([
    ["in one zone", { zone: "room" }, { zone: "room" }, ">"],
    ["into a zone that lies in its own", { zone: "city" }, { zone: "house" }, "> house"],
    ["two zones in: innermost first", { zone: "city" }, { zone: "room" }, "> room house"],
    ["out of nested zones: innermost first", { zone: "room" }, { zone: "land" }, "room house city >"],
    ["between neighbours", { zone: "room" }, { zone: "farm" }, "room house city > farm"],
    ["between zones with nothing in common", { zone: "internet" }, { zone: "house" }, "internet > house city land"],
    ["an end of which no zone is told", {}, { zone: "house" }, undefined],
    ["two such ends", {}, {}, undefined],
    ["a zone that does not exist", { zone: "atlantis" }, { zone: "house" }, undefined],
    ["a member of the other's zone", { zone: "city", "also-on": ["farm"] }, { zone: "farm" }, ">"],
    ["the other way round", { zone: "farm" }, { zone: "city", "also-on": ["farm"] }, ">"],
    ["two members of a third zone", { zone: "city", "also-on": ["room"] }, { zone: "farm", "also-on": ["room"] }, ">"],
    [
      "members of different further zones",
      { zone: "city", "also-on": ["room"] },
      { zone: "farm", "also-on": ["house"] },
      "city > farm",
    ],
    [
      "a member of a zone that lies in the other's: that is no shared zone",
      { zone: "city", "also-on": ["room"] },
      { zone: "house" },
      "> house",
    ],
    ["a member without a home", { "also-on": ["farm"] }, { zone: "farm" }, undefined],
  ])("%s", (_, from, to, borders) => expect(crossing(from, to)).toBe(borders));
});

describe("for any zones", () => {
  const size = 6;
  /** Each zone lies in an earlier one, or in none. */
  const parents = fc.tuple(...Array.from({ length: size }, (_, zone) => fc.integer({ min: -1, max: zone - 1 })));
  const zone = fc.integer({ min: 0, max: size - 1 });
  const borders = (parent: readonly number[], a: number, b: number) =>
    bordersOf({
      zoneParent: Int32Array.from(parent),
      zoneOf: Int32Array.of(a, b),
      alsoOn: [[], []],
      flowFrom: Int32Array.of(0, 1),
      flowTo: Int32Array.of(1, 0),
    });

  test("the way back crosses the same borders the other way round", () => {
    fc.assert(
      fc.property(parents, zone, zone, (parent, a, b) => {
        const [there, back] = borders(parent, a, b);
        expect(back).toEqual({ leaves: there?.enters, enters: there?.leaves });
      }),
    );
  });

  test("what is left holds the start and not the end, what is entered holds the end and not the start", () => {
    fc.assert(
      fc.property(parents, zone, zone, (parent, a, b) => {
        const up = chain(a, Int32Array.from(parent));
        const down = chain(b, Int32Array.from(parent));
        const [there] = borders(parent, a, b);
        expect(there).toEqual({
          leaves: up.filter((one) => !down.includes(one)),
          enters: down.filter((one) => !up.includes(one)),
        });
      }),
    );
  });

  test("a circle of zones ends", () => {
    const circle = Int32Array.of(1, 2, 0);
    expect(chain(0, circle).length).toBeLessThanOrEqual(4);
    expect(chain(-1, circle)).toEqual([]);
    expect(borders([1, 2, 0, -1], 0, 3)[0]?.enters).toEqual([3]);
  });
});
