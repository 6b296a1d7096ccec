// For tests: runs a command as the store does, and holds every run to the laws that all commands keep.
import type { Analysis } from "../../analysis/result.ts";
import { apply } from "../apply.ts";
import { type Change, canonicalText, inverseOf } from "../changes.ts";
import type { CommandBody, CommandContext } from "../command.ts";
import { type Document, layerNames, layers } from "../document.ts";
import type { Knowledge } from "../knowledge.ts";

/** What a run gives: the codes and sentences of what was refused, or the changes and the document after them. */
export interface Run {
  readonly codes: readonly string[];
  readonly said: readonly string[];
  readonly changes: readonly Change[];
  readonly after: Document;
}

export interface Setting {
  readonly by?: string;
  readonly now?: string;
  readonly knowledge?: Knowledge;
  readonly analysis?: () => Analysis;
}

export const emptyKnowledge: Knowledge = {
  version: "test",
  facts: [],
  pools: [],
  technologies: [],
  rules: [],
  controls: [],
  attackers: [],
};

/**
 * Parses the input, checks, applies. Throws when the input breaks the schema, when the result breaks the schema of a layer,
 * when the changes do not take back exactly, when a problem lacks its sentence or fix, or when the document was touched.
 */
export function runCommand<Input>(
  command: CommandBody<Input>,
  input: unknown,
  document: Document,
  setting: Setting = {},
): Run {
  const context: CommandContext = {
    document,
    knowledge: setting.knowledge ?? emptyKnowledge,
    now: setting.now ?? "2026-11-24",
    by: setting.by ?? "ann",
    analysis:
      setting.analysis ??
      (() => {
        throw new Error("this command reads the document alone");
      }),
  };
  const before = JSON.stringify(document);
  const given = command.input.parse(input);
  const problems = command.check(given, context);
  for (const { say, fix } of problems) {
    if (!/^\S.*[.?!]$/.test(say) || !/^\S.*[.?!]$/.test(fix)) throw new Error(`not two sentences: ${say} / ${fix}`);
  }
  const refused = { codes: problems.map(({ code }) => code), said: problems.map(({ say, fix }) => `${say} ${fix}`) };
  if (problems.length > 0) return { ...refused, changes: [], after: document };
  const changes = command.apply(given, context);
  const after = apply(document, changes);
  for (const name of layerNames) if (after[name] !== undefined) layers[name].schema.parse(after[name]);
  if (canonicalText(apply(after, inverseOf(changes))) !== canonicalText(document))
    throw new Error("does not take back");
  if (JSON.stringify(document) !== before) throw new Error("the document was touched");
  return { ...refused, changes, after };
}
