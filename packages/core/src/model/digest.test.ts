import { describe, expect, test } from "vitest";
import { changedSince, diagramDigest, digestOf, shortDigest, surfaceDigest, threatsDigest } from "./digest.ts";
import type { Document, Model } from "./document.ts";

function of(model: Partial<Model>, observed?: Document["observed"]): Document {
  return { model: { parapet: 1, system: "Shop", ...model }, ...(observed ? { observed } : {}) };
}

const shop: Partial<Model> = {
  zones: { inner: { kind: "private-network" } },
  elements: { web: { kind: "process", zone: "inner", holds: ["order", "card"] }, db: { kind: "data-store" } },
  flows: { save: { from: "web", to: "db", carries: ["order"] } },
  roles: { customer: {}, web: { privileged: "no" } },
  "entry-points": { login: { on: "web", kind: "web", access: { customer: "yes" } } },
  dependencies: { express: { kind: "library", "used-by": ["web"] } },
};

describe("digestOf", () => {
  test("is SHA-256 of the canonical JSON text", () => {
    expect(digestOf("")).toBe("12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126");
    expect(digestOf({ b: 1, a: undefined, holds: ["y", "x"] })).toBe(digestOf({ holds: ["x", "y"], b: 1 }));
    expect(shortDigest("")).toBe("12ae32cb1ec02d01");
  });
});

describe("diagramDigest", () => {
  const before = diagramDigest(of(shop));
  test("names zones, elements and flows", () => {
    expect(Object.keys(before.things)).toEqual(["db", "inner", "save", "web"]);
    expect(before.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[string, Partial<Model>, string[]]>([
    ["kind", { elements: { ...shop.elements, db: { kind: "process" } } }, ["db"]],
    ["zone", { elements: { ...shop.elements, db: { kind: "data-store", zone: "inner" } } }, ["db"]],
    [
      "empty holds is not unknown holds",
      { elements: { ...shop.elements, db: { kind: "data-store", holds: [] } } },
      ["db"],
    ],
    ["ends", { flows: { save: { from: "db", to: "web", carries: ["order"] } } }, ["save"]],
    ["protocol", { flows: { save: { from: "web", to: "db", carries: ["order"], protocol: "https" } } }, ["save"]],
    ["a new and a gone id", { flows: { store: { from: "web", to: "db", carries: ["order"] } } }, ["save", "store"]],
    ["title", { elements: { ...shop.elements, db: { kind: "data-store", title: "Orders" } } }, []],
    ["facts", { elements: { ...shop.elements, db: { kind: "data-store", facts: { logs: "yes" } } } }, []],
    [
      "order of a set",
      { elements: { ...shop.elements, web: { kind: "process", zone: "inner", holds: ["card", "order"] } } },
      [],
    ],
    ["surface", { roles: {} }, []],
  ])("%s", (_, changed, ids) => {
    const after = diagramDigest(of({ ...shop, ...changed }));
    expect(changedSince(before, after)).toEqual(ids);
    expect(after.digest === before.digest).toBe(ids.length === 0);
  });

  test("reads the effective model", () => {
    const thin = of(
      { ...shop, elements: { web: { zone: "inner", holds: ["order", "card"] } } },
      { parapet: 1, elements: { web: { kind: "process" }, db: { kind: "data-store" } } },
    );
    expect(diagramDigest(thin)).toEqual(before);
  });
});

describe("surfaceDigest", () => {
  const before = surfaceDigest(of(shop));
  test.each<[string, Partial<Model>, string[]]>([
    ["access", { "entry-points": { login: { on: "web", kind: "web", access: { customer: "no" } } } }, ["login"]],
    [
      "authentication",
      { "entry-points": { login: { on: "web", kind: "web", access: { customer: "yes" }, authentication: "none" } } },
      ["login"],
    ],
    ["dependency", { dependencies: {} }, ["express"]],
    ["role", { roles: { customer: { privileged: "yes" }, web: { privileged: "no" } } }, ["customer"]],
    ["diagram", { flows: {} }, []],
    [
      "facts",
      {
        "entry-points": {
          login: { on: "web", kind: "web", access: { customer: "yes" }, facts: { "rate-limited": "yes" } },
        },
      },
      [],
    ],
  ])("%s", (_, changed, ids) => {
    expect(changedSince(before, surfaceDigest(of({ ...shop, ...changed })))).toEqual(ids);
  });

  test("a role with the id of an entry point is part of that id's digest", () => {
    const clash = { ...shop, roles: { login: { privileged: "no" as const } } };
    const other = { ...shop, roles: { login: { privileged: "yes" as const } } };
    expect(changedSince(surfaceDigest(of(clash)), surfaceDigest(of(other)))).toEqual(["login"]);
  });
});

describe("threatsDigest", () => {
  test("names the subjects whose threats are others", () => {
    const before = threatsDigest([
      { id: "b@web", subject: "web" },
      { id: "a@web", subject: "web" },
      { id: "a@db", subject: "db" },
    ]);
    const after = threatsDigest([
      { id: "a@web", subject: "web" },
      { id: "b@web", subject: "web" },
      { id: "c@model", subject: "model" },
    ]);
    expect(changedSince(before, after)).toEqual(["db", "model"]);
  });
});
