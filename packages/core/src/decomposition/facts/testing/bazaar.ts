// For tests: a model in which every derived fact is yes of one thing, no of another and, where it can be, unknown of a third.
import type { Document, Model } from "../../../model/document.ts";
import { valueName } from "../../../model/kleene.ts";
import type { Knowledge } from "../../../model/knowledge.ts";
import { emptyKnowledge } from "../../../model/testing/run-command.ts";
import { graphOf } from "../../graph.ts";
import { Columns, factIndexOf } from "../columns.ts";
import { type Space, thingsIn } from "../space.ts";

export const bazaar: Model = {
  parapet: 1,
  system: "Bazaar",
  roles: { anonymous: {}, customer: {}, support: { privileged: "yes" } },
  data: {
    profile: { classification: "confidential", kinds: ["personal"] },
    allergies: { classification: "restricted", kinds: ["health"] },
    card: { classification: "restricted", kinds: ["payment-card"] },
    password: { classification: "restricted", kinds: ["secret", "credential"] },
    page: { classification: "public", kinds: ["business"] },
    thing: {},
    token: { classification: "internal", kinds: ["session"] },
  },
  zones: {
    web: { kind: "internet" },
    edge: { kind: "dmz", in: "land" },
    land: { kind: "private-network", allows: ["browse"] },
    vault: { kind: "private-network", in: "land" },
    desk: { kind: "device" },
    host: { kind: "host", in: "land" },
    cell: { kind: "private-network", in: "land", allows: ["tap"] },
    partner: { kind: "third-party" },
    fog: {},
  },
  elements: {
    shopper: { kind: "external-entity", zone: "web" },
    clerk: { kind: "external-entity", zone: "desk" },
    bank: { kind: "external-entity", zone: "partner" },
    site: { kind: "process", zone: "edge", tenancy: "shared", "also-on": ["vault"] },
    office: { kind: "process", zone: "land", tenancy: "dedicated" },
    worker: { kind: "process", zone: "host" },
    helper: { kind: "process", zone: "host" },
    kiosk: { kind: "process", zone: "land" },
    lost: { kind: "process" },
    ledger: { kind: "data-store", zone: "vault", holds: ["profile", "allergies", "card", "password"] },
    pages: { kind: "data-store", zone: "edge", holds: ["page"], facts: { "entry-points": "no" } },
    safe: { kind: "data-store", zone: "cell", holds: ["card"] },
    heap: { kind: "data-store", zone: "fog", holds: ["thing"] },
  },
  flows: {
    browse: { from: "shopper", to: "site", protocol: "https", carries: ["page"], returns: ["page"] },
    manage: { from: "clerk", to: "office", carries: ["password"], returns: ["profile"] },
    store: { from: "site", to: "ledger", carries: ["profile", "card"], returns: [], opens: "unknown" },
    read: {
      from: "ledger",
      to: "office",
      carries: ["allergies"],
      returns: [],
      crosses: [{ what: "tenant", why: "rows of all" }],
    },
    pay: {
      from: "office",
      to: "bank",
      carries: ["card", "profile"],
      returns: [],
      crosses: [{ what: "user", why: "another account" }],
    },
    help: { from: "worker", to: "helper", carries: [], returns: [], crosses: [{ what: "process", why: "fork" }] },
    ask: { from: "helper", to: "worker", carries: [], returns: [], crosses: [{ what: "machine", why: "two of them" }] },
    talk: { from: "worker", to: "helper", carries: [], returns: [] },
    tap: { from: "office", to: "safe", carries: ["card"], returns: [] },
    drift: { from: "lost", to: "heap", protocol: "file" },
    refused: { from: "shopper", to: "office", carries: ["thing"], returns: [] },
  },
  "entry-points": {
    shop: {
      on: "site",
      kind: "web",
      via: ["browse"],
      authentication: "none",
      access: { anonymous: "yes", customer: "yes", support: "no" },
    },
    "desk-admin": {
      on: "office",
      kind: "admin",
      via: ["manage"],
      authentication: "session",
      access: { anonymous: "no" },
    },
    api: { on: "office", kind: "api", via: ["refused"], access: { anonymous: "unknown", support: "yes" } },
    inbox: { on: "worker", kind: "queue", via: ["help"], carries: ["profile"], returns: [] },
    drop: { on: "worker", kind: "file", carries: [], returns: [] },
    hook: { on: "lost", kind: "webhook" },
    shell: { on: "worker", kind: "cli" },
    nightly: { on: "worker", kind: "scheduled" },
    build: { on: "worker", kind: "pipeline" },
    port: { on: "worker", kind: "physical" },
    counter: { on: "kiosk", kind: "web", via: [], access: { anonymous: "no", customer: "yes", support: "no" } },
    riddle: { on: "lost" },
  },
  dependencies: {
    payments: { kind: "external-service", element: "bank", "used-by": ["office"], version: "2" },
    "left-pad": { kind: "library", "used-by": ["site"] },
    base: { kind: "image" },
    cloud: { kind: "platform" },
    chat: { kind: "model", element: "clerk" },
    compiler: { kind: "build-tool" },
    probe: { kind: "external-service", element: "helper" },
    mystery: {},
  },
};

/** Every value of a fact over a space, by the id of the thing. */
export function valuesOf(
  fact: string,
  space: Space,
  document: Document,
  knowledge: Knowledge = emptyKnowledge,
): ReadonlyMap<string, string> {
  const graph = graphOf(document);
  const columns = new Columns(graph, knowledge, factIndexOf(knowledge), [], "2026-11-24");
  const column = columns.column(fact, space);
  return new Map(thingsIn(graph, space).ids.map((id, i) => [id, valueName((column[i] as number) & 3)]));
}
