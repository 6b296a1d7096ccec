// Data flows: `from` opens the connection, `carries` goes with it, `returns` comes back.
import * as z from "zod";
import { id, idSet, text } from "./fields.ts";
import { thing } from "./thing.ts";

export const flow = z.strictObject({
  ...thing,
  from: id.optional(),
  to: id.optional(),
  opens: z.literal("unknown").optional().meta({ title: "A source could not tell which end opens the connection" }),
  protocol: id.optional(),
  carries: idSet.optional().meta({ title: "Data that goes with the connection; absent is unknown, [] is none" }),
  returns: idSet.optional().meta({ title: "Data that comes back; absent is unknown, [] is none" }),
  crosses: z
    .array(z.strictObject({ what: z.enum(["tenant", "user", "process", "machine"]), why: text }))
    .optional()
    .meta({ title: "Crossings that no zone shows" }),
});
export type Flow = z.infer<typeof flow>;
