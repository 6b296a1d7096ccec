// technologies/<id>.yaml: what a product gives by default, and the names under which it is seen.
import * as z from "zod";
import { knowledgeId, prose, setOf } from "./words.ts";

const seenName = z.string().regex(/^[a-z0-9@][a-z0-9@/:._+-]*$/, "names are lower case, without registry and tag");

/** A technology card. `facts` names facts (yes, no) and pools (one of their values). */
export const technologyFile = z.strictObject({
  id: knowledgeId,
  title: z.string().min(2).max(120),
  kind: z.enum(["process", "data-store"]).optional(),
  facts: z.record(knowledgeId, z.string().regex(/^[a-z][a-z0-9-]*$/)).optional(),
  why: prose.optional(),
  images: setOf(seenName).optional(),
  packages: setOf(seenName).optional(),
  schemes: setOf(z.string().regex(/^[a-z][a-z0-9+.-]*$/)).optional(),
  ports: setOf(z.number().int().min(1).max(65535)).optional(),
  protocol: knowledgeId.optional(),
});
export type TechnologyFile = z.infer<typeof technologyFile>;
