// For tests: one operation of each family of commands, in two variants, all about one corner of the shop; and what two at once come to.
import { type Change, type CommandCall, canonicalText, finer, pathOf } from "@parapet/core";
import type { Outcome } from "../ports.ts";
import type { Entry } from "../wire.ts";
import { call, member, type Opened, openRoom, wordOf } from "./room.ts";

/** An operation as the first of two people does it, and as the second does: on the same thing, to another value. */
export interface Operation {
  readonly first: readonly CommandCall[] | "undo" | "disk";
  readonly second: readonly CommandCall[] | "undo" | "disk";
  /** Who does it; the first and the second person when absent. */
  readonly by?: string;
}

const two = (name: string, first: unknown, second: unknown, by?: string): Operation => ({
  first: [call(name, first)],
  second: [call(name, second)],
  ...(by && { by }),
});
const own = "no-way-back@cart";

/** What stands before either begins: something of dee's that can be taken back. */
const before = [call("set-field", { id: "cart", field: "title", value: "Basket" })];

export const operations = {
  "add element": two("add-element", { title: "Cache", kind: "process" }, { title: "Cache", kind: "data-store" }),
  "add to scope": two("add-in-scope", { what: "Cart" }, { what: "Orders" }),
  "add flow": two("add-flow", { id: "list", from: "cart", to: "db" }, { id: "fetch", from: "cart", to: "db" }),
  "add entry point": two(
    "add-entry-point",
    { id: "add", on: "cart", kind: "api" },
    { id: "drop", on: "cart", kind: "web" },
  ),
  "remove thing": two("remove-thing", { id: "cart" }, { id: "cart" }),
  "rename thing": two("rename-thing", { id: "cart", to: "trolley" }, { id: "cart", to: "bag" }),
  "set field": two("set-field", { id: "cart", field: "title", value: "A" }, { id: "cart", field: "title", value: "B" }),
  "set list": two(
    "set-field",
    { id: "cart", field: "technologies", value: ["node", "redis"] },
    { id: "cart", field: "technologies", value: ["node", "nginx"] },
  ),
  "move zone": two(
    "set-field",
    { id: "cart", field: "zone", value: "outer" },
    { id: "cart", field: "zone", value: "edge" },
  ),
  "move to zone": two(
    "move-to-zone",
    { ids: ["cart"], zone: "outer", positions: { cart: { x: 10, y: 10 } } },
    { ids: ["cart"], zone: "outer", positions: { cart: { x: 90, y: 90 } } },
  ),
  "lay out": two(
    "place-things",
    { positions: { cart: { x: 10, y: 10 }, web: { x: 50, y: 10 } } },
    { positions: { cart: { x: 90, y: 90 } } },
  ),
  "choose view": two("set-view", { id: "all", hides: ["web"] }, { id: "all", hides: ["db"] }),
  "nest zone": two(
    "set-field",
    { id: "outer", field: "in", value: "edge" },
    { id: "edge", field: "in", value: "outer" },
  ),
  "remove zone": two("remove-thing", { id: "outer" }, { id: "outer" }),
  "set scope": two("set-scope", { purpose: "Sell" }, { team: "web" }),
  "confirm assumption": two(
    "confirm-assumption",
    { id: "safe", review: "2027-02-01" },
    { id: "safe", review: "2027-03-01" },
  ),
  "challenge assumption": two(
    "challenge-assumption",
    { id: "safe", why: "Who says so?" },
    { id: "safe", why: "It is old" },
  ),
  answer: two(
    "answer-question",
    { ids: ["logs-actions@cart"], value: "yes" },
    { ids: ["logs-actions@cart"], value: "no" },
  ),
  promise: two(
    "answer-question",
    { ids: ["logs-actions@cart"], value: "dont-know", owner: "ann", due: "2026-12-01" },
    { ids: ["logs-actions@cart"], value: "dont-know", owner: "bo", due: "2026-12-02" },
  ),
  "settle fact": two(
    "settle-fact",
    { id: "encrypted-at-rest@db", value: "yes", why: "Seen" },
    { id: "encrypted-at-rest@db", value: "no", why: "Read" },
  ),
  comment: two("add-comment", { about: "cart", text: "Why?" }, { about: "cart", text: "How?" }),
  "resolve comment": two("resolve-comment", { id: "remark" }, { id: "remark" }),
  "record threat": two("record-threat", { say: "Stolen", subject: "cart" }, { say: "Lost", subject: "cart" }),
  assign: two("assign-threat", { threats: [own], owner: "ann" }, { threats: [own], owner: "bo" }),
  "change score": two(
    "change-score",
    { threat: own, factors: { damage: 7 }, reasons: { damage: "Little" } },
    { threat: own, factors: { damage: 8 }, reasons: { damage: "Some" } },
  ),
  "confirm score": two("confirm-score", { threats: [own] }, { threats: [own] }),
  decide: two(
    "decide-threat",
    { threats: [own], decision: "mitigate" },
    {
      threats: [own],
      decision: "transfer",
      to: "Insurer",
      contract: "C1",
      owner: "bo",
      review: "2027-01-01",
      why: "Cheaper",
    },
  ),
  "choose mitigation": two(
    "choose-mitigation",
    { control: "approval-step", threats: [own], id: "step" },
    { control: "approval-step", threats: [own], id: "gate" },
  ),
  "set mitigation": two("set-mitigation", { id: "audit-log", owner: "ann" }, { id: "audit-log", owner: "bo" }),
  evidence: two(
    "record-evidence",
    { criterion: "works@audit-log", verdict: "passed", tool: "junit", commit: "a1b2c3d" },
    { criterion: "works@audit-log", verdict: "failed", tool: "zap", commit: "a1b2c3d" },
  ),
  "mark implemented": two("mark-implemented", { id: "audit-log", link: "A-1" }, { id: "audit-log", link: "B-2" }),
  "accept what is asked": two(
    "accept-risk",
    { threats: ["unlogged-actions@cart"], owner: "ann", why: "Small", review: "2027-01-01" },
    { threats: ["unlogged-actions@cart"], owner: "bo", why: "Rare", review: "2027-02-01" },
  ),
  "accept anew": two(
    "accept-risk",
    { threats: ["no-way-back@web"], owner: "ann", why: "Smaller", review: "2027-01-01" },
    { threats: ["no-way-back@web"], owner: "bo", why: "Rare", review: "2027-02-01" },
  ),
  accept: two(
    "accept-risk",
    { threats: [own], owner: "ann", why: "Small", review: "2027-01-01" },
    { threats: [own], owner: "bo", why: "Rare", review: "2027-02-01" },
  ),
  approve: two("approve-acceptance", { threats: ["no-way-back@web"] }, { threats: ["no-way-back@web"] }, "cy"),
  review: two("review-diagram", { note: "Seen" }, { note: "Looked at" }),
  "sign off": two("sign-off", { what: "enumeration" }, { what: "enumeration" }),
  "sign off a part": two("sign-off", { what: "web" }, { what: "web" }),
  "refuse proposal": two(
    "refuse-proposal",
    { fingerprint: "p1", title: "Discover", why: "No" },
    { fingerprint: "p1", title: "Discover", why: "Later" },
  ),
  "accept observed": two(
    "accept-observed",
    { changes: [{ collection: "observed.elements", id: "db", field: ["title"], after: "Orders" }] },
    { changes: [{ collection: "observed.elements", id: "db", field: ["title"], after: "Goods" }] },
  ),
  undo: { first: "undo", second: "undo", by: "dee" },
  disk: { first: "disk", second: "disk" },
} as const satisfies Readonly<Record<string, Operation>>;
export type OperationName = keyof typeof operations;

/** Somebody edits the files: the cart has another description, which nobody sees in the workbench. */
const onDisk = (text: string): readonly Change[] => [
  { collection: "model.elements", id: "cart", field: ["description"], after: text },
];

/** The entries after which an operation was made first. */
export async function afterFirst(name: OperationName): Promise<readonly Entry[]> {
  const opened = openRoom();
  await opened.send(member("dee"), "d-1", before);
  const outcome = await play(opened, operations[name], "first");
  if (outcome.kind !== "accepted") throw new Error(`${name} alone: ${wordOf(outcome)} ${JSON.stringify(outcome)}`);
  return opened.written;
}

/**
 * What becomes of the second operation when both people saw the same state and the first one was accepted: `=` both stand, `>` the last
 * one wins, `u` it is so already, `c` conflict, `m` changed meanwhile, `r` the command itself refuses.
 */
export async function second(name: OperationName, entries: readonly Entry[]): Promise<string> {
  const other = await play(openRoom(undefined, entries), operations[name], "second");
  if (other.kind === "accepted") return overwrites(other.entry, entries[1] as Entry) ? ">" : "=";
  const letters: Readonly<Record<string, string>> = {
    unchanged: "u",
    conflict: "c",
    "changed-meanwhile": "m",
    refused: "r",
  };
  return letters[wordOf(other)] ?? "?";
}

function play(opened: Opened, operation: Operation, which: "first" | "second"): Promise<Outcome> {
  const what = operation[which];
  const by = operation.by ?? (which === "first" ? "ann" : "bo");
  const id = `${which}-1`;
  if (what === "undo") return opened.room.undo(member(by), { id, base: 1 });
  if (what === "disk") return opened.room.enter({ id, title: "Edited on disk", changes: onDisk(which), base: 1 });
  return opened.send(member(by), id, what, { base: 1 });
}

/** True when a later entry puts another value where an earlier one put its own. */
export function overwrites(later: Entry, earlier: Entry): boolean {
  const put = new Map(earlier.changes.flatMap(finer).map((change) => [pathOf(change).join("\n"), change]));
  return later.changes.flatMap(finer).some((change) => {
    const before = put.get(pathOf(change).join("\n"));
    return before !== undefined && canonicalText(before.after ?? null) !== canonicalText(change.after ?? null);
  });
}
