// Data assets and how bad it is to lose them.
import * as z from "zod";
import { thing } from "./thing.ts";
import { classifications, dataKinds } from "./vocabulary.ts";

export const data = z.strictObject({
  ...thing,
  classification: z.enum(classifications).optional(),
  kinds: z.array(z.enum(dataKinds)).optional(),
});
export type Data = z.infer<typeof data>;
