// Bad models through the built command line: one clear error with its place and what to do, exit 2, nothing changed.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandLine, contents, goodModel } from "./command-line.ts";

let cli: CommandLine;
beforeAll(() => {
  cli = new CommandLine();
});
afterAll(() => cli.remove());

const register = "parapet: 1\nscores:\n  clear-text-flow@save: {method: dread}\n";

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly code: string;
  /** file:line:column, as far as it can be told; relative to threat-model/. */
  readonly at: string;
  /** What the sentence or the fix names. */
  readonly says: RegExp;
}

const model = (text: string | Uint8Array, code: string, at: string, says: RegExp): Case => ({
  files: { "model.yaml": text },
  code,
  at: at === "" ? "model.yaml" : `model.yaml:${at}`,
  says,
});
const other = (file: string, text: string | Uint8Array, code: string, at: string, says: RegExp): Case => ({
  files: { "model.yaml": goodModel, [file]: text },
  code,
  at: at === "" ? file : `${file}:${at}`,
  says,
});
const changed = (from: string, to: string): string => {
  if (!goodModel.includes(from)) throw new Error(`The good model holds no ${from}`);
  return goodModel.replace(from, to);
};
const deep = (open: string): string => `parapet: 1\nsystem: ${open.repeat(2000)}`;
const bomb = `parapet: 1\nsystem: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [*${i === 0 ? "a" : `k${i - 1}`}, *${i === 0 ? "a" : `k${i - 1}`}]`).join("\n")}\n`;
const megabytes50 = new Uint8Array(50 * 1024 * 1024).fill(97);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
const utf16 = new Uint8Array(Buffer.from(`\ufeff${goodModel}`, "utf16le"));
const latin1 = new Uint8Array(Buffer.from(goodModel.replace("Shop\n", "Café\n"), "latin1"));

const cases: Readonly<Record<string, Case>> = {
  "cut off in a list": model(goodModel.slice(0, goodModel.indexOf("[postgresql]") + 5), "not-yaml", "9:79", /close/i),
  "cut off in a flow's fields": model(
    goodModel.slice(0, goodModel.indexOf(", protocol")),
    "not-yaml",
    "11:43",
    /close/i,
  ),
  empty: model("", "not-yaml", "1:1", /parapet: 1/),
  "a picture": model(png, "not-text", "1", /UTF-8/),
  "50 MB": model(megabytes50, "file-too-large", "", /MB/),
  "UTF-16": model(utf16, "not-text", "1", /UTF-8/),
  "Latin-1": model(latin1, "not-text", "2", /UTF-8/),
  "an unknown key": model(changed("protocol: https", "protocl: https"), "unknown-key", "11:45", /\bprotocol\b/),
  "an unknown section": model(changed("elements:", "elemnts:"), "unknown-key", "6:1", /\belements\b/),
  "an unknown kind": model(changed("kind: process", "kind: proces"), "not-in-list", "8:27", /\bprocess\b/),
  "one id for two things": model(changed("  save: {", "  api: {"), "duplicate-id", "12:8", /\bapi\b/),
  "a key twice": model(changed("  save: {", "  buy: {"), "duplicate-key", "12:3", /Keep one/),
  "a flow to nowhere": model(changed("to: orders", "to: order"), "dangling-reference", "12:38", /\borders\b/),
  "a zone that is not": model(changed("zone: cluster}", "zone: clutser}"), "dangling-reference", "8:42", /\bcluster\b/),
  "a flow to itself": model(changed("to: orders", "to: api"), "self-flow", "12:38", /\bsave\b/),
  "zones in a circle": model(
    changed("kind: internet}", "kind: internet, in: cluster}").replace("network}", "network, in: internet}"),
    "zone-cycle",
    "5:56",
    /cluster/,
  ),
  "an alias bomb": model(bomb, "yaml-feature", "2:9", /anchors/),
  "deep lists": model(deep("["), "too-deep", "2:68", /60/),
  "deep maps": model(deep("{a: "), "too-deep", "2:242", /60/),
  "a newer version": model(goodModel.replace("parapet: 1", "parapet: 99"), "newer-schema", "1:10", /99/),
  "a merge that is not finished": model(`<<<<<<< ours\n${goodModel}`, "conflict-markers", "1:1", /merge/),
  "a list instead of a map": model("- parapet: 1\n", "wrong-type", "1:1", /map/),
  "a key of every object": model(changed("  save: {", "  __proto__: {"), "bad-id", "12:3", /__proto__/),
  "a cut off register": other("register.yaml", `${register.slice(0, -3)}`, "not-yaml", "3:38", /close/i),
  "an empty register": other("register.yaml", "", "not-yaml", "1:1", /parapet: 1/),
  "a picture as register": other("register.yaml", png, "not-text", "1", /UTF-8/),
  "a register of 50 MB": other("register.yaml", megabytes50, "file-too-large", "", /MB/),
  "a register in UTF-16": other("register.yaml", utf16, "not-text", "1", /UTF-8/),
  "a newer register": other("register.yaml", "parapet: 99\n", "newer-schema", "1:10", /99/),
  "a deep register": other("register.yaml", deep("["), "too-deep", "2:68", /60/),
  "an unknown key in people.yaml": other(
    "people.yaml",
    "parapet: 1\npeople: {}\npeple: {}\n",
    "unknown-key",
    "3:1",
    /\bpeople\b/,
  ),
  "a policy that is a list": other("policy.yaml", "[]\n", "wrong-type", "1:1", /map/),
  "a cut off observed.yaml": other("observed.yaml", "parapet: 1\nelements: {a: ", "not-yaml", "2:15", /close/i),
};

/** The files of a case, in threat-model/. */
const placed = ({ files }: Case) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`threat-model/${name}`, content]));

interface Told {
  readonly code: string;
  readonly say: string;
  readonly fix: string;
  readonly where?: { readonly file: string; readonly line?: number; readonly column?: number };
}

function problemsIn(stdout: string): readonly Told[] {
  const value = JSON.parse(stdout) as { readonly problems: readonly Told[] };
  expect(Object.keys(value)).toEqual(["problems"]);
  return value.problems;
}

describe("analyze --json", () => {
  test.each(Object.entries(cases))("%s", (_, one) => {
    const folder = cli.folder(placed(one));
    const before = contents(folder);
    const { code, stdout, stderr } = cli.run(folder, ["analyze", "--json"]);
    expect({ code, defect: /Parapet itself/.test(stderr) }, stderr).toEqual({ code: 2, defect: false });
    const problems = problemsIn(stdout);
    const [first] = problems;
    expect(problems, stdout).toHaveLength(1);
    const { file, line, column } = first?.where ?? {};
    const at = [file, line, column].filter((part) => part !== undefined).join(":");
    expect({ code: first?.code, at }, stdout).toEqual({ code: one.code, at: `threat-model/${one.at}` });
    expect(`${first?.say} ${first?.fix}`).toMatch(one.says);
    expect(first?.fix).not.toBe("");
    expect(stderr.split("\n")[0]).toBe(at);
    expect(contents(folder)).toEqual(before);
  });
});

test("a verb that writes changes nothing of a bad model, and prints text on standard error alone", () => {
  for (const name of ["an unknown key", "a flow to nowhere", "a key twice", "a cut off register"]) {
    const folder = cli.folder(placed(cases[name] as Case));
    const before = contents(folder);
    const { code, stdout, stderr } = cli.run(folder, ["scope", "--purpose", "Sell things"]);
    expect({ code, stdout }, name).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`threat-model/${(cases[name] as Case).at}\n`);
    expect(contents(folder), name).toEqual(before);
  }
});

test("a second deeply nested file does not end the process either", () => {
  const folder = cli.folder({
    "threat-model/model.yaml": deep("{a: "),
    "threat-model/observed.yaml": deep("["),
    "threat-model/register.yaml": deep("{a: "),
  });
  const { code, stdout } = cli.run(folder, ["analyze", "--json"], { memory: 512 });
  expect(code).toBe(2);
  expect(problemsIn(stdout).map((one) => [one.code, one.where?.file])).toEqual([
    ["too-deep", "threat-model/model.yaml"],
    ["too-deep", "threat-model/observed.yaml"],
    ["too-deep", "threat-model/register.yaml"],
  ]);
});
