// Behind which entry a new one goes.
import type * as z from "zod";
import { byCodeUnit } from "../changes.ts";
import { mapShape } from "./shape.ts";
import type { Part } from "./tree.ts";

/** A new key and the index of the part that it follows (-1: in front of all). */
export interface PlacedKey {
  readonly key: string;
  readonly pred: number;
}

/**
 * Where new keys go. People's files: behind the last entry. Files that commands write: records in code-unit order, fields in the
 * schema's order, so that two branches write the same things at the same places.
 */
export function places(
  parts: readonly Part[],
  removed: readonly boolean[],
  added: readonly string[],
  schema: z.core.$ZodType | undefined,
  sorted: boolean,
): readonly PlacedKey[] {
  if (added.length === 0) return [];
  const shape = mapShape(schema);
  if (!sorted || !shape) {
    const last = removed.lastIndexOf(false);
    return added.map((key) => ({ key, pred: last }));
  }
  const rank = shape.kind === "object" ? new Map(shape.keys.map((key, index) => [key, index])) : undefined;
  const compare = rank ? (a: string, b: string) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) : byCodeUnit;
  const kept = parts
    .map((part, index) => ({ key: part.key as string, index }))
    .filter(({ index }) => !removed[index])
    .sort((a, b) => compare(a.key, b.key));
  let next = 0;
  return [...added].sort(compare).map((key) => {
    while (next < kept.length && compare((kept[next] as { key: string }).key, key) < 0) next++;
    return { key, pred: kept[next - 1]?.index ?? -1 };
  });
}
