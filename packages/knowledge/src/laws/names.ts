// What the laws look names up in: everything that this folder, and the knowledge under it, defines.
import type { SubjectKind } from "@parapet/core";
import type { Folder } from "../authoring/folder.ts";
import type { Compiled } from "../compiled.ts";
import type { CatalogLayer } from "../emit.ts";

/** A fact that the engine computes, and the kinds that it is defined on. */
export interface DerivedFact {
  readonly id: string;
  readonly on: readonly SubjectKind[];
}

/** What a law needs to know of a declared fact. */
export interface KnownFact {
  readonly on: readonly SubjectKind[];
  readonly sense?: "countermeasure" | "weakness" | "nature";
  readonly derived: boolean;
}

/** Every name that a file may use. */
export interface Names {
  readonly facts: ReadonlyMap<string, KnownFact>;
  readonly pools: ReadonlyMap<string, { readonly on: readonly SubjectKind[]; readonly values: ReadonlySet<string> }>;
  readonly technologies: ReadonlySet<string>;
  readonly controls: ReadonlyMap<string, { readonly establishes: readonly string[] }>;
  readonly cwe: ReadonlySet<string>;
  readonly capec: ReadonlySet<string>;
  readonly asvs: ReadonlySet<string>;
}

/** Collects the names of a folder, of the derived facts and of the knowledge that the folder is laid over. */
export function namesOf(
  folder: Folder,
  derived: readonly DerivedFact[],
  base: Compiled | undefined,
  catalogs: readonly CatalogLayer[],
): Names {
  const facts = new Map<string, KnownFact>();
  for (const fact of derived) facts.set(fact.id, { on: fact.on, derived: true });
  for (const { on, sense, id } of base?.knowledge.facts ?? []) facts.set(id, { on, sense, derived: false });
  for (const { value } of folder.facts) facts.set(value.id, { on: value.on, sense: value.sense, derived: false });
  const pools = [...(base?.knowledge.pools ?? []), ...folder.pools.map((pool) => pool.value)];
  const controls = [...(base?.knowledge.controls ?? []), ...folder.controls.map((control) => control.value)];
  const technologies = [
    ...(base?.knowledge.technologies ?? []),
    ...folder.technologies.map((technology) => technology.value),
  ];
  return {
    facts,
    pools: new Map(pools.map((pool) => [pool.id, { on: pool.on, values: new Set(Object.keys(pool.values)) }])),
    technologies: new Set(technologies.map((technology) => technology.id)),
    controls: new Map(controls.map((control) => [control.id, control])),
    cwe: idsOf(catalogs, "cwe"),
    capec: idsOf(catalogs, "capec"),
    asvs: idsOf(catalogs, "asvs-5.0"),
  };
}

function idsOf(catalogs: readonly CatalogLayer[], id: CatalogLayer["id"]): ReadonlySet<string> {
  const catalog = catalogs.find((one) => one.id === id);
  return new Set(Object.keys(catalog?.levels ?? catalog?.titles ?? {}));
}
