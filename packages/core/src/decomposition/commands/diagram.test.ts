// The commands of the drawing: places, zones, views, copies, lists and bulk edits.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { effective } from "../../model/effective.ts";
import { connectedDocument } from "../../model/testing/arbitrary-document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import { homeOf, isDrawn } from "../arranging.ts";
import { thingsOfView } from "../diagram-views.ts";
import { body as addElements } from "./add-elements.ts";
import { body as addView } from "./add-view.ts";
import { body as duplicateThings } from "./duplicate-things.ts";
import { body as moveToZone } from "./move-to-zone.ts";
import { body as placeThings } from "./place-things.ts";
import { body as removeThing } from "./remove-thing.ts";
import { body as removeView } from "./remove-view.ts";
import { body as renameThing } from "./rename-thing.ts";
import { body as setFields } from "./set-fields.ts";
import { body as setView } from "./set-view.ts";
import { body as unplaceThings } from "./unplace-things.ts";

const shop: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    data: { order: {} },
    features: { cards: { title: "Cards", adds: ["vault"], changes: ["login"] } },
    zones: { net: {}, cluster: { title: "Cluster", in: "net", allows: ["call", "save"] }, tier: { in: "cluster" } },
    elements: {
      user: { kind: "external-entity", zone: "net" },
      web: {
        title: "Web",
        kind: "process",
        zone: "cluster",
        "also-on": ["tier"],
        technologies: ["node"],
        tags: ["edge"],
        facts: { logs: "yes" },
      },
      vault: { kind: "data-store", zone: "tier", state: "planned" },
      stray: { kind: "process", title: "Stray" },
    },
    flows: {
      call: { title: "Call", from: "user", to: "web" },
      save: { from: "web", to: "db", protocol: "postgresql", carries: ["order"] },
      keep: { from: "web", to: "vault" },
    },
    "entry-points": { login: { on: "web", kind: "web" } },
  },
  observed: { parapet: 1, elements: { db: { kind: "data-store", zone: "tier", seen: "compose.yaml:3" } } },
  diagram: {
    parapet: 1,
    positions: {
      web: { in: "cluster", x: 10, y: 20 },
      db: { in: "tier", x: 1, y: 2 },
      tier: { in: "cluster", x: 5, y: 5 },
      stray: { x: 300, y: 0 },
    },
    sizes: { tier: { width: 200, height: 100 }, web: { width: 180, height: 60 } },
    views: {
      inner: {
        title: "Inner",
        shows: { zones: ["tier"], elements: ["web", "stray"], flows: ["save"] },
        hides: ["keep"],
      },
      cards: { title: "Cards", shows: { feature: "cards" } },
      all: { title: "All", hides: ["stray"] },
    },
  },
};
const run = <Input>(command: CommandBody<Input>, input: unknown, document = shop) =>
  runCommand(command, input, document);
const diagram = <Input>(command: CommandBody<Input>, input: unknown) => run(command, input).after.diagram;

describe("place-things", () => {
  test("writes places relative to the zone that each lies in, to half a pixel", () => {
    const positions = { web: { x: 12.26, y: -7.1 }, user: { x: 0, y: 3 }, stray: { x: 1, y: 1 } };
    const { after, changes } = run(placeThings, { positions, sizes: { net: { width: 640, height: 480.3 } } });
    expect(after.diagram?.positions).toEqual({
      ...shop.diagram?.positions,
      web: { in: "cluster", x: 12.5, y: -7 },
      user: { in: "net", x: 0, y: 3 },
      stray: { x: 1, y: 1 },
    });
    expect(after.diagram?.sizes?.net).toEqual({ width: 640, height: 480.5 });
    expect(changes.every(({ collection }) => collection.startsWith("diagram."))).toBe(true);
  });

  test("a first place makes diagram.yaml", () => {
    const bare: Document = { model: { parapet: 1, system: "S", elements: { a: { kind: "process" } } } };
    expect(run(placeThings, { positions: { a: { x: 1, y: 2 } } }, bare).after.diagram).toEqual({
      parapet: 1,
      positions: { a: { x: 1, y: 2 } },
    });
  });

  test("what is gone or was re-zoned meanwhile is left out, the others are placed", () => {
    const positions = { gone: { x: 1, y: 1 }, web: { in: "net", x: 1, y: 1 }, vault: { in: "tier", x: 9, y: 9 } };
    expect(run(placeThings, { positions }).after.diagram?.positions).toEqual({
      ...shop.diagram?.positions,
      vault: { in: "tier", x: 9, y: 9 },
    });
  });

  test.each([
    [{}, ["bad-argument"]],
    [{ positions: {} }, ["bad-argument"]],
    [{ positions: { wep: { x: 1, y: 1 } } }, ["dangling-reference"]],
    [{ positions: { save: { x: 1, y: 1 } } }, ["dangling-reference"]],
    [{ positions: { web: { in: "net", x: 1, y: 1 } } }, ["stale-revision"]],
  ])("refuses %o", (given, codes) => {
    expect(run(placeThings, given).codes).toEqual(codes);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e9])("takes no %s for a place", (x) => {
    expect(placeThings.input.safeParse({ positions: { web: { x, y: 0 } } }).success).toBe(false);
  });
});

describe("unplace-things", () => {
  test.each([
    [{ ids: ["web"] }, ["db", "stray", "tier"], ["tier"]],
    [{ zone: "tier" }, ["stray", "tier", "web"], ["web"]],
    [{ zone: "net" }, ["stray"], []],
    [{ all: true }, [], []],
  ])("%o leaves the places of %o", (given, places, sizes) => {
    const after = diagram(unplaceThings, given);
    expect(Object.keys(after?.positions ?? {}).sort()).toEqual(places);
    expect(Object.keys(after?.sizes ?? {}).sort()).toEqual(sizes);
  });

  test("takes away what stayed behind of things that are gone", () => {
    const stale = { ...shop, diagram: { parapet: 1, positions: { gone: { x: 1, y: 1 } } } };
    expect(run(unplaceThings, { ids: ["gone"] }, stale).after.diagram?.positions).toEqual({});
  });

  test.each([
    [{}, ["bad-argument"]],
    [{ ids: [] }, ["bad-argument"]],
    [{ ids: ["wep"] }, ["dangling-reference"]],
    [{ zone: "web" }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect(run(unplaceThings, given).codes).toEqual(codes);
  });
});

describe("move-to-zone", () => {
  test("changes the model, and the place with it", () => {
    const { after } = run(moveToZone, { ids: ["web", "db"], zone: "net", positions: { web: { x: 4, y: 4 } } });
    expect(effective(after).elements.get("web")?.value.zone).toBe("net");
    expect(after.model.elements?.db).toEqual({ zone: "net" });
    expect(after.diagram?.positions).toEqual({
      web: { in: "net", x: 4, y: 4 },
      tier: shop.diagram?.positions?.tier,
      stray: shop.diagram?.positions?.stray,
    });
  });

  test("a zone goes with what lies in it, which keeps its place", () => {
    const { after } = run(moveToZone, {
      ids: ["tier", "db"],
      zone: "net",
      sizes: { net: { width: 900, height: 700 } },
    });
    expect(after.model.zones?.tier).toEqual({ in: "net" });
    expect(after.model.elements?.db).toBeUndefined();
    expect(after.diagram?.positions?.db).toEqual({ in: "tier", x: 1, y: 2 });
    expect(after.diagram?.positions?.tier).toBeUndefined();
    expect(after.diagram?.sizes?.net).toEqual({ width: 900, height: 700 });
  });

  test("into no zone: asked again", () => {
    const { after } = run(moveToZone, { ids: ["web"], positions: { web: { x: 1, y: 1 } } });
    expect(after.model.elements?.web?.zone).toBeUndefined();
    expect(after.diagram?.positions?.web).toEqual({ x: 1, y: 1 });
  });

  test("to where it is changes nothing", () => {
    expect(run(moveToZone, { ids: ["web"], zone: "cluster" }).changes).toEqual([]);
  });

  test.each([
    [{ ids: ["cluster"], zone: "tier" }, ["zone-cycle"]],
    [{ ids: ["tier"], zone: "tier" }, ["zone-cycle"]],
    [{ ids: ["web"], zone: "nowhere" }, ["dangling-reference"]],
    [{ ids: ["save"], zone: "net" }, ["dangling-reference"]],
    [{ ids: ["db"] }, ["not-possible"]],
  ])("refuses %o", (given, codes) => {
    expect([...new Set(run(moveToZone, given).codes)]).toEqual(codes);
  });
});

describe("views", () => {
  test("are added, changed and removed", () => {
    const shows = { zones: ["cluster"], flows: ["call"] };
    expect(diagram(addView, { title: "Front door", shows })?.views?.["front-door"]).toEqual({
      title: "Front door",
      shows,
    });
    expect(diagram(setView, { id: "inner", title: "Core", hides: [] })?.views?.inner).toEqual({
      ...shop.diagram?.views?.inner,
      title: "Core",
      hides: [],
    });
    expect(run(setView, { id: "inner", shows: { zones: ["tier"], elements: ["web"] } }).changes).toEqual([
      { collection: "diagram.views", id: "inner", field: ["shows", "elements", "stray"], before: true },
      { collection: "diagram.views", id: "inner", field: ["shows", "flows"], before: ["save"] },
    ]);
    expect(diagram(setView, { id: "cards", whole: true })?.views?.cards).toEqual({ title: "Cards" });
    expect(Object.keys(diagram(removeView, { id: "inner" })?.views ?? {})).toEqual(["cards", "all"]);
  });

  test.each([
    [addView, { title: "Inner" }, []],
    [addView, { id: "inner", title: "X" }, ["duplicate-id"]],
    [addView, { title: "!!" }, ["duplicate-id"]],
    [addView, { title: "X", shows: {} }, ["bad-argument"]],
    [addView, { title: "X", shows: { zones: [] } }, ["bad-argument"]],
    [addView, { title: "X", shows: { zones: ["web"] } }, ["dangling-reference"]],
    [
      addView,
      { title: "X", shows: { elements: ["wep"], flows: ["web"], feature: "card" } },
      Array(3).fill("dangling-reference"),
    ],
    [addView, { title: "X", hides: ["order"] }, ["dangling-reference"]],
    [setView, { id: "other", title: "X" }, ["dangling-reference"]],
    [setView, { id: "inner" }, ["bad-argument"]],
    [setView, { id: "inner", shows: { zones: ["gone"] } }, ["dangling-reference"]],
    [removeView, { id: "other" }, ["dangling-reference"]],
  ] as readonly [CommandBody<unknown>, unknown, readonly string[]][])("%# refuses", (command, given, codes) => {
    expect(run(command, given).codes).toEqual(codes);
  });

  test.each([
    ["inner", ["cluster", "net", "tier"], ["db", "stray", "vault", "web"], ["save"]],
    ["cards", ["cluster", "net", "tier"], ["vault", "web"], ["keep"]],
    ["all", ["cluster", "net", "tier"], ["db", "user", "vault", "web"], ["call", "keep", "save"]],
  ])("%s shows", (view, zones, elements, flows) => {
    const things = thingsOfView(shop, shop.diagram?.views?.[view] ?? {});
    expect([things.zones, things.elements, things.flows].map((ids) => [...ids].sort())).toEqual([
      zones,
      elements,
      flows,
    ]);
  });

  test("a zone that is hidden hides what lies in it, and stays where something shown lies in it", () => {
    const hidden = thingsOfView(shop, { hides: ["cluster"] });
    expect([...hidden.elements].sort()).toEqual(["stray", "user"]);
    expect([...hidden.zones]).toEqual(["net"]);
  });
});

describe("what is removed or renamed", () => {
  test("leaves nothing of it on the drawing", () => {
    const free = run(removeThing, { id: "keep" }).after;
    expect(free.diagram?.views?.inner?.hides).toEqual([]);
    const gone = run(removeThing, { id: "stray" }, free).after.diagram;
    expect(gone?.positions?.stray).toBeUndefined();
    expect(gone?.views?.inner?.shows?.elements).toEqual(["web"]);
    expect(gone?.views?.all?.hides).toEqual([]);
  });

  test("a view of a feature goes with it", () => {
    expect(Object.keys(diagram(removeThing, { id: "cards" })?.views ?? {})).toEqual(["inner", "all"]);
    const mixed = { title: "Mixed", shows: { feature: "cards", elements: ["web"] } };
    const more = { ...shop, diagram: { parapet: 1, views: { mixed } } };
    expect(run(removeThing, { id: "cards" }, more).after.diagram?.views?.mixed?.shows).toEqual({ elements: ["web"] });
  });

  test("keeps its place, its size and its part of views under the new id", () => {
    const after = diagram(renameThing, { id: "tier", to: "data-tier" });
    expect(after?.positions).toEqual({
      web: shop.diagram?.positions?.web,
      stray: shop.diagram?.positions?.stray,
      db: { in: "data-tier", x: 1, y: 2 },
      "data-tier": { in: "cluster", x: 5, y: 5 },
    });
    expect(after?.sizes).toEqual({ web: { width: 180, height: 60 }, "data-tier": { width: 200, height: 100 } });
    expect(after?.views?.inner?.shows?.zones).toEqual(["data-tier"]);
    expect(diagram(renameThing, { id: "cards", to: "saved-cards" })?.views?.cards?.shows).toEqual({
      feature: "saved-cards",
    });
    expect(diagram(renameThing, { id: "keep", to: "put-away" })?.views?.inner?.hides).toEqual(["put-away"]);
  });

  test("stays off where there is no drawing", () => {
    const { diagram: _, ...plain } = shop;
    expect(run(renameThing, { id: "web", to: "front" }, plain).after.diagram).toBeUndefined();
    expect(run(removeThing, { id: "stray" }, plain).after.diagram).toBeUndefined();
  });
});

describe("duplicate-things", () => {
  test("copies elements, and the flows among them, without what was said of the originals", () => {
    const { model } = run(duplicateThings, { ids: ["web", "db", "user"] }).after;
    expect(model.elements?.["web-copy"]).toEqual({
      title: "Web copy",
      kind: "process",
      zone: "cluster",
      "also-on": ["tier"],
      technologies: ["node"],
      tags: ["edge"],
    });
    expect(model.elements?.["db-copy"]).toEqual({ title: "db copy", kind: "data-store", zone: "tier" });
    expect(model.flows?.["call-copy"]).toEqual({ title: "Call copy", from: "user-copy", to: "web-copy" });
    expect(model.flows?.["web-copy-to-db-copy"]).toEqual({
      from: "web-copy",
      to: "db-copy",
      protocol: "postgresql",
      carries: ["order"],
    });
    expect(Object.keys(model.flows ?? {})).toHaveLength(5);
  });

  test("a second copy of the same has a name of its own", () => {
    const once = run(duplicateThings, { ids: ["stray"] }).after;
    const twice = run(duplicateThings, { ids: ["stray"] }, once).after;
    const thrice = run(duplicateThings, { ids: ["stray"] }, twice).after;
    expect(Object.keys(thrice.model.elements ?? {}).filter((id) => id.startsWith("stray-"))).toEqual([
      "stray-copy",
      "stray-copy-process",
      "stray-copy-2",
    ]);
  });

  test("a zone goes with what lies in it, into the zone that is named", () => {
    const { model, diagram: drawn } = run(duplicateThings, {
      ids: ["cluster"],
      zone: "net",
      offset: { x: 40, y: 40 },
    }).after;
    expect(model.zones?.["cluster-copy"]).toEqual({
      title: "Cluster copy",
      in: "net",
      allows: ["web-copy-to-db-copy"],
    });
    expect(model.zones?.["tier-copy"]).toEqual({ title: "tier copy", in: "cluster-copy" });
    expect(model.elements?.["vault-copy"]?.zone).toBe("tier-copy");
    expect(model.elements?.["web-copy"]?.["also-on"]).toEqual(["tier-copy"]);
    expect(drawn?.positions?.["web-copy"]).toEqual({ in: "cluster-copy", x: 10, y: 20 });
    expect(drawn?.positions?.["cluster-copy"]).toBeUndefined();
    expect(drawn?.sizes?.["tier-copy"]).toEqual({ width: 200, height: 100 });
  });

  test("places: shifted from the original, or where it is said; none without either", () => {
    const places = (more: object) => diagram(duplicateThings, { ids: ["web", "user"], ...more })?.positions;
    expect(places({})?.["web-copy"]).toBeUndefined();
    expect(places({ offset: { x: 24, y: 8 } })?.["web-copy"]).toEqual({ in: "cluster", x: 34, y: 28 });
    expect(places({ positions: { user: { x: 7, y: 7 } } })?.["user-copy"]).toEqual({ in: "net", x: 7, y: 7 });
    expect(places({ zone: "net", positions: { web: { x: 7, y: 7 } } })?.["web-copy"]).toEqual({
      in: "net",
      x: 7,
      y: 7,
    });
  });

  test("titles of one's own", () => {
    const { elements } = run(duplicateThings, { ids: ["web"], titles: { web: "Admin" } }).after.model;
    expect(elements?.admin?.title).toBe("Admin");
  });

  test.each([
    [{ ids: ["wep"] }, ["dangling-reference"]],
    [{ ids: ["call"] }, ["dangling-reference"]],
    [{ ids: ["web"], zone: "wep" }, ["dangling-reference"]],
    [{ ids: ["web"], titles: { web: "!!" } }, ["duplicate-id"]],
  ])("refuses %o", (given, codes) => {
    expect(run(duplicateThings, given).codes).toEqual(codes);
  });
});

describe("add-elements", () => {
  test("one for each name, each name once", () => {
    const names = ["Cart", " Search ", "Cart", "Web", ""].filter(Boolean);
    const { elements } = run(addElements, { names, kind: "process", zone: "tier", technologies: ["go"] }).after.model;
    expect(Object.keys(elements ?? {}).slice(4)).toEqual(["cart", "search", "web-tier"]);
    expect(elements?.search).toEqual({ title: "Search", kind: "process", zone: "tier", technologies: ["go"] });
  });

  test.each([
    [{ names: [" "], kind: "process" }, ["bad-argument"]],
    [{ names: ["Cart", "?", "!"], kind: "process" }, ["duplicate-id", "duplicate-id"]],
    [{ names: ["Cart"], kind: "process", zone: "nowhere" }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect(run(addElements, given).codes).toEqual(codes);
  });
});

describe("set-fields", () => {
  const elements = (given: unknown) => run(setFields, given).after.model.elements;
  test("one value for all", () => {
    const after = elements({ ids: ["web", "db", "stray"], field: "tenancy", value: "shared" });
    expect([after?.web?.tenancy, after?.db, after?.stray?.tenancy]).toEqual([
      "shared",
      { tenancy: "shared" },
      "shared",
    ]);
  });

  test("members come to the lists of each, and leave them", () => {
    const after = elements({ ids: ["web", "stray"], field: "tags", add: ["pci"], take: ["edge"] });
    expect([after?.web?.tags, after?.stray?.tags]).toEqual([["pci"], ["pci"]]);
    expect(elements({ ids: ["web", "stray"], field: "tags", take: ["edge"] })?.stray?.tags).toBeUndefined();
  });

  test("taking away passes over those that say nothing", () => {
    const after = elements({ ids: ["web", "user"], field: "title", value: null });
    expect([after?.web?.title, after?.user]).toEqual([undefined, { kind: "external-entity", zone: "net" }]);
  });

  test.each([
    [{ ids: ["web", "wep"], field: "zone", value: "net" }, ["dangling-reference"]],
    [{ ids: ["web", "save"], field: "zone", value: "net" }, ["unknown-key"]],
    [{ ids: ["web", "db"], field: "zone", value: "gone" }, ["dangling-reference", "dangling-reference"]],
    [{ ids: ["cluster", "tier"], field: "in", value: "tier" }, ["zone-cycle"]],
    [{ ids: ["web"], field: "zone" }, ["bad-argument"]],
    [{ ids: ["web"], field: "tags", value: ["a"], add: ["b"] }, ["bad-argument"]],
    [{ ids: ["web"], field: "zone", add: ["b"] }, ["not-possible"]],
    [{ ids: ["web", "db"], field: "zone", value: null }, ["not-possible"]],
    [{ ids: ["web"], field: "facts", value: {} }, ["not-possible"]],
  ])("refuses %o", (given, codes) => {
    expect([...new Set(run(setFields, given).codes)]).toEqual([...new Set(codes)]);
  });
});

describe("of any document", () => {
  const drawnOf = (document: Document) =>
    [...effective(document).elements.keys(), ...effective(document).zones.keys()].filter((thing) =>
      isDrawn(effective(document), thing),
    );

  test("placing never changes the model, and what is placed counts", () => {
    fc.assert(
      fc.property(connectedDocument(), fc.integer({ min: -999, max: 999 }), (document, x) => {
        const things = drawnOf(document);
        fc.pre(things.length > 0);
        const positions = Object.fromEntries(things.map((thing) => [thing, { x, y: 0 }]));
        const { after } = run(placeThings, { positions }, document);
        expect([after.model, after.observed, after.register]).toEqual([
          document.model,
          document.observed,
          document.register,
        ]);
        const laid = effective(after);
        for (const thing of things) expect(after.diagram?.positions?.[thing]?.in).toBe(homeOf(laid, thing));
      }),
      { numRuns: 100 },
    );
  });

  test("a copy of everything has as many things again, and touches none that there are", () => {
    fc.assert(
      fc.property(connectedDocument(), (document) => {
        const things = drawnOf(document);
        fc.pre(things.length > 0);
        const { after, codes } = run(duplicateThings, { ids: things }, document);
        expect(codes).toEqual([]);
        const [before, now] = [effective(document), effective(after)];
        const among = [...before.flows.values()].filter(
          ({ value }) => before.elements.has(value.from ?? "") && before.elements.has(value.to ?? ""),
        );
        expect(now.elements.size).toBe(2 * before.elements.size);
        expect(now.zones.size).toBe(2 * before.zones.size);
        expect(now.flows.size).toBe(before.flows.size + among.length);
        for (const [id, { value }] of before.elements) expect(now.elements.get(id)?.value).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  test("moving lands in the zone, or is refused and changes nothing", () => {
    fc.assert(
      fc.property(connectedDocument(), fc.nat(), fc.nat(), (document, n, m) => {
        const laid = effective(document);
        const things = drawnOf(document);
        const zones = [...laid.zones.keys()];
        fc.pre(things.length > 0 && zones.length > 0);
        const thing = things[n % things.length] as string;
        const zone = zones[m % zones.length] as string;
        const { after, codes } = run(
          moveToZone,
          { ids: [thing], zone, positions: { [thing]: { x: 1, y: 2 } } },
          document,
        );
        if (codes.length > 0) {
          expect(codes).toEqual(codes.map(() => "zone-cycle"));
          return;
        }
        expect(homeOf(effective(after), thing)).toBe(zone);
        expect(after.diagram?.positions?.[thing]).toEqual({ in: zone, x: 1, y: 2 });
      }),
      { numRuns: 100 },
    );
  });
});
