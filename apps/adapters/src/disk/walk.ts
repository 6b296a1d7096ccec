// Walks a system's folder: which files there are, within limits, and their texts. Never leaves the folder, not even through a link.
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, normalize, sep } from "node:path";
import { byCodeUnit, type Problem, problem } from "@parapet/core";
import { isInside } from "./inside.ts";

/** How much is looked at: more files, larger ones and deeper folders are left out and said. */
export const walkLimits = { files: 20_000, bytes: 5 * 1024 * 1024, depth: 32 } as const;

/** Folders that hold other people's code, results of builds, or no part of the system. */
const skipped = new Set([
  "node_modules",
  "bower_components",
  ".git",
  ".hg",
  ".svn",
  "vendor",
  "dist",
  "build",
  "out",
  "target",
  "coverage",
  "__pycache__",
  ".venv",
  "venv",
  ".tox",
  ".next",
  ".nuxt",
  ".gradle",
  ".terraform",
  ".idea",
  ".vscode",
  ".cache",
  ".parapet",
  "threat-model",
  "threat-model-report",
]);

/** What was found: paths with forward slashes, relative to the folder, in code-unit order. */
export interface Walked {
  readonly paths: readonly string[];
  /** What was left out, and why. */
  readonly notes: readonly Problem[];
}

/**
 * The files below a folder, shallow ones first where there are more than the limit: what runs a system stands near its top.
 * The same tree gives the same paths, whatever order the disk lists them in.
 */
export function walk(folder: string, limits: { readonly [K in keyof typeof walkLimits]: number } = walkLimits): Walked {
  const paths: string[] = [];
  const notes: Problem[] = [];
  let folders = [""];
  for (let depth = 0; folders.length > 0; depth++) {
    const deeper: string[] = [];
    for (const below of folders) {
      for (const { name, kind } of entries(join(folder, below), below, notes)) {
        const path = below === "" ? name : `${below}/${name}`;
        if (kind === "folder") {
          if (depth >= limits.depth) notes.push(note(path, "is nested deeper than is looked at"));
          else deeper.push(path);
        } else if (kind === "file") {
          if (paths.length >= limits.files) {
            notes.push(note(path, `and what lies deeper was not looked at: ${limits.files} files are the limit`));
            return { paths: paths.sort(byCodeUnit), notes };
          }
          if (tooLarge(join(folder, path), limits.bytes))
            notes.push({ ...note(path, `is larger than ${limits.bytes / 1048576} MB`), code: "file-too-large" });
          else paths.push(path);
        }
      }
    }
    folders = deeper;
  }
  return { paths: paths.sort(byCodeUnit), notes };
}

/** The texts below a folder, as sources ask for them: undefined when absent, too large, binary or outside. */
export class TextsBelow {
  readonly #folder: string;
  readonly #kept = new Map<string, string | undefined>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The text of one file. */
  read(path: string): string | undefined {
    const name = normalize(path).split(sep).join("/");
    if (!this.#kept.has(name)) this.#kept.set(name, this.#text(name));
    return this.#kept.get(name);
  }

  /** The first bytes of a file, to tell what it is. */
  head(path: string, bytes = 4096): string | undefined {
    try {
      const file = openSync(join(this.#folder, path), "r");
      try {
        const buffer = Buffer.alloc(bytes);
        return buffer.toString("utf8", 0, readSync(file, buffer, 0, bytes, 0));
      } finally {
        closeSync(file);
      }
    } catch {
      return undefined;
    }
  }

  #text(path: string): string | undefined {
    if (isAbsolute(path) || path === ".." || path.startsWith("../")) return undefined;
    try {
      const real = realpathSync(join(this.#folder, path));
      const root = realpathSync(this.#folder);
      if (!isInside(real, root)) return undefined;
      const stat = statSync(real);
      if (!stat.isFile() || stat.size > walkLimits.bytes) return undefined;
      return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(real));
    } catch {
      return undefined;
    }
  }
}

interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

function entries(folder: string, below: string, notes: Problem[]): readonly Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry): Entry => {
        if (entry.isDirectory()) return { name: entry.name, kind: skipped.has(entry.name) ? "other" : "folder" };
        return { name: entry.name, kind: entry.isFile() ? "file" : "other" };
      })
      .sort((a, b) => byCodeUnit(a.name, b.name));
  } catch (error) {
    notes.push(
      note(below === "" ? "." : below, `cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"})`),
    );
    return [];
  }
}

function tooLarge(path: string, bytes: number): boolean {
  try {
    return statSync(path).size > bytes;
  } catch {
    return true;
  }
}

function note(path: string, why: string): Problem {
  return problem(
    "source-note",
    `${path} ${why}; it was left out.`,
    "Run discover on that folder by itself, if it matters.",
    { file: path },
  );
}
