// The knowledge compiler: files in, layers out. Pure; every problem names its file and line.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  byCodeUnit,
  canonicalText,
  controlLevels,
  type DefaultAttacker,
  fail,
  type Knowledge,
  ok,
  type Problem,
  type Result,
} from "@parapet/core";
import { type Authored, type Folder, readFolder } from "./authoring/folder.ts";
import { type KnowledgeText, problemAt } from "./authoring/read.ts";
import type { Compiled } from "./compiled.ts";
import {
  emitCatalog,
  emitControl,
  emitControlTexts,
  emitFact,
  emitPool,
  emitRule,
  emitRuleTexts,
  emitTechnology,
} from "./emit.ts";
import { checkControls, checkFacts, checkPools, checkTechnologies } from "./laws/links.ts";
import { type DerivedFact, namesOf } from "./laws/names.ts";
import { checkRule, checkTwins } from "./laws/rules.ts";
import { checkTrees } from "./laws/trees.ts";

/** What a folder is compiled against. */
export interface CompileOptions {
  /** The facts that the engine computes. */
  readonly derived: readonly DerivedFact[];
  /** The knowledge that the folder is laid over: an organisation's folder adds to it and redefines nothing. */
  readonly base?: Compiled;
}

/** How many problems are told at once. */
const maxProblems = 1000;

/** Reads, checks and compiles a knowledge folder. */
export function compile(files: readonly KnowledgeText[], options: CompileOptions): Result<Compiled> {
  const { folder, problems: unread } = readFolder(files);
  const catalogs = [...(options.base?.catalogs ?? []), ...folder.catalogs.map((catalog) => emitCatalog(catalog.value))];
  const names = namesOf(folder, options.derived, options.base, catalogs);
  const problems = [
    ...unread,
    ...checkIds(folder, options),
    ...folder.rules.flatMap((rule) => [...checkTrees(rule, names), ...checkRule(rule, names)]),
    ...checkTwins(folder.rules),
    ...checkFacts(folder, names),
    ...checkPools(folder, names),
    ...checkTechnologies(folder, names),
    ...checkControls(folder, names),
  ];
  if (problems.length > 0) return fail(...problems.sort(byPlace).slice(0, maxProblems));
  return ok(join(folder, options.base, catalogs));
}

/** Ids are unique: facts and pools share one space with the derived facts; rules share theirs with all aliases. */
function checkIds(folder: Folder, { derived, base }: CompileOptions): readonly Problem[] {
  const taken = (...lists: readonly (readonly { readonly id: string }[] | undefined)[]) =>
    lists.flatMap((list) => (list ?? []).map((one) => one.id));
  const aliases = (base?.knowledge.rules ?? []).flatMap((rule) => rule.aliases ?? []);
  return [
    ...repeated([...folder.facts, ...folder.pools], taken(derived, base?.knowledge.facts, base?.knowledge.pools)),
    ...repeated(folder.rules, [...taken(base?.knowledge.rules), ...aliases]),
    ...repeated(folder.technologies, taken(base?.knowledge.technologies)),
    ...repeated(folder.controls, taken(base?.knowledge.controls)),
    ...repeated(folder.attackers, taken(base?.knowledge.attackers)),
  ];
}

function repeated(
  list: readonly Authored<{ readonly id: string; readonly aliases?: readonly string[] | undefined }>[],
  taken: readonly string[],
): readonly Problem[] {
  const seen = new Set(taken);
  return list.flatMap(({ file, value }) =>
    [value.id, ...(value.aliases ?? [])].flatMap((id, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const path = index === 0 ? ["id"] : ["aliases", index - 1];
      return [problemAt(file, path, `The id "${id}" is taken.`, "Choose another id.")];
    }),
  );
}

function join(folder: Folder, base: Compiled | undefined, catalogs: Compiled["catalogs"]): Compiled {
  const byId = <T extends { readonly id: string }>(under: readonly T[] | undefined, over: readonly T[]) =>
    [...(under ?? []), ...over].sort((a, b) => byCodeUnit(a.id, b.id));
  const controls = byId(
    base?.knowledge.controls,
    folder.controls.map((control) => emitControl(control.value)),
  );
  const level = new Map(controls.map((control) => [control.id, controlLevels.indexOf(control.level)]));
  const structuralFirst = (a: string, b: string) => (level.get(a) ?? 0) - (level.get(b) ?? 0);
  const unversioned: Omit<Knowledge, "version"> = {
    facts: byId(
      base?.knowledge.facts,
      folder.facts.map((fact) => emitFact(fact.value)),
    ),
    pools: byId(
      base?.knowledge.pools,
      folder.pools.map((pool) => emitPool(pool.value)),
    ),
    technologies: byId(
      base?.knowledge.technologies,
      folder.technologies.map((technology) => emitTechnology(technology.value)),
    ),
    rules: byId(
      base?.knowledge.rules,
      folder.rules.map(({ value }) => ({ ...emitRule(value), controls: [...value.controls].sort(structuralFirst) })),
    ),
    controls,
    attackers: byId(
      base?.knowledge.attackers,
      folder.attackers.map((attacker) => attacker.value as DefaultAttacker),
    ),
  };
  const release = folder.release ?? base?.knowledge.version.split("-")[0] ?? "0000.00";
  return {
    knowledge: { version: `${release}-${digest(unversioned)}`, ...unversioned },
    texts: {
      rules: { ...base?.texts.rules, ...textsOf(folder.rules, emitRuleTexts) },
      controls: { ...base?.texts.controls, ...textsOf(folder.controls, emitControlTexts) },
      facts: {
        ...base?.texts.facts,
        ...textsOf<{ id: string; why: string }, { why: string }>([...folder.facts, ...folder.pools], ({ why }) => ({
          why,
        })),
      },
    },
    examples: { ...base?.examples, ...textsOf(folder.rules, (rule) => rule.examples as Compiled["examples"][string]) },
    catalogs,
  };
}

function textsOf<T extends { readonly id: string }, U>(
  list: readonly Authored<T>[],
  emit: (value: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(list.map(({ value }) => [value.id, emit(value)]));
}

/** The first twelve digits of the SHA-256 of what analysis reads. */
function digest(knowledge: Omit<Knowledge, "version">): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(knowledge)))).slice(0, 12);
}

function byPlace(a: Problem, b: Problem): number {
  return byCodeUnit(a.where?.file ?? "", b.where?.file ?? "") || (a.where?.line ?? 0) - (b.where?.line ?? 0);
}
