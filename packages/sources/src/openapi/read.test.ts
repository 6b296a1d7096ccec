import { existsSync, readdirSync, readFileSync } from "node:fs";
import { layers } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading, SourceContext } from "../source.ts";
import { openApi } from "./card.ts";

const samples = new URL("./samples/", import.meta.url);
const file = (path: string): string | undefined => {
  const at = new URL(path.replace(/^api\//, ""), samples);
  return path.startsWith("api/") && existsSync(at) ? readFileSync(at, "utf8") : undefined;
};
const context: SourceContext = { technologies: [], file };

function read(name: string): Reading {
  return readText(`api/${name}`, file(`api/${name}`) as string);
}

function readText(path: string, text: string): Reading {
  const { reading, problems } = openApi.read({ path, text }, context);
  expect(problems).toEqual([]);
  expect(layers.observed.schema.safeParse({ parapet: 1, ...reading?.things }).error?.message).toBeUndefined();
  return reading as Reading;
}

const entry = (reading: Reading, id: string) => reading.things["entry-points"]?.[id];
const notes = (reading: Reading) => reading.notes.map((note) => note.say);

describe("OpenAPI 3.0", () => {
  const reading = read("orders-3.0.yaml");

  it("makes an entry point of each operation, with its line", () => {
    expect(Object.keys(reading.things["entry-points"] ?? {})).toEqual([
      "list-orders",
      "create-order",
      "post-request-body-callback-url",
      "upload-invoice",
      "get-status",
      "get-me",
      "delete-admin-users",
    ]);
    expect(entry(reading, "list-orders")).toEqual({
      kind: "api",
      title: "List orders",
      at: "GET /orders",
      tags: ["orders"],
      seen: "api/orders-3.0.yaml:19",
      authentication: "oauth2",
      access: {
        anonymous: "no",
        "orders-client": { when: "has scope orders:read" },
        "key-client": "no",
        "both-and-key-client": "no",
      },
      returns: ["order"],
    });
  });

  it.each([
    [
      "list-orders",
      "oauth2",
      {
        anonymous: "no",
        "orders-client": { when: "has scope orders:read" },
        "key-client": "no",
        "both-and-key-client": "no",
      },
    ],
    [
      "create-order",
      "api-key",
      {
        anonymous: "no",
        "orders-client": { when: "has scope orders:write" },
        "key-client": "yes",
        "both-and-key-client": "yes",
      },
    ],
    [
      "get-status",
      "none",
      { anonymous: "yes", "orders-client": "yes", "key-client": "yes", "both-and-key-client": "yes" },
    ],
    ["get-me", "none", { anonymous: "yes", "orders-client": "yes", "key-client": "yes", "both-and-key-client": "yes" }],
    [
      "delete-admin-users",
      "mtls",
      { anonymous: "no", "orders-client": "no", "key-client": "no", "both-and-key-client": "yes" },
    ],
    ["post-request-body-callback-url", undefined, undefined],
  ])("%s: authentication %s and who may call", (id, authentication, access) => {
    expect(entry(reading, id)?.authentication).toBe(authentication);
    expect(entry(reading, id)?.access).toEqual(access);
  });

  it.each([
    ["list-orders", undefined, ["order"]],
    ["create-order", ["order"], ["order"]],
    ["upload-invoice", ["invoice"], []],
    ["get-status", [], undefined],
    ["get-me", [], ["user"]],
    ["post-request-body-callback-url", [], ["order"]],
    ["delete-admin-users", [], []],
  ])("%s carries %j and returns %j", (id, carries, returns) => {
    expect([entry(reading, id)?.carries, entry(reading, id)?.returns]).toEqual([carries, returns]);
  });

  it("shows kinds of data at the property that shows them, and asserts no classification", () => {
    expect(reading.things.data).toEqual({
      invoice: { title: "Invoice", seen: "api/orders-3.0.yaml:61" },
      order: {
        title: "Order",
        kinds: ["credential", "payment-card", "personal"],
        seen: [
          "api/orders-3.0.yaml:84",
          "api/orders-3.0.yaml:102",
          "api/orders-3.0.yaml:103",
          "api/orders-3.0.yaml:92",
        ],
      },
      user: {
        title: "User",
        kinds: ["credential", "personal"],
        seen: ["api/orders-3.0.yaml:99", "api/orders-3.0.yaml:102", "api/orders-3.0.yaml:103"],
      },
    });
  });

  it("tags what is deprecated", () => {
    expect(entry(reading, "upload-invoice")?.tags).toEqual(["deprecated"]);
  });

  it("guesses administration and says so", () => {
    expect(entry(reading, "delete-admin-users")?.kind).toBe("admin");
    expect(notes(reading)).toContainEqual(expect.stringContaining("1 operation is taken for administration"));
    expect(notes(reading)).toContainEqual(expect.stringContaining("1 webhook or callback is sent"));
  });

  it("gives the anchor: servers with variables filled in, and what the process does", () => {
    expect(reading.anchors).toEqual([
      {
        title: "Orders API",
        folder: "api",
        servers: [{ host: "orders.example.test", port: 8443 }, { host: "orders-service" }],
        entryPoints: Object.keys(reading.things["entry-points"] ?? {}),
        facts: {
          "fetches-urls": { value: "yes", seen: "api/orders-3.0.yaml:51" },
          "accepts-files": { value: "yes", seen: "api/orders-3.0.yaml:61" },
        },
        seen: "api/orders-3.0.yaml:3",
      },
    ]);
  });
});

describe("Swagger 2.0", () => {
  const reading = read("clinic-2.0.json");

  it.each([
    ["post-patients", "basic", ["patient"], ["patient"]],
    ["post-session", "none", ["session"], []],
    ["post-scans", undefined, ["scan"], []],
  ])("%s: %s, carries %j, returns %j", (id, authentication, carries, returns) => {
    const { authentication: found, carries: goes, returns: comes } = entry(reading, id) ?? {};
    expect([found, goes, comes]).toEqual([authentication, carries, returns]);
  });

  it("reads the media types of the file where an operation states none", () => {
    const body = { post: { parameters: [{ in: "body", schema: { properties: { colour: {} } } }] } };
    const reading = readText(
      "a.json",
      JSON.stringify({ swagger: "2.0", consumes: ["application/json", "text/XML"], paths: { "/a": body } }),
    );
    expect(Object.keys(reading.anchors[0]?.facts ?? {})).toEqual(["parses-xml"]);
  });

  it("reads kinds, files and the host", () => {
    expect(reading.things.data?.patient?.kinds).toEqual(["health", "personal"]);
    expect(reading.things.data?.session?.kinds).toEqual(["credential", "personal"]);
    expect(reading.anchors[0]?.servers).toEqual([{ host: "clinic.example.test", port: 8080 }]);
    expect(Object.keys(reading.anchors[0]?.facts ?? {})).toEqual(["accepts-files"]);
  });

  it("notes what it read as open and which scheme it did not find", () => {
    expect(notes(reading)).toContainEqual(expect.stringContaining("1 operation of api/clinic-2.0.json state"));
    expect(notes(reading)).toContainEqual(expect.stringContaining("scheme missing is not defined"));
    expect(entry(reading, "post-scans")?.access?.anonymous).toBe("no");
  });
});

describe("OpenAPI 3.1", () => {
  const reading = read("events-3.1.yaml");

  it("follows references into files below the folder, and cites them", () => {
    expect(entry(reading, "post-events")).toEqual({
      kind: "api",
      at: "POST /events",
      seen: "api/parts/events.yaml:2",
      carries: ["event"],
      returns: [],
    });
    expect(reading.anchors[0]?.facts).toEqual({ "parses-xml": { value: "yes", seen: "api/parts/events.yaml:4" } });
  });

  it("never leaves the folder, and is safe on circles", () => {
    expect(notes(reading)).toContainEqual(expect.stringContaining("leads out of the system's folder"));
    expect(notes(reading)).toContainEqual(expect.stringContaining("leads back to itself"));
    expect(entry(reading, "get-circle")).toEqual({
      kind: "api",
      at: "GET /circle",
      seen: "api/events-3.1.yaml:11",
      carries: [],
    });
  });

  it("leaves authentication and access unknown where no security is described", () => {
    expect(reading.things.roles).toBeUndefined();
    expect(notes(reading)).toContainEqual(
      expect.stringContaining("no security requirement anywhere (it defines 1 security scheme"),
    );
  });

  it("reads webhooks as what the system sends", () => {
    expect(entry(reading, "post-event-happened")).toMatchObject({
      kind: "webhook",
      at: "POST eventHappened",
      returns: ["event"],
    });
  });
});

describe("limits and refusals", () => {
  it.each([
    ["", "source-unsupported"],
    ["a: 1", "source-unsupported"],
    ["openapi: 4.0.0", "source-unsupported"],
    ["swagger: '1.2'", "source-unsupported"],
    ["openapi: [", "not-yaml"],
  ])("refuses %j", (text, code) => {
    const { reading, problems } = openApi.read({ path: "a.yaml", text }, context);
    expect([reading, problems[0]?.code]).toEqual([undefined, code]);
  });

  it("reads 3.2 as 3.1 with a note", () => {
    const reading = readText("a.yaml", "openapi: 3.2.0\npaths: {/a: {query: {}, additionalOperations: {COPY: {}}}}");
    expect(Object.keys(reading.things["entry-points"] ?? {})).toEqual(["query-a", "copy-a"]);
    expect(notes(reading)[0]).toContain("3.2");
  });

  it("keeps at most 40 kinds of data, the telling ones first, and says what it left out", () => {
    const paths = Array.from({ length: 60 }, (_, i) => [
      `/thing${String.fromCharCode(97 + (i % 26))}${i}`,
      {
        post: {
          requestBody: {
            content: {
              "application/json": {
                schema: { type: "object", properties: { [i === 59 ? "iban" : "colour"]: { type: "string" } } },
              },
            },
          },
        },
      },
    ]);
    const reading = readText("a.json", JSON.stringify({ openapi: "3.0.0", paths: Object.fromEntries(paths) }));
    expect(Object.keys(reading.things.data ?? {})).toHaveLength(40);
    expect(reading.things.data?.thingh59?.kinds).toEqual(["financial"]);
    expect(notes(reading)).toContainEqual(expect.stringContaining("20 were left out"));
  });

  it("makes scopes of many kinds conditions of one role", () => {
    const scopes = Array.from({ length: 30 }, (_, i) => `area${String.fromCharCode(97 + i)}:read`).filter((scope) =>
      /^area[a-z]:/.test(scope),
    );
    const paths = Object.fromEntries(
      scopes.map((scope, i) => [`/p${i}`, { get: { security: [{ tokens: [scope] }] } }]),
    );
    const reading = readText(
      "a.json",
      JSON.stringify({ swagger: "2.0", paths, securityDefinitions: { tokens: { type: "oauth2" } } }),
    );
    expect(Object.keys(reading.things.roles ?? {})).toEqual(["anonymous", "api-client"]);
    expect(entry(reading, "get-p0")?.access).toEqual({
      anonymous: "no",
      "api-client": { when: "has scope areaa:read" },
    });
  });

  it("gives operations of equal names different ids that no order of the file changes", () => {
    const paths = ["/a-b", "/a/b", "/a_b", "/a.b"];
    const ids = (order: readonly string[]) => {
      const text = JSON.stringify({
        openapi: "3.0.0",
        paths: Object.fromEntries(order.map((path) => [path, { get: {} }])),
      });
      const found = Object.entries(readText("a.json", text).things["entry-points"] ?? {});
      return Object.fromEntries(found.map(([id, { at }]) => [at, id]));
    };
    const first = ids(paths);
    expect(new Set(Object.values(first)).size).toBe(4);
    expect(first["GET /a-b"]).toBe("get-a-b");
    expect(ids([...paths].reverse())).toEqual(first);
  });
});

describe("detects", () => {
  it.each([
    ["api.yaml", "openapi: 3.0.0\n", true],
    ["api.yaml", "info: {}\nopenapi: '3.1.0'\n", true],
    ["api.json", '{"info":{},"swagger":"2.0"}', true],
    ["package.json", '{"dependencies":{"swagger":"2.0.1"}}', false],
    ["tsconfig.json", '{"swagger":"^0.7"}', false],
    ["compose.yaml", "services:\n  openapi: 3.0\n", false],
    ["openapi.txt", "openapi: 3.0.0", false],
    ["docs/openapi.json", undefined, true],
    ["docs/other.json", undefined, false],
  ])("%s %j: %s", (path, head, expected) => {
    expect(openApi.detects(path, head)).toBe(expected);
  });
});

describe("hostile input", () => {
  const keys = [
    "openapi",
    "paths",
    "/a",
    "get",
    "post",
    "$ref",
    "security",
    "parameters",
    "requestBody",
    "responses",
    "200",
    "content",
    "application/json",
    "schema",
    "properties",
    "items",
    "allOf",
    "callbacks",
    "webhooks",
    "components",
    "schemas",
    "A",
    "tags",
    "servers",
    "variables",
    "in",
    "name",
    "__proto__",
    "constructor",
  ];
  const leaf = fc.oneof(
    fc.constantFrom(
      "#/components/schemas/A",
      "#/paths/~1a",
      "#",
      "x.yaml#/A",
      "body",
      "formData",
      "3.0.0",
      "constructor",
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
    ),
  }));

  it("any structure gives a reading that the schema accepts", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 }), (body) => {
        readText("a.json", JSON.stringify({ ...body, openapi: "3.0.0" }));
      }),
      { numRuns: 400 },
    );
  });

  it("a file cut off anywhere gives a reading or a problem", () => {
    const text = file("api/orders-3.0.yaml") as string;
    fc.assert(
      fc.property(fc.nat(text.length), (cut) => {
        const { reading, problems } = openApi.read({ path: "a.yaml", text: text.slice(0, cut) }, context);
        expect(reading !== undefined || problems.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("schemas that refer to each other in great number are read within the time of a test", () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `T${i}`,
        {
          properties: Object.fromEntries(
            Array.from({ length: 30 }, (_, k) => [
              `p${k}`,
              { $ref: `#/components/schemas/T${(i * 31 + k * 7) % 200}` },
            ]),
          ),
        },
      ]),
    );
    const paths = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `/p${i}`,
        {
          get: {
            responses: { 200: { content: { "application/json": { schema: { $ref: `#/components/schemas/T${i}` } } } } },
          },
        },
      ]),
    );
    const reading = readText("a.json", JSON.stringify({ openapi: "3.0.0", paths, components: { schemas } }));
    expect(Object.keys(reading.things["entry-points"] ?? {})).toHaveLength(200);
  });
});

const corpus = new URL("../../../../../shared/corpus/system/openapi/", import.meta.url);

describe.skipIf(!existsSync(corpus))("files of real projects", () => {
  it("are read or refused with a reason; none throws", () => {
    let readings = 0;
    let refused = 0;
    for (const name of readdirSync(corpus).sort()) {
      const text = readFileSync(new URL(name, corpus), "utf8");
      expect(openApi.detects(name, text.slice(0, 4096))).toBe(true);
      const { reading, problems } = openApi.read({ path: name, text }, context);
      expect(layers.observed.schema.safeParse({ parapet: 1, ...reading?.things }).error?.message).toBeUndefined();
      if (reading) readings++;
      else refused++;
      expect(reading !== undefined || problems.length > 0).toBe(true);
    }
    console.log(`OpenAPI corpus: ${readings} read, ${refused} refused`);
    expect(readings).toBeGreaterThan(0);
  });
});
