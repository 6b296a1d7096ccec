// Register entries by the threat they mean now: old ids of subjects and rules lead to today's.
import type { Effective } from "../model/effective.ts";
import { splitKey } from "../model/ids.ts";
import type { Rule } from "../model/knowledge.ts";

/** Old rule id → the rule that it became. */
export function aliasesOf(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map(rules.flatMap((rule) => (rule.aliases ?? []).map((alias) => [alias, rule.id] as const)));
}

/** A register map keyed by the threats' ids of today. An entry under today's id beats one under an old id. */
export function byCurrentKey<T>(
  entries: Readonly<Record<string, T>> | undefined,
  laid: Effective,
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [key, value] of Object.entries(entries ?? {})) {
    const current = currentKey(key, laid, aliases);
    if (key === current || !map.has(current)) map.set(current, value);
  }
  return map;
}

/** The id that a threat has now. */
export function currentKey(key: string, laid: Effective, aliases: ReadonlyMap<string, string>): string {
  const parts = splitKey(key);
  if (!parts) return key;
  return `${aliases.get(parts.left) ?? parts.left}@${laid.resolve(parts.subject)}`;
}
