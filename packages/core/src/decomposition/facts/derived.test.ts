import { describe, expect, test } from "vitest";
import type { Document, Model } from "../../model/document.ts";
import type { Flow } from "../../model/flow.ts";
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
  ["element", "only-files", "heap", ""],
  ["zone", "is-private", "cell edge host land vault", "fog"],
  ["zone", "is-segment", "cell land", ""],
  ["zone", "holds-process", "edge host land", ""],
  ["zone", "holds-data-store", "cell edge fog land vault", ""],
  ["zone", "borders-internet", "edge land", ""],
  ["flow", "meant-for-everybody", "browse", ""],
  ["flow", "segment-refuses", "manage pay refused", "drift"],
  ["flow", "crosses-border", "ask browse help manage pay read refused tap", "drift"],
  ["flow", "same-zone", "store talk", "drift"],
  ["flow", "crosses-internet", "browse refused", "drift"],
  ["flow", "crosses-third-party", "pay", "drift"],
  ["flow", "to-untrusted", "pay", "drift"],
  ["flow", "enters-trust", "browse manage refused", "drift"],
  ["flow", "leaves-trust", "pay", "drift"],
  ["flow", "crosses-tenant", "read", ""],
  ["flow", "crosses-user", "pay", ""],
  ["flow", "crosses-process", "help", ""],
  ["flow", "within-host", "help talk", "drift"],
  ["flow", "to-data-store", "drift store tap", ""],
  ["flow", "to-process", "ask browse help manage read refused talk", ""],
  ["flow", "to-external", "pay", ""],
  ["flow", "from-external", "browse manage refused", ""],
  ["flow", "from-process", "ask drift help pay store talk tap", ""],
  ["flow", "from-data-store", "read", ""],
  ["element", "handles-personal", "bank clerk ledger office site", "heap lost shopper"],
  ["element", "handles-credentials", "clerk ledger office", "heap lost shopper"],
  ["element", "handles-card", "bank ledger office safe site", "heap lost shopper"],
  ["element", "handles-confidential", "bank clerk ledger office safe site", "heap lost shopper"],
  ["element", "handles-restricted", "bank clerk ledger office safe site", "heap lost shopper"],
  ["flow", "carries-personal", "manage pay read store", "drift refused"],
  ["flow", "carries-credentials", "manage", "drift refused"],
  ["flow", "carries-card", "pay store tap", "drift refused"],
  ["flow", "carries-confidential", "manage pay read store tap", "drift refused"],
  ["flow", "carries-restricted", "manage pay read store tap", "drift refused"],
  ["flow", "shares-personal", "pay", "drift"],
  ["flow", "shares-confidential", "pay", "drift"],
  ["entry-point", "takes-confidential", "desk-admin inbox", "api build counter hook nightly port riddle shell"],
  ["dependency", "receives-data", "payments", "base chat cloud compiler left-pad mystery"],
  ["dependency", "receives-confidential", "payments", "base chat cloud compiler left-pad mystery"],
  ["data", "is-personal", "allergies profile", "thing"],
  ["data", "is-special-category", "allergies", "thing"],
  ["data", "is-payment-card", "card", "thing"],
  ["data", "is-credential", "password token", "thing"],
  ["data", "is-password", "password", "thing"],
  ["data", "is-secret", "password", "thing"],
  ["data", "is-confidential", "allergies card password profile", "thing"],
  ["data", "is-restricted", "allergies card password", "thing"],
  ["data", "is-stored", "allergies card page password profile thing", ""],
  ["data", "goes-to-third-party", "card profile", "allergies page password thing token"],
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
  ["entry-point", "open-to-privileged", "api desk-admin", "build drop hook inbox nightly port riddle shell"],
  ["element", "internet-facing", "office site", "heap"],
  ["element", "reachable-from-internet", "bank ledger office safe site", ""],
  ["element", "reachable-anonymously", "site", "bank clerk heap helper ledger lost office safe shopper worker"],
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
  ["names-third-party", { dependencies: { lib: { kind: "library" } } }, "yes"],
  [
    "names-third-party",
    { zones: { out: { kind: "third-party" } }, elements: { bank: { kind: "external-entity", zone: "out" } } },
    "yes",
  ],
  ["names-third-party", { elements: { web: { kind: "process" } } }, "no"],
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

  test("data may go to a third party on a flow whose list, or whose ends, nobody told", () => {
    const zones = { inside: { kind: "private-network" as const }, partner: { kind: "third-party" as const } };
    const data = { token: {} };
    const web = { kind: "process" as const, zone: "inside" };
    const elements = { web, mailer: { kind: "external-entity" as const, zone: "partner" } };
    const flow = (send: Flow, more: object = {}) =>
      one("goes-to-third-party", "data", { zones, data, elements, flows: { send }, ...more }, "token");
    expect(flow({ from: "web", to: "mailer" })).toBe("unknown");
    expect(flow({ from: "web", to: "mailer", carries: [] })).toBe("no");
    expect(flow({ from: "web", to: "mailer", carries: [], returns: ["token"] })).toBe("no");
    expect(flow({ from: "web", to: "mailer", carries: ["token"] })).toBe("yes");
    expect(flow({ from: "mailer", to: "web", carries: [], returns: ["token"] })).toBe("yes");
    const lost = { elements: { web, mailer: { kind: "external-entity" } } };
    expect(flow({ from: "web", to: "mailer", carries: [] }, lost)).toBe("unknown");
  });

  test.each([
    ["a mounted volume", "file", "inside", undefined, "yes"],
    ["a share of files on another machine, as people say", "file", "inside", "NFS", "no"],
    ["files in another zone", "file", "apart", undefined, "no"],
    ["a database in the same network", "postgresql", "inside", undefined, "no"],
  ] as const)("what goes over no network: %s", (_name, protocol, zone, why, expected) => {
    const model: Partial<Model> = {
      zones: { inside: { kind: "private-network" }, apart: { kind: "private-network" } },
      elements: { app: { kind: "process", zone: "inside" }, kept: { kind: "data-store", zone } },
      flows: { save: { from: "app", to: "kept", protocol, ...(why && { crosses: [{ what: "machine", why }] }) } },
    };
    expect(one("within-host", "flow", model, "save")).toBe(expected);
  });

  test.each([
    ["a volume that two mount", ["file", "file"], "yes"],
    ["a database with its files", ["file", "postgresql"], "no"],
    ["a store whose one protocol nobody says", ["file", undefined], "no"],
    ["a store that nothing uses", [], "no"],
  ] as const)("what is files and no program: %s", (_name, protocols, expected) => {
    const flows = protocols.map((protocol, i) => [
      `use-${i}`,
      { from: "app", to: "kept", ...(protocol && { protocol }) },
    ]);
    const model: Partial<Model> = {
      elements: { app: { kind: "process" }, kept: { kind: "data-store" } },
      flows: Object.fromEntries(flows),
    };
    expect(one("only-files", "element", model, "kept")).toBe(expected);
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
