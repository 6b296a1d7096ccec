import { apply, canonicalText, layers, type Technology } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discover, discoverLimits } from "./discover.ts";
import { proposeObserved, thinModel } from "./propose.ts";
import type { SourceFile } from "./source.ts";

const technologies: readonly Technology[] = [
  {
    id: "postgresql",
    title: "PostgreSQL",
    facts: {},
    kind: "data-store",
    images: ["postgres"],
    schemes: ["postgres"],
    protocol: "postgresql",
  },
];

const compose = `services:
  orders:
    build: ./orders
    ports: ["8443:8443"]
    environment:
      DATABASE_URL: postgres://orders@db:5432/orders
  db:
    image: postgres:16
`;

const api = `openapi: 3.0.3
info: {title: Orders API}
servers: [{url: "https://localhost:8443"}]
paths:
  /orders:
    $ref: "parts/orders.yaml"
`;

const part = `post:
  security: [{token: []}]
  requestBody: {content: {application/json: {schema: {title: Order, type: object, properties: {email: {type: string}}}}}}
  responses: {"201": {description: Made}}
`;

const files: readonly SourceFile[] = [
  { path: "compose.yaml", text: compose },
  { path: "orders/openapi.yaml", text: api },
  { path: "orders/parts/orders.yaml", text: part },
  { path: "README.md", text: "openapi: 3.0.0" },
];

const found = discover(files, { technologies });

describe("discover", () => {
  it("puts what the files show together, with no problem", () => {
    expect(found.problems).toEqual([]);
    expect(found.observed.parapet).toBe(1);
    expect(Object.keys(found.observed.sources ?? {})).toEqual(["compose.yaml", "orders/openapi.yaml"]);
    expect(Object.keys(found.observed.elements ?? {})).toEqual(expect.arrayContaining(["db", "orders"]));
    expect(found.observed["entry-points"]?.["post-orders"]).toMatchObject({
      on: "orders",
      kind: "api",
      at: "POST /orders",
      access: { anonymous: "no", "api-client": "yes" },
      carries: ["order"],
    });
    expect(found.observed["entry-points"]?.["post-orders"]?.seen).toContain("orders/parts/orders.yaml:1");
    expect(found.observed.data?.order?.kinds).toEqual(["personal"]);
    expect(layers.observed.schema.safeParse(found.observed).success).toBe(true);
  });

  it("gives the same for the same files in any order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (shuffled) => {
        expect(JSON.stringify(discover(shuffled, { technologies }))).toBe(JSON.stringify(found));
      }),
      { numRuns: 20 },
    );
  });

  it("finds nothing in files of no source", () => {
    expect(
      discover(
        [
          { path: "a.yaml", text: "a: 1" },
          { path: "b.txt", text: "" },
        ],
        { technologies },
      ),
    ).toEqual({
      observed: { parapet: 1, sources: {} },
      leftOut: [],
      notes: [],
      problems: [],
    });
  });

  it("says which files it could not read, and reads the others", () => {
    const broken = { path: "broken/openapi.yaml", text: "openapi: 3.0.0\npaths: [" };
    const { observed, problems } = discover([...files, broken], { technologies });
    expect(problems.map(({ code, where }) => [code, where?.file])).toEqual([["not-yaml", "broken/openapi.yaml"]]);
    expect(observed).toEqual(found.observed);
  });

  it("reads up to its limit of files and says what it left", () => {
    const many = Array.from({ length: discoverLimits.files + 2 }, (_, i) => ({
      path: `api${i}/openapi.yaml`,
      text: "openapi: 4.0.0",
    }));
    const { problems } = discover(many, { technologies });
    expect(problems.filter((each) => each.code === "file-too-large").map((each) => each.say)).toEqual([
      expect.stringMatching(/^2 files were not read/),
    ]);
    expect(problems.filter((each) => each.code === "source-unsupported")).toHaveLength(discoverLimits.files);
  });

  it("asks for other files only what the context gives", () => {
    const asked: string[] = [];
    const file = (path: string) => {
      asked.push(path);
      return undefined;
    };
    const { notes } = discover(files, { technologies, file });
    expect(asked).toContain("orders/parts/orders.yaml");
    expect(notes.map((note) => note.say)).toContainEqual(expect.stringContaining("names a file that is absent"));
  });

  it("whatever the texts, gives a valid observed layer", () => {
    const line = fc.constantFrom(
      "services:",
      "  a:",
      "  b:",
      "    image: x",
      "    ports: ['80:80']",
      "openapi: 3.0.0",
      "swagger: '2.0'",
      "paths:",
      "  /x:",
      "    get: {}",
      "    post: {requestBody: {$ref: a.yaml}}",
      "- x",
      "? y",
      "networks: {n: {}}",
      "    networks: [n]",
      "info: {title: '   '}",
      "__proto__: {a: 1}",
      "  constructor: {get: {}}",
    );
    const file = fc.record({
      path: fc.constantFrom("compose.yaml", "a/compose.yaml", "openapi.yaml", "a/openapi.yaml", "a/b.json"),
      text: fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n")),
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 5 }), (some) => {
        const { observed, problems } = discover(some, { technologies });
        expect(layers.observed.schema.safeParse(observed).success).toBe(true);
        expect(problems.filter((each) => each.code === "internal")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("discover, accept, discover again", () => {
  const first = { model: thinModel(found.observed, { system: "Shop" }) };
  const accepted = apply(first, proposeObserved(first, found.observed).changes);

  it("proposes nothing while the files are the same", () => {
    expect(proposeObserved(accepted, discover(files, { technologies }).observed)).toEqual({
      changes: [],
      sentences: [],
    });
  });

  it("names what a change of the files brings, and leaves the model alone", () => {
    const changed = files.map((file) =>
      file.path === "orders/parts/orders.yaml" ? { ...file, text: part.replace("[{token: []}]", "[]") } : file,
    );
    const proposal = proposeObserved(accepted, discover(changed, { technologies }).observed);
    expect(proposal.sentences).toContainEqual(
      expect.stringMatching(/^Changed entry point post-orders POST \/orders .*access anonymous no → yes/),
    );
    const next = apply(accepted, proposal.changes);
    expect(canonicalText(next.model)).toBe(canonicalText(first.model));
  });
});
