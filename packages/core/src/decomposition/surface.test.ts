// Who may use what, and what of the surface could go.
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../knowledge/src/testing/knowledge-folder.ts";
import { analyse } from "../analysis/analyse.ts";
import { body } from "../enumeration/commands/answer-question.ts";
import { apply } from "../model/apply.ts";
import type { Document } from "../model/document.ts";

const now = "2026-11-24";
const shop = {
  model: {
    parapet: 1,
    system: "Shop",
    roles: { anonymous: {}, customer: {}, support: { privileged: "yes" } },
    zones: { internet: { kind: "internet" }, inside: { kind: "private-network", allows: ["save"] } },
    elements: {
      shopper: { kind: "external-entity", zone: "internet" },
      api: { kind: "process", zone: "inside" },
      db: { kind: "data-store", zone: "inside" },
    },
    flows: {
      order: { from: "shopper", to: "api", protocol: "https" },
      save: { from: "api", to: "db" },
      peek: { from: "shopper", to: "db" },
    },
    "entry-points": {
      "post-orders": {
        on: "api",
        kind: "api",
        via: ["order"],
        authentication: "session",
        access: { anonymous: "no", customer: { when: "it is theirs" } },
      },
      "get-orders": { on: "api", kind: "api", via: ["order"], authentication: "session", access: { anonymous: "no" } },
      refunds: {
        on: "api",
        kind: "admin",
        via: ["order"],
        authentication: "session",
        access: { anonymous: "no", customer: "no", support: "yes" },
      },
      "db-port": { on: "db", kind: "api", via: ["peek"], access: { anonymous: "no", customer: "no", support: "no" } },
    },
  },
} as unknown as Document;
const surface = (document = shop) => analyse(document, knowledge, { now }).surface;

describe("the attack surface", () => {
  it("weighs entry points by exposure and privilege", () => {
    const weights = Object.fromEntries(
      surface().entryPoints.map(({ id, exposure, weight }) => [id, [exposure, weight]]),
    );
    expect(weights).toEqual({
      "db-port": ["internet-authenticated", 5],
      "get-orders": ["internet-authenticated", 5],
      "post-orders": ["internet-authenticated", 5],
      refunds: ["internet-authenticated", 10],
    });
    expect(surface().score).toBe(25);
  });

  it("keeps authentication and access apart, and asks unknown cells once per role and element", () => {
    const { questions } = analyse(shop, knowledge, { now });
    const access = questions.filter(({ fact }) => fact.startsWith("access-"));
    expect(access.map(({ id, text }) => [id, text])).toEqual([
      ["access-customer@api", "May customer use get-orders of api?"],
      ["access-support@api", "May support use get-orders, post-orders of api?"],
    ]);
    const all = structuredClone(shop) as unknown as { model: { "entry-points": Record<string, { access: object }> } };
    for (const point of Object.values(all.model["entry-points"])) point.access = {};
    const anybody = analyse(all as unknown as Document, knowledge, { now }).questions;
    expect(anybody.find(({ id }) => id === "access-anonymous@db")?.text).toBe(
      "Is it meant that anybody may use db-port of db, proving nothing?",
    );
    const cells = surface().access.filter((cell) => cell.access !== "no");
    expect(cells).toContainEqual({
      role: "customer",
      entryPoint: "post-orders",
      access: "when",
      condition: "it is theirs",
    });
    expect(cells).toContainEqual({
      role: "support",
      entryPoint: "get-orders",
      access: "unknown",
      question: "access-support@api",
    });
  });

  it("settles the whole group by one answer", () => {
    const context = { document: shop, knowledge, now, by: "ann", analysis: () => analyse(shop, knowledge, { now }) };
    const input = body.input.parse({ ids: ["access-support@api"], value: "yes" });
    expect(body.check(input, context)).toEqual([]);
    const after = analyse(apply(shop, body.apply(input, context)), knowledge, { now });
    expect(after.questions.map(({ id }) => id)).not.toContain("access-support@api");
    expect(after.surface.access.filter(({ access }) => access === "unknown").map(({ role }) => role)).toEqual([
      "customer",
    ]);
  });

  it("says what could go, what that takes off, and who would lose something", () => {
    expect(surface().reductions).toEqual([
      {
        id: "move-inside@refunds",
        say: expect.stringContaining("only from inside"),
        removes: 8,
        entryPoints: ["refunds"],
        loses: ["support"],
      },
      {
        id: "hide-store@db-port",
        say: expect.stringContaining("off the internet"),
        removes: 5,
        entryPoints: ["db-port"],
        loses: [],
      },
      {
        id: "remove@db-port",
        say: expect.stringContaining("no role may use it"),
        removes: 5,
        entryPoints: ["db-port"],
        loses: [],
      },
    ]);
  });

  it("names segments, and the flows that cross them without being allowed", () => {
    expect(surface().segments).toEqual([
      { zone: "inside", allows: ["save"], crossedBy: ["order", "peek"], notAllowed: ["order", "peek"] },
    ]);
  });

  const gateway = { kind: "process", zone: "inside" };
  it.each<[string, string, { elements?: object; flows?: object; pass?: object }]>([
    ["in a zone between hands on", "internet-anonymous", { elements: { gateway: { ...gateway, zone: "edge" } } }],
    ["that keeps nothing hands on", "internet-anonymous", {}],
    ["hands on by the web's protocols", "internet-anonymous", { pass: { protocol: "grpc" } }],
    ["that calls a store is no gateway", "internal", { flows: { keep: { from: "gateway", to: "db" } } }],
    ["hands on no call of another kind", "internal", { pass: { protocol: "amqp" } }],
    ["that the internet does not reach hands on nothing", "internal", { flows: { arrive: undefined } }],
    [
      "at somebody else's hands on nothing",
      "internal",
      { elements: { gateway: { ...gateway, kind: "external-entity" } } },
    ],
  ])("a gateway %s: what is behind it is %s", (_, exposure, { elements, flows, pass }) => {
    const behind = structuredClone(shop) as unknown as {
      model: { zones: object; elements: object; flows: Record<string, unknown>; "entry-points": object };
    };
    Object.assign(behind.model.zones, { edge: { kind: "dmz" } });
    Object.assign(behind.model.elements, { gateway, orders: { kind: "process", zone: "inside" } }, elements);
    Object.assign(behind.model.flows, {
      arrive: { from: "shopper", to: "gateway", protocol: "https" },
      pass: { from: "gateway", to: "orders", protocol: "https", ...pass },
      ...flows,
    });
    if (behind.model.flows.arrive === undefined) delete behind.model.flows.arrive;
    Object.assign(behind.model["entry-points"], {
      "list-orders": { on: "orders", kind: "api", access: { anonymous: "yes" } },
    });
    const listed = surface(behind as unknown as Document).entryPoints.find(({ id }) => id === "list-orders");
    expect(listed?.exposure).toBe(exposure);
  });
});

it.each<[string, object, readonly string[]]>([
  ["by its name alone", { title: "Vault" }, ["is-secret-store@keeper"]],
  ["by its name, and somebody said so", { title: "Vault", facts: { "is-secret-store": "yes" } }, []],
  ["by its technology", { title: "Vault", technologies: ["vault"] }, []],
  ["by no name", { title: "Keeper" }, ["secret-store@model"]],
])("a secret store %s", (_, keeper, asked) => {
  const model = { ...shop.model, elements: { ...shop.model.elements, keeper: { kind: "data-store", ...keeper } } };
  const { questions } = analyse({ ...shop, model } as unknown as Document, knowledge, { now });
  const ids = questions.map(({ id }) => id).filter((id) => id.includes("secret-store"));
  expect(ids).toEqual(asked);
});
