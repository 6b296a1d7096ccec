// Reads the sources of the house and what each imports, for the architecture test.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** One import or re-export: what it names, where it stands, and whether only types come through it. */
export interface Import {
  readonly from: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly all: boolean;
  /** True for what is imported when the code runs that needs it. */
  readonly late?: boolean;
}

/** A file with its path from the root (forward slashes), its text and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const skipped = new Set(["node_modules", "dist", ".git", "out", "coverage", "reports-out", ".stryker-tmp", ".parapet"]);

/** All files below a folder of the checkout that end in one of `endings`, in code-unit order. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  const found: string[] = [];
  const waiting = [join(root, folder)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) waiting.push(child);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        found.push(relative(root, child).split(sep).join("/"));
      }
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** Reads a file of the checkout. */
export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The sources of packages and apps, tests among them. */
export function readSources(): readonly SourceFile[] {
  const paths = [...filesBelow("packages", [".ts", ".tsx"]), ...filesBelow("apps", [".ts", ".tsx"])];
  return paths
    .filter((path) => /^(packages|apps)\/[^/]+\/src\//.test(path))
    .map((path) => sourceFile(path, readText(path)));
}

/** A source file from its text. */
export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, imports: importsOf(text) };
}

const statement =
  /(?:^|[\n;])[ \t]*(import|export)\s+(type\s+)?((?:[\w$*\s,]|\{[^}]*\})*?)\s*(?:from\s*)?["']([^"'\n]+)["']/g;
const dynamic = /\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;

/** The imports of a source text. Comments do not count. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const match of code.matchAll(statement)) {
    const [whole, keyword, type, names = "", from = ""] = match;
    if (keyword === "export" && !/\bfrom\s*["']/.test(whole)) continue;
    const braced = /^\{([^}]*)\}$/.exec(names.trim());
    const allTypes =
      braced !== null &&
      (braced[1] ?? "").split(",").every((name) => name.trim() === "" || /^type\s/.test(name.trim()));
    const at = (match.index ?? 0) + whole.length;
    found.push({
      from,
      line: lineAt(code, at),
      typeOnly: type !== undefined || (allTypes && names.trim() !== "{}"),
      all: keyword === "export" && names.trim().startsWith("*") && !/^\*\s+as\s/.test(names.trim()),
    });
  }
  for (const match of code.matchAll(dynamic)) {
    found.push({ from: match[1] ?? "", line: lineAt(code, match.index ?? 0), typeOnly: false, all: false, late: true });
  }
  return found;
}

/** The text with comments blanked out; lines stay where they are. Strings that hold `//` (URLs) stay. */
export function withoutComments(text: string): string {
  return text
    .replace(
      /(^|[^:"'`\\\w/])\/\*[\s\S]*?\*\//g,
      (comment, before: string) => before + comment.slice(before.length).replace(/[^\n]/g, " "),
    )
    .replace(
      /(^|[\s;{}(,])\/\/[^\n]*/g,
      (comment, before: string) => before + " ".repeat(comment.length - before.length),
    );
}

/** The line, from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
