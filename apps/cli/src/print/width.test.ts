// What people read fits 80 columns: every verb is run on the examples with COLUMNS=80 and no terminal, and its help too.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, type Called, Scratch } from "../testing/cli.ts";
import { verbs } from "../verbs.ts";

const columns = 80;
const examples = ["assistant", "shop", "tenants"] as const;

/**
 * A line may be longer for two reasons only: it is a command that people copy (it begins with `parapet`), or it is a single word that
 * has no place to break it, such as a path, a URL or an id, after no more than its indentation and a mark of one or two signs.
 */
function mayBeLonger(line: string): boolean {
  return /^\s*parapet /.test(line) || /^\s*([^\w\s]{1,2} )?\S+$/.test(line);
}

test.each([
  ["  parapet answer x", true],
  ["https://example.org/a", true],
  ["  ✗ /a/long/path", true],
  ["    clear-text@x · open", false],
  ["Run parapet answer x", false],
  ["A sentence", false],
])("%j may be longer: %s", (line, may) => {
  expect(mayBeLonger(line)).toBe(may);
});

const root = join(import.meta.dirname, "../../../..");
const scratch = new Scratch();
beforeAll(() => {
  build();
  for (const name of examples) cpSync(join(root, "examples", name), join(scratch.folder, name), { recursive: true });
  mkdirSync(join(scratch.folder, "empty"));
  const secrets = Array.from({ length: 30 }, (_, i) => `      SERVICE_NUMBER_${i}_PASSWORD: hunter2${i}\n`).join("");
  scratch.write("new/compose.yaml", `services:\n  web:\n    image: nginx\n    environment:\n${secrets}`);
}, 120_000);
afterAll(() => scratch.remove());

function tooLong({ out, err }: Called): readonly string[] {
  return `${out}\n${err}`.split("\n").filter((line) => [...line].length > columns && !mayBeLonger(line));
}

/** Verbs whose standard output is data for a program: it is not broken. */
const data = ["schema", "export"];

/** Verbs that do not end by themselves; what they print is looked at where they are tried. */
const served = ["up"];

/** Verbs that read, on every example. */
const reading: readonly (readonly string[])[] = [
  ["run"],
  ["status", "--all"],
  ["team", "--responsibilities"],
  ["proposals"],
  ["workshop"],
  ["diagram"],
  ["view"],
  ["comment"],
  ["scope"],
  ["feature"],
  ["surface", "--all"],
  ["threats", "--limit", "500"],
  ["threats", "--all", "--limit", "500"],
  ["questions", "--latent", "--limit", "500"],
  ["score", "--tier", "critical,high,medium"],
  ["risks", "--asked", "--limit", "500"],
  ["analyze"],
  ["mitigations", "--limit", "100"],
  ["criteria", "--proposed"],
  ["check"],
  ["rules", "list"],
  ["discover", "--dry-run"],
  ["report"],
  ["element"],
  ["flow"],
  ["zone"],
  ["entry-point"],
  ["data"],
  ["dependency"],
  ["attacker"],
  ["diff", "tenants", "shop"],
];

describe.each(examples)("reading %s", (name) => {
  test.each(reading)("parapet %s %s %s", (...args) => {
    const called = scratch.run(...args.filter((arg) => typeof arg === "string"), "-C", name);
    expect([0, 1]).toContain(called.code);
    expect(tooLong(called)).toEqual([]);
  });

  test("explain, of threats and of questions", () => {
    const { threats } = scratch.json("threats", "-C", name);
    const { questions } = scratch.json("questions", "-C", name);
    const some = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => i % Math.ceil(list.length / 4) === 0);
    for (const { id } of [...some(threats), ...some(questions)] as { id: string }[])
      expect(tooLong(scratch.run("explain", id, "-C", name)), id).toEqual([]);
  });
});

/** Verbs that change, one after the other on the shop; T and Q stand for a threat and a question of it. */
const changing: readonly (readonly string[])[] = [
  ["init", "../new", "--name", "A system whose name is rather long, as names of systems in organisations are"],
  ["init", "../empty", "--blank"],
  ["answer", "Q", "dont-know", "--owner", "ann", "--due", "2027-01-01"],
  ["assign", "--tier", "high", "--owner", "ann", "--due", "2027-01-31"],
  ["score", "T", "--damage", "7", "--reason", "damage=Order lines, and no card numbers of anybody at all"],
  ["accept", "T", "--owner", "bo", "--why", "It is down for minutes, and nobody waits", "--review", "2027-05-01"],
  ["approve", "T"],
  ["move", "mail-worker", "--to", "dmz"],
  ["copy", "mail-worker"],
  ["decide", "T", "avoid", "--why", "The page goes away with the next release of the storefront"],
  ["mitigate", "--title", "Two people per refund of any size", "--criterion", "One is refused", "--threats", "T"],
  ["evidence", "one-is-refused@two-people-per-refund-of-any-size", "--passed", "--declared"],
  [
    "threat",
    "add",
    "A courier who reads the label and the order learns what somebody bought, and where",
    "--on",
    "edge",
  ],
  ["assume", "Staff laptops are managed by the department that manages laptops, all of them", "--owner", "it"],
  ["participant", "zoe", "--team", "payments", "--job", "engineer"],
  ["role", "courier", "--title", "Courier"],
  ["review", "diagram"],
  ["sign-off", "handoff"],
  ["settle", "encrypted-in-transit@save", "no"],
  ["element", "add", "A second back office with a name that nobody would like to type", "--kind", "process"],
  ["set", "edge", "title", "The proxy at the edge that takes every request of every customer of the shop"],
  ["rename", "edge", "edge-proxy-that-takes-every-request-of-every-customer-of-the-shop"],
  ["remove", "queue"],
  ["proposals", "refuse", "discovery-1f2e3d4c5b6a7980", "--why", "That service is a test double of ours"],
  ["discover", "--accept"],
  ["undo"],
  ["rules", "show", "clear-text-crossing"],
  ["surface", "--feature", "nothing-of-the-kind"],
];

test.each(changing.map((args) => [args.join(" "), args] as const))("parapet %s", (_name, args) => {
  const shop = "shop";
  const threat = () => scratch.json("threats", "--finding", "open", "-C", shop).threats[0].id;
  const question = () => scratch.json("questions", "-C", shop).questions[0].id;
  const words = args.map((arg) => (arg === "T" ? threat() : arg === "Q" ? question() : arg));
  const place = words[0] === "init" ? words.map((word) => word.replace("../", "")) : [...words, "-C", shop];
  const called = scratch.run(...place, "--as", "mikkel");
  expect(called.err).not.toContain("Parapet itself failed");
  expect(`${called.out}${called.err}`).not.toBe("");
  expect(tooLong(called)).toEqual([]);
});

test("no verb is left out", () => {
  const run = new Set([...reading, ...changing].map(([name]) => name));
  const names = verbs.map(({ name }) => name);
  const elsewhere = ["explain", ...served];
  expect(names.filter((name) => !run.has(name) && !data.includes(name) && !elsewhere.includes(name))).toEqual([]);
});

test.each(["", ...verbs.map(({ name }) => name)])("parapet %s --help", (name) => {
  const called = scratch.run(...(name === "" ? ["--help"] : [name, "--help"]));
  expect(called.code).toBe(0);
  expect(called.out).toMatch(name === "" ? /^Parapet: / : /\nExamples?:\n {2}parapet |\nTakes back/);
  expect(tooLong(called)).toEqual([]);
});
