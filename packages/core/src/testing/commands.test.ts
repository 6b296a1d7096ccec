// Laws that every command keeps, whatever it is given: the list is the folders themselves, so that none is left out.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { analyse } from "../analysis/analyse.ts";
import { checkDocument } from "../model/check-document.ts";
import type { CommandBody, CommandCard } from "../model/command.ts";
import type { Document } from "../model/document.ts";
import { runCommand } from "../model/testing/run-command.ts";
import { memberIds, permissions, stageIds } from "../model/vocabulary.ts";
import { inputsOf } from "./inputs.ts";
import { smallKnowledge, smallShop } from "./small-knowledge.ts";

interface Loaded {
  readonly room: string;
  readonly file: string;
  readonly card: CommandCard;
  readonly body: CommandBody<unknown>;
}

const source = fileURLToPath(new URL("..", import.meta.url));
const files = stageIds.flatMap((room) =>
  readdirSync(`${source}${room}/commands`)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ room, file: name.slice(0, -3) })),
);
let commands: readonly Loaded[] = [];
beforeAll(async () => {
  commands = await Promise.all(
    files.map(async ({ room, file }) => ({ room, file, ...(await import(`../${room}/commands/${file}.ts`)) })),
  );
});

const rich: Document = {
  ...smallShop,
  model: {
    ...smallShop.model,
    assumptions: { safe: { text: "It is safe", review: "2027-01-01" } },
    attackers: { thief: { starts: "inner" } },
    elements: {
      web: { kind: "process", zone: "inner" },
      vault: { kind: "data-store", state: "planned", was: ["safe-box"] },
    },
    features: { cards: { title: "Cards", adds: ["vault"], changes: ["web"], state: "planned" } },
  },
  diagram: {
    parapet: 1,
    positions: { web: { in: "inner", x: 1, y: 2 } },
    views: { front: { title: "Front", shows: { elements: ["web"], feature: "cards" }, hides: ["save"] } },
  },
  register: {
    parapet: 1,
    workshops: {
      meeting: {
        kind: "enumeration",
        title: "Meeting",
        facilitator: "bo",
        started: "2026-11-24",
        attended: { ann: { job: "engineer", team: "payments", senior: "yes" } },
        notes: { first: { text: "It leaks", by: "ann", about: "web" } },
        parked: { later: { text: "Later", by: "bo" } },
      },
      over: {
        kind: "handoff",
        title: "Over",
        facilitator: "ann",
        started: "2026-11-20",
        ended: "2026-11-20",
        attended: { ann: { job: "engineer", team: "payments", senior: "yes" } },
      },
      next: { kind: "scoping", title: "Next", facilitator: "ann" },
    },
    views: { mine: { title: "Mine" } },
    comments: { remark: { on: "web", by: "ann", at: "2026-11-20", text: "Why?" } },
    threats: { "by-hand-sold@web": { say: "Sold", by: "bo", recorded: "2026-01-01" } },
    mitigations: {
      "approval-step": {
        control: "approval-step",
        on: ["web"],
        threats: ["no-way-back@web"],
        by: "bo",
        recorded: "2026-01-01",
      },
    },
    acceptances: {
      "by-hand-sold@web": { owner: "bo", why: "small", review: "2027-01-01", on: "2026-01-01", by: "bo" },
    },
    decisions: { "unlogged-actions@web": { decision: "not-applicable", fact: "batch", by: "bo", on: "2026-01-01" } },
    scores: {
      "no-way-back@web": { method: "dread", by: "bo", on: "2026-01-01", lowered: "high", factors: { damage: 1 } },
    },
  },
};

const words = [
  ...[
    "front",
    "meeting",
    "mine",
    "over",
    "next",
    "first",
    "later",
    "remark",
    "web",
    "db",
    "vault",
    "safe-box",
    "inner",
    "login",
    "save",
    "order",
    "cards",
    "safe",
    "thief",
    "customer",
    "staff",
    "model",
  ],
  ...[
    "new-thing",
    "constructor",
    "approval-step",
    "audit-log",
    "junit",
    "damage",
    "affected",
    "dread",
    "matrix",
    "oidc",
  ],
  ...["no-way-back@web", "unlogged-actions@web", "readable-store@db", "by-hand-sold@web", "nothing@nowhere"],
  ...["logs-actions@web", "encrypted-at-rest@inner", "authentication@login", "access@login", "access-customer@web"],
  ...[
    "zone@db",
    "holds@db",
    "data@model",
    "entry-points@web",
    "natures@web",
    "api:POST /x",
    "secret-store@model",
    "works@approval-step",
    "documented@approval-step",
  ],
  ...[
    "2026-11-23",
    "2026-11-24T10:15:00Z",
    "2026-11-24",
    "2027-02-03",
    "ann",
    "bo",
    "yes",
    "no",
    "none",
    "dont-know",
    "when",
    "not-applicable",
  ],
  ...[
    "zone",
    "title",
    "access.staff",
    "kind",
    "tags",
    "adds",
    "privileged",
    "https",
    "Order desk",
    "customer=no",
    "observed.elements",
  ],
];

const run = (command: Loaded, input: unknown, document: Document, by: string) =>
  runCommand(command.body, input, document, {
    by,
    knowledge: smallKnowledge,
    ...(command.card.reads === "analysis"
      ? { analysis: () => analyse(document, smallKnowledge, { now: "2026-11-24" }) }
      : {}),
  });

const succeeded = new Set<string>();

describe("every command", () => {
  test.each(files)("$file has a card that names it", ({ room, file }) => {
    const { card, body } = commands.find((one) => one.file === file) as Loaded;
    expect(card.name).toBe(file);
    expect(file).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(card.stage).toBe(room);
    expect(memberIds).toContain(card.member);
    expect(permissions).toContain(card.permission);
    const shape = (body.input as unknown as z.ZodObject).shape;
    for (const [key, value] of Object.entries(shape)) expect((value as z.ZodType).description, key).toMatch(/\S{2}/);
  });

  test.each(files)("$file keeps the laws on random input", ({ file }) => {
    const command = commands.find((one) => one.file === file) as Loaded;
    const known = new Set(checkDocument(rich).map(({ say }) => say));
    fc.assert(
      fc.property(inputsOf(command.body.input, words), fc.constantFrom("ann", "cy"), (input, by) => {
        if (!command.body.input.safeParse(input).success) return;
        const { codes, after } = run(command, input, rich, by);
        if (codes.length === 0) succeeded.add(file);
        expect(checkDocument(after).filter(({ say }) => !known.has(say))).toEqual([]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test("random input gets past the checks of most", () => {
    expect(succeeded.size).toBeGreaterThan(files.length / 2);
  });

  test("any order of commands leaves a valid document", () => {
    const step = fc.record({ at: fc.nat(), seed: fc.integer(), by: fc.constantFrom("ann", "bo", "cy") });
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 30 }), (steps) => {
        let document = rich;
        for (const { at, seed, by } of steps) {
          const command = commands[at % commands.length] as Loaded;
          for (const input of fc.sample(inputsOf(command.body.input, words), { seed, numRuns: 3 })) {
            if (command.body.input.safeParse(input).success) document = run(command, input, document, by).after;
          }
        }
        expect(checkDocument(document)).toEqual([]);
      }),
      { seed: 11, numRuns: 8 },
    );
  });
});
