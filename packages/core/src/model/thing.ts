// What every thing of the model has in common.
import * as z from "zod";
import { facts } from "./fact.ts";
import { id, line, place, text } from "./fields.ts";

export const thing = {
  title: line.optional(),
  description: text.optional(),
  state: z.enum(["built", "planned"]).optional().meta({ title: "planned: only analysed with its feature" }),
  was: z.array(id).optional().meta({ title: "Earlier ids: every reference to them means this thing" }),
  tags: z.array(id).optional(),
  facts: facts.optional(),
  seen: z
    .union([place, z.array(place)])
    .optional()
    .meta({ title: "Where a source shows it (file:line)" }),
  "same-as": id.optional().meta({ title: "The observed thing that this one is" }),
  ignore: text.optional().meta({ title: "Why the observed thing of this id is left out" }),
};
