// attackers/<id>.yaml: who attacks systems, from where and with what capability, unless a model says otherwise.
import { capabilities, zoneKinds } from "@parapet/core";
import * as z from "zod";
import { knowledgeId, sentence } from "./words.ts";

/** A default attacker. It starts in a kind of zone, since it knows no model. */
export const attackerFile = z.strictObject({
  id: knowledgeId,
  title: sentence,
  description: sentence,
  starts: z.enum(zoneKinds),
  tenancy: z.literal("shared").optional(),
  capability: z.enum(capabilities),
  motive: sentence,
  source: sentence,
});
export type AttackerFile = z.infer<typeof attackerFile>;
