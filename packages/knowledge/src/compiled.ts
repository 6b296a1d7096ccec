// The result of compiling a knowledge folder.
import type { Knowledge, Texts } from "@parapet/core";
import type { CatalogLayer, RuleExamples } from "./emit.ts";

/** The layers of knowledge: what analysis reads, and what is read on demand. */
export interface Compiled {
  readonly knowledge: Knowledge;
  readonly texts: Texts;
  /** By rule. */
  readonly examples: Readonly<Record<string, RuleExamples>>;
  readonly catalogs: readonly CatalogLayer[];
}
