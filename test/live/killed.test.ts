// A workbench that is killed without warning, again and again: nothing that was acknowledged is lost, and the files are whole.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLayer } from "@parapet/core/files";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../apps/cli/src/testing/cli.ts";
import { root } from "../architecture/source-files.ts";
import { Place, type Up } from "./up.ts";

const runs = 20;
/** So many runs on one model: what is written grows, and each start reads all of it. */
const runsOfOne = 5;
const writers = 3;

const places: Place[] = [];
beforeAll(build, 120_000);
afterAll(() => {
  for (const place of places) place.remove();
});

/** Numbers that look random and are the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const fileOf = ({ system }: Place, layer: string) => readFileSync(join(system, `threat-model/${layer}.yaml`), "utf8");

/** Adds zones one after the other until the server is gone, and says when the first was acknowledged; gives all that were. */
async function write(up: Up, prefix: string, first: () => void): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; ; n++) {
    const id = `${prefix}-${n}`;
    try {
      // Two files in one entry, so that a kill can come between two renames.
      const calls = [
        { name: "add-zone", input: { id } },
        { name: "record-threat", input: { say: `Somebody walks through ${id}`, subject: id } },
      ];
      const answer = await up.post("/models/shop/commands", { title: `Add ${id}`, calls });
      if (answer.status !== 200) throw new Error(await answer.text());
      acknowledged.push(id);
      first();
    } catch (error) {
      if (error instanceof TypeError) return acknowledged;
      throw error;
    }
  }
}

/** Starts the server, has people write, and kills it after so many milliseconds; gives what was acknowledged. `known` was, before. */
async function killedRun(place: Place, run: number, known: ReadonlySet<string>, after: number) {
  const up = await place.up();
  await up.enter();
  const before = (await (await up.get("/models/shop")).json()) as { document: { model: { zones: object } } };
  const zones = Object.keys(before.document.model.zones);
  expect(
    [...known].filter((id) => !zones.includes(id)),
    `run ${run}`,
  ).toEqual([]);
  const writing: Promise<readonly string[]>[] = [];
  const first = new Promise<void>((done) => {
    for (let w = 0; w < writers; w++) writing.push(write(up, `r${run}w${w}`, done));
  });
  // From when something was acknowledged, however busy the machine is; once for each model perhaps before.
  if (run % runsOfOne !== 1) await Promise.race([first, ...writing]);
  await new Promise((done) => setTimeout(done, after));
  await up.end("SIGKILL");
  return (await Promise.all(writing)).flat();
}

/** After a kill the command line comes first: it reads all that was acknowledged, and lays it into the files. */
function readByCommandLine(place: Place, run: number, known: ReadonlySet<string>): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "apps/cli/dist/parapet.cjs"), "status", "-C", place.system],
    { env: place.env, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const [text, register] = [fileOf(place, "model"), fileOf(place, "register")];
  const missing = [...known].filter((id) => !text.includes(`  ${id}:`) || !register.includes(`through-${id}@${id}:`));
  expect(missing, `run ${run}, after the command line`).toEqual([]);
}

test(`killed ${runs} times while people write: all that was acknowledged is there, and the files can be read`, async () => {
  const roll = dice(20_261_124);
  let acknowledged = 0;
  for (let begun = 0; begun < runs; begun += runsOfOne) {
    const place = new Place();
    places.push(place);
    const known = new Set<string>();
    for (let run = begun; run < begun + runsOfOne; run++) {
      for (const id of await killedRun(place, run, known, 10 + roll() * 500)) known.add(id);
      if ([2, runsOfOne - 1].includes(run % runsOfOne)) readByCommandLine(place, run, known);
      expect(readLayer("model", { file: "model.yaml", content: fileOf(place, "model") }).ok, `run ${run}`).toBe(true);
    }
    acknowledged += known.size;
  }
  expect(acknowledged).toBeGreaterThan(runs);
}, 600_000);
