// For tests: the checkout of an online shop, worked through far enough that every report has something to say.
import type { Document } from "@parapet/core";

/** The day on which the tests look at it. */
export const shopDay = "2026-11-24";

const by = "ann";
const on = "2026-11-02";
const yes = { value: "yes", by, on };

export const shop: Document = {
  model: {
    parapet: 1,
    system: "Online shop checkout",
    scope: {
      purpose: "Take card payments for web orders, and let support look orders up.",
      team: "payments",
      in: [{ what: "Checkout API and its database" }, { what: "Support desk access" }],
      out: [
        {
          what: "Card network behind the payment provider",
          why: "Covered by the provider's attestation, which legal renews each year",
        },
      ],
      criticality: "high",
      regulations: ["gdpr", "pci-dss"],
    },
    participants: {
      ann: { name: "Ann Berger", team: "payments", job: "engineer", senior: "yes" },
      bo: { name: "Bo Lind", team: "payments", job: "architect" },
      cem: { name: "Cem Aydin", team: "risk", job: "management" },
    },
    roles: {
      anonymous: { title: "Anonymous" },
      customer: { title: "Customer" },
      support: { title: "Support", privileged: "yes" },
    },
    assumptions: {
      "managed-laptops": {
        text: "Staff laptops are managed and patched",
        kind: "platform",
        owner: "it-operations",
        review: "2027-06-01",
        facts: { "support-desk": { "device-managed": "yes" } },
      },
      "provider-attested": {
        text: "The payment provider keeps its PCI DSS attestation",
        kind: "third-party",
        owner: "legal",
        review: "2026-10-01",
      },
    },
    data: {
      "card-number": { title: "Card number", classification: "restricted", kinds: ["payment-card"] },
      order: { title: "Order", classification: "confidential", kinds: ["personal"] },
    },
    zones: {
      internet: { title: "Internet", kind: "internet" },
      cluster: { title: "Production cluster", kind: "private-network" },
      data: { title: "Data tier", kind: "private-network", in: "cluster", facts: { "filters-inbound": yes } },
    },
    elements: {
      shopper: { title: "Shopper", kind: "external-entity", zone: "internet" },
      "support-desk": { title: "Support desk", kind: "external-entity", zone: "internet" },
      "payment-provider": { title: "Payment provider", kind: "external-entity", zone: "internet" },
      "checkout-api": {
        title: "Checkout API",
        kind: "process",
        zone: "cluster",
        technologies: ["node", "express"],
        facts: { "validates-input": yes, "builds-queries-safely": yes },
      },
      "order-worker": { title: "Order worker", kind: "process", zone: "cluster", technologies: ["node"] },
      "orders-db": {
        title: "Orders DB",
        kind: "data-store",
        zone: "data",
        technologies: ["postgresql"],
        holds: ["card-number", "order"],
      },
      queue: { title: "Order queue", kind: "data-store", zone: "data", technologies: ["rabbitmq"], holds: ["order"] },
      "card-vault": { title: "Card vault", kind: "data-store", zone: "data", state: "planned", holds: ["card-number"] },
    },
    flows: {
      "place-order": {
        title: "Place order",
        from: "shopper",
        to: "checkout-api",
        protocol: "https",
        carries: ["card-number"],
        returns: ["order"],
      },
      "look-up-order": {
        title: "Look up order",
        from: "support-desk",
        to: "checkout-api",
        protocol: "https",
        carries: [],
        returns: ["order"],
      },
      "charge-card": {
        title: "Charge card",
        from: "checkout-api",
        to: "payment-provider",
        protocol: "https",
        carries: ["card-number"],
        returns: [],
      },
      "save-order": {
        title: "Save order",
        from: "checkout-api",
        to: "orders-db",
        protocol: "postgresql",
        carries: ["card-number", "order"],
        facts: { "encrypted-in-transit": { value: "no", by, on } },
      },
      "announce-order": {
        title: "Announce order",
        from: "checkout-api",
        to: "queue",
        protocol: "amqp",
        carries: ["order"],
      },
      "take-order": { title: "Take order", from: "order-worker", to: "queue", protocol: "amqp", returns: ["order"] },
    },
    "entry-points": {
      "post-orders": {
        title: "Place an order",
        on: "checkout-api",
        kind: "api",
        at: "POST /orders",
        via: ["place-order"],
        authentication: "session",
        access: { anonymous: "no", customer: { when: "owns the order" }, support: "yes" },
      },
      "support-search": {
        title: "Support search",
        on: "checkout-api",
        kind: "admin",
        at: "GET /support/orders",
        via: ["look-up-order"],
        access: { anonymous: "no", customer: "no", support: "yes" },
      },
      health: {
        title: "Health",
        on: "checkout-api",
        kind: "api",
        at: "GET /health",
        authentication: "none",
        access: { anonymous: "yes" },
      },
    },
    dependencies: {
      "payment-service": {
        title: "Payment provider",
        kind: "external-service",
        "used-by": ["checkout-api"],
        element: "payment-provider",
      },
    },
    features: {
      "saved-cards": {
        title: "Save a card",
        state: "planned",
        ticket: "SHOP-412",
        adds: ["card-vault"],
        changes: ["checkout-api"],
      },
      "support-access": { title: "Support access", adds: ["support-search"] },
    },
  },
  people: {
    parapet: 1,
    people: { cem: { name: "Cem Aydin", job: "management", approves: ["critical", "high"] } },
  },
  platform: {
    parapet: 1,
    platform: {
      "log-archive": {
        control: "central-append-only-log",
        title: "Company log archive",
        zones: ["cluster"],
        owner: "it-operations",
      },
    },
  },
  register: {
    parapet: 1,
    threats: {
      "by-hand-refund-fraud@support-desk": {
        say: "A support agent refunds an order to a card of their own",
        categories: ["tampering"],
        by,
        recorded: "2026-11-03",
        why: "It happened at another shop of the group.",
      },
    },
    mitigations: {
      "encrypt-database-traffic": {
        control: "tls-everywhere",
        on: ["save-order"],
        threats: ["clear-text-crossing@save-order"],
        owner: "ann",
        due: "2026-12-15",
        ticket: "SHOP-431",
        by,
        recorded: "2026-11-05",
      },
      "check-input": {
        control: "input-schema-validation",
        on: ["checkout-api"],
        threats: ["unchecked-input@checkout-api"],
        owner: "bo",
        due: "2026-11-20",
        implemented: { by: "bo", on: "2026-11-18", link: "SHOP-398" },
        by,
        recorded: "2026-11-05",
      },
      "refund-limit": {
        title: "Refunds go to the card that paid, and above 200 euros a second person confirms",
        on: ["support-search"],
        threats: ["by-hand-refund-fraud@support-desk"],
        owner: "bo",
        due: "2027-01-15",
        criteria: {
          "second-person": "Given a refund of 201 euros, when an agent submits it, then it waits for a second person",
        },
        by,
        recorded: "2026-11-06",
      },
    },
    evidence: {
      "tls-scan": {
        mitigation: "encrypt-database-traffic",
        criterion: "clear-text-refused",
        verdict: "passed",
        tool: "sslyze",
        environment: "staging",
        on: "2026-11-20",
        by: "bo",
        commit: "4f2c9d1",
      },
    },
    decisions: {
      "clear-text-crossing@save-order": { decision: "mitigate", by, on: "2026-11-05", why: "Card numbers pass here." },
      "supplier-outage@payment-service": {
        decision: "transfer",
        to: "Payment provider",
        contract: "Service agreement 2026",
        owner: "cem",
        review: "2027-03-01",
        by: "cem",
        on: "2026-11-04",
        approved: { by: "ann", on: "2026-11-05" },
      },
    },
    acceptances: {
      "flooded-process@place-order": {
        owner: "bo",
        why: "The provider in front absorbs floods; peak days are staffed.",
        review: "2027-02-01",
        on: "2026-11-05",
        by: "bo",
        approved: { by: "cem", on: "2026-11-06" },
      },
      "hanging-call@charge-card": {
        owner: "bo",
        why: "A stalled provider stops checkout for minutes; we restart by hand.",
        review: "2026-11-01",
        on: "2026-08-01",
        by: "bo",
      },
    },
    scores: {},
    assignments: { "unauthenticated-store@orders-db": { owner: "ann", due: "2026-12-01" } },
    questions: {
      "at-rest@data": { owner: "it-operations", due: "2026-12-01", by, on: "2026-11-04" },
    },
  },
};
