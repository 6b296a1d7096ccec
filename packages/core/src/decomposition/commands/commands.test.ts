import { describe, expect, test } from "vitest";
import type { CommandBody } from "../../model/command.ts";
import { changedSince, diagramDigest, surfaceDigest } from "../../model/digest.ts";
import type { Document } from "../../model/document.ts";
import { effective } from "../../model/effective.ts";
import { emptyKnowledge, runCommand, type Setting } from "../../model/testing/run-command.ts";
import { body as addData } from "./add-data.ts";
import { body as addDependency } from "./add-dependency.ts";
import { body as addElement } from "./add-element.ts";
import { body as addEntryPoint } from "./add-entry-point.ts";
import { body as addFlow } from "./add-flow.ts";
import { body as addZone } from "./add-zone.ts";
import { body as removeThing } from "./remove-thing.ts";
import { body as renameThing } from "./rename-thing.ts";
import { body as reviewDiagram } from "./review-diagram.ts";
import { body as reviewSurface } from "./review-surface.ts";
import { body as setField } from "./set-field.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    roles: { customer: {}, staff: {}, web: {} },
    participants: { ann: { job: "engineer" } },
    attackers: { thief: { starts: "lonely" } },
    assumptions: { safe: { text: "Safe", facts: { web: { logs: "yes" } } } },
    features: { cards: { title: "Cards", changes: ["web"] } },
    data: { order: { classification: "internal" } },
    zones: { outer: {}, inner: { in: "outer" } },
    elements: {
      web: {
        kind: "process",
        zone: "inner",
        technologies: ["node"],
        facts: { logs: { value: "no", partly: ["web"] } },
      },
      lonely: { kind: "process", was: ["alone"] },
    },
    flows: { save: { from: "web", to: "db", carries: ["order"] } },
    "entry-points": { login: { on: "web", kind: "web", via: ["save"], access: { customer: "yes" } } },
  },
  observed: {
    parapet: 1,
    roles: { bot: {} },
    elements: { db: { kind: "data-store", zone: "inner", seen: "compose.yaml:3" }, cache: { kind: "data-store" } },
    flows: { "web-to-cache": { from: "web", to: "cache", protocol: "redis" } },
  },
};
const knowledge: Setting["knowledge"] = {
  ...emptyKnowledge,
  pools: [
    {
      id: "authentication",
      on: ["entry-point"],
      ask: "How?",
      for: "engineer",
      asked: "thing",
      values: { oidc: { say: "sign-in", facts: {} } },
    },
  ],
};
const run = <Input>(command: CommandBody<Input>, input: unknown) => runCommand(command, input, document, { knowledge });
const model = <Input>(command: CommandBody<Input>, input: unknown) => run(command, input).after.model;

describe("add", () => {
  test("add-element", () => {
    const given = {
      title: "Order queue",
      kind: "process",
      zone: "inner",
      "also-on": ["outer"],
      holds: [],
      technologies: ["rabbitmq"],
      tenancy: "shared",
      state: "planned",
    };
    expect(model(addElement, given).elements?.["order-queue"]).toEqual(given);
    expect(model(addElement, { title: "Web", kind: "process", zone: "inner" }).elements?.["web-inner"]?.title).toBe(
      "Web",
    );
    expect(model(addElement, { title: "DB", kind: "process" }).elements?.["db-process"]?.title).toBe("DB");
    const bare: Document = { model: { parapet: 1, system: "S" } };
    expect(runCommand(addElement, { id: "a", kind: "process" }, bare).changes).toEqual([
      { collection: "model", id: "model", field: ["elements"], after: { a: { kind: "process" } } },
    ]);
  });

  test.each([
    [{ kind: "process" }, ["missing-key"]],
    [{ id: "web", kind: "process" }, ["duplicate-id"]],
    [{ id: "db", kind: "process" }, ["duplicate-id"]],
    [{ id: "alone", kind: "process" }, ["duplicate-id"]],
    [{ id: "cards", kind: "process" }, ["duplicate-id"]],
    [{ id: "model", kind: "process" }, ["bad-id"]],
    [{ id: "new", kind: "process", zone: "iner" }, ["dangling-reference"]],
    [{ id: "new", kind: "process", holds: ["web"] }, ["dangling-reference"]],
  ])("add-element refuses %o", (given, codes) => {
    expect(run(addElement, given).codes).toEqual(codes);
  });

  test("add-flow", () => {
    expect(model(addFlow, { from: "web", to: "lonely", protocol: "https" }).flows?.["web-to-lonely"]).toEqual({
      from: "web",
      to: "lonely",
      protocol: "https",
    });
    expect(model(addFlow, { from: "web", to: "cache", protocol: "http" }).flows?.["web-to-cache-http"]?.to).toBe(
      "cache",
    );
    const tenant = {
      title: "Read",
      from: "db",
      to: "web",
      carries: [],
      crosses: [{ what: "tenant", why: "shared store" }],
    };
    expect(model(addFlow, tenant).flows?.read).toEqual(tenant);
    expect(run(addFlow, { from: "web", to: "web" }).codes).toEqual(["self-flow"]);
    expect(run(addFlow, { from: "web", to: "gone" }).codes).toEqual(["dangling-reference"]);
    expect(run(addFlow, { id: "save", from: "web", to: "db" }).codes).toEqual(["duplicate-id"]);
    expect(run(addFlow, { from: "web", to: "db", carries: ["orders"] }).codes).toEqual(["dangling-reference"]);
  });

  test("add-zone", () => {
    expect(model(addZone, { title: "Vault", kind: "cluster", in: "inner", allows: ["save"] }).zones?.vault).toEqual({
      title: "Vault",
      kind: "cluster",
      in: "inner",
      allows: ["save"],
    });
    expect(run(addZone, { id: "vault", in: "nowhere" }).codes).toEqual(["dangling-reference"]);
    expect(run(addZone, { id: "outer" }).codes).toEqual(["duplicate-id"]);
  });

  test("add-entry-point", () => {
    const given = {
      on: "web",
      kind: "api",
      at: "POST /orders",
      via: ["save"],
      authentication: "oidc",
      access: { customer: { when: "owns it" } },
      carries: ["order"],
    };
    expect(model(addEntryPoint, given)["entry-points"]?.["post-orders"]).toEqual(given);
    expect(run(addEntryPoint, { id: "x", on: "nothing", kind: "api" }).codes).toEqual(["dangling-reference"]);
    expect(run(addEntryPoint, { id: "x", on: "web", kind: "api", authentication: "magic" }).codes).toEqual([
      "not-in-list",
    ]);
    expect(run(addEntryPoint, { id: "x", on: "lonely", kind: "api", via: ["save"] }).codes).toEqual(["not-possible"]);
    expect(run(addEntryPoint, { id: "x", on: "web", kind: "api", access: { king: "yes" } }).codes).toEqual([
      "dangling-reference",
    ]);
    expect(run(addEntryPoint, { id: "login", on: "web", kind: "api" }).codes).toEqual(["duplicate-id"]);
  });

  test("add-data", () => {
    const given = { title: "Card number", classification: "restricted", kinds: ["payment-card"] };
    expect(model(addData, given).data?.["card-number"]).toEqual(given);
    expect(run(addData, { id: "order" }).codes).toEqual(["duplicate-id"]);
  });

  test("add-dependency", () => {
    const given = { id: "express", kind: "library", "used-by": ["web"], version: "5.1.0" };
    expect(model(addDependency, given).dependencies?.express).toEqual({
      kind: "library",
      "used-by": ["web"],
      version: "5.1.0",
    });
    expect(run(addDependency, { id: "express", kind: "library", "used-by": ["api"] }).codes).toEqual([
      "dangling-reference",
    ]);
    expect(run(addDependency, { id: "express", kind: "library", element: "inner" }).codes).toEqual([
      "dangling-reference",
    ]);
    expect(run(addDependency, { id: "web", kind: "library" }).codes).toEqual(["duplicate-id"]);
  });
});

describe("set-field", () => {
  test("sets a field of a declared thing", () => {
    expect(run(setField, { id: "web", field: "zone", value: "outer" }).changes).toEqual([
      { collection: "model.elements", id: "web", field: ["zone"], before: "inner", after: "outer" },
    ]);
    expect(run(setField, { id: "alone", field: "title", value: "Alone" }).changes).toEqual([
      { collection: "model.elements", id: "lonely", field: ["title"], after: "Alone" },
    ]);
  });

  test("overrides one field of an observed thing and copies nothing else", () => {
    const after = run(setField, { id: "db", field: "zone", value: "outer" }).after;
    expect(after.model.elements?.db).toEqual({ zone: "outer" });
    expect(effective(after).elements.get("db")?.value).toEqual({
      kind: "data-store",
      zone: "outer",
      seen: "compose.yaml:3",
    });
  });

  test("takes a field away", () => {
    for (const value of [undefined, null]) {
      expect(run(setField, { id: "web", field: "zone", value }).changes).toEqual([
        { collection: "model.elements", id: "web", field: ["zone"], before: "inner" },
      ]);
    }
  });

  test("a set changes by its members, listed or joined by commas", () => {
    for (const value of [["node", "express"], "node, express"]) {
      expect(run(setField, { id: "web", field: "technologies", value }).changes).toEqual([
        { collection: "model.elements", id: "web", field: ["technologies", "express"], after: true },
      ]);
    }
  });

  test("none is the empty set, and a word like any other where no set is", () => {
    expect(model(setField, { id: "save", field: "carries", value: "none" }).flows?.save?.carries).toEqual([]);
    expect(model(setField, { id: "web", field: "title", value: "none" }).elements?.web?.title).toBe("none");
  });

  test("one role's access, roles, people and features", () => {
    expect(run(setField, { id: "login", field: "access.staff", value: { when: "on call" } }).changes).toEqual([
      { collection: "model.entry-points", id: "login", field: ["access", "staff"], after: { when: "on call" } },
    ]);
    expect(model(setField, { id: "login", field: "access.customer" })["entry-points"]?.login?.access).toEqual({});
    expect(model(setField, { id: "ann", field: "senior", value: "yes" }).participants?.ann).toEqual({
      job: "engineer",
      senior: "yes",
    });
    expect(model(setField, { id: "cards", field: "adds", value: ["lonely"] }).features?.cards?.adds).toEqual([
      "lonely",
    ]);
    expect(model(setField, { id: "web", field: "privileged", value: "yes", of: "roles" }).roles?.web).toEqual({
      privileged: "yes",
    });
    expect(model(setField, { id: "login", field: "on", value: "lonely" })["entry-points"]?.login?.on).toBe("lonely");
  });

  test.each([
    [{ id: "wep", field: "zone", value: "outer" }, ["dangling-reference"]],
    [{ id: "web", field: "colour", value: "red" }, ["unknown-key"]],
    [{ id: "web", field: "kind", value: "human" }, ["not-in-list"]],
    [{ id: "web", field: "zone", value: "Inner" }, ["bad-id"]],
    [{ id: "web", field: "title", value: 3 }, ["wrong-type"]],
    [{ id: "web", field: "zone", value: "nowhere" }, ["dangling-reference"]],
    [{ id: "outer", field: "in", value: "inner" }, ["zone-cycle"]],
    [{ id: "save", field: "to", value: "web" }, ["self-flow"]],
    [{ id: "web", field: "facts", value: {} }, ["not-possible"]],
    [{ id: "web", field: "facts.logs", value: "yes" }, ["not-possible"]],
    [{ id: "web", field: "was", value: ["old"] }, ["not-possible"]],
    [{ id: "web", field: "title.short", value: "x" }, ["not-possible"]],
    [{ id: "login", field: "access.staff", value: "maybe" }, ["not-in-list"]],
    [{ id: "login", field: "access.king", value: "yes" }, ["dangling-reference"]],
    [{ id: "login", field: "authentication", value: "magic" }, ["not-in-list"]],
    [{ id: "web", field: "description" }, ["nothing-matched"]],
    [{ id: "db", field: "zone" }, ["not-possible"]],
    [{ id: "web", field: "zone", value: "outer", of: "flows" }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect([...new Set(run(setField, given).codes)]).toEqual(codes);
  });
});

describe("remove-thing", () => {
  test("removes what nothing names", () => {
    const free = { ...document, model: { ...document.model, attackers: {} } };
    expect(runCommand(removeThing, { id: "lonely" }, free).after.model.elements).toEqual({
      web: document.model.elements?.web,
    });
    expect(run(removeThing, { id: "login" }).after.model["entry-points"]).toEqual({});
    expect(run(removeThing, { id: "staff" }).after.model.roles).toEqual({ customer: {}, web: {} });
    expect(run(removeThing, { id: "cards" }).after.model.features).toEqual({});
    expect(run(removeThing, { id: "ann" }).after.model.participants).toEqual({});
  });

  test.each([
    [
      "web",
      "web is named by cards (changes), login (on), safe (facts), save (from), web-to-cache (from). Change or remove these first.",
    ],
    ["lonely", "lonely is named by thief (starts). Change or remove these first."],
    ["outer", "outer is named by inner (in). Change or remove these first."],
    ["order", "order is named by save (carries). Change or remove these first."],
    ["save", "save is named by login (via). Change or remove these first."],
    ["customer", "customer is named by login (access). Change or remove these first."],
    ["db", "db is named by save (to). Change or remove these first."],
    ["cache", "No reason is given for leaving out cache, which a source shows. Say why, in one sentence."],
    ["bot", "The role bot is shown by a source. Say in access who has it (set-field ENTRY-POINT access.ROLE no)."],
    ["wep", "There is nothing with the id wep. Did you mean web?"],
  ])("refuses %s", (id, said) => {
    expect(run(removeThing, { id }).said).toEqual([said]);
  });

  test("what a source shows is left out with a reason, and what hangs on it goes", () => {
    const after = run(removeThing, { id: "cache", why: "only on laptops" }).after;
    expect(after.model.elements?.cache).toEqual({ ignore: "only on laptops" });
    expect([...effective(after).elements.keys()]).toEqual(["db", "lonely", "web"]);
    expect([...effective(after).flows.keys()]).toEqual(["save"]);
  });

  test("a renamed observed thing does not come back under its old id", () => {
    const renamed = run(renameThing, { id: "cache", to: "sessions" }).after;
    const after = runCommand(removeThing, { id: "sessions", why: "gone" }, renamed).after;
    expect([...effective(after).elements.keys()]).toEqual(["db", "lonely", "web"]);
  });
});

describe("rename-thing", () => {
  test("keeps the old id, and what the model says follows", () => {
    const after = run(renameThing, { id: "web", to: "shop-web" }).after;
    expect(after.model.elements?.["shop-web"]).toEqual({
      ...document.model.elements?.web,
      facts: { logs: { value: "no", partly: ["shop-web"] } },
      was: ["web"],
    });
    expect(after.model.elements?.web).toBeUndefined();
    expect(after.model.flows?.save?.from).toBe("shop-web");
    expect(after.model["entry-points"]?.login?.on).toBe("shop-web");
    expect(after.model.features?.cards?.changes).toEqual(["shop-web"]);
    expect(after.model.assumptions?.safe?.facts).toEqual({ "shop-web": { logs: "yes" } });
    expect(after.observed).toBe(document.observed);
    const laid = effective(after);
    expect(laid.flows.get("web-to-cache")?.value.from).toBe("shop-web");
    expect(laid.resolve("web")).toBe("shop-web");
  });

  test("an attacker's start, an observed thing, a feature, and the way back", () => {
    expect(run(renameThing, { id: "lonely", to: "sole" }).after.model.attackers?.thief?.starts).toBe("sole");
    expect(run(renameThing, { id: "lonely", to: "sole" }).after.model.elements?.sole?.was).toEqual(["alone", "lonely"]);
    const observed = run(renameThing, { id: "db", to: "orders-db" }).after;
    expect(observed.model.elements?.["orders-db"]).toEqual({ was: ["db"] });
    expect(effective(observed).elements.get("orders-db")?.value.kind).toBe("data-store");
    expect(run(renameThing, { id: "cards", to: "saved-cards" }).after.model.features?.["saved-cards"]?.was).toEqual([
      "cards",
    ]);
    expect(run(renameThing, { id: "lonely", to: "alone" }).after.model.elements?.alone?.was).toEqual(["lonely"]);
  });

  test.each([
    [{ id: "wep", to: "x" }, ["dangling-reference"]],
    [{ id: "web", to: "db" }, ["duplicate-id"]],
    [{ id: "web", to: "alone" }, ["duplicate-id"]],
    [{ id: "web", to: "model" }, ["bad-id"]],
    [{ id: "staff", to: "team" }, ["not-possible"]],
  ])("refuses %o", (given, codes) => {
    expect(run(renameThing, given).codes).toEqual(codes);
  });
});

describe("reviews", () => {
  const cases = [
    ["diagram", reviewDiagram, diagramDigest],
    ["surface", reviewSurface, surfaceDigest],
  ] as const;
  test.each(cases)("review of the %s holds its digest", (what, command, digest) => {
    const after = run(command, { note: "fine" }).after;
    const review = after.register?.reviews?.[`${what}-by-ann`];
    expect(review).toEqual({ what, by: "ann", on: "2026-11-24", note: "fine", ...digest(document) });
    expect(changedSince(review as NonNullable<typeof review>, digest(after))).toEqual([]);
  });

  test("names what changed since, and a new review takes the old one's place", () => {
    const reviewed = run(reviewDiagram, {}).after;
    const moved = runCommand(setField, { id: "web", field: "zone", value: "outer" }, reviewed).after;
    const first = moved.register?.reviews?.["diagram-by-ann"];
    expect(changedSince(first as NonNullable<typeof first>, diagramDigest(moved))).toEqual(["web"]);
    const again = runCommand(reviewDiagram, {}, moved).changes;
    expect(again.map(({ field }) => field)).toEqual([["digest"], ["things", "web"]]);
  });

  test("what another person said is kept apart from who wrote it down", () => {
    const said = run(reviewSurface, { "said-by": "Bo Ek" }).after;
    expect(said.register?.reviews?.["surface-said-by-bo-ek"]).toMatchObject({ by: "Bo Ek", "recorded-by": "ann" });
    expect(Object.keys(runCommand(reviewSurface, {}, said, { by: "Bo Ek" }).after.register?.reviews ?? {})).toEqual([
      "surface-by-bo-ek",
    ]);
  });

  test.each(cases)("review of an empty %s is refused", (_, command) => {
    expect(runCommand(command, {}, { model: { parapet: 1, system: "S" } }).codes).toEqual(["not-possible"]);
  });
});
