// The laws of the house over all sources. Each failure names the file, the line and the reason.
import { describe, expect, test } from "vitest";
import {
  appImports,
  badName,
  cycles,
  forbiddenImports,
  impureCode,
  packageOf,
  roomsLookBack,
  type Violation,
} from "./architecture/bans.ts";
import {
  filesBelow,
  importsOf,
  lineAt,
  readSources,
  readText,
  sourceFile,
  withoutComments,
} from "./architecture/source-files.ts";

const sources = readSources();
const say = ({ path, line, ban, why }: Violation): string => `${path}:${line}: ${ban}: ${why}`;

describe("the sources", () => {
  test("are found", () => expect(sources.length).toBeGreaterThan(30));

  test("packages have no clock, dice, network or locale", () => {
    expect(sources.flatMap(impureCode).map(say)).toEqual([]);
  });

  test("packages import neither Node nor apps, and core no other package; nothing is re-exported wholesale", () => {
    expect(sources.flatMap(forbiddenImports).map(say)).toEqual([]);
  });

  test("apps import what they may of the house, and load late what few commands need", () => {
    expect(sources.flatMap(appImports).map(say)).toEqual([]);
  });

  test("a room of core looks back, never forward, and enters another by its index.ts", () => {
    expect(sources.flatMap(roomsLookBack).map(say)).toEqual([]);
  });

  test("there are no import cycles", () => {
    expect(cycles(sources, packageEntries()).map((cycle) => cycle.join(" → "))).toEqual([]);
  });

  test("every import is declared by the workspace that has it", () => {
    expect(undeclared()).toEqual([]);
  });

  test("files have names that say what they are about", () => {
    const paths = [
      ...sources.map((file) => file.path),
      ...filesBelow("scripts", [".mjs"]),
      ...filesBelow("test", [".ts"]),
    ];
    const bad = paths.flatMap((path) => (badName(path) ? [`${path}: ${badName(path)}`] : []));
    expect(bad).toEqual([]);
  });
});

describe("the checkout", () => {
  test("the lock file names no registry but npm's own", () => {
    const hosts = [...readText("package-lock.json").matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map(
      (match) => match[1],
    );
    expect(
      hosts.filter((host) => host !== "https://registry.npmjs.org"),
      "a host of one machine's network breaks every other's install",
    ).toEqual([]);
  });

  test("nothing names a machine or how the text came about", () => {
    const texts = [".ts", ".tsx", ".mjs", ".md", ".yaml", ".json", ".sh"];
    const paths = filesBelow(".", texts).filter(
      (path) => path !== "package-lock.json" && !path.startsWith("packages/knowledge/catalogs/"),
    );
    const found = paths.flatMap((path) => {
      const text = readText(path);
      return [...text.matchAll(privateWords)].map(
        (match) =>
          `${path}:${lineAt(text, match.index)}: ${match[0]}: the product speaks of itself, not of how or where it was written`,
      );
    });
    expect(found).toEqual([]);
  });
});

// Put together from parts, so that this file is no hit of its own.
const privateWords = new RegExp(
  [
    "/wo" + "rk/(main|shared|\\.)",
    "/tmp/" + "brief",
    "/ro" + "ot/",
    "co-auth" + "ored-by",
    "\\b(ai|llm|model)-" + "(written|generated) code",
    "written by an? " + "(ai|llm|language model|assistant)",
    "as an ai " + "(model|assistant)",
  ].join("|"),
  "gi",
);

function manifest(path: string): Record<string, Record<string, string> | undefined> & { name: string } {
  return JSON.parse(readText(path));
}

/** `@parapet/core` → `packages/core/src/index.ts`, for every export of every workspace. */
function packageEntries(): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const folder of new Set(sources.map((file) => packageOf(file.path)))) {
    const { name, exports } = manifest(`${folder}/package.json`);
    for (const [key, target] of Object.entries(exports ?? {}))
      entries[name + key.slice(1)] = `${folder}/${target.replace(/^\.\//, "")}`;
  }
  return entries;
}

function undeclared(): readonly string[] {
  const rootDeclares = declared("package.json");
  const found = new Set<string>();
  for (const file of sources) {
    const folder = packageOf(file.path);
    const own = declared(`${folder}/package.json`);
    own.add(manifest(`${folder}/package.json`).name);
    const isTest = file.path.endsWith(".test.ts") || file.path.includes("/testing/");
    for (const { from } of file.imports) {
      if (from.startsWith(".") || from.startsWith("node:")) continue;
      const name = from
        .split("/")
        .slice(0, from.startsWith("@") ? 2 : 1)
        .join("/");
      if (!own.has(name) && !(isTest && rootDeclares.has(name)))
        found.add(`${folder}: ${name} (${file.path}) is missing in its package.json`);
    }
  }
  return [...found];
}

function declared(path: string): Set<string> {
  const { dependencies, devDependencies, peerDependencies } = manifest(path);
  return new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }));
}

describe("the checks themselves", () => {
  const hits = (path: string, text: string): readonly string[] => {
    const file = sourceFile(path, text);
    return [...impureCode(file), ...forbiddenImports(file), ...roomsLookBack(file)].map((one) => one.ban);
  };
  const room = "packages/core/src/scoring/tiers.ts";

  test.each([
    ["Date.now()", ["Date.now"]],
    ["const day = new Date();", ["new Date()"]],
    ["new Date(now)", []],
    ["Math.random()", ["Math.random"]],
    ["performance.now()", ["performance.now"]],
    ["await fetch('x')", ["fetch"]],
    ["source.fetch('x')", []],
    ["// Date.now() is forbidden", []],
    ["/* Math.random() */", []],
    ["a.localeCompare(b)", ["locale"]],
    ['import { readFileSync } from "node:fs";', ["node:fs"]],
    ['import type { Knowledge } from "@parapet/knowledge";', ["@parapet/knowledge"]],
    ['import {\n  a,\n  b,\n} from "@parapet/cli";', ["@parapet/cli", "@parapet/cli"]],
    [
      'const x = await import("../../../../apps/cli/src/main.ts");',
      ["../../../../apps/cli/src/main.ts", "../../../../apps/cli/src/main.ts"],
    ],
    ['export * from "./bands.ts";', ["export *"]],
    ['export * as bands from "./bands.ts";', []],
    ['export { a } from "../enumeration/index.ts";', []],
    ['import { a } from "../enumeration/rules.ts";', ["../enumeration/rules.ts"]],
    ['import { a } from "../handoff/index.ts";', ["../handoff/index.ts"]],
    ['import type { Analysis } from "../analysis/result.ts";', []],
    ['import { type Analysis } from "../analysis/result.ts";', []],
    ['import { analyse } from "../analysis/analyse.ts";', ["../analysis/analyse.ts"]],
    ['import { id } from "../model/ids.ts";', []],
    ['import { stages } from "../workflow.ts";', []],
    ['import { x } from "../index.ts";', ["../index.ts"]],
  ])("%s", (text, expected) => {
    expect(hits(room, text)).toEqual(expected);
  });

  test.each([
    ["apps/server/src/x.ts", 'import { a } from "@parapet/cli";', ["@parapet/cli"]],
    ["apps/server/src/x.ts", 'import { a } from "../../cli/src/session.ts";', ["../../cli/src/session.ts"]],
    ["apps/server/src/x.ts", 'import { a } from "@parapet/sources";', []],
    ["apps/web/src/x.ts", 'import { readFileSync } from "node:fs";', ["node:fs"]],
    ["apps/web/src/x.ts", 'import { a } from "@parapet/adapters";', ["@parapet/adapters"]],
    ["apps/web/src/x.ts", 'import { a } from "@parapet/knowledge";', ["@parapet/knowledge"]],
    ["apps/web/src/data/layout-worker.ts", 'import { a } from "@parapet/adapters/layout";', []],
    ["apps/adapters/src/x.ts", 'import { a } from "@parapet/server";', ["@parapet/server"]],
    ["apps/cli/src/session.ts", 'import { a } from "@parapet/server";', ["@parapet/server"]],
    ["apps/cli/src/session.ts", 'import type { A } from "@parapet/server";', []],
    ["apps/cli/src/session.ts", 'const { a } = await import("@parapet/server");', []],
    ["apps/cli/src/verbs/up.ts", 'import { a } from "@parapet/server";', []],
  ])("%s with %s", (path, text, expected) => {
    expect(appImports(sourceFile(path, text)).map(({ ban }) => ban)).toEqual(expected);
  });

  test("a test may use Node", () =>
    expect(hits("packages/core/src/scoring/tiers.test.ts", 'import { join } from "node:path";')).toEqual([]));

  test("model/ knows no room", () => {
    expect(hits("packages/core/src/model/ids.ts", 'import { a } from "../scoping/index.ts";')).toEqual([
      "../scoping/index.ts",
    ]);
  });

  test("an import cycle is found across packages", () => {
    const files = [
      sourceFile("packages/a/src/index.ts", 'import { b } from "@parapet/b";'),
      sourceFile("packages/b/src/index.ts", 'import { a } from "@parapet/a";'),
    ];
    const entries = { "@parapet/a": "packages/a/src/index.ts", "@parapet/b": "packages/b/src/index.ts" };
    expect(cycles(files, entries)).toEqual([
      ["packages/a/src/index.ts", "packages/b/src/index.ts", "packages/a/src/index.ts"],
    ]);
  });

  test("imports are read with their lines", () => {
    const text =
      'import a, { b } from "a";\nimport "side";\nexport type { T } from "./t.ts";\nconst s = "from";\nexport const from = "x";\n';
    expect(importsOf(text).map(({ from, line, typeOnly }) => [from, line, typeOnly])).toEqual([
      ["a", 1, false],
      ["side", 2, false],
      ["./t.ts", 3, true],
    ]);
  });

  test("a URL is no comment", () =>
    expect(withoutComments('const a = "https://b.c"; // d')).toBe(`const a = "https://b.c"; ${" ".repeat(4)}`));

  test.each([
    ["packages/core/src/model/entry-point.ts", true],
    ["packages/core/src/utils/x.ts", false],
    ["apps/cli/src/helpers.ts", false],
    ["apps/cli/src/mainFile.ts", false],
  ])("%s is a good name: %s", (path, good) => {
    expect(badName(path) === undefined).toBe(good);
  });
});
