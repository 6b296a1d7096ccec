// Authored files → the layers that are shipped: what analysis reads, and the texts that are read on demand.
import type { Catalog, Control, ControlTexts, DeclaredFact, Pool, Rule, RuleTexts, Technology } from "@parapet/core";
import type { CatalogFile } from "./authoring/catalog.ts";
import type { ControlFile } from "./authoring/control.ts";
import type { FactFile, PoolFile } from "./authoring/fact.ts";
import type { ExampleFile, RuleFile } from "./authoring/rule.ts";
import type { TechnologyFile } from "./authoring/technology.ts";

/** The outcomes that an example may show. */
export type ExampleOutcome = "flags" | "asks" | "addresses" | "passes";

/** The examples of a rule by outcome. */
export type RuleExamples = Readonly<Partial<Record<ExampleOutcome, readonly ExampleFile[]>>>;

/** A catalog as it is shipped: titles, the links that we use, and the levels of ASVS. */
export interface CatalogLayer extends Catalog {
  readonly holds: string;
  readonly links?: Readonly<Record<string, readonly (number | string)[]>>;
  readonly levels?: Readonly<Record<string, number>>;
}

/** What the engine needs of a fact: all but its reason. */
export function emitFact({ why: _why, ...fact }: FactFile): DeclaredFact {
  return fact as DeclaredFact;
}

/** What the engine needs of a pool: all but its reason. */
export function emitPool({ why: _why, ...pool }: PoolFile): Pool {
  return pool;
}

/** What the engine needs of a rule: its trees, its sentence, its numbers and its references. */
export function emitRule(rule: RuleFile): Rule {
  const { why: _why, detection: _detection, "false-positives": _falsePositives, examples: _examples, ...engine } = rule;
  return engine as Rule;
}

/** The texts of a rule. */
export function emitRuleTexts(rule: RuleFile): RuleTexts {
  return { why: rule.why, detection: rule.detection, falsePositives: rule["false-positives"] };
}

/** What the engine and the sources need of a technology. */
export function emitTechnology({ why: _why, facts, ...technology }: TechnologyFile): Technology {
  return { ...technology, facts: facts ?? {} } as Technology;
}

/** What the engine needs of a control: where it works, what it establishes, and which criteria prove it. */
export function emitControl(control: ControlFile): Control {
  const { id, title, level, effort, on, after, establishes, caps, platform } = control;
  const criteria = Object.entries(control.criteria).map(([name, one]) => ({
    id: name,
    required: one.required === "yes",
  }));
  return {
    id,
    title,
    level,
    effort,
    on,
    ...(after === undefined ? {} : { after }),
    establishes,
    caps: caps as Control["caps"],
    criteria,
    ...(platform === undefined ? {} : { platform: platform.map((one) => one.id) }),
  };
}

/** The specification of a control. */
export function emitControlTexts(control: ControlFile): ControlTexts {
  const criteria = Object.entries(control.criteria).map(
    ([name, { required: _required, ...texts }]) => [name, texts] as const,
  );
  return {
    what: control.what,
    removes: control.removes,
    stacks: control.stacks as ControlTexts["stacks"],
    platform: control.platform ?? [],
    criteria: Object.fromEntries(criteria),
    asvs: control.asvs ?? [],
    nist: control.nist ?? [],
  };
}

/** The catalog as a map from identifier to official title, with links and levels where it has them. */
export function emitCatalog(catalog: CatalogFile): CatalogLayer {
  const titled = [...(catalog.chapters ?? []), ...(catalog.sections ?? []), ...catalog.entries];
  const titles = titled.flatMap((entry) => (entry.title === undefined ? [] : [[entry.id, entry.title] as const]));
  const links = catalog.entries.flatMap((entry) => {
    const linked = entry.cwe ?? entry.asvs;
    return linked === undefined ? [] : [[entry.id, linked] as const];
  });
  const levels = catalog.entries.flatMap((entry) =>
    entry.level === undefined ? [] : [[entry.id, entry.level] as const],
  );
  return {
    id: catalog.id,
    version: catalog.version,
    source: catalog.source,
    licence: catalog.licence,
    holds: catalog.holds,
    records: catalog.records,
    titles: Object.fromEntries(titles),
    ...(links.length === 0 ? {} : { links: Object.fromEntries(links) }),
    ...(levels.length === 0 ? {} : { levels: Object.fromEntries(levels) }),
  };
}
