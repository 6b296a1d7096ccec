// What no two commands may do, whatever they are given: when one is made without having seen the other, neither takes back what the other did.
import { type CommandBody, type CommandCall, canonicalText, checkDocument, commands } from "@parapet/core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { inputsOf } from "../../core/src/testing/inputs.ts";
import { isLayout } from "./conflicts.ts";
import { Dice } from "./testing/dice.ts";
import { roomEngine, shop, today } from "./testing/engine.ts";
import { overwrites } from "./testing/pairs.ts";
import { call, member, openRoom } from "./testing/room.ts";
import type { Entry } from "./wire.ts";

const words = [
  ...["web", "cart", "db", "inner", "outer", "edge", "login", "save", "order", "cards", "safe", "customer", "staff"],
  ...[
    "model",
    "remark",
    "all",
    "new-thing",
    "approval-step",
    "audit-log",
    "junit",
    "damage",
    "dread",
    "matrix",
    "oidc",
  ],
  ...["no-way-back@web", "no-way-back@cart", "unlogged-actions@web", "readable-store@db", "by-hand-sold@web"],
  ...["logs-actions@web", "logs-actions@cart", "encrypted-at-rest@db", "authentication@login", "access@login"],
  ...["works@audit-log", "2026-11-24", "2027-02-03", "2027-06-01", "2026-11-24T10:00:00Z", "ann", "bo", "yes", "no"],
  ...["dont-know", "not-applicable", "zone", "title", "kind", "tags", "technologies", "https", "Order desk"],
  ...["customer=no", "observed.elements"],
];

/** Commands that do something to the shop, a few of each name. */
const possible = new Map<string, readonly CommandCall[]>();
const tries = 80;
const kept = 4;

beforeAll(async () => {
  for (const { card, load } of commands) {
    const body: CommandBody<unknown> = (await load()).body;
    const found: CommandCall[] = [];
    for (const input of fc.sample(inputsOf(body.input, words), { seed: 17, numRuns: tries })) {
      const made = call(card.name, input);
      const ran = await roomEngine.run([made], { document: shop, by: "ann", now: today });
      if (ran.ok && ran.value.changes.length > 0) found.push(made);
      if (found.length === kept) break;
    }
    possible.set(card.name, found);
  }
}, 120_000);

const names = commands.map(({ card }) => card.name);
const pairs = 20;

describe("any two commands at once", () => {
  test("are looked at with inputs that most of them accept", () => {
    expect([...possible.values()].filter(({ length }) => length > 0).length).toBeGreaterThan(names.length / 2);
  });

  test.each(names)("%s after others", { timeout: 120_000 }, async (name) => {
    const dice = new Dice(names.indexOf(name));
    const seconds = possible.get(name) ?? [];
    const firsts = [...possible.values()].flat();
    for (let i = 0; i < pairs && seconds.length > 0; i++) {
      const second = dice.pick(seconds);
      const first = dice.percent(40) ? dice.pick(seconds) : dice.pick(firsts);
      expect(await wrongAbout(first, second), canonicalText([first, second])).toBeUndefined();
    }
  });
});

async function wrongAbout(first: CommandCall, second: CommandCall): Promise<string | undefined> {
  const { room, send } = openRoom();
  const one = await send(member("ann"), "a-1", first);
  const between = room.document;
  const other = await send(member("bo"), "b-1", second, { base: 0 });
  const broken = checkDocument(room.document)[0];
  if (broken) return broken.say;
  if (other.kind !== "accepted") return room.document === between ? undefined : "what was refused changed something";
  if (one.kind !== "accepted") return undefined;
  return overwrites(weighty(other.entry), weighty(one.entry))
    ? "the second put another value where the first put its own"
    : undefined;
}

function weighty(entry: Entry): Entry {
  return { ...entry, changes: entry.changes.filter((change) => !isLayout(change)) };
}
