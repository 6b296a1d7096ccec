// Features: what a piece of work adds to the system and changes in it.
import * as z from "zod";
import { idSet, line, text } from "./fields.ts";
import { thing } from "./thing.ts";

export const feature = z.strictObject({
  title: thing.title,
  description: thing.description,
  state: thing.state,
  was: thing.was,
  ticket: line.optional(),
  adds: idSet.optional(),
  changes: idSet.optional(),
  why: text.optional(),
});
export type Feature = z.infer<typeof feature>;
