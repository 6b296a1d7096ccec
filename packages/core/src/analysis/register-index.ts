// The register by threat: what people decided about each, under the id that the threat has now.
import type { Columns } from "../decomposition/facts/columns.ts";
import type { Asks } from "../enumeration/index.ts";
import { byCurrentKey, currentKey } from "../enumeration/threat-keys.ts";
import { byCodeUnit } from "../model/changes.ts";
import { splitKey } from "../model/ids.ts";
import type { Acceptance, Assignment, Decision, HandThreat, Score } from "../model/register.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import type { Compiled } from "./compiled.ts";

/** Everything that the register says of one threat. */
export interface Entries {
  readonly decision?: Decision;
  readonly score?: Score;
  readonly acceptance?: Acceptance;
  /** The keys under which the register has what another person may approve. */
  readonly keys: { readonly decision?: string; readonly score?: string; readonly acceptance?: string };
  readonly assignment?: Assignment;
  readonly verdicts: readonly MitigationVerdict[];
}

interface Input {
  readonly columns: Columns;
  readonly compiled: Compiled;
  readonly verdicts: readonly MitigationVerdict[];
  readonly now: string;
}

/** Finds the entries of a threat, and afterwards those of threats that were never asked for. */
export class RegisterIndex {
  readonly byHand: ReadonlyMap<string, HandThreat>;
  readonly #entries = new Map<string, { -readonly [K in keyof Entries]: Entries[K] }>();
  readonly #seen = new Set<string>();
  readonly #rules = new Set<string>();
  readonly #overdue: ReadonlySet<string>;

  constructor({ columns, compiled, verdicts, now }: Input) {
    const { effective, document } = columns.graph;
    const register = document.register;
    const keyed = <T>(entries: Readonly<Record<string, T>> | undefined) =>
      byCurrentKey(entries, effective, compiled.aliases);
    const withKeys = <T>(entries: Readonly<Record<string, T>> = {}) =>
      keyed(Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, { key, value }])));
    this.byHand = keyed(register?.threats);
    this.#overdue = new Set(
      Object.entries(register?.questions ?? {}).flatMap(([id, { due }]) => (due < now ? [id] : [])),
    );
    for (const [id, { key, value }] of withKeys(register?.decisions)) this.#add(id, "decision", key, value);
    for (const [id, { key, value }] of withKeys(register?.scores)) this.#add(id, "score", key, value);
    for (const [id, { key, value }] of withKeys(register?.acceptances)) this.#add(id, "acceptance", key, value);
    for (const [key, assignment] of keyed(register?.assignments)) this.#at(key).assignment = assignment;
    for (const verdict of verdicts) {
      for (const threat of verdict.mitigation.threats) {
        const entries = this.#at(currentKey(threat, effective, compiled.aliases));
        entries.verdicts = [...entries.verdicts, verdict];
      }
    }
  }

  /** How many threats may come from the register alone. */
  get size(): number {
    return this.#entries.size + this.byHand.size;
  }

  /** True when the register says something of a threat of this rule. */
  speaksOf(rule: string): boolean {
    return this.#rules.has(rule);
  }

  /** True when one of the questions was to be answered before today. */
  isOverdue(asks: Asks): boolean {
    return this.#overdue.size > 0 && asks.map((column, i) => column.id(i)).some((id) => this.#overdue.has(id));
  }

  /** What the register says of a threat; undefined when it says nothing. */
  of(threat: string): Entries | undefined {
    const entries = this.#entries.get(threat);
    if (entries) this.#seen.add(threat);
    return entries;
  }

  /** The threats with entries that nobody asked for, in code-unit order. */
  unseen(): readonly string[] {
    return [...this.#entries.keys()].filter((key) => !this.#seen.has(key)).sort(byCodeUnit);
  }

  #add<K extends "decision" | "score" | "acceptance">(id: string, kind: K, key: string, value: Entries[K]): void {
    const entries = this.#at(id);
    entries[kind] = value;
    entries.keys = { ...entries.keys, [kind]: key };
  }

  #at(key: string) {
    let entries = this.#entries.get(key);
    if (!entries) {
      this.#entries.set(key, (entries = { verdicts: [], keys: {} }));
      this.#rules.add(splitKey(key)?.left ?? "");
    }
    return entries;
  }
}
