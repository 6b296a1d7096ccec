// The threats of an analysis in reading order, over the table of their numbers.
import type { ThreatList } from "../enumeration/index.ts";
import type { Cohort } from "./cohort.ts";
import type { Analysis, SharedRecord, ThreatRecord } from "./result.ts";
import type { ThreatTable } from "./threat-table.ts";
import type { ThreatWriter } from "./threat-writer.ts";

/** The list over a table: what is asked of shared parts is asked once per cohort. */
export class NumberedThreats implements ThreatList {
  readonly #table: ThreatTable;
  readonly #order: Int32Array;
  readonly #writer: ThreatWriter;
  readonly #written: () => readonly ThreatRecord[];

  /** `order`: the numbers of the threats in reading order. `written`: the records in the order of the table. */
  constructor(table: ThreatTable, order: Int32Array, writer: ThreatWriter, written: () => readonly ThreatRecord[]) {
    this.#table = table;
    this.#order = order;
    this.#writer = writer;
    this.#written = written;
  }

  get size(): number {
    return this.#order.length;
  }

  where(fits: (shared: SharedRecord) => boolean): readonly number[] {
    const table = this.#table;
    const order = this.#order;
    const fitting = Uint8Array.from(table.cohorts, ({ shared }) => (fits(shared) ? 1 : 0));
    const positions: number[] = [];
    if (!fitting.includes(1)) return positions;
    const numbers = table.cohortNumbers;
    for (let at = 0; at < order.length; at++)
      if (fitting[numbers[order[at] as number] as number] === 1) positions.push(at);
    return positions;
  }

  shared(position: number): SharedRecord {
    return (this.#table.cohort(this.#order[position] as number) as Cohort).shared;
  }

  id(position: number): string {
    return this.#writer.id(this.#order[position] as number);
  }

  title(position: number): string {
    return this.#writer.title(this.#order[position] as number);
  }

  controls(position: number): readonly string[] {
    return this.#writer.controls(this.#order[position] as number);
  }

  records(): readonly ThreatRecord[] {
    const records = this.#written();
    return Array.from(this.#order, (n) => records[n] as ThreatRecord);
  }
}

const lists = new WeakMap<Analysis, ThreatList>();

/** Remembers the list that an analysis was made from. */
export function rememberList(analysis: Analysis, list: ThreatList): void {
  lists.set(analysis, list);
}

/** The threats of an analysis as a list: ids and what they share, without writing records. Of an analysis that was read from JSON, over its records. */
export function threatListOf(analysis: Analysis): ThreatList {
  return lists.get(analysis) ?? listOfRecords(analysis.threats);
}

/** Records in reading order as a list. */
export function listOfRecords(records: readonly ThreatRecord[]): ThreatList {
  const at = (position: number) => records[position] as ThreatRecord;
  return {
    size: records.length,
    where: (fits) => records.flatMap((record, position) => (fits(record) ? [position] : [])),
    shared: at,
    id: (position) => at(position).id,
    title: (position) => at(position).title,
    controls: (position) => at(position).controls ?? [],
    records: () => records,
  };
}
