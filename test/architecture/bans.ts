// The bans of the house, each with its reason. Pure: files in, violations out.
import { type StageId, stageIds } from "@parapet/core";
import { type Import, lineAt, type SourceFile, withoutComments } from "./source-files.ts";

/** What a ban looks at: a file without its tests' freedom. */
interface TextBan {
  readonly name: string;
  readonly why: string;
  readonly pattern: RegExp;
}

/** No clock, no dice, no network, no locale in packages/. */
export const textBans: readonly TextBan[] = [
  { name: "Date.now", why: "packages have no clock: the day is the argument `now`.", pattern: /\bDate\.now\b/g },
  {
    name: "new Date()",
    why: "packages have no clock: the day is the argument `now`.",
    pattern: /\bnew Date\(\s*\)|(?<![.\w] ?)(?<!new )\bDate\(\s*\)/g,
  },
  {
    name: "performance.now",
    why: "packages have no clock: measure in bench/ or apps/.",
    pattern: /\bperformance\.(now|timeOrigin|mark)\b/g,
  },
  {
    name: "Math.random",
    why: "packages roll no dice: the same input gives the same bytes.",
    pattern: /\bMath\.random\b/g,
  },
  {
    name: "random bytes",
    why: "packages roll no dice: ids and randomness are arguments.",
    pattern: /\bcrypto\.(randomUUID|getRandomValues|subtle)\b/g,
  },
  { name: "fetch", why: "packages have no network: reach it through a port.", pattern: /(?<![.\w$])fetch\s*\(/g },
  {
    name: "timers",
    why: "packages have no clock: waiting belongs to apps.",
    pattern: /(?<![.\w$])(setTimeout|setInterval|setImmediate)\s*\(/g,
  },
  {
    name: "locale",
    why: "sort by code unit and format by hand: a locale gives other bytes on other machines.",
    pattern: /\.(localeCompare|toLocale\w+)\s*\(|\bIntl\./g,
  },
  { name: "eval", why: "nothing that is read is ever run.", pattern: /(?<![.\w$])eval\s*\(|\bnew Function\s*\(/g },
];

/** One broken ban. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly ban: string;
  readonly why: string;
}

const isTest = (path: string): boolean => path.endsWith(".test.ts") || path.includes("/testing/");
const isPackage = (path: string): boolean => path.startsWith("packages/");

/** Clock, dice, network and locale in the code of packages. */
export function impureCode(file: SourceFile): readonly Violation[] {
  if (!isPackage(file.path) || isTest(file.path)) return [];
  const code = withoutComments(file.text);
  return textBans.flatMap(({ name, why, pattern }) =>
    [...code.matchAll(pattern)].map((match) => ({ path: file.path, line: lineAt(code, match.index), ban: name, why })),
  );
}

/** Imports that a package may not have, whatever the folder. */
export function forbiddenImports(file: SourceFile): readonly Violation[] {
  if (!isPackage(file.path)) return file.imports.filter((entry) => entry.all).map((entry) => exportAll(file, entry));
  const found: Violation[] = [];
  for (const entry of file.imports) {
    const add = (ban: string, why: string): number => found.push({ path: file.path, line: entry.line, ban, why });
    if (entry.all) found.push(exportAll(file, entry));
    if (isTest(file.path)) continue;
    if (entry.from.startsWith("node:"))
      add(
        entry.from,
        "packages import nothing of Node: they run in browser, server and CLI alike. Take a port as an argument.",
      );
    if (isApp(file, entry))
      add(entry.from, "packages never import apps: an app calls a package, not the other way round.");
    if (file.path.startsWith("packages/core/") && entry.from.startsWith("@parapet/")) {
      add(
        entry.from,
        "core imports no other package: knowledge is an argument of analyse; sources, reports and team stand on core.",
      );
    }
    if (entry.from.startsWith("@parapet/") && entry.from.split("/").length > 3)
      add(entry.from, "another package is entered by what its package.json exports.");
    if (entry.from.startsWith(".") && packageOf(resolvePath(file.path, entry.from)) !== packageOf(file.path)) {
      add(entry.from, "another package is entered by its name, not by a path into its folder.");
    }
  }
  return found;
}

/** What each app may import of the house, and why no more. */
const appMay: Readonly<Record<string, { readonly parts: readonly string[]; readonly why: string }>> = {
  "apps/server": {
    parts: ["core", "knowledge", "live", "reports", "team", "sources", "adapters"],
    why: "the server is given what this machine knows by whoever starts it (workplace.ts): it looks into no other app.",
  },
  "apps/web": {
    parts: ["core", "live", "reports", "team"],
    why: "pages run in a browser: they have the pure packages, and the server for the rest.",
  },
  "apps/adapters": {
    parts: ["core", "live", "reports"],
    why: "adapters are what ports stand for: they decide nothing, and know no app.",
  },
};

/** Where one part more is needed, and nowhere else. */
const exceptions: ReadonlySet<string> = new Set(["apps/web/src/data/layout-worker.ts @parapet/adapters/layout"]);

/** Code that only some commands need: its bundle is loaded by these files alone, or when they are called. */
const onlyFor: Readonly<Record<string, readonly string[]>> = {
  "@parapet/server": ["apps/cli/src/verbs/up.ts"],
};

/** Imports that an app may not have. */
export function appImports(file: SourceFile): readonly Violation[] {
  if (!file.path.startsWith("apps/") || isTest(file.path)) return [];
  const own = packageOf(file.path);
  return file.imports.flatMap((entry) => {
    const why = whyNotInApp(file, own, entry);
    return why === undefined ? [] : [{ path: file.path, line: entry.line, ban: entry.from, why }];
  });
}

function whyNotInApp(file: SourceFile, own: string, entry: Import): string | undefined {
  if (exceptions.has(`${file.path} ${entry.from}`)) return undefined;
  if (own === "apps/web" && entry.from.startsWith("node:")) return "pages run in a browser: there is no Node.";
  const [scope, part = ""] = entry.from.split("/");
  const may = appMay[own];
  if (may && scope === "@parapet" && !may.parts.includes(part)) return may.why;
  if (entry.from.startsWith(".") && packageOf(resolvePath(file.path, entry.from)) !== own)
    return "another part is entered by its name, not by a path into its folder.";
  const loaders = onlyFor[entry.from];
  const late = entry.typeOnly || entry.late === true || loaders === undefined || loaders.includes(file.path);
  return late
    ? undefined
    : "every command would load it at its start: import it where it is needed, when it is needed.";
}

const appNames = /^@parapet\/(cli|adapters|server|web)(\/|$)/;

function isApp(file: SourceFile, entry: Import): boolean {
  return (
    appNames.test(entry.from) || (entry.from.startsWith(".") && resolvePath(file.path, entry.from).startsWith("apps/"))
  );
}

function exportAll(file: SourceFile, entry: Import): Violation {
  return {
    path: file.path,
    line: entry.line,
    ban: "export *",
    why: "name what is exported: a reader finds it, and nothing leaks by accident.",
  };
}

/** Imports between the rooms of core that go forward, or past a room's index.ts. */
export function roomsLookBack(file: SourceFile): readonly Violation[] {
  const here = placeInCore(file.path);
  if (here === undefined || isTest(file.path) || here === "root" || here === "analysis") return [];
  const found: Violation[] = [];
  for (const entry of file.imports.filter((one) => one.from.startsWith("."))) {
    const target = resolvePath(file.path, entry.from);
    const why = whyNot(here, target, entry);
    if (why) found.push({ path: file.path, line: entry.line, ban: entry.from, why });
  }
  return found;
}

type CorePlace = StageId | "model" | "analysis" | "root";

function placeInCore(path: string): CorePlace | undefined {
  const rest = path.startsWith("packages/core/src/") ? path.slice("packages/core/src/".length) : undefined;
  if (rest === undefined) return undefined;
  const folder = rest.includes("/") ? rest.slice(0, rest.indexOf("/")) : "root";
  return folder as CorePlace;
}

function whyNot(here: CorePlace, target: string, entry: Import): string | undefined {
  const there = placeInCore(target);
  if (there === undefined || there === here || there === "model") return undefined;
  if (there === "analysis") {
    if (target.endsWith("/analysis/result.ts") && entry.typeOnly) return undefined;
    return "analysis/ is the only folder that sees every room; the others know only the types of its result.";
  }
  if (there === "root")
    return target.endsWith("/workflow.ts") && here !== "model"
      ? undefined
      : "the root of core joins the rooms; a room does not look up to it.";
  if (here === "model") return "model/ holds the nouns that every room reads; it knows no room.";
  if (stageIds.indexOf(there) > stageIds.indexOf(here as StageId)) {
    return `the workflow order is the dependency order: ${here} comes before ${there}, and a room looks back, never forward.`;
  }
  return target.endsWith(`/${there}/index.ts`)
    ? undefined
    : `another room is entered by its index.ts (${there}/index.ts).`;
}

/** Import cycles (types vanish when built, so they make none): each as the files that lead back to the first. */
export function cycles(
  files: readonly SourceFile[],
  entries: Readonly<Record<string, string>>,
): readonly (readonly string[])[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, "open" | "done">();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, "open");
    for (const entry of byPath.get(path)?.imports ?? []) {
      if (entry.typeOnly) continue;
      const target = entry.from.startsWith(".") ? resolvePath(path, entry.from) : entries[entry.from];
      if (target !== undefined && byPath.has(target)) visit(target, [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const file of files) if (!isTest(file.path)) visit(file.path, []);
  return found;
}

/** A relative import as a path from the root. */
export function resolvePath(from: string, relative: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** `packages/core` of `packages/core/src/model/ids.ts`. */
export function packageOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

const badNames = new Set(["utils", "util", "common", "helpers", "helper", "misc", "shared"]);

/** File and folder names that say nothing, or are not in kebab case. */
export function badName(path: string): string | undefined {
  const parts = path.split("/");
  const file = parts.at(-1) ?? "";
  if (parts.some((part) => badNames.has(part.replace(/\..*$/, ""))))
    return "names a drawer, not a thing: say what it is about (no utils, common, helpers).";
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx|mjs)$/.test(file)
    ? undefined
    : "file names are in kebab-case.";
}
