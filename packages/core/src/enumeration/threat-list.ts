// The threats of an analysis as gates and stages look at them: by what they share, written down only where needed.
import type { SharedRecord, ThreatRecord } from "../analysis/result.ts";

/** Threats by their position in reading order. */
export interface ThreatList {
  readonly size: number;
  /** The positions of the threats whose shared part fits, in reading order. */
  where(fits: (shared: SharedRecord) => boolean): readonly number[];
  shared(position: number): SharedRecord;
  id(position: number): string;
  title(position: number): string;
  controls(position: number): readonly string[];
  /** Every record, in reading order; written when they are first asked for. */
  records(): readonly ThreatRecord[];
}
