// Changes made side by side: rebase and three-way merge. Linear in both.
import { apply } from "./apply.ts";
import { type Change, pathOf, sameValue } from "./changes.ts";
import { difference } from "./difference.ts";
import type { Document } from "./document.ts";

/** Two changes that cannot both stand. */
export interface Conflict {
  readonly mine: Change;
  readonly theirs: Change;
}

export interface Rebased {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Moves `mine` over `theirs`; both start from the same document. What they did already is dropped; what contradicts is a conflict:
 * the same value set to something else, or one side removing what the other side edits. Linear in both.
 */
export function rebase(mine: readonly Change[], theirs: readonly Change[]): Rebased {
  const index = new PathIndex(theirs);
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  for (const change of mine) {
    const other = index.touching(change);
    if (!other) changes.push(change);
    else if (!isDone(change, other)) conflicts.push({ mine: change, theirs: other });
  }
  return { changes, conflicts };
}

/** Three-way merge: `a` and `b` both come from `base`. Conflicts keep a's value. */
export function merge(
  base: Document,
  a: Document,
  b: Document,
): { document: Document; conflicts: readonly Conflict[] } {
  const { changes, conflicts } = rebase(difference(base, b), difference(base, a));
  return { document: apply(a, changes), conflicts };
}

/** True when `theirs` made the change of `mine` already: the same value at the same path. */
function isDone(mine: Change, theirs: Change): boolean {
  const path = pathOf(mine);
  const other = pathOf(theirs);
  const key = mine.field?.[mine.field.length - 1] ?? "";
  return path.length === other.length && onOnePath(path, other) && sameValue(theirs.after, mine.after, key);
}

/** True when two paths are the same or one leads to the other. */
function onOnePath(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * A tree of paths: finds a change at, above or below a path in the length of the path. Where only one change lies below a key, the
 * tree ends there with that change: most things of a batch have one, and need no branch of their own.
 */
class PathIndex {
  readonly #root = new Branch();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.#root.add(change, pathOf(change), 0);
  }

  /** A change of the index on one path with this one: the topmost at or above it (the last made there), else the first below it. */
  touching(change: Change): Change | undefined {
    const path = pathOf(change);
    let node: Branch = this.#root;
    for (const key of path) {
      const next = node.children.get(key);
      if (!(next instanceof Branch)) return next && onOnePath(path, pathOf(next)) ? next : undefined;
      if (next.at) return next.at;
      node = next;
    }
    return node.first;
  }
}

/** A place on paths that more than one change touches. */
class Branch {
  readonly children = new Map<string, Branch | Change>();
  /** The last change at this very place. */
  at?: Change;
  /** The first change here or below. */
  first?: Change;

  /** Adds a change whose path leads here with its first `depth` keys. */
  add(change: Change, path: readonly string[], depth: number): void {
    this.first ??= change;
    const key = path[depth];
    if (key === undefined) {
      this.at = change;
      return;
    }
    const next = this.children.get(key);
    if (next === undefined) this.children.set(key, change);
    else this.#branch(key, next, depth + 1).add(change, path, depth + 1);
  }

  /** What lies under `key` as a branch: a change that was alone there moves into a new one. */
  #branch(key: string, next: Branch | Change, depth: number): Branch {
    if (next instanceof Branch) return next;
    const branch = new Branch();
    branch.add(next, pathOf(next), depth);
    this.children.set(key, branch);
    return branch;
  }
}
