// Trust zones: they nest; their border is the trust boundary and may carry facts (firewalled, segmented).
import * as z from "zod";
import { id, idSet } from "./fields.ts";
import { thing } from "./thing.ts";
import { zoneKinds } from "./vocabulary.ts";

export const zone = z.strictObject({
  kind: z.enum(zoneKinds).optional(),
  ...thing,
  in: id.optional().meta({ title: "The zone that this one lies in" }),
  allows: idSet.optional().meta({ title: "Flows that the border lets through; a zone that states them is a segment" }),
});
export type Zone = z.infer<typeof zone>;
