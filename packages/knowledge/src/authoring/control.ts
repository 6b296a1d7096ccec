// controls/<id>.yaml: a security pattern with its specification per stack and the criteria that prove it.
import { controlLevels, subjectKinds } from "@parapet/core";
import * as z from "zod";
import { tree } from "./tree.ts";
import { asvsId, knowledgeId, nistId, prose, sentence, setOf, yesNo } from "./words.ts";

const cap = z.number().int().min(0).max(10);

/** What an engineer of one stack needs: the library, the setting, and what the code has to decide. */
const specification = z.strictObject({
  library: prose.optional(),
  configuration: prose,
  logic: prose.optional(),
});

/** Given/When/Then that a person or a test can carry out, and how it is verified. */
const criterion = z.strictObject({
  given: sentence,
  when: sentence,
  then: sentence,
  verify: sentence,
  required: yesNo,
});

/** A control card. */
export const controlFile = z.strictObject({
  id: knowledgeId,
  title: sentence,
  level: z.enum(controlLevels),
  effort: z.enum(["small", "medium", "large"]),
  on: setOf(z.enum(subjectKinds)).min(1),
  after: tree.optional(),
  what: prose,
  removes: prose,
  establishes: setOf(knowledgeId),
  caps: z.strictObject({
    damage: cap.optional(),
    reproducibility: cap.optional(),
    exploitability: cap.optional(),
    discoverability: cap.optional(),
    affected: cap.optional(),
  }),
  stacks: z.record(knowledgeId, specification),
  platform: z.array(z.strictObject({ id: knowledgeId, say: sentence })).optional(),
  criteria: z
    .record(knowledgeId, criterion)
    .refine(
      (criteria) => Object.values(criteria).some((one) => one.required === "yes"),
      "at least one criterion is required",
    ),
  asvs: setOf(asvsId).optional(),
  nist: setOf(nistId).optional(),
});
export type ControlFile = z.infer<typeof controlFile>;
