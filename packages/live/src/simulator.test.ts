// A thousand runs of several people over a network, a disk and a server that fail: the real replica, room and history, the same for the same seed.
import { describe, expect, test } from "vitest";
import { type Planted, simulate } from "./testing/simulator.ts";

const seeds = 1_000;
const batch = 100;
const only = process.env.PARAPET_SIM_SEED;
const starts = only === undefined ? Array.from({ length: seeds / batch }, (_, i) => i * batch) : [Number(only)];
const patience = { timeout: 300_000 };

/** What is wrong with a seed, with the command that repeats it. */
async function failureOf(seed: number, planted: Planted = {}): Promise<string | undefined> {
  const { wrong } = await simulate(seed, planted);
  if (wrong.length === 0) return undefined;
  const again = `PARAPET_SIM_SEED=${seed} npx vitest run packages/live/src/simulator.test.ts`;
  return [`seed ${seed}, again with: ${again}`, ...wrong.slice(0, 5)].join("\n");
}

describe("a thousand runs", () => {
  const counts = { runs: 0, entries: 0, tray: 0, kills: 0, lives: 0 };

  test.each(starts)("from seed %i", patience, async (start) => {
    const failures: string[] = [];
    const end = only === undefined ? start + batch : start + 1;
    for (let seed = start; seed < end; seed++) {
      const failure = await failureOf(seed);
      if (failure !== undefined) failures.push(failure);
      counts.runs += 1;
    }
    expect(failures.slice(0, 5).join("\n\n")).toBe("");
  });

  test("are the same again, and something happens in them", patience, async () => {
    for (const seed of [3, 4, 5]) expect(await simulate(seed)).toEqual(await simulate(seed));
    for (let seed = 0; seed < 20; seed++) {
      const run = await simulate(seed);
      for (const key of ["entries", "tray", "kills", "lives"] as const) counts[key] += run.counts[key];
    }
    expect(counts.entries).toBeGreaterThan(200);
    expect(counts.tray).toBeGreaterThan(40);
    expect(counts.kills).toBeGreaterThan(10);
    expect(counts.lives).toBeGreaterThan(20);
  });
});

/** A bug that somebody might make → how it is told when it is found. */
const bugs: readonly (readonly [string, Planted, RegExp])[] = [
  [
    "the room takes everything as if it were made on the present state",
    { server: { send: (room, sender, message) => room.send(sender, { ...message, base: room.head }) } },
    /replaced .* where its author saw|decided on what its author had not seen/,
  ],
  [
    "a client takes an entry that comes twice for a new one",
    {
      client: {
        hears: (replica, message, shown) => {
          const isOld = message.kind === "entry" && shown !== undefined && message.entry.seq <= shown.head;
          if (!isOld) return replica.receive(message);
          return replica.receive({ ...message, entry: { ...message.entry, seq: shown.head + 1 } });
        },
      },
    },
    /shows another document than the room has|is at \d+, the room at \d+/,
  ],
  [
    "a client drops a refusal",
    {
      client: {
        hears: async (replica, message) => (message.kind === "refused" ? undefined : replica.receive(message)),
      },
    },
    /still waits for/,
  ],
  [
    "the journal says that it has written before it has",
    { server: { acknowledgesEarly: true } },
    /told and is not on the disk/,
  ],
  ["what waits is gone with the page", { client: { forgets: true } }, /nobody knows what became of it/],
  ["a guest counts as whom they say to be", { server: { trustsNames: true } }, /seed/],
];

describe.skipIf(only !== undefined)("a planted bug is found within the thousand runs", () => {
  test.each(bugs)("%s", patience, async (_, planted, told) => {
    let found: string | undefined;
    for (let seed = 0; seed < seeds && !(found && told.test(found)); seed++) found = await failureOf(seed, planted);
    expect(found).toMatch(told);
  });
});
