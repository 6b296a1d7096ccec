// For tests: a small checkout that the shipped rules speak to, and how to change, analyse and compare it.
import { knowledge } from "../../../../knowledge/src/testing/knowledge-folder.ts";
import { analyse } from "../../analysis/analyse.ts";
import type { Analysis } from "../../analysis/result.ts";
import { apply } from "../../model/apply.ts";
import type { Change } from "../../model/changes.ts";
import type { Document } from "../../model/document.ts";
import { edit } from "../../model/edits.ts";
import { diffOf, type ModelDiff, type Revision } from "../index.ts";

export const today = "2026-11-24";

/** A shopper, an API and its database; one flow in the clear; a decision, an acceptance and a mitigation. */
export const checkout: Document = {
  model: {
    parapet: 1,
    system: "Checkout",
    scope: { criticality: "high" },
    roles: { anonymous: {}, customer: {}, support: { privileged: "yes" } },
    data: {
      card: { title: "Card number", classification: "restricted", kinds: ["payment-card"] },
      order: { classification: "internal", kinds: ["business"] },
    },
    zones: {
      internet: { kind: "internet" },
      cluster: { kind: "private-network" },
      tier: { kind: "private-network", in: "cluster" },
    },
    elements: {
      shopper: { kind: "external-entity", zone: "internet" },
      api: { title: "Checkout API", kind: "process", zone: "cluster", technologies: ["node"] },
      "orders-db": { title: "Orders", kind: "data-store", zone: "tier", holds: ["card", "order"] },
      vault: { kind: "data-store", zone: "tier", holds: ["card"], state: "planned" },
    },
    flows: {
      place: { from: "shopper", to: "api", protocol: "https", carries: ["card"], returns: ["order"] },
      save: { from: "api", to: "orders-db", protocol: "postgresql", carries: ["card"], returns: [] },
    },
    "entry-points": {
      orders: {
        on: "api",
        kind: "api",
        at: "POST /orders",
        via: ["place"],
        authentication: "session",
        access: { anonymous: "no", customer: "yes", support: "yes" },
      },
    },
    features: { "saved-cards": { title: "Save a card", adds: ["vault"], changes: ["api"] } },
  },
};

/** The document with a day's analysis. */
export function revision(document: Document, now = today, feature?: string): Revision {
  return { document, analysis: analyse(document, knowledge, { now, ...(feature === undefined ? {} : { feature }) }) };
}

/** The document after these operations. */
export function edited(document: Document, ...operations: readonly Change[]): Document {
  return apply(document, edit(document, operations));
}

/** The diff, and how many analyses it took. */
export function compared(before: Revision, after: Revision): { readonly diff: ModelDiff; readonly analyses: number } {
  let analyses = 0;
  const diff = diffOf(before, after, {
    analyse: (document, options): Analysis => {
      analyses++;
      return analyse(document, knowledge, options);
    },
  });
  return { diff, analyses };
}
