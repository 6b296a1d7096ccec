// Broken source files, and what a stranger may have put beside a model: one clear answer, and nothing written.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandLine, contents, goodModel } from "./command-line.ts";

let cli: CommandLine;
beforeAll(() => {
  cli = new CommandLine();
});
afterAll(() => cli.remove());

const compose = "services:\n  web:\n    image: nginx:1.27\n    ports: ['80:80']\n";
const bomb = `a: &a [x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, i) => `${"bcdefghij"[i]}: &${"bcdefghij"[i]} [${`*${"abcdefghi"[i]}, `.repeat(8)}]`).join("\n")}\nservices: {web: {image: nginx, x: *j}}\n`;

describe("a source that cannot be read", () => {
  it.each([
    ["truncated", "compose.yaml", "services:\n  web: [\n"],
    ["nested too deep", "compose.yaml", `services: ${"[".repeat(2000)}`],
    ["an alias bomb", "compose.yaml", bomb],
    ["of 50 MB", "compose.yaml", `services:\n${"# nothing\n".repeat(5_300_000)}`],
    ["cut in the middle", "openapi.yaml", "openapi: 3.1.0\ninfo: {title: Orders\npaths:\n"],
    ["nested too deep", "openapi.json", `{"openapi":"3.0.0","paths":${"[".repeat(2000)}`],
  ])(
    "%s (%s) ends init with what and where, and writes nothing",
    (_, file, text) => {
      const folder = cli.folder({ [file]: text });
      const { code, stdout } = cli.run(folder, ["init", "--json"]);
      const { problems } = JSON.parse(stdout);
      expect(code).toBe(2);
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).toContain(file);
      expect(JSON.stringify(problems)).not.toContain("Parapet itself failed");
      expect(Object.keys(contents(folder))).toEqual([file]);
    },
    30_000,
  );

  it("is told and left out when others can be read", () => {
    const folder = cli.folder({ "compose.yaml": compose, "broken/compose.yaml": "services:\n  web: [\n" });
    const { code, stderr } = cli.run(folder, ["init"]);
    expect(code).toBe(0);
    expect(stderr).toContain("broken/compose.yaml:");
    expect(Object.keys(contents(folder))).toContain("threat-model/observed.yaml");
  });

  it("leaves the model as it is when discover meets it later", () => {
    const folder = cli.folder({ "compose.yaml": compose });
    expect(cli.run(folder, ["init"]).code).toBe(0);
    const before = contents(folder);
    writeFileSync(join(folder, "compose.yaml"), "services:\n  web: [\n");
    const { stdout, stderr } = cli.run(folder, ["discover"]);
    expect(stdout + stderr).toContain("compose.yaml");
    expect({ ...contents(folder), "compose.yaml": compose }).toEqual(before);
  });
});

describe("what lies beside a model", () => {
  it.each([
    ["undo", ".parapet/journal.jsonl", '{"foo":1}\nnot json\n'],
    ["undo", ".parapet/journal.jsonl", '{"by":"ann","to":"x","title":"t","changes":[7]}\n'],
    ["proposals", ".parapet/proposals/x.json", "[]"],
    ["proposals", ".parapet/proposals/x.json", '{"id":"x","title":"t","base":"b","sentences":[1],"changes":[]}'],
  ])("%s bears a strange %s", (verb, path, text) => {
    const folder = cli.folder({ "threat-model/model.yaml": goodModel, [`threat-model/${path}`]: text });
    const before = contents(folder);
    const { code, stderr } = cli.run(folder, [verb]);
    expect(code).toBe(2);
    expect(stderr).not.toContain("Parapet itself failed");
    expect(stderr).toMatch(/^✗ /m);
    expect(contents(folder)).toEqual(before);
  });
});
