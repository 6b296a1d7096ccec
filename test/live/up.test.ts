// `parapet up` beside other commands: a second one opens the first, and the command line sends its commands there.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { build } from "../../apps/cli/src/testing/cli.ts";
import { root } from "../architecture/source-files.ts";
import { Place, type Up } from "./up.ts";

beforeAll(() => build(), 120_000);
let place: Place;
let up: Up | undefined;
beforeEach(() => {
  place = new Place();
});
afterEach(async () => {
  await up?.end("SIGTERM");
  up = undefined;
  place.remove();
});

function parapet(...args: string[]): { code: number | null; out: string; err: string } {
  return parapetAt(place, ...args);
}

function parapetAt({ system, env }: Place, ...args: string[]): { code: number | null; out: string; err: string } {
  const bundle = join(root, "apps/cli/dist/parapet.cjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args, "-C", system, "--as", "bo"], {
    env,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const fileOf = (name: string) => readFileSync(join(place.system, "threat-model", name), "utf8");

test("a command does and says the same, whether a workbench has the model open or not", async () => {
  const alone = new Place();
  const calls: readonly (readonly string[])[] = [
    ["zone", "add", "annex", "--title", "Annex"],
    ["set", "annex", "title", "Other annex"],
    ["set", "annex", "title", "Other annex"],
    ["set", "nowhere", "title", "x"],
    ["undo"],
    ["accept", "nothing-at-all", "--why", "x", "--review", "2030-01-01", "--owner", "bo"],
    ["undo"],
    ["undo"],
  ];
  const expected = calls.map((args) => parapetAt(alone, ...args));
  const quiet = readFileSync(join(alone.system, "threat-model/model.yaml"), "utf8");
  alone.remove();
  up = await place.up();
  for (const [i, args] of calls.entries()) expect(parapet(...args), args.join(" ")).toEqual(expected[i]);
  expect(fileOf("model.yaml")).toBe(quiet);
}, 120_000);

test("what the command line does is seen in the workbench, and is in the files when the command ends", async () => {
  up = await place.up();
  await up.enter();
  expect(parapet("zone", "add", "annex").code).toBe(0);
  expect(fileOf("model.yaml")).toContain("annex:");
  const { entries } = (await (await up.get("/models/shop/log")).json()) as {
    entries: { by: string; session: string; title: string }[];
  };
  expect(entries[0]).toMatchObject({ by: "bo", session: "machine", title: "Added the zone annex" });
  // The workbench's undo and the command line's are one: each takes back what its person did.
  expect((await up.post("/models/shop/undo", {})).status).toBe(422);
  expect(parapet("undo").out).toContain("Took back: Added the zone annex");
}, 120_000);

test("another day than the workbench's is refused", async () => {
  up = await place.up();
  const { code, err } = parapet("zone", "add", "annex", "--now", "2030-01-01");
  expect(code).toBe(2);
  expect(err).toContain("The workbench that has this model open works on");
}, 120_000);

test("a second up gives a link to the first", async () => {
  up = await place.up();
  const second = parapet("up", place.system, "--no-open", "--json");
  expect(second.code).toBe(0);
  const { url, running } = JSON.parse(second.out) as { url: string; running: boolean };
  expect(running).toBe(true);
  expect(new URL(url).origin).toBe(up.origin);
  expect((await fetch(url, { redirect: "manual" })).headers.get("set-cookie")).toContain("HttpOnly");
  // Each link is good for one session.
  expect((await fetch(url, { redirect: "manual" })).status).toBe(403);
}, 120_000);

test("the file that leads programs to the workbench is this user's alone, and goes with it", async () => {
  up = await place.up();
  const path = join(place.system, "threat-model/.parapet/up.json");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await up.end("SIGTERM");
  up = undefined;
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
  expect(parapet("zone", "add", "annex").code).toBe(0);
}, 120_000);
