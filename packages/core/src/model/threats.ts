// Threats as commands name them: by id, as the analysis lists them, and as keys of the register.
import type { Threat } from "../analysis/result.ts";
import { at } from "./checks.ts";
import type { CommandContext } from "./command.ts";
import type { Document } from "./document.ts";
import { effective } from "./effective.ts";
import { threatsOf } from "./expand.ts";
import { nearest } from "./files/nearest.ts";
import { splitKey } from "./ids.ts";
import { type Problem, problem } from "./problem.ts";

/** The threats of the analysis by id. */
export function threatsById(context: CommandContext): ReadonlyMap<string, Threat> {
  return new Map(threatsOf(context.analysis()).map((threat) => [threat.id, threat]));
}

/** How many problems of one kind are told, and for how many of them the nearest id is looked for. */
const told = 20;
const compared = 3;

/** A problem for each id that the analysis does not list; of many, the first. */
export function knownThreats(threats: ReadonlyMap<string, Threat>, ids: readonly string[]): readonly Problem[] {
  const missing = ids.filter((id) => !threats.has(id)).slice(0, told);
  return missing.map((id, i) => {
    const near = i < compared ? nearest(id, [...threats.keys()]) : undefined;
    const fix = near ? `Did you mean ${near}?` : "Name a threat that the analysis lists.";
    return problem("dangling-reference", `There is no threat ${id}.`, fix, at("threats"));
  });
}

/** The key under which the register has an entry for a threat: its id, or one whose subject was renamed since. */
export function keyIn(
  entries: Readonly<Record<string, unknown>> | undefined,
  threat: string,
  resolve: (id: string) => string,
): string | undefined {
  if (!entries) return undefined;
  if (Object.hasOwn(entries, threat)) return threat;
  return Object.keys(entries).find((key) => {
    const parts = splitKey(key);
    return (
      parts !== undefined &&
      resolve(parts.subject) !== parts.subject &&
      `${parts.left}@${resolve(parts.subject)}` === threat
    );
  });
}

/** The threat that a key of the register means now: another one when its subject was renamed since. */
export function threatMeant(document: Document, key: string): string {
  const parts = splitKey(key);
  return parts ? `${parts.left}@${effective(document).resolve(parts.subject)}` : key;
}
