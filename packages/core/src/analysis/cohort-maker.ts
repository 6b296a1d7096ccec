// Makes cohorts: what score, decisions and mitigations come to, and the status that follows.
import type { Space } from "../decomposition/index.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import { type Finding, isSevere, type Strength, type SubjectKind } from "../model/vocabulary.ts";
import { type Scored, type Scorer, tierRank } from "../scoring/index.ts";
import { closedStatuses } from "../validation/status.ts";
import type { Cohort, Told } from "./cohort.ts";
import { Decided } from "./decided.ts";
import type { Entries } from "./register-index.ts";
import type { AcceptanceView, SharedRecord, Threat } from "./result.ts";
import type { ThreatInput } from "./threats.ts";

/** What is known of a threat before the register is asked. */
export interface Draft {
  /** Built only when it is asked for: most cohorts never need it. */
  readonly id: () => string;
  readonly rule: string;
  readonly kind: SubjectKind;
  readonly space: Space;
  readonly categories: Threat["categories"];
  readonly finding: Finding | "latent";
  /** 0 none, 1 title … 5 verified (code.ts). */
  readonly strength: number;
  /** Structural first. */
  readonly controls: readonly string[];
  readonly proposal: Scored;
  readonly raised?: Cohort["raised"];
  readonly told?: Told;
  /** What it says otherwise than its rule, or without one. */
  readonly own?: Partial<Pick<Threat, "categories" | "refs" | "controls">>;
}

/** The words for the engine's numbers of strength. */
const strengthNames: readonly (Strength | undefined)[] = [
  undefined,
  "assumed",
  "assumed",
  "declared",
  "observed",
  "verified",
];

const none: readonly MitigationVerdict[] = [];

export class CohortMaker {
  readonly #decided: Decided;
  readonly #scorer: Scorer;

  constructor(input: ThreatInput, scorer: Scorer) {
    this.#scorer = scorer;
    this.#decided = new Decided(input, scorer);
  }

  /** The acceptances that some cohort rests on. */
  get acceptances(): readonly AcceptanceView[] {
    return this.#decided.acceptances;
  }

  /** `overdue`: a question that it waits for is past its date; then what is critical or high counts as open. */
  make(draft: Draft, entries: Entries | undefined, overdue: boolean): Cohort {
    const strength = strengthNames[draft.strength];
    const scored = this.#decided.scored(draft.id, draft.proposal, entries);
    const severe = isSevere(scored.tier);
    const finding = (severe && overdue ? "open" : draft.finding) as Finding;
    const given = { ...draft, finding, strength };
    const status = this.#decided.status(given, severe, scored, entries);
    const verdicts = entries?.verdicts ?? none;
    const working = this.#decided.working(given, verdicts);
    const current = this.#scorer.capped(scored, working);
    const chosen = verdicts.map((verdict) => verdict.control);
    const target = chosen.length === 0 ? current : this.#scorer.capped(scored, [...working, ...chosen]);
    // Past its date a question hides no risk any more, for the threat counts as open; but gates and stages still want the answer.
    const hides =
      draft.finding === "asked" && !closedStatuses.has(status)
        ? { risk: finding === "asked" ? current.risk : 0, rank: tierRank(scored.tier) }
        : undefined;
    const shared: SharedRecord = {
      rule: draft.rule,
      kind: draft.kind,
      finding,
      ...(strength && finding === "addressed" ? { strength } : {}),
      status,
      score: this.#scorer.record(scored),
      current: current.risk,
      ...(target.risk === current.risk ? {} : { target: target.risk }),
      tier: current.tier,
      ...(scored.quickWin && finding !== "addressed" ? { quickWin: true } : {}),
      ...(entries ? said(entries) : {}),
      ...draft.own,
    };
    return { shared, space: draft.space, controls: draft.controls, raised: draft.raised, told: draft.told, hides };
  }
}

/** What the register says of a threat. */
function said({ decision, acceptance, verdicts, assignment }: Entries): Partial<SharedRecord> {
  const owner = assignment?.owner ?? verdicts.find(({ mitigation }) => mitigation.owner)?.mitigation.owner;
  const due = assignment?.due ?? verdicts.find(({ mitigation }) => mitigation.due)?.mitigation.due;
  const chosen = decision?.decision ?? (acceptance ? ("accept" as const) : undefined);
  return {
    ...(chosen ? { decision: chosen } : {}),
    ...(verdicts.some(({ state }) => state === "stale") ? { stale: true } : {}),
    ...(verdicts.length > 0 ? { mitigations: verdicts.map((verdict) => verdict.id) } : {}),
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
  };
}
