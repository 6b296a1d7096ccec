// Cohorts: threats that differ only in the thing they are raised on. Of a large model thousands of threats share one.
import type { Space } from "../decomposition/index.ts";
import type { BoundRule, RaisedFinding } from "../enumeration/index.ts";
import type { Doubt } from "../model/assumption.ts";
import type { Because, SharedRecord } from "./result.ts";

/** What a rule found in the same way, with the same basis of a score; or one threat that the register speaks of. */
export interface Cohort {
  readonly shared: SharedRecord;
  readonly space: Space;
  /** In the order in which they are offered: structural first. */
  readonly controls: readonly string[];
  /** What raised it; undefined for what no rule raises. */
  readonly raised: { readonly bound: BoundRule; readonly finding: RaisedFinding } | undefined;
  /** What no rule can say: of a threat that people wrote down, or whose rule or subject is gone. */
  readonly told: Told | undefined;
  /** The risk that hides behind its questions and its tier (0 critical … 3 low); undefined when it waits for none. */
  readonly hides: { readonly risk: number; readonly rank: number } | undefined;
}

export interface Told {
  readonly id: string;
  readonly subject: string;
  readonly title: string;
  readonly because: readonly Because[];
  /** What it rests on and is in doubt: until that is settled, nobody's word closes the threat. */
  readonly doubt?: Doubt | undefined;
}
