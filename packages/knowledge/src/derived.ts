// The facts that the engine computes, by the kinds that they are defined on.
import type { SubjectKind } from "@parapet/core";
import type { DerivedFact } from "./laws/names.ts";

const elements: readonly SubjectKind[] = ["external-entity", "process", "data-store"];
const flows: readonly SubjectKind[] = ["flow", "crossing"];

const byKind: readonly (readonly [readonly SubjectKind[], string])[] = [
  [
    elements,
    `in-internet-zone in-untrusted-zone zone-known internet-facing reachable-from-internet reachable-anonymously has-inbound
     has-outbound has-entry-point handles-personal handles-credentials handles-card handles-confidential handles-restricted
     handles-known third-party-run multi-tenant on-several-zones in-device-zone calls-third-party is-privileged-interface`,
  ],
  [
    flows,
    `crosses-border crosses-internet enters-trust leaves-trust from-untrusted to-untrusted crosses-tenant crosses-user
     crosses-process crosses-machine same-zone within-host carries-personal carries-credentials carries-card
     carries-confidential carries-restricted carries-known to-data-store to-process to-external from-external from-process
     from-data-store segment-allows opens-known crosses-third-party has-protocol local-only`,
  ],
  [
    ["entry-point"],
    `is-api is-web is-admin is-queue is-file is-webhook is-cli is-scheduled is-pipeline is-physical open-to-anonymous
     open-to-internet access-known open-to-privileged takes-data takes-confidential`,
  ],
  [
    ["dependency"],
    "is-library is-image is-external-service is-platform is-model is-build-tool version-known receives-data receives-confidential",
  ],
  [
    ["data"],
    `is-personal is-special-category is-health is-payment-card is-credential is-secret is-confidential is-restricted is-stored
     is-classified leaves-system`,
  ],
  [["zone"], "is-internet is-segment has-children holds-data-store holds-process borders-internet is-private"],
  [
    ["model"],
    `names-operator-interface names-deployment-pipeline names-secret-store names-third-party names-data-store has-tenants
     has-personal-data has-internet-entry has-audit-data`,
  ],
];

/** The list until core exports its own. */
export const derivedFacts: readonly DerivedFact[] = byKind.flatMap(([on, names]) =>
  names.split(/\s+/).map((id) => ({ id, on })),
);
