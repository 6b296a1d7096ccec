// What a send rests on among those that wait before it: when one of these is not accepted, it is not what the person meant any more.
import { type Change, type CommandCall, finer, pathOf } from "@parapet/core";
import { isDecision } from "./changed-meanwhile.ts";
import { isLayout } from "./conflicts.ts";
import type { Engine } from "./ports.ts";

/** Something that waits, as far as others can rest on it. */
interface Before {
  readonly waiting: { readonly id: string };
  readonly changes: readonly Change[] | undefined;
}

/** So many the wire takes; the last ones count. */
const most = 1_000;

/**
 * The ids of what comes before that a send rests on: what made a thing that it names or had to be told from, what changed the same value, and for a decision
 * everything that may change what the person decides on.
 */
export function needsOf(
  calls: readonly CommandCall[],
  changes: readonly Change[] | undefined,
  before: readonly Before[],
  engine: Pick<Engine, "permission">,
): readonly string[] {
  if (before.length === 0) return [];
  const decides = calls.some(({ name }) => isDecision(engine.permission(name)));
  const names = new Set(calls.flatMap(({ input }) => namesIn(input)));
  const paths = pathsOf(changes ?? []);
  const made = (changes ?? []).flatMap(finer).flatMap((change) => (isNew(change) ? [change.id] : []));
  const rests = (one: Before): boolean =>
    (decides && isWeighty(one.changes)) ||
    (one.changes ?? []).flatMap(finer).some((change) => makes(change, names, made) || touches(change, paths));
  return before
    .filter(rests)
    .slice(-most)
    .map(({ waiting }) => waiting.id);
}

/** True for what may change a threat, its facts or its score: all but drawing and talk. What only the room can tell may. */
function isWeighty(changes: readonly Change[] | undefined): boolean {
  return changes === undefined || changes.flatMap(finer).some((change) => !isLayout(change) && !isTalk(change));
}

function isTalk({ collection }: Change): boolean {
  return collection === "register.comments" || collection === "diagram.views";
}

/** True for a thing that is named, or because of which a new one is called otherwise: orders-edge, since there is an orders. */
function makes(change: Change, names: ReadonlySet<string>, made: readonly string[]): boolean {
  return isNew(change) && (names.has(change.id) || made.some((id) => id.startsWith(`${change.id}-`)));
}

function isNew({ field, after }: Change): boolean {
  return field === undefined && after !== undefined;
}

/** Paths and all that lies above them, so that a change above or below is found with one look each. */
interface Paths {
  readonly at: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
}

function pathsOf(changes: readonly Change[]): Paths {
  const at = new Set<string>();
  const above = new Set<string>();
  for (const path of changes
    .flatMap(finer)
    .filter((change) => !isLayout(change))
    .map(pathOf)) {
    at.add(path.join("\n"));
    for (let length = 1; length < path.length; length++) above.add(path.slice(0, length).join("\n"));
  }
  return { at, above };
}

function touches(change: Change, { at, above }: Paths): boolean {
  const path = pathOf(change);
  if (above.has(path.join("\n"))) return true;
  return path.some((_, i) => at.has(path.slice(0, i + 1).join("\n")));
}

/** Everything that an input may name: its strings and keys, and the parts of keys such as rule@thing. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.includes("@") ? [value, ...value.split("@")] : [value];
  if (typeof value !== "object" || value === null) return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(namesIn)];
}
