// A thousand runs of several people over a network, a disk and a server that fail: the real replica, room and history, the same for the same seed.
import { describe, expect, test } from "vitest";
import { simulate } from "./testing/simulator.ts";

const seeds = 1_000;
const only = process.env.PARAPET_SIM_SEED;

/** What is wrong with a seed, with the command that repeats it. */
async function failureOf(seed: number): Promise<string | undefined> {
  const { wrong } = await simulate(seed);
  if (wrong.length === 0) return undefined;
  return `seed ${seed} (PARAPET_SIM_SEED=${seed} npx vitest run packages/live/src/simulator.test.ts):\n${wrong.slice(0, 5).join("\n")}`;
}

describe("simulated runs", () => {
  const batch = 100;
  const starts = only === undefined ? Array.from({ length: seeds / batch }, (_, i) => i * batch) : [Number(only)];
  test.each(starts)("from seed %i", { timeout: 120_000 }, async (start) => {
    const failures: string[] = [];
    for (let seed = start; seed < start + (only === undefined ? batch : 1); seed++) {
      const failure = await failureOf(seed);
      if (failure !== undefined) failures.push(failure);
    }
    expect(failures.slice(0, 5).join("\n")).toBe("");
  });
});
