import { layers, type Observed } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combine } from "./combine.ts";
import { technologies } from "./compose/samples/technologies.ts";
import { sources } from "./index.ts";
import type { Anchor, ObservedThings, Reading } from "./source.ts";

/** Reads files as `discover` would, by what the sources detect. */
function readings(files: Readonly<Record<string, string>>): readonly Reading[] {
  const context = { technologies, file: (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined) };
  return Object.entries(files).flatMap(([path, text]) => {
    const source = sources.find((each) => each.detects(path, text.slice(0, 4096)));
    const reading = source?.read({ path, text }, context).reading;
    return reading ? [reading] : [];
  });
}

function combined(files: Readonly<Record<string, string>>) {
  const result = combine(readings(files));
  const parsed = layers.observed.schema.safeParse({ parapet: 1, ...result.observed });
  expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  return result;
}

function handmade(path: string, things: ObservedThings, more: Partial<Reading> = {}): Reading {
  return { source: "by-hand", path, things, anchors: [], notes: [], ...more };
}

const api = (more = "", title = "Orders API") =>
  `openapi: 3.1.0\ninfo: {title: ${title}, version: '1'}\n${more}paths:\n  /orders:\n    get: {operationId: listOrders, security: [], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}}\n    post: {operationId: createOrder, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, responses: {'201': {description: made}}}\ncomponents: {schemas: {Order: {type: object, properties: {cardNumber: {type: string}}}}}\n`;
const compose =
  "services:\n  web: {build: ./web, ports: ['80:80']}\n  orders: {build: ./orders, ports: ['8080:3000'], container_name: order-service}\n  db: {image: postgres, ports: ['5432:5432']}\n";

describe("an API finds its element", () => {
  test.each([
    ["by build context", { "compose.yaml": compose, "orders/api/openapi.yaml": api() }, "orders", false],
    [
      "by the server's host",
      { "compose.yaml": compose, "docs/openapi.yaml": api("servers: [{url: 'http://order-service:3000'}]\n", "Shop") },
      "orders",
      false,
    ],
    [
      "by a published port",
      { "compose.yaml": compose, "docs/openapi.yaml": api("servers: [{url: 'http://localhost:8080/v1'}]\n", "Shop") },
      "orders",
      false,
    ],
    ["by its title", { "compose.yaml": compose, "docs/openapi.yaml": api() }, "orders", true],
    ["by its folder", { "compose.yaml": compose, "specs/orders/openapi.yaml": api("", "Shop") }, "orders", true],
    [
      "by the top build context",
      { "compose.yaml": "services: {a: {build: .}, b: {image: x}}", "docs/openapi.yaml": api() },
      "a",
      true,
    ],
    [
      "by the only process that is published",
      { "compose.yaml": "services: {a: {image: x, ports: ['80:80']}, b: {image: x}}", "docs/openapi.yaml": api() },
      "a",
      true,
    ],
    [
      "by the only process",
      { "compose.yaml": "services: {a: {image: x}, db: {image: postgres}}", "docs/openapi.yaml": api() },
      "a",
      true,
    ],
    [
      "by none: one is made",
      { "compose.yaml": "services: {a: {image: x}, b: {image: x}}", "docs/openapi.yaml": api() },
      "orders-api",
      false,
    ],
    ["with no other file: one is made", { "docs/openapi.yaml": api() }, "orders-api", false],
  ])("%s", (_name, files, element, guessed) => {
    const { observed, notes } = combined(files);
    expect(observed["entry-points"]?.["list-orders"]?.on).toBe(element);
    expect(observed["entry-points"]?.["create-order"]?.on).toBe(element);
    expect(notes.some((note) => /taken to be served by/.test(note.say))).toBe(guessed);
    const made = !Object.hasOwn(
      combined({ "compose.yaml": "compose.yaml" in files ? (files["compose.yaml"] as string) : "" }).observed
        .elements ?? {},
      element,
    );
    expect(notes.some((note) => /No file shows what serves/.test(note.say))).toBe(made);
    if (made)
      expect(observed.elements?.[element]).toEqual({
        kind: "process",
        title: "Orders API",
        seen: "docs/openapi.yaml:2",
      });
  });
});

describe("the published port of an API is counted once", () => {
  const { observed, notes } = combined({ "compose.yaml": compose, "orders/openapi.yaml": api() });

  test("the operations stand for it, and arrive by the caller's flow", () => {
    expect(Object.keys(observed["entry-points"] ?? {})).toEqual([
      "create-order",
      "db-port-5432",
      "list-orders",
      "web-port-80",
    ]);
    expect(observed["entry-points"]?.["list-orders"]).toMatchObject({
      on: "orders",
      via: ["internet-caller-to-orders"],
      seen: ["orders/openapi.yaml:5", "compose.yaml:3"],
    });
    expect(
      notes.filter((note) =>
        /orders-port-3000 \(port 8080\) is counted as the 2 operations of Orders API/.test(note.say),
      ),
    ).toHaveLength(1);
  });

  test("the flow carries at least what the operations do", () => {
    expect(observed.flows?.["internet-caller-to-orders"]).toMatchObject({ carries: ["order"], returns: ["order"] });
    expect(observed.flows?.["internet-caller-to-web"]?.carries).toBeUndefined();
  });

  test("a port of another protocol and a site stay", () => {
    const both = combined({
      "compose.yaml": "services:\n  orders: {build: ./orders, image: wordpress, ports: ['80:80', '22:22']}\n",
      "orders/openapi.yaml": api(),
      "orders/Dockerfile": "FROM wordpress\n",
    }).observed;
    expect(Object.keys(both["entry-points"] ?? {})).toEqual([
      "create-order",
      "list-orders",
      "orders-port-22",
      "orders-port-80",
    ]);
    expect(both["entry-points"]?.["list-orders"]?.via).toEqual(["internet-caller-to-orders"]);
  });

  test("only the port that the API names goes", () => {
    const only = combined({
      "compose.yaml": "services:\n  orders: {build: ./orders, ports: ['8080:3000', '9090:9090']}\n",
      "orders/openapi.yaml": api("servers: [{url: 'http://localhost:8080'}]\n"),
    }).observed;
    expect(Object.keys(only["entry-points"] ?? {})).toEqual(["create-order", "list-orders", "orders-port-9090"]);
  });

  test("behind a proxy the proxy's flow arrives at the operations", () => {
    const behind = combined({
      "compose.yaml":
        "services:\n  proxy: {image: nginx, ports: ['443:443'], environment: {API_URL: 'http://orders:3000'}}\n  orders: {build: ./orders}\n",
      "orders/openapi.yaml": api(),
    }).observed;
    expect(behind["entry-points"]?.["list-orders"]?.via).toEqual(["proxy-to-orders"]);
    expect(Object.keys(behind["entry-points"] ?? {})).toContain("proxy-port-443");
  });
});

describe("several files", () => {
  test("two systems: what has the same name is told apart by folder; the outside world is one", () => {
    const text =
      "services:\n  web: {image: x, ports: ['80:80'], environment: {DB_HOST: db, U: 'https://api.stripe.com'}}\n  db: {image: postgres}\n";
    const { observed, notes } = combined({ "a/compose.yaml": text, "b/compose.yaml": text });
    expect(Object.keys(observed.elements ?? {})).toEqual([
      "api-stripe-com",
      "db",
      "db-b",
      "internet-caller",
      "web",
      "web-b",
    ]);
    expect(Object.keys(observed.zones ?? {})).toEqual(["a-network", "b-network", "internet", "third-parties"]);
    expect(observed.elements?.["web-b"]).toMatchObject({ zone: "b-network", seen: "b/compose.yaml:2" });
    expect(
      Object.values(observed.flows ?? {}).filter((flow) => flow.from === "web-b" || flow.to === "web-b"),
    ).toHaveLength(3);
    expect(observed.dependencies?.["api-stripe-com-service"]?.["used-by"]).toEqual(["web", "web-b"]);
    const otherwise = notes.filter((note) => / called otherwise/.test(note.say));
    expect(otherwise.map(({ where, say }) => [where?.file, / web → web-b/.test(say)])).toEqual([
      ["b/compose.yaml", true],
    ]);
  });

  test("two files that run the same services are two deployments of one system", () => {
    const services = "  orders: {image: x}\n  billing: {image: x}\n  shipping: {image: x}\n";
    const { observed, notes } = combined({
      "a/compose.yaml": `services:\n${services}`,
      "b/compose.yaml": `services:\n${services}  web: {image: x, environment: {A_HOST: orders}}\n`,
    });
    expect(Object.keys(observed.elements ?? {})).toEqual(["billing", "orders", "shipping", "web"]);
    expect(observed.elements?.orders).toMatchObject({
      zone: "a-network",
      seen: ["a/compose.yaml:2", "b/compose.yaml:2"],
    });
    expect(observed.elements?.web?.zone).toBe("a-network");
    expect(Object.keys(observed.zones ?? {})).toEqual(["a-network"]);
    expect(Object.keys(observed.flows ?? {})).toEqual(["web-to-orders"]);
    expect(notes.filter((note) => /runs the same services as a\/compose.yaml/.test(note.say))).toHaveLength(1);
    expect(notes.filter((note) => /is kept/.test(note.say))).toEqual([]);
  });

  test("a second deployment's volumes and ports are those of the services that they belong to", () => {
    const with_ = (port: string, more = "") =>
      `services:\n  orders: {image: x, ports: ['${port}:80']${more}}\n  billing: {image: x}\n  shipping: {image: x}\n`;
    const { observed, notes } = combined({
      "compose.yaml": with_("${PORT}"),
      "deploy/compose.yaml": `${with_("${PORT:-8080}", ", volumes: ['kept:/data']")}volumes: {kept: }\n`,
    });
    expect(
      Object.values(observed.elements ?? {}).flatMap(({ kind, zone }) => (kind === "data-store" ? zone : [])),
    ).toEqual([observed.elements?.orders?.zone]);
    expect(Object.keys(observed.zones ?? {}).sort()).toEqual(["default-network", "internet"]);
    expect(Object.entries(observed["entry-points"] ?? {}).map(([id, { seen }]) => [id, seen])).toEqual([
      ["orders-port-80", ["compose.yaml:2", "deploy/compose.yaml:2"]],
    ]);
    expect(notes.filter((note) => /is kept|called otherwise/.test(note.say))).toEqual([]);
  });

  test("networks that the first deployment splits are not one because the second does not split them", () => {
    const split = (name: string, more = "") => `  ${name}: {image: x${more}}\n`;
    const { observed } = combined({
      "a/compose.yaml": `services:\n${split("orders", ", networks: [front]")}${split("billing", ", networks: [back]")}${split("shipping", ", networks: [back]")}networks: {front: , back: }\n`,
      "b/compose.yaml": `services:\n${split("orders")}${split("billing")}${split("shipping")}${split("reports")}`,
    });
    expect(observed.elements?.reports?.zone).toBe("b-network");
  });

  test("two files that share common names only are two systems", () => {
    const text = "services:\n  web: {image: x}\n  api: {image: x}\n  worker: {image: x}\n  orders: {image: x}\n";
    const { observed } = combined({ "a/compose.yaml": text, "b/compose.yaml": text });
    expect(Object.keys(observed.elements ?? {})).toHaveLength(8);
  });

  test("an id that another kind of thing has", () => {
    const { observed } = combine([
      handmade("a.yaml", { elements: { order: { kind: "process" } } }),
      handmade("b.yaml", { data: { order: {} }, elements: { store: { kind: "data-store", holds: ["order"] } } }),
    ]);
    expect(observed.data).toEqual({ "order-data": {} });
    expect(observed.elements?.store?.holds).toEqual(["order-data"]);
  });

  test("an inner zone follows its outer zone's new id, in whatever order they stand", () => {
    const zones = { inner: { in: "outer" }, outer: {} };
    const { observed } = combine([handmade("a/f.yaml", { zones }), handmade("b/f.yaml", { zones })]);
    expect(observed.zones).toEqual({ inner: { in: "outer" }, outer: {}, "inner-b": { in: "outer-b" }, "outer-b": {} });
  });

  test("facts that contradict are unknown, other fields keep the first; both are noted", () => {
    const thing = (value: string, seen: string, zone: string) => ({
      zones: { x: {}, y: {} },
      elements: {
        a: { zone, technologies: [value], facts: { confined: { value, seen }, "is-container": "yes" }, seen },
      },
    });
    const { observed, notes } = combine([
      handmade("b.yaml", thing("no", "b.yaml:1", "y")),
      handmade("a.yaml", thing("yes", "a.yaml:1", "x")),
    ]);
    expect(observed.elements?.a).toEqual({
      zone: "x",
      technologies: ["yes", "no"],
      facts: { confined: { value: "unknown", why: "a.yaml:1 shows yes, b.yaml:1 shows no." }, "is-container": "yes" },
      seen: ["a.yaml:1", "b.yaml:1"],
    });
    expect(notes.map((note) => note.say)).toEqual([
      "a: zone is x at a.yaml:1 and y at b.yaml:1; the first is kept",
      "a: confined is contradicted: a.yaml:1 shows yes, b.yaml:1 shows no.",
    ]);
  });

  test("references that name nothing are left out, and a flow without an end goes", () => {
    const { observed, notes } = combine([
      handmade("a.yaml", {
        elements: { a: { zone: "z", "also-on": ["y"] } },
        flows: { f: { from: "a", to: "b" } },
        "entry-points": { e: { on: "a", via: ["f"], access: { boss: "yes" } } },
      }),
    ]);
    expect(observed.elements).toEqual({ a: { "also-on": [] } });
    expect(observed.flows).toBeUndefined();
    expect(observed["entry-points"]).toEqual({ e: { on: "a", via: [], access: {} } });
    expect(notes).toHaveLength(3);
  });

  test("the readings are not changed, and files are named", () => {
    const all = readings({ "compose.yaml": compose, "orders/openapi.yaml": api() });
    const before = JSON.stringify(all);
    expect(combine(all).observed.sources).toEqual({
      "compose.yaml": { kind: "compose" },
      "orders/openapi.yaml": { kind: "openapi" },
    });
    expect(JSON.stringify(all)).toBe(before);
  });
});

describe("laws", () => {
  const id = fc.constantFrom("a", "b", "c", "constructor");
  const ids = fc.uniqueArray(id, { maxLength: 3 });
  const things = fc.record(
    {
      zones: fc.dictionary(id, fc.record({ in: id }, { requiredKeys: [] })),
      elements: fc.dictionary(
        id,
        fc.record(
          { kind: fc.constantFrom("process" as const, "external-entity" as const), zone: id, holds: ids },
          { requiredKeys: [] },
        ),
      ),
      flows: fc.dictionary(id, fc.record({ from: id, to: id, carries: ids }, { requiredKeys: ["from", "to"] })),
      data: fc.dictionary(id, fc.record({}, { requiredKeys: [] })),
      roles: fc.dictionary(id, fc.record({}, { requiredKeys: [] })),
      "entry-points": fc.dictionary(
        id,
        fc.record(
          {
            at: fc.constantFrom("port 80", "GET /"),
            via: ids,
            on: id,
            access: fc.dictionary(id, fc.constant("yes" as const)),
          },
          { requiredKeys: [] },
        ),
      ),
      dependencies: fc.dictionary(id, fc.record({ "used-by": ids, element: id }, { requiredKeys: [] })),
    },
    { requiredKeys: [] },
  );
  const anchor = fc.record({
    title: fc.constantFrom("A", "", "c"),
    folder: fc.constantFrom("", "x", "x/y"),
    servers: fc.constant([]),
    entryPoints: fc.array(id, { maxLength: 2 }),
    seen: fc.constantFrom("f:1", "f"),
  });
  const reading = fc.record({
    path: fc.constantFrom("p.yaml", "x/p.yaml", "x/y/p.yaml", "q.json"),
    things: things as fc.Arbitrary<ObservedThings>,
    anchors: fc.array(anchor as fc.Arbitrary<Anchor>, { maxLength: 2 }),
    contexts: fc.dictionary(fc.constantFrom("", "x"), id),
  });

  test("any readings give a whole document with unique ids and no dangling reference; order does not matter", () => {
    fc.assert(
      fc.property(fc.uniqueArray(reading, { maxLength: 4, selector: (each) => each.path }), (all) => {
        const whole = all.map((each): Reading => ({ source: "by-hand", notes: [], ...each }));
        const { observed } = combine(whole);
        expectWhole(observed);
        expect(combine([...whole].reverse())).toEqual(combine(whole));
      }),
      { numRuns: 150 },
    );
  });

  function expectWhole(observed: Omit<Observed, "parapet">): void {
    const parsed = layers.observed.schema.safeParse({ parapet: 1, ...observed });
    expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
    const has = (key: "zones" | "elements" | "flows" | "data" | "roles", each: string | undefined) =>
      expect(each === undefined || Object.hasOwn(observed[key] ?? {}, each)).toBe(true);
    const all = (["zones", "elements", "flows", "data", "roles", "entry-points", "dependencies"] as const).flatMap(
      (key) => Object.keys(observed[key] ?? {}),
    );
    expect(new Set(all).size).toBe(all.length);
    for (const each of Object.values(observed.zones ?? {})) has("zones", each.in);
    for (const each of Object.values(observed.elements ?? {})) {
      has("zones", each.zone);
      for (const data of each.holds ?? []) has("data", data);
    }
    for (const each of Object.values(observed.flows ?? {})) {
      has("elements", each.from ?? "");
      has("elements", each.to ?? "");
    }
    for (const each of Object.values(observed["entry-points"] ?? {})) {
      has("elements", each.on);
      for (const flow of each.via ?? []) has("flows", flow);
      for (const role of Object.keys(each.access ?? {})) has("roles", role);
    }
  }
});
