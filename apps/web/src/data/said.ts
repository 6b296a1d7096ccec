// What the last thing done here did: asked for, on its way, in the document, worked out. An engine that is still at something done before says nothing of it.
import type { Change, Problem } from "@parapet/core";
import type { Shown } from "@parapet/live";
import type { Effect } from "./analysis-worker.ts";

/** What the last thing done here did, until the next. */
export interface Said {
  readonly title: string;
  readonly effect: Effect | undefined;
  readonly problems: readonly Problem[];
  /** True until it is known what it did. */
  readonly working: boolean;
  /** Its id, once it is on its way. */
  readonly id?: string;
  /** The number of the document that has it, for the engine: only what is told up to that one, or a later one, is about it. */
  readonly made?: number;
  /** Done in the files, beside the workbench: that is no step of this person to take back. */
  readonly inFiles?: boolean;
}

/** Something was asked for. */
export function asked(title: string): Said {
  return { title, effect: undefined, problems: [], working: true };
}

/** It cannot be done, or nothing has to be worked out. */
export function over(title: string, problems: readonly Problem[] = []): Said {
  return { title, effect: undefined, problems, working: false };
}

/** It is on its way; with changes the document that is shown has it already, without only the server can tell. Without an id nothing changed. */
export function onItsWay(
  said: Said,
  { id, changes }: { readonly id: string; readonly changes: readonly Change[] },
  shown: number,
): Said {
  if (id === "") return over(said.title);
  return changes.length > 0 ? { ...said, id, made: shown } : { ...said, id };
}

/** After the document became another one: it is in it when it was accepted; what neither waits nor was accepted changed nothing. */
export function inDocument(said: Said, { waiting, recent }: Pick<Shown, "waiting" | "recent">, shown: number): Said {
  if (!said.working || said.made !== undefined || said.id === undefined) return said;
  if (recent.some(({ id }) => id === said.id)) return { ...said, made: shown };
  return waiting.some(({ id }) => id === said.id) ? said : { ...said, working: false };
}

/** The engine told what the last changes up to a document did. */
export function worked(said: Said, effect: Effect | undefined, upTo: number): Said {
  return said.working && said.made !== undefined && said.made <= upTo ? { ...said, effect, working: false } : said;
}
