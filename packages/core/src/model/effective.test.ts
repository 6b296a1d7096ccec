import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Model, Observed } from "./document.ts";
import { effective } from "./effective.ts";

function of(model: Partial<Model>, observed?: Partial<Observed>): Document {
  return {
    model: { parapet: 1, system: "Shop", ...model },
    ...(observed ? { observed: { parapet: 1, ...observed } } : {}),
  };
}

describe("what is laid again", () => {
  const elements = { web: { title: "Web" } };
  const seen = { zones: { net: {} }, elements: { web: { "also-on": ["net"] } } };
  const onOf = (document: Document) => effective(document).elements.get("web")?.value["also-on"];

  test("a collection that is as it was stays the very same", () => {
    const [one, other] = [of({ elements, zones: { lan: {} } }), of({ elements, zones: { wan: {} } })];
    expect(effective(other).elements).toBe(effective(one).elements);
    expect(effective(of({ elements: { ...elements, db: {} } })).elements.get("web")).toBe(
      effective(one).elements.get("web"),
    );
  });

  test("ids that came to mean others are followed, and those that are left out are not", () => {
    expect(onOf(of({ elements, zones: { lan: { was: ["net"] } } }, seen))).toEqual(["lan"]);
    expect(onOf(of({ elements, zones: { net: { ignore: "no border", in: "lan" }, lan: {} } }, seen))).toEqual([]);
    expect(onOf(of({ elements, zones: { lan: {} } }, seen))).toEqual(["net"]);
  });
});

describe("overlay", () => {
  test("a thing that only one layer has is that thing", () => {
    const result = effective(
      of({ elements: { web: { kind: "process" } } }, { elements: { db: { kind: "data-store" } } }),
    );
    expect(Object.fromEntries(result.elements)).toEqual({
      db: { value: { kind: "data-store" }, observed: { kind: "data-store" } },
      web: { value: { kind: "process" }, declared: { kind: "process" } },
    });
    expect([...result.elements.keys()]).toEqual(["db", "web"]);
  });

  test("the model's fields win one by one, and both layers are kept", () => {
    const declared = { zone: "inner", technologies: ["node"] };
    const observed = { kind: "process" as const, zone: "outer", seen: "compose.yaml:3" };
    const web = effective(of({ elements: { web: declared } }, { elements: { web: observed } })).elements.get("web");
    expect(web).toEqual({
      value: { kind: "process", zone: "inner", technologies: ["node"], seen: "compose.yaml:3" },
      declared,
      observed,
    });
  });

  test("facts are laid fact by fact and access role by role", () => {
    const result = effective(
      of(
        {
          elements: { web: { facts: { logs: "yes" } } },
          "entry-points": { login: { access: { customer: "yes" } } },
          facts: { "single-tenant": "yes" },
        },
        {
          elements: { web: { facts: { logs: { value: "no", seen: "compose.yaml:4" }, "runs-as-root": "yes" } } },
          "entry-points": { login: { access: { customer: "no", anonymous: "no" } } },
          facts: { "single-tenant": "no", "has-ci": "yes" },
        },
      ),
    );
    expect(result.elements.get("web")?.value.facts).toEqual({ logs: "yes", "runs-as-root": "yes" });
    expect(result.elements.get("web")?.observed?.facts?.logs).toEqual({ value: "no", seen: "compose.yaml:4" });
    expect(result.entryPoints.get("login")?.value.access).toEqual({ customer: "yes", anonymous: "no" });
    expect(result.facts).toEqual({
      value: { "single-tenant": "yes", "has-ci": "yes" },
      declared: { "single-tenant": "yes" },
      observed: { "single-tenant": "no", "has-ci": "yes" },
    });
  });

  test("each id has its collection, and roles stand apart", () => {
    const result = effective(
      of(
        { zones: { inner: {} }, roles: { customer: {} } },
        { flows: { call: {} }, roles: { customer: { privileged: "no" } } },
      ),
    );
    expect([...result.collectionOf]).toEqual([
      ["inner", "zones"],
      ["call", "flows"],
    ]);
    expect(result.roles.get("customer")?.value).toEqual({ privileged: "no" });
  });
});

describe("same-as", () => {
  test("the model's id takes over the observed thing, and references follow", () => {
    const result = effective(
      of(
        { elements: { checkout: { title: "Checkout", "same-as": "api" } } },
        {
          elements: {
            api: { kind: "process", facts: { logs: { value: "no", partly: ["api"] } } },
            db: { kind: "data-store" },
          },
          flows: { "api-to-db": { from: "api", to: "db" } },
          dependencies: { express: { "used-by": ["api"], element: "api" } },
        },
      ),
    );
    expect([...result.elements.keys()]).toEqual(["checkout", "db"]);
    expect(result.elements.get("checkout")?.value).toMatchObject({
      title: "Checkout",
      kind: "process",
      facts: { logs: { value: "no", partly: ["checkout"] } },
    });
    expect(result.flows.get("api-to-db")?.value).toEqual({ from: "checkout", to: "db" });
    expect(result.flows.get("api-to-db")?.observed).toEqual({ from: "checkout", to: "db" });
    expect(result.dependencies.get("express")?.value).toEqual({ "used-by": ["checkout"], element: "checkout" });
    expect(result.resolve("api")).toBe("checkout");
  });

  test("said on the observed thing's id, the other model thing takes it over", () => {
    const result = effective(
      of(
        { elements: { checkout: { title: "Checkout" }, api: { "same-as": "checkout", facts: { logs: "yes" } } } },
        { elements: { api: { kind: "process" } } },
      ),
    );
    expect([...result.elements.keys()]).toEqual(["checkout"]);
    expect(result.elements.get("checkout")?.value).toMatchObject({
      title: "Checkout",
      kind: "process",
      facts: { logs: "yes" },
    });
  });

  test("an answer that was written under the observed id moves with it; the own id's fields win", () => {
    const result = effective(
      of(
        {
          elements: {
            checkout: { "same-as": "api", facts: { logs: "yes" } },
            api: { facts: { logs: "no", "runs-as-root": "no" } },
          },
        },
        { elements: { api: { kind: "process" }, checkout: { kind: "data-store" } } },
      ),
    );
    expect(result.elements.get("checkout")?.value).toMatchObject({
      kind: "data-store",
      facts: { logs: "yes", "runs-as-root": "no" },
    });
    expect(result.elements.size).toBe(1);
  });

  test("a circle of same-as loses no thing", () => {
    const result = effective(
      of({ elements: { a: { "same-as": "b" }, b: { "same-as": "a" } } }, { elements: { a: {}, b: {} } }),
    );
    expect([...result.elements.keys()]).toEqual(["a"]);
    expect(result.resolve("b")).toBe("a");
  });
});

describe("was", () => {
  test("redirects references to the old id", () => {
    const result = effective(
      of({ elements: { store: { was: ["db"] } }, flows: { save: { from: "web", to: "db" } }, zones: {} }),
    );
    expect(result.flows.get("save")?.value.to).toBe("store");
    expect(result.resolve("db")).toBe("store");
    expect(result.resolve("unheard-of")).toBe("unheard-of");
  });

  test("a renamed observed thing is the model's thing of the new id", () => {
    const result = effective(
      of(
        { elements: { store: { was: ["db"] } } },
        { elements: { db: { kind: "data-store" } }, flows: { save: { to: "db" } } },
      ),
    );
    expect([...result.elements.keys()]).toEqual(["store"]);
    expect(result.elements.get("store")?.value.kind).toBe("data-store");
    expect(result.flows.get("save")?.value.to).toBe("store");
  });

  test("an old id that a new thing took means the new thing", () => {
    const result = effective(of({ elements: { store: { was: ["db"] }, db: {} }, flows: { save: { to: "db" } } }));
    expect(result.flows.get("save")?.value.to).toBe("db");
    expect([...result.elements.keys()]).toEqual(["db", "store"]);
  });

  test("follows a chain of renames", () => {
    const result = effective(
      of({ elements: { third: { was: ["second"] } } }, { elements: { second: { was: ["first"] } } }),
    );
    expect(result.resolve("first")).toBe("third");
  });
});

describe("ignore", () => {
  test("leaves out the observed thing and what hangs on it", () => {
    const result = effective(
      of(
        {
          elements: { sidecar: { ignore: "only on developers' machines" } },
          zones: { net: { ignore: "no border in production" } },
        },
        {
          zones: { net: { in: "host" }, host: {} },
          elements: { sidecar: {}, web: { zone: "net", "also-on": ["net", "host"] } },
          flows: { "web-to-sidecar": { from: "web", to: "sidecar" }, other: { from: "web", to: "web2" } },
          "entry-points": { debug: { on: "sidecar" } },
          dependencies: { lib: { "used-by": ["sidecar", "web"], element: "sidecar" } },
        },
      ),
    );
    expect([...result.elements.keys()]).toEqual(["web"]);
    expect(result.elements.get("web")?.value).toEqual({ zone: "host", "also-on": ["host"] });
    expect([...result.flows.keys()]).toEqual(["other"]);
    expect(result.entryPoints.size).toBe(0);
    expect(result.dependencies.get("lib")?.value).toEqual({ "used-by": ["web"] });
    expect([...result.ignored].sort()).toEqual(["net", "sidecar"]);
  });

  test("an ignored zone in nothing leaves its members' zone unknown", () => {
    const result = effective(
      of({ zones: { net: { ignore: "no border" } } }, { zones: { net: {} }, elements: { web: { zone: "net" } } }),
    );
    expect(result.elements.get("web")?.value).toEqual({});
  });
});

describe("laws", () => {
  const name = fc.constantFrom("a", "b", "c", "d");
  const element = fc.record(
    {
      kind: fc.constantFrom("process" as const, "data-store" as const),
      zone: name,
      "same-as": name,
      was: fc.array(name, { maxLength: 2 }),
      ignore: fc.constant("why"),
      facts: fc.dictionary(name, fc.constantFrom("yes", "no")),
    },
    { requiredKeys: [] },
  );
  const elements = fc.dictionary(name, element);

  test("total, in code unit order, never a redirected id as a key, input untouched", () => {
    fc.assert(
      fc.property(elements, elements, (declared, observed) => {
        const document = of({ elements: declared }, { elements: observed });
        const before = JSON.stringify(document);
        const result = effective(document);
        const keys = [...result.elements.keys()];
        expect(keys).toEqual([...keys].sort());
        for (const key of keys) expect(result.resolve(key)).toBe(key);
        expect(JSON.stringify(document)).toBe(before);
      }),
    );
  });

  test("with no redirects every id of either layer is there", () => {
    const plain = fc.dictionary(name, fc.record({ zone: name }, { requiredKeys: [] }));
    fc.assert(
      fc.property(plain, plain, (declared, observed) => {
        const keys = [...effective(of({ elements: declared }, { elements: observed })).elements.keys()];
        expect(keys).toEqual([...new Set([...Object.keys(declared), ...Object.keys(observed)])].sort());
      }),
    );
  });
});
