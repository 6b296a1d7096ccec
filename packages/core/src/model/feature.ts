// Features: what a piece of work adds to the system and changes in it.
import * as z from "zod";
import { idSet, line, text } from "./fields.ts";
import { intakeAnswers, intakeQuestions } from "./intake.ts";
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
  intake: z
    .partialRecord(z.enum(intakeQuestions), z.enum(intakeAnswers))
    .optional()
    .meta({ title: "Answers to the intake, which tells how risky the feature looks" }),
});
export type Feature = z.infer<typeof feature>;
