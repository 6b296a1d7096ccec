// rules/<subject>/<thing-and-what-is-wrong>.yaml: a rule with the examples that are its tests and its documentation.
import { layers, strideCategories, subjectKinds } from "@parapet/core";
import * as z from "zod";
import { tree } from "./tree.ts";
import { asvsId, knowledgeId, prose, sentence, setOf } from "./words.ts";

const factor = z.number().int().min(0).max(10);
const factors = z.strictObject({ reproducibility: factor, exploitability: factor });

/** model.yaml without its version and name: what an example is written as. */
const exampleModel = z.preprocess(
  (value) => (typeof value === "object" && value !== null ? { ...value, parapet: 1, system: "Example" } : value),
  layers.model.schema,
);

/** One small system and what the rule must say of one thing in it. */
const exampleFile = z.strictObject({
  model: exampleModel,
  at: knowledgeId,
  about: z
    .string()
    .regex(/^[a-z][a-z0-9-]*@[a-z][a-z0-9-]*$/, "a question is fact@thing")
    .optional(),
  say: sentence.optional(),
});
export type ExampleFile = z.infer<typeof exampleFile>;

const list = z.array(exampleFile).min(1).optional();

/** A rule as it is written. */
export const ruleFile = z.strictObject({
  id: knowledgeId,
  aliases: setOf(knowledgeId).optional(),
  title: sentence,
  stride: setOf(z.enum(strideCategories)).min(1).max(2, "at most two categories: more make two rules"),
  on: setOf(z.enum(subjectKinds)).min(1),
  applies: tree,
  except: tree.optional(),
  unless: tree.optional(),
  say: sentence,
  why: prose,
  detection: prose,
  "false-positives": prose,
  start: z.strictObject({ "internet-anonymous": factors, "internet-authenticated": factors, internal: factors }),
  damage: z.discriminatedUnion("from", [
    z.strictObject({ from: z.literal("data"), cap: factor }),
    z.strictObject({ from: z.literal("fixed"), value: factor, cap: factor }),
  ]),
  affected: z.enum(["one", "tenant", "all"]),
  prior: z.number().min(0).max(1),
  controls: setOf(knowledgeId).min(1),
  cwe: setOf(z.number().int()).max(3, "at most three weaknesses, the most telling"),
  capec: setOf(z.number().int()),
  attack: setOf(z.string().regex(/^T\d{4}(\.\d{3})?$/)).optional(),
  atlas: setOf(z.string().regex(/^AML\.T\d{4}(\.\d{3})?$/)).optional(),
  owasp: setOf(z.string().min(3).max(20)).optional(),
  asvs: setOf(asvsId).optional(),
  regulations: setOf(knowledgeId).optional(),
  examples: z.strictObject({ flags: list, asks: list, addresses: list, passes: list }),
});
export type RuleFile = z.infer<typeof ruleFile>;
