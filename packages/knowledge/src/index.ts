// What we know about threats, as data: facts, rules, technologies, controls and catalogs.
// In: the YAML of this package, or of an organisation's own folder. Out: the layers that analysis and reports read.
// Used by: compile/build.mjs when the house is built, and `parapet rules test` for an organisation's folder.
export type { KnowledgeText } from "./authoring/read.ts";
export type { ExampleFile } from "./authoring/rule.ts";
export { type CompileOptions, compile } from "./compile.ts";
export type { Compiled } from "./compiled.ts";
export type { CatalogLayer, ExampleOutcome, RuleExamples } from "./emit.ts";
export type { DerivedFact } from "./laws/names.ts";
