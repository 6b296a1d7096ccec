import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Inputs that kill or stall some YAML readers; each is made inside the child process. */
const inputs: Readonly<Record<string, string>> = {
  "lists 900 deep": `"[".repeat(900)`,
  "lists 100,000 deep": `"[".repeat(100000)`,
  "maps 5,000 deep": `"{a: ".repeat(5000)`,
  "blocks 3,000 deep": `Array.from({ length: 2000 }, (_, i) => " ".repeat(i) + "a:").join("\\n")`,
  "dashes in a row": `"- ".repeat(100000)`,
  "question marks in a row": `"? ".repeat(100000)`,
  "an alias bomb": `"a: &a [x, x, x, x, x, x, x, x, x]\\n" + Array.from({ length: 20 }, (_, i) => String.fromCharCode(98 + i) + ": &" + String.fromCharCode(98 + i) + " [" + ("*" + String.fromCharCode(97 + i) + ", ").repeat(9) + "]").join("\\n")`,
  "a million commas": `"a: [" + ",".repeat(1000000)`,
  "a million empty maps": `"a: [" + "{},".repeat(1000000) + "]"`,
  "four million spaces": `" ".repeat(4000000)`,
  "four million line ends": `"\\n".repeat(4000000)`,
  "an open quote over a million lines": `'a: "' + "b\\n".repeat(1000000)`,
  "five million colons": `":".repeat(5000000)`,
  "one key of four million letters": `"k".repeat(4000000) + ": 1"`,
  "50 MB": `new Uint8Array(50 * 1024 * 1024).fill(97)`,
};

let folder = "";
let bundle = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parapet-hostile-"));
  bundle = join(folder, "files.mjs");
  const entry = fileURLToPath(new URL("../../files.ts", import.meta.url));
  buildSync({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    outfile: bundle,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("no input ends the process, not even the second time; each ends in one problem", () => {
  const script = join(folder, "run.mjs");
  writeFileSync(
    script,
    `import { readLayer } from ${JSON.stringify(bundle)};
for (const layer of ["model", "register"]) for (const [name, make] of Object.entries({ ${Object.entries(inputs)
      .map(([name, make]) => `${JSON.stringify(name)}: () => ${make}`)
      .join(", ")} })) for (let turn = 0; turn < 2; turn++) {
  const content = make();
  const started = process.cpuUsage();
  const read = readLayer(layer, { file: "f", content });
  const took = process.cpuUsage(started).user / 1000;
  if (read.ok || read.problems.length !== 1 || took > 10_000) console.log(layer, name, read.ok ? "accepted" : read.problems.length, Math.round(took));
}
console.log("done");
`,
  );
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--max-old-space-size=1024", script], {
    encoding: "utf8",
    timeout: 100_000,
  });
  expect({ stdout, stderr: stderr.slice(0, 500), status }).toEqual({ stdout: "done\n", stderr: "", status: 0 });
});
