// For tests: the commands of core on a small knowledge, and a shop that has something for every kind of command.
import {
  type Analysis,
  analyse,
  type CommandBody,
  commands,
  type Document,
  type Knowledge,
  runCommands,
} from "@parapet/core";
import { smallKnowledge, smallShop } from "../../../core/src/testing/small-knowledge.ts";
import type { Engine } from "../ports.ts";

const byName = new Map(commands.map((command) => [command.card.name, command]));

/** Runs the commands of core. With `leavesAnalysis`, what reads the analysis is left to the room: a client's analysis lags behind. */
function engineOf(knowledge: Knowledge, { leavesAnalysis = false } = {}): Engine {
  const kept = new WeakMap<Document, { readonly now: string; readonly analysis: Analysis }>();
  const analysis = (document: Document, now: string): Analysis => {
    const known = kept.get(document);
    if (known?.now === now) return known.analysis;
    const made = analyse(document, knowledge, { now });
    kept.set(document, { now, analysis: made });
    return made;
  };
  return {
    run: (calls, { document, by, now }) =>
      runCommands(calls, { document, by, now, knowledge, load, analyse: (one) => analysis(one, now) }),
    analysis,
    permission: (command) => byName.get(command)?.card.permission,
    runsHere: (command) => !leavesAnalysis || byName.get(command)?.card.reads !== "analysis",
  };
}

/** All bodies, loaded before any test: so a run takes no more turns the first time. */
const bodies = new Map(
  await Promise.all(commands.map(async ({ card, load: read }) => [card.name, (await read()).body] as const)),
);

async function load(name: string): Promise<CommandBody<unknown> | undefined> {
  return bodies.get(name);
}

/** The day of the tests. */
export const today = "2026-11-24";

/** Runs every command, as the room does. */
export const roomEngine = engineOf(smallKnowledge);

/** Leaves what reads the analysis to the room, as a client does. */
export const clientEngine = engineOf(smallKnowledge, { leavesAnalysis: true });

const fact = (value: "yes" | "no") => ({ "encrypted-at-rest": value });

/**
 * The small shop with a cart that nothing names yet: threats no-way-back@cart (open) and unlogged-actions@cart (asked), a fact of db
 * that sources contradict, an acceptance and a lowered score that wait for approval.
 */
export const shop: Document = {
  ...smallShop,
  model: {
    ...smallShop.model,
    assumptions: {
      safe: { text: "It is safe", owner: "ann", review: "2027-01-01", facts: { web: { "logs-actions": "yes" } } },
    },
    zones: { ...smallShop.model.zones, outer: { kind: "private-network" }, edge: { kind: "dmz" } },
    elements: {
      ...smallShop.model.elements,
      cart: { kind: "process", title: "Cart", zone: "inner", technologies: ["node"] },
      db: { facts: fact("yes") },
    },
    features: { cards: { title: "Cards", changes: ["web"], state: "planned" } },
  },
  observed: {
    parapet: 1,
    elements: { db: { kind: "data-store", zone: "inner", seen: "compose.yaml:3", facts: fact("no") } },
  },
  diagram: {
    parapet: 1,
    positions: { cart: { in: "inner", x: 0, y: 0 } },
    views: { all: { title: "All", hides: ["login"] } },
  },
  people: { parapet: 1, people: { cy: { approves: ["critical", "high", "medium", "low"] } } },
  register: {
    parapet: 1,
    comments: { remark: { on: "web", by: "ann", at: "2026-11-20", text: "Why?" } },
    threats: { "by-hand-sold@web": { say: "Sold", by: "ann", recorded: "2026-01-01" } },
    mitigations: {
      "audit-log": {
        control: "audit-log",
        on: ["web"],
        threats: ["unlogged-actions@web"],
        by: "ann",
        recorded: "2026-01-01",
      },
    },
    acceptances: {
      "no-way-back@web": { owner: "ann", why: "Small", review: "2027-01-01", on: "2026-01-01", by: "ann" },
    },
  },
};
