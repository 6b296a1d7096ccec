// Reads a system's folder with every source: what `init` starts from, and what `discover` compares with.
import { TextsBelow, walk } from "@parapet/adapters";
import type { Knowledge, Problem } from "@parapet/core";
import { type Discovery, discover, type SourceFile, sources } from "@parapet/sources";
import { count } from "./print/style.ts";
import { progress } from "./progress.ts";

/** What the files below a folder show together. */
export interface Discovered extends Discovery {
  /** Files that a source reads, of all that were looked at. */
  readonly read: readonly string[];
  readonly looked: number;
}

/** Discovers what is below a folder. Deterministic: the order of the disk does not matter. */
export function discoverBelow(folder: string, knowledge: Knowledge): Discovered {
  const { paths, notes: walked } = walk(folder);
  // A file that is too large is a note, unless its name says that a source would have read it.
  const isUnread = ({ code, where }: Problem): boolean =>
    code === "file-too-large" && sources.some((source) => source.detects(where?.file ?? ""));
  const notes = walked.filter((note) => !isUnread(note));
  const texts = new TextsBelow(folder);
  const files: SourceFile[] = [];
  const unread: Problem[] = walked.filter(isUnread);
  for (const path of paths) {
    const head = texts.head(path);
    if (head === undefined || !sources.some((source) => source.detects(path, head))) continue;
    const text = texts.read(path);
    if (text !== undefined) files.push({ path, text });
    else
      unread.push({
        code: "not-text",
        say: `${path} is not valid UTF-8 text; it was left out.`,
        fix: "Save it as UTF-8.",
        where: { file: path },
      });
  }
  if (files.length > 20) progress(`Reading ${count(files.length, "file")} …`);
  const found = discover(files, { technologies: knowledge.technologies, file: (path) => texts.read(path) });
  return {
    ...found,
    problems: [...unread, ...found.problems],
    notes: [...notes, ...found.notes],
    read: files.map((file) => file.path).filter((path) => !found.leftOut.includes(path)),
    looked: paths.length,
  };
}

/** How many things of each kind a discovery shows, in words: "4 elements, 5 flows". */
export function shownWords(observed: Discovery["observed"]): string {
  const kinds = [
    ["zones", "zone", "zones"],
    ["elements", "element", "elements"],
    ["flows", "flow", "flows"],
    ["entry-points", "entry point", "entry points"],
    ["data", "data asset", "data assets"],
    ["dependencies", "dependency", "dependencies"],
    ["roles", "role", "roles"],
  ] as const;
  return kinds
    .flatMap(([key, one, many]) => {
      const n = Object.keys(observed[key] ?? {}).length;
      return n === 0 ? [] : [count(n, one, many)];
    })
    .join(", ");
}
