// Dependencies: what others make and we run or call.
import * as z from "zod";
import { id, idSet, line } from "./fields.ts";
import { thing } from "./thing.ts";
import { dependencyKinds } from "./vocabulary.ts";

export const dependency = z.strictObject({
  kind: z.enum(dependencyKinds).optional(),
  ...thing,
  "used-by": idSet.optional(),
  element: id.optional().meta({ title: "The element that stands for it in the diagram" }),
  version: line.optional(),
});
export type Dependency = z.infer<typeof dependency>;
