// For tests of differences: the checkout with a mitigation, what people say of it, and what changes of it come to.
import type { Change } from "../../model/changes.ts";
import { put } from "../../model/edits.ts";
import type { ModelDiff } from "../index.ts";
import { checkout, compared, edited, revision, today } from "./checkout.ts";

/** A fact that is stated. */
export const yes = { value: "yes", by: "ann", on: "2026-11-02" };
export const byAnn = { by: "ann", on: today };
const approved = { by: "bo", on: today };
/** An acceptance that another person approved. */
export const accepted = { owner: "ann", why: "replaced in May", review: "2027-01-31", ...byAnn, approved };
export const evidence = { mitigation: "encrypt", criterion: "works", verdict: "passed", tool: "probe", ...byAnn };
const encrypt = {
  title: "Encrypt the disk",
  on: ["orders-db"],
  threats: ["unencrypted-store@orders-db"],
  by: "ann",
  recorded: today,
};
/** The checkout with a mitigation that one criterion shows. */
export const mitigated = edited(
  checkout,
  put("register.mitigations", "encrypt", { ...encrypt, criteria: { works: "The disk is encrypted" } }),
);

/** What changes of the checkout come to. */
export const after = (...operations: readonly Change[]): ModelDiff =>
  compared(revision(checkout), revision(edited(checkout, ...operations))).diff;
/** What a difference says of a threat. */
export const threat = (diff: ModelDiff, id: string) => diff.threats.find((one) => one.id === id);
