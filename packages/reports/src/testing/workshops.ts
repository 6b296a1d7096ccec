// For tests: the shop with a workshop that was held, one that runs, and one that is planned.
import type { Document, Workshop } from "@parapet/core";
import { shop } from "./shop.ts";

const held: Workshop = {
  kind: "enumeration",
  title: "Saving orders | payments",
  focus: { zone: "data" },
  planned: "2026-11-18",
  started: "2026-11-18T09:00:00+01:00",
  ended: "2026-11-18T10:04:30+01:00",
  facilitator: "bo",
  agenda: [{ title: "All of it", minutes: 60, step: "votes" }],
  attended: {
    bo: { as: "facilitator", job: "architect", team: "payments" },
    ann: { job: "engineer", team: "payments", senior: "yes", left: "2026-11-18T09:55:00+01:00" },
    "guest-kim": { name: "Kim <b>", as: "courier", guest: "yes" },
  },
  notes: {
    "n-1": {
      text: "The old export still runs\nat night",
      by: "Kim <b>",
      "recorded-by": "bo",
      about: "orders-db",
      outcome: "parked",
      parked: "p-1",
    },
    "n-2": {
      text: "Anyone on the network reads orders",
      by: "ann",
      about: "save-order",
      group: "Wire",
      outcome: "linked",
      threat: "clear-text-crossing@save-order",
    },
    "n-3": {
      text: "Support refunds to itself",
      by: "bo",
      about: "support-desk",
      group: "Fraud",
      outcome: "recorded",
      threat: "by-hand-refund-fraud@support-desk",
    },
    "n-4": { text: "Backups?", by: "bo" },
  },
  votes: {
    "clear-text-crossing@save-order": {
      damage: { spread: [6, 8, 9, 9], result: 9, rationale: "Card numbers go over it" },
      affected: { spread: [9, 9], result: 9, rationale: "Every customer" },
    },
  },
  answered: {
    "encrypted-at-rest@orders-db": {
      asked: "Is Orders DB encrypted at rest?",
      value: "yes",
      by: "Kim <b>",
      "recorded-by": "bo",
      threats: ["clear-text-crossing@save-order", "gone-since@orders-db"],
    },
    "access-support@look-up": { value: "when", when: "the customer called", by: "ann" },
    "logs-actions@queue": { asked: "Does Order queue log who does what?", value: "dont-know", by: "bo" },
  },
  decided: {
    "clear-text-crossing@save-order": { by: "bo", note: "Before the launch." },
    "encrypt-database-traffic": { by: "bo" },
    "by-hand-refund-fraud@support-desk": { by: "bo" },
    queue: { by: "bo", note: "It goes in spring" },
  },
  tickets: ["encrypt-database-traffic"],
  parked: {
    "p-1": { text: "The old export still runs at night", by: "Kim <b>", "recorded-by": "bo", about: "orders-db" },
    "p-2": { text: "Key rotation", by: "ann", settled: "Quarterly, by the platform team" },
  },
  "signed-off": { by: "ann", on: "2026-11-19", note: "Without the export" },
};

const planned: Workshop = {
  kind: "enumeration",
  title: "Checkout",
  focus: { zone: "cluster" },
  planned: "2026-12-01",
  facilitator: "bo",
};

/** The shop with its workshops. */
export const workshopShop: Document = {
  ...shop,
  register: { parapet: 1, ...shop.register, workshops: { "saving-orders": held, checkout: planned } },
};

/** The workshop that was held. */
export const heldWorkshop = held;
