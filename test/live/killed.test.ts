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
const writers = 3;

let place: Place;
beforeAll(() => {
  build();
  place = new Place();
}, 120_000);
afterAll(() => place.remove());

/** Numbers that look random and are the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const modelText = () => readFileSync(join(place.system, "threat-model/model.yaml"), "utf8");

/** Adds zones one after the other until the server is gone; gives those that were acknowledged. */
async function write(up: Up, prefix: string): Promise<readonly string[]> {
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
    } catch (error) {
      if (error instanceof TypeError) return acknowledged;
      throw error;
    }
  }
}

test(`killed ${runs} times while people write: all that was acknowledged is there, and the files can be read`, async () => {
  const known = new Set<string>();
  const roll = dice(20_261_124);
  for (let run = 0; run < runs; run++) {
    const up = await place.up();
    await up.enter();
    const before = (await (await up.get("/models/shop")).json()) as { document: { model: { zones: object } } };
    const zones = Object.keys(before.document.model.zones);
    expect(
      [...known].filter((id) => !zones.includes(id)),
      `run ${run}`,
    ).toEqual([]);
    const writing = Array.from({ length: writers }, (_, w) => write(up, `r${run}w${w}`));
    await new Promise((done) => setTimeout(done, 50 + roll() * 900));
    await up.end("SIGKILL");
    for (const ids of await Promise.all(writing)) for (const id of ids) known.add(id);
    if (run % 4 === 3) {
      // Every fourth time the command line comes first.
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(root, "apps/cli/dist/parapet.mjs"), "status", "-C", place.system],
        { env: place.env, encoding: "utf8" },
      );
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const text = modelText();
      const register = readFileSync(join(place.system, "threat-model/register.yaml"), "utf8");
      const missing = [...known].filter(
        (id) => !text.includes(`  ${id}:`) || !register.includes(`through-${id}@${id}:`),
      );
      expect(missing, `run ${run}, after the command line`).toEqual([]);
    }
    expect(readLayer("model", { file: "model.yaml", content: modelText() }).ok, `run ${run}`).toBe(true);
  }
  expect(known.size).toBeGreaterThan(runs);
}, 600_000);
