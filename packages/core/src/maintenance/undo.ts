// Undo: the changes that take back a person's last entry of the log, moved over what came after it.
import { apply } from "../model/apply.ts";
import { nameOfPerson } from "../model/called.ts";
import { type Change, inverseOf, pathOf } from "../model/changes.ts";
import { checkDocument } from "../model/check-document.ts";
import { difference } from "../model/difference.ts";
import type { Document } from "../model/document.ts";
import { finer } from "../model/finer.ts";
import { fail, ok, type Problem, problem, type Result } from "../model/problem.ts";
import { rebase } from "../model/rebase.ts";
import type { LogEntry } from "../model/store.ts";
import { sees } from "./observed-changes.ts";

/** What an undo would do. */
export interface Undo {
  readonly entry: LogEntry;
  /** What names the entry in the log: its place and the revision that it made. */
  readonly key: string;
  readonly changes: readonly Change[];
}

/** The last entry of a person that is not taken back yet, and what takes it back; refused when others built on it. */
export function undoOf(log: readonly LogEntry[], by: string, current: Document): Result<Undo> {
  const undone = new Set(log.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  const barrier = log.findLastIndex((entry) => entry.barrier === true);
  const at = log.findLastIndex(
    (entry, i) => i > barrier && entry.by === by && entry.undoes === undefined && !undone.has(keyOf(log, i)),
  );
  const entry = log[at];
  if (!entry) {
    const fix = "Undo takes back what the same person did, as far as the journal goes back.";
    return fail(problem("nothing-to-undo", `There is nothing of ${nameOfPerson(current, by)} to undo.`, fix));
  }
  const later = log.slice(at + 1);
  const whole = inverseOf(entry.changes);
  const mine = builtOn(entry, whole, later, current).length === 0 ? whole : whole.flatMap(finer);
  const built = builtOn(entry, mine, later, current);
  if (built.length > 0) return fail(...built);
  const { changes } = netRebase(mine, later, current);
  const broken = checkDocument(apply(current, changes));
  if (broken.length > 0) {
    const say = `“${entry.title}” cannot be undone: ${builders(broken, later, current)}${broken[0]?.say ?? "something else names it."}`;
    return fail(problem("merge-conflict", say, "Take back first what was built on it."));
  }
  return ok({ entry, key: keyOf(log, at), changes });
}

function keyOf(log: readonly LogEntry[], i: number): string {
  return `${i}:${log[i]?.to ?? ""}`;
}

/** Who built on what would go: the authors of the things that would name it in vain, as far as the log tells. */
function builders(broken: readonly Problem[], later: readonly LogEntry[], current: Document): string {
  const things = new Set(broken.map(({ where }) => where?.path?.slice(0, 2).join("\n")));
  const places = ({ changes }: LogEntry) =>
    changes.flatMap(finer).map((change) => pathOf(change).slice(1, 3).join("\n"));
  const by = later.filter((one) => one.undoes === undefined && places(one).some((place) => things.has(place)));
  const named = [...new Set(by.map((one) => `${nameOfPerson(current, one.by)} (“${one.title}”, ${one.at})`))].slice(
    0,
    3,
  );
  return named.length === 0 ? "" : `${named.join(", ")} built on it. Without it, `;
}

/** The changes moved over the net of what was logged since. */
function netRebase(mine: readonly Change[], later: readonly LogEntry[], current: Document): ReturnType<typeof rebase> {
  const since = later.flatMap(({ changes }) => changes);
  return rebase(mine, difference(apply(current, inverseOf(since)), current));
}

/** Why the entry cannot be taken back: what was changed since, and by whom, as far as the log tells. */
function builtOn(
  entry: LogEntry,
  mine: readonly Change[],
  later: readonly LogEntry[],
  current: Document,
): readonly Problem[] {
  const { conflicts } = netRebase(mine, later, current);
  const touched = new Map<string, Change>(conflicts.map(({ mine: change }) => [pathOf(change).join("."), change]));
  let running = current;
  for (const change of mine) {
    if (!sees(running, change) && !sees(running, { ...change, before: change.after } as Change))
      touched.set(pathOf(change).join("."), change);
    running = apply(running, [change]);
  }
  return [...touched].slice(0, 20).map(([path, change]) => {
    const other = later.findLast(
      (one) => one.undoes === undefined && rebase([change], one.changes).conflicts.length > 0,
    );
    const who = other
      ? `${nameOfPerson(current, other.by)} changed it since (“${other.title}”, ${other.at})`
      : "the file was edited since";
    return problem(
      "merge-conflict",
      `“${entry.title}” cannot be undone: ${path}: ${who}.`,
      "Take that back first, or change the value by hand.",
    );
  });
}
