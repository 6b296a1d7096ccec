import { expect, test } from "vitest";
import type { Document } from "../model/document.ts";
import type { Focus } from "../model/workshop.ts";
import { inFocus } from "./focus.ts";

const shop: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    data: { order: {}, card: {}, log: {} },
    features: { cards: { title: "Cards", adds: ["vault"], changes: ["login"] } },
    zones: { net: {}, cluster: { in: "net" }, tier: { in: "cluster" } },
    elements: {
      user: { kind: "external-entity", zone: "net" },
      web: { kind: "process", zone: "cluster", was: ["front"] },
      db: { kind: "data-store", zone: "tier", holds: ["order"] },
      vault: { kind: "data-store", holds: ["card"], "also-on": ["tier"] },
      mailer: { kind: "external-entity" },
    },
    flows: {
      call: { from: "user", to: "web", carries: ["card"] },
      save: { from: "web", to: "db", returns: ["order"] },
      mail: { from: "web", to: "mailer", carries: ["log"] },
    },
    "entry-points": { login: { on: "web", kind: "web" }, "db-port": { on: "db", kind: "api" } },
    dependencies: {
      express: { kind: "library", "used-by": ["web"] },
      smtp: { kind: "external-service", element: "mailer" },
    },
  },
  diagram: { parapet: 1, views: { store: { title: "Store", shows: { elements: ["db"] } } } },
};

test.each<[string, Focus, readonly string[]]>([
  [
    "a zone with what lies in it or also on it",
    { zone: "tier" },
    ["card", "db", "db-port", "order", "save", "tier", "vault"],
  ],
  [
    "a zone round others",
    { zone: "cluster" },
    [
      "call",
      "card",
      "cluster",
      "db",
      "db-port",
      "express",
      "log",
      "login",
      "mail",
      "order",
      "save",
      "tier",
      "vault",
      "web",
    ],
  ],
  [
    "a view with the zones that it shows",
    { view: "store" },
    ["cluster", "db", "db-port", "net", "order", "save", "tier"],
  ],
  [
    "a feature: what it adds and changes, and the element of an entry point",
    { feature: "cards" },
    ["call", "card", "express", "log", "login", "mail", "order", "save", "vault", "web"],
  ],
  ["a view that is gone: nothing", { view: "gone" }, []],
])("%s", (_, focus, ids) => {
  expect([...(inFocus(shop, focus) ?? [])].sort()).toEqual(ids);
});

test("no focus is everything", () => {
  expect([inFocus(shop, undefined), inFocus(shop, {})]).toEqual([undefined, undefined]);
});
