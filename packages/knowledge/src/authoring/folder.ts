// The folders of a knowledge tree: which schema reads which file, and every file with its value.
import { byCodeUnit, type Problem, problem } from "@parapet/core";
import { type AttackerFile, attackerFile } from "./attacker.ts";
import { type CatalogFile, catalogFile, releaseFile } from "./catalog.ts";
import { type ControlFile, controlFile } from "./control.ts";
import { type FactFile, factFile, type PoolFile, poolFile } from "./fact.ts";
import { type KnowledgeText, problemAt, type Read, readJson, readKnowledge } from "./read.ts";
import { type RuleFile, ruleFile } from "./rule.ts";
import { type TechnologyFile, technologyFile } from "./technology.ts";

/** One thing with the file that it stands in, so that a law can name the line. */
export interface Authored<T> {
  readonly file: KnowledgeText;
  readonly value: T;
}

/** All knowledge files by folder, each list in code-unit order of ids. */
export interface Folder {
  readonly release?: string;
  readonly facts: readonly Authored<FactFile>[];
  readonly pools: readonly Authored<PoolFile>[];
  readonly rules: readonly Authored<RuleFile>[];
  readonly technologies: readonly Authored<TechnologyFile>[];
  readonly controls: readonly Authored<ControlFile>[];
  readonly attackers: readonly Authored<AttackerFile>[];
  readonly catalogs: readonly Authored<CatalogFile>[];
}

type Readers = {
  readonly [K in keyof Omit<Folder, "release">]: (file: KnowledgeText) => Read<Folder[K][number]["value"]>;
};

const readers: Readers = {
  facts: (file) => readKnowledge(file, factFile),
  pools: (file) => readKnowledge(file, poolFile),
  rules: (file) => readKnowledge(file, ruleFile),
  technologies: (file) => readKnowledge(file, technologyFile),
  controls: (file) => readKnowledge(file, controlFile),
  attackers: (file) => readKnowledge(file, attackerFile),
  catalogs: (file) => readJson(file, catalogFile),
};

/** Reads every file by the folder that it stands in. A file that cannot be used is reported and left out. */
export function readFolder(files: readonly KnowledgeText[]): {
  readonly folder: Folder;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const lists: { [K in keyof Readers]: Authored<unknown>[] } = {
    facts: [],
    pools: [],
    rules: [],
    technologies: [],
    controls: [],
    attackers: [],
    catalogs: [],
  };
  let release: string | undefined;
  for (const file of [...files].sort((a, b) => byCodeUnit(a.path, b.path))) {
    if (file.path === "release.yaml") {
      const read = readKnowledge(file, releaseFile);
      problems.push(...read.problems);
      release = read.value?.release;
      continue;
    }
    const top = file.path.slice(0, Math.max(0, file.path.indexOf("/")));
    if (!isFolderName(top)) {
      problems.push(
        problem(
          "bad-knowledge",
          `${file.path} stands in no folder of knowledge.`,
          `Move it to ${Object.keys(readers).join(", ")}.`,
          { file: file.path },
        ),
      );
      continue;
    }
    const read = readers[top](file) as Read<{ readonly id: string }>;
    problems.push(...read.problems);
    if (read.value === undefined) continue;
    if (read.value.id !== nameOf(file.path)) {
      problems.push(
        problemAt(
          file,
          ["id"],
          `The id "${read.value.id}" is not the name of its file.`,
          `Name the file ${read.value.id}, or change the id.`,
        ),
      );
    }
    lists[top].push({ file, value: read.value });
  }
  const folder = { ...(release === undefined ? {} : { release }), ...lists } as unknown as Folder;
  for (const key of Object.keys(lists) as (keyof Readers)[]) lists[key].sort((a, b) => byCodeUnit(idOf(a), idOf(b)));
  return { folder, problems };
}

function isFolderName(name: string): name is keyof Readers {
  return Object.hasOwn(readers, name);
}

function idOf(authored: Authored<unknown>): string {
  return (authored.value as { readonly id: string }).id;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(yaml|json)$/, "");
}
