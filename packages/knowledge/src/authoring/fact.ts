// facts/<subject>/<id>.yaml and pools/<id>.yaml: what can be known about a thing, and the questions that ask for it.
import { jobs, subjectKinds } from "@parapet/core";
import * as z from "zod";
import { knowledgeId, prose, sentence, setOf, yesNo } from "./words.ts";

const asked = z.enum(["thing", "zone", "model"]);
const kinds = setOf(z.enum(subjectKinds)).min(1);

/** A declared fact. It has a question of its own, or a pool that asks for it. */
export const factFile = z
  .strictObject({
    id: knowledgeId,
    on: kinds,
    sense: z.enum(["countermeasure", "weakness", "nature"]),
    say: sentence,
    ask: sentence.optional(),
    for: z.enum(jobs),
    asked,
    why: prose,
    pool: knowledgeId.optional(),
    titles: setOf(z.string().regex(/^[a-z0-9][a-z0-9 -]*$/))
      .min(1)
      .optional(),
    protocols: z.record(knowledgeId, yesNo).optional(),
    fallback: knowledgeId.optional(),
  })
  .refine((fact) => fact.ask !== undefined || fact.pool !== undefined, {
    message: "a fact needs `ask` or a `pool` that asks",
    path: ["ask"],
  })
  .refine((fact) => fact.titles === undefined || fact.sense === "nature", {
    message: "only a nature fact reads titles",
    path: ["titles"],
  })
  .refine((fact) => fact.protocols === undefined || fact.on.includes("flow"), {
    message: "only a fact on flows reads protocols",
    path: ["protocols"],
  });
export type FactFile = z.infer<typeof factFile>;

/** One question that settles several facts. */
export const poolFile = z.strictObject({
  id: knowledgeId,
  on: kinds,
  ask: sentence,
  for: z.enum(jobs),
  asked,
  why: prose,
  values: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/),
    z.strictObject({ say: sentence, facts: z.record(knowledgeId, yesNo) }),
  ),
});
export type PoolFile = z.infer<typeof poolFile>;
