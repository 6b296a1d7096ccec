// Ids of entry points: the operationId, else method and path. The same operations in any order of the file get the same ids.
import { byCodeUnit, isId, slug } from "@parapet/core";
import type { Operation } from "./operations.ts";
import { wordsOf } from "./words.ts";

/**
 * An id for each operation, in the order of the file. What is taken is qualified by its kind, then by a digest of method and path:
 * never a counter. Ids given are added to `taken`; the same operation described twice gets none the second time.
 */
export function entryPointIds(operations: readonly Operation[], taken: Set<string>): ReadonlyMap<Operation, string> {
  const chosen = new Map<Operation, string>();
  const keyed = operations.map((operation) => [keyOf(operation), operation] as const);
  for (const [key, operation] of keyed.sort(([a], [b]) => byCodeUnit(a, b))) {
    const id = candidatesOf(key, operation).find((candidate) => isId(candidate) && !taken.has(candidate));
    if (id === undefined) continue;
    taken.add(id);
    chosen.set(operation, id);
  }
  return new Map(
    operations.flatMap((operation) => {
      const id = chosen.get(operation);
      return id === undefined ? [] : [[operation, id] as const];
    }),
  );
}

/** What makes an operation itself. Operations of paths sort before what they send. */
function keyOf({ origin, path, method, within }: Operation): string {
  return [origin === "path" ? "0" : "1", origin, within ?? "", path, method].join(" ");
}

function candidatesOf(key: string, operation: Operation): readonly string[] {
  const path = slug([operation.method, ...wordsOf(operation.path)].join(" "));
  const named = operation.operationId === undefined ? "" : slug(wordsOf(operation.operationId).join(" "));
  const kind = operation.origin === "path" ? "api" : operation.origin;
  return [named, path, path && `${path}-${kind}`, `${path || "operation"}-${digest(key)}`];
}

/** Five characters that follow from a text alone (FNV-1a, 32 bit): the same in every copy of the model. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, "0").slice(-5);
}
