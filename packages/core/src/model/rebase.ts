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
    else if (samePath(other, change) && sameValue(other.after, change.after, lastKey(change))) continue;
    else conflicts.push({ mine: change, theirs: other });
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

function lastKey(change: Change): string {
  return change.field?.[change.field.length - 1] ?? "";
}

function samePath(a: Change, b: Change): boolean {
  return JSON.stringify(pathOf(a)) === JSON.stringify(pathOf(b));
}

/** A trie of paths: finds a change at, above or below a path in the length of the path. */
class PathIndex {
  readonly #root: Node = {};

  constructor(changes: readonly Change[]) {
    for (const change of changes) {
      let node = this.#root;
      for (const key of pathOf(change)) {
        node.children ??= new Map();
        let next = node.children.get(key);
        if (!next) node.children.set(key, (next = {}));
        node = next;
        node.below ??= change;
      }
      node.at = change;
    }
  }

  touching(change: Change): Change | undefined {
    let node: Node | undefined = this.#root;
    for (const key of pathOf(change)) {
      node = node.children?.get(key);
      if (!node) return undefined;
      if (node.at) return node.at;
    }
    return node.below;
  }
}

interface Node {
  children?: Map<string, Node>;
  at?: Change;
  below?: Change;
}
