import { describe, expect, test } from "vitest";
import type { Document, Model } from "../../model/document.ts";
import { derivedFactNames, derivedFacts } from "./index.ts";
import { type Space, spaceOf, spaces } from "./space.ts";
import { bazaar, valuesOf } from "./testing/bazaar.ts";

/** Space, fact, the things of which it is yes, and of which it is unknown; of every other thing it is no. */
const table: readonly (readonly [Space, string, string, string])[] = [
  ["element", "in-internet-zone", "shopper", "heap lost"],
  ["element", "in-untrusted-zone", "bank clerk shopper", "heap lost"],
  ["element", "in-device-zone", "clerk", "heap lost"],
  ["element", "in-dmz-zone", "pages site", "heap lost"],
  ["element", "third-party-run", "bank clerk helper", "heap lost"],
  ["element", "zone-known", "bank clerk heap helper kiosk ledger office pages safe shopper site worker", ""],
  ["element", "on-several-zones", "site", ""],
  ["zone", "is-internet", "web", "fog"],
  ["zone", "is-private", "cell edge host land vault", "fog"],
  ["zone", "is-segment", "cell land", ""],
  ["zone", "has-children", "land", ""],
  ["zone", "holds-process", "edge host land", ""],
  ["zone", "holds-data-store", "cell edge fog land vault", ""],
  ["zone", "borders-internet", "edge land", ""],
  ["flow", "meant-for-everybody", "browse", ""],
  ["flow", "segment-refuses", "manage pay refused", "drift"],
  ["flow", "crosses-border", "ask browse help manage pay read refused tap", "drift"],
  ["flow", "same-zone", "store talk", "drift"],
  ["flow", "crosses-internet", "browse refused", "drift"],
  ["flow", "crosses-third-party", "pay", "drift"],
  ["flow", "from-untrusted", "browse manage refused", "drift"],
  ["flow", "to-untrusted", "pay", "drift"],
  ["flow", "enters-trust", "browse manage refused", "drift"],
  ["flow", "leaves-trust", "pay", "drift"],
  ["flow", "crosses-tenant", "read", ""],
  ["flow", "crosses-user", "pay", ""],
  ["flow", "crosses-process", "help", ""],
  ["flow", "crosses-machine", "ask", ""],
  ["flow", "within-host", "ask help talk", "drift"],
  ["flow", "segment-allows", "tap", "drift"],
  ["flow", "to-data-store", "drift store tap", ""],
  ["flow", "to-process", "ask browse help manage read refused talk", ""],
  ["flow", "to-external", "pay", ""],
  ["flow", "from-external", "browse manage refused", ""],
  ["flow", "from-process", "ask drift help pay store talk tap", ""],
  ["flow", "from-data-store", "read", ""],
  ["flow", "opens-known", "ask browse drift help manage pay read refused talk tap", ""],
  ["flow", "has-protocol", "browse", ""],
  ["element", "handles-personal", "bank clerk ledger office site", "heap lost shopper"],
  ["element", "handles-credentials", "clerk ledger office", "heap lost shopper"],
  ["element", "handles-card", "bank ledger office safe site", "heap lost shopper"],
  ["element", "handles-confidential", "bank clerk ledger office safe site", "heap lost shopper"],
  ["element", "handles-restricted", "bank clerk ledger office safe site", "heap lost shopper"],
  ["element", "handles-known", "bank clerk heap helper kiosk ledger office pages safe shopper site worker", ""],
  ["flow", "carries-personal", "manage pay read store", "drift refused"],
  ["flow", "carries-credentials", "manage", "drift refused"],
  ["flow", "carries-card", "pay store tap", "drift refused"],
  ["flow", "carries-confidential", "manage pay read store tap", "drift refused"],
  ["flow", "carries-restricted", "manage pay read store tap", "drift refused"],
  ["flow", "shares-personal", "pay", "drift"],
  ["flow", "shares-confidential", "pay", "drift"],
  ["flow", "carries-known", "ask browse help manage pay read refused store talk tap", ""],
  ["entry-point", "takes-data", "api desk-admin inbox shop", "build counter hook nightly port riddle shell"],
  ["entry-point", "takes-confidential", "desk-admin inbox", "api build counter hook nightly port riddle shell"],
  ["dependency", "receives-data", "payments", "base chat cloud compiler left-pad mystery"],
  ["dependency", "receives-confidential", "payments", "base chat cloud compiler left-pad mystery"],
  ["data", "is-personal", "allergies profile", "thing"],
  ["data", "is-special-category", "allergies", "thing"],
  ["data", "is-health", "allergies", "thing"],
  ["data", "is-payment-card", "card", "thing"],
  ["data", "is-credential", "password token", "thing"],
  ["data", "is-password", "password", "thing"],
  ["data", "is-secret", "password", "thing"],
  ["data", "is-confidential", "allergies card password profile", "thing"],
  ["data", "is-restricted", "allergies card password", "thing"],
  ["data", "is-classified", "allergies card page password profile token", ""],
  ["data", "is-stored", "allergies card page password profile thing", ""],
  ["data", "leaves-system", "card page profile", ""],
  ["entry-point", "is-api", "api", "riddle"],
  ["entry-point", "is-web", "counter shop", "riddle"],
  ["entry-point", "is-admin", "desk-admin", "riddle"],
  ["entry-point", "is-queue", "inbox", "riddle"],
  ["entry-point", "is-file", "drop", "riddle"],
  ["entry-point", "is-webhook", "hook", "riddle"],
  ["entry-point", "is-cli", "shell", "riddle"],
  ["entry-point", "is-scheduled", "nightly", "riddle"],
  ["entry-point", "is-pipeline", "build", "riddle"],
  ["entry-point", "is-physical", "port", "riddle"],
  ["entry-point", "open-to-internet", "api desk-admin shop", "counter hook riddle"],
  ["entry-point", "open-to-anonymous", "shop", "api build drop hook inbox nightly port riddle shell"],
  ["entry-point", "meant-for-anonymous", "shop", "api build drop hook inbox nightly port riddle shell"],
  ["entry-point", "access-known", "counter shop", ""],
  ["entry-point", "open-to-privileged", "api desk-admin", "build drop hook inbox nightly port riddle shell"],
  ["element", "internet-facing", "office site", "heap"],
  ["element", "reachable-from-internet", "bank ledger office safe site", ""],
  ["element", "reachable-anonymously", "site", "bank clerk heap helper ledger lost office safe shopper worker"],
  ["element", "is-privileged-interface", "office", "lost worker"],
  ["element", "has-entry-point", "kiosk lost office site worker", "bank clerk heap helper ledger pages safe shopper"],
  ["element", "is-process", "helper kiosk lost office site worker", ""],
  ["element", "has-inbound", "bank heap helper ledger office safe site worker", ""],
  ["element", "has-outbound", "clerk helper ledger lost office shopper site worker", ""],
  ["element", "calls-third-party", "office worker", ""],
  ["element", "multi-tenant", "site", "heap helper kiosk ledger lost pages safe worker"],
  ["dependency", "is-library", "left-pad", "mystery"],
  ["dependency", "is-image", "base", "mystery"],
  ["dependency", "is-external-service", "payments probe", "mystery"],
  ["dependency", "is-platform", "cloud", "mystery"],
  ["dependency", "is-model", "chat", "mystery"],
  ["dependency", "is-build-tool", "compiler", "mystery"],
  ["dependency", "version-known", "payments", ""],
];

const words = (text: string): readonly string[] => (text === "" ? [] : text.split(" "));
const document: Document = { model: bazaar };

/** Facts about the system as a whole: the model that makes it so, and what the fact then is. */
const whole: readonly (readonly [string, Partial<Model>, string])[] = [
  ["has-flows", { elements: bazaar.elements ?? {}, flows: bazaar.flows ?? {} }, "yes"],
  ["has-flows", { elements: bazaar.elements ?? {} }, "no"],
  ["names-data-store", { elements: { db: { kind: "data-store" } } }, "yes"],
  ["names-data-store", { elements: { web: { kind: "process" } } }, "no"],
  ["names-third-party", { dependencies: { lib: { kind: "library" } } }, "yes"],
  [
    "names-third-party",
    { zones: { out: { kind: "third-party" } }, elements: { bank: { kind: "external-entity", zone: "out" } } },
    "yes",
  ],
  ["names-third-party", { elements: { web: { kind: "process" } } }, "no"],
  ["has-tenants", { elements: { web: { tenancy: "shared" } } }, "yes"],
  ["has-tenants", { facts: { "several-tenants": "no" } }, "no"],
  ["has-tenants", { elements: { web: { tenancy: "dedicated" } } }, "unknown"],
  ["has-personal-data", { data: { profile: { kinds: ["personal"] }, note: {} } }, "yes"],
  ["has-personal-data", { data: { page: { kinds: ["business"] } } }, "no"],
  ["has-personal-data", { data: { page: { kinds: ["business"] }, note: {} } }, "unknown"],
  ["has-personal-data", {}, "unknown"],
  ["has-audit-data", { data: { trail: { kinds: ["audit-log"] } } }, "yes"],
  ["has-audit-data", { data: { page: { kinds: ["business"] } } }, "no"],
  ["has-internet-entry", bazaar, "yes"],
  ["has-internet-entry", { elements: { web: { kind: "process" } } }, "no"],
];

describe("derived facts", () => {
  test.each(table)("of each %s: %s", (space, fact, yes, unknown) => {
    const values = valuesOf(fact, space, document);
    const ids = [...values.keys()];
    expect(ids.filter((id) => values.get(id) === "yes")).toEqual(words(yes));
    expect(ids.filter((id) => values.get(id) === "unknown")).toEqual(words(unknown));
    expect(ids.filter((id) => values.get(id) === "not-applicable")).toEqual([]);
  });

  test.each(whole)("of the system: %s, case %#", (fact, model, value) => {
    const values = valuesOf(fact, "model", { model: { parapet: 1, system: "Small", ...model } });
    expect([...values.values()]).toEqual([value]);
  });

  test("are each in a table, once", () => {
    const tested = [...table.map(([, fact]) => fact), ...new Set(whole.map(([fact]) => fact))];
    expect([...tested].sort()).toEqual([...derivedFactNames].sort());
    expect(new Set(derivedFactNames).size).toBe(derivedFactNames.length);
  });

  test("are each yes of something and not yes of something else", () => {
    const everywhere = table.filter(([space, fact, yes]) => {
      const all = valuesOf(fact, space, document).size;
      return words(yes).length === 0 || words(yes).length === all;
    });
    expect(everywhere).toEqual([]);
  });

  test("are no where they are not defined", () => {
    for (const fact of derivedFacts) {
      const own = new Set(fact.on.map(spaceOf));
      for (const space of spaces.filter((other) => !own.has(other))) {
        const values = new Set(valuesOf(fact.id, space, document).values());
        expect([fact.id, space, [...values]]).toEqual([fact.id, space, ["no"]]);
      }
    }
  });

  test("say what a yes means, of a subject or of the system", () => {
    for (const { id, say } of derivedFacts)
      expect(`${id}: ${say}`).toMatch(/: (.*\{subject\}.*|.*\b(system|model)\b.*)$/);
  });
});

describe("what nobody drew", () => {
  const small = (model: Partial<Model>): Document => ({ model: { parapet: 1, system: "Small", ...model } });
  const one = (fact: string, space: Space, model: Partial<Model>, id: string) =>
    valuesOf(fact, space, small(model)).get(id);

  test("data that a store may hold may be stored", () => {
    const data = { token: {} };
    expect(one("is-stored", "data", { data, elements: { db: { kind: "data-store" } } }, "token")).toBe("unknown");
    expect(one("is-stored", "data", { data, elements: { db: { kind: "data-store", holds: [] } } }, "token")).toBe("no");
    expect(one("is-stored", "data", { data, elements: { web: { kind: "process" } } }, "token")).toBe("no");
  });

  test("data may leave on a flow to somebody else whose list nobody told", () => {
    const model = {
      data: { token: {} },
      elements: { web: { kind: "process" as const }, mailer: { kind: "external-entity" as const } },
    };
    expect(one("leaves-system", "data", { ...model, flows: { send: { from: "web", to: "mailer" } } }, "token")).toBe(
      "unknown",
    );
    expect(
      one(
        "leaves-system",
        "data",
        { ...model, flows: { send: { from: "web", to: "mailer", carries: [], returns: [] } } },
        "token",
      ),
    ).toBe("no");
    expect(
      one(
        "leaves-system",
        "data",
        { ...model, flows: { ask: { from: "mailer", to: "web", carries: [], returns: ["token"] } } },
        "token",
      ),
    ).toBe("yes");
  });

  test.each([
    ["shop", "bank", ["profile"], [], "yes"],
    ["shop", "bank", [], ["profile"], "no"],
    ["bank", "shop", ["profile"], [], "no"],
    ["bank", "shop", [], ["profile"], "yes"],
    ["bank", "shop", [], undefined, "unknown"],
    ["bank", "shop", undefined, [], "no"],
    ["shop", "heap", ["profile"], ["profile"], "no"],
    ["shop", "lost", ["profile"], [], "unknown"],
  ])("a third party gets what is sent to it: from %s to %s, %j and back %j: %s", (from, to, carries, returns, yes) => {
    const model: Partial<Model> = {
      data: { profile: { kinds: ["personal"] } },
      zones: { ours: { kind: "private-network" }, partner: { kind: "third-party" } },
      elements: {
        shop: { kind: "process", zone: "ours" },
        heap: { kind: "data-store", zone: "ours" },
        bank: { kind: "external-entity", zone: "partner" },
        lost: { kind: "external-entity" },
      },
      flows: { talk: { from, to, ...(carries && { carries }), ...(returns && { returns }) } },
    };
    expect(one("shares-personal", "flow", model, "talk")).toBe(yes);
  });

  test("a list that only sources filled is a lower bound: yes of what is there, never no", () => {
    const observed = { parapet: 1, elements: { db: { kind: "data-store" as const, holds: ["page"] } } };
    const data = { page: { kinds: ["business" as const] }, profile: { kinds: ["personal" as const] } };
    const value = (holds: readonly string[]) =>
      valuesOf("handles-personal", "element", {
        ...small({ data }),
        observed: { ...observed, elements: { db: { kind: "data-store", holds: [...holds] } } },
      }).get("db");
    expect(value(["page"])).toBe("unknown");
    expect(value(["profile"])).toBe("yes");
    expect(
      one("handles-personal", "element", { data, elements: { db: { kind: "data-store", holds: ["page"] } } }, "db"),
    ).toBe("no");
  });
});
