// The one door for every change (docs/decisions/0006-commands.md): a card that is always loaded, and a body that is loaded on use.
import type * as z from "zod";
import type { Analysis } from "../analysis/result.ts";
import type { Change } from "./changes.ts";
import type { Document } from "./document.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Problem } from "./problem.ts";
import type { MemberId, Permission, StageId } from "./vocabulary.ts";

/** What a command is; everything that lists, offers, documents or authorises commands reads the card. */
export interface CommandCard {
  /** verb-noun, for ever: the log holds it. */
  readonly name: string;
  readonly version: 1;
  readonly stage: StageId;
  readonly member: MemberId;
  readonly title: string;
  readonly permission: Permission;
  /** What `check` and `apply` read: the document alone, or the analysis of it too. */
  readonly reads: "document" | "analysis";
}

/** What a command is given. Time, author and knowledge are arguments; nothing is looked up. */
export interface CommandContext {
  readonly document: Document;
  readonly knowledge: Knowledge;
  /** The day, as 2026-11-24. */
  readonly now: string;
  /** Who does it: a key of people.yaml or participants, or a name; never empty. */
  readonly by: string;
  /** The analysis of the document; computed on first call; only commands that read `analysis` may call it. */
  readonly analysis: () => Analysis;
}

/** What a command does. `apply` is called only when `check` found nothing. */
export interface CommandBody<Input> {
  readonly input: z.ZodType<Input>;
  readonly check: (input: Input, context: CommandContext) => readonly Problem[];
  readonly apply: (input: Input, context: CommandContext) => readonly Change[];
}

/** A command by name with its input: what a proposal is a list of, and what the log stores beside the changes. */
export interface CommandCall {
  readonly name: string;
  readonly input: unknown;
}

/** Types a body by its input schema. */
export function body<S extends z.ZodType>(
  input: S,
  check: (input: z.infer<S>, context: CommandContext) => readonly Problem[],
  apply: (input: z.infer<S>, context: CommandContext) => readonly Change[],
): CommandBody<z.infer<S>> {
  return { input: input as z.ZodType<z.infer<S>>, check, apply };
}
