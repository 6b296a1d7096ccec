// From findings to threats: score, decisions, mitigations, status; and the questions that they wait for.
import { type Columns, exposureOf, kindOf, locate, thingsIn } from "../decomposition/index.ts";
import {
  type Asks,
  type BoundRule,
  CoverageBook,
  type Finds,
  QuestionBook,
  type RaisedFinding,
  raisedFindings,
} from "../enumeration/index.ts";
import { ControlOrder } from "../mitigation/controls.ts";
import { nameOfPerson } from "../model/called.ts";
import { splitKey } from "../model/ids.ts";
import type { HandThreat } from "../model/register.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import { byHandRule, Scorer, type ScoringMethod, tierRank } from "../scoring/index.ts";
import type { History } from "../validation/acceptances.ts";
import { settledness } from "../validation/status.ts";
import type { Cohort, Told } from "./cohort.ts";
import { CohortMaker, type Draft } from "./cohort-maker.ts";
import type { Compiled, PreparedRule } from "./compiled.ts";
import { RegisterIndex } from "./register-index.ts";
import { RestingThreats } from "./resting.ts";
import type { AcceptanceView, ScoreRecord } from "./result.ts";
import { ThreatTable } from "./threat-table.ts";

/** What threats are made from. */
export interface ThreatInput {
  readonly columns: Columns;
  readonly compiled: Compiled;
  readonly found: readonly Finds[];
  readonly verdicts: readonly MitigationVerdict[];
  readonly method: ScoringMethod;
  readonly now: string;
  readonly history?: History | undefined;
}

/** All threats as numbers, the scores that they point to, and what only later steps need. */
export interface MadeThreats {
  readonly table: ThreatTable;
  readonly scores: readonly ScoreRecord[];
  readonly book: QuestionBook;
  readonly coverage: CoverageBook;
  readonly acceptances: readonly AcceptanceView[];
  readonly latent: number;
}

/** Makes every threat. Linear in findings and register entries. */
export function makeThreats(input: ThreatInput): MadeThreats {
  return new ThreatMaker(input).run();
}

type Note = ReturnType<CoverageBook["noter"]>;

class ThreatMaker {
  readonly #in: ThreatInput;
  readonly #scorer: Scorer;
  readonly #book: QuestionBook;
  readonly #coverage: CoverageBook;
  readonly #register: RegisterIndex;
  readonly #resting: RestingThreats;
  readonly #cohorts: CohortMaker;
  readonly #order: ControlOrder;
  readonly #table: ThreatTable;

  constructor(input: ThreatInput) {
    this.#in = input;
    const { columns, compiled, found } = input;
    this.#scorer = new Scorer(columns.graph, input.method, compiled.controls, exposureOf(columns));
    this.#book = new QuestionBook(columns);
    this.#coverage = new CoverageBook(columns, settledness);
    this.#register = new RegisterIndex(input);
    this.#resting = new RestingThreats(columns, compiled.aliases, input.now);
    this.#cohorts = new CohortMaker(input, this.#scorer);
    this.#order = new ControlOrder(columns, compiled.controls);
    this.#table = new ThreatTable(found.reduce((sum, { indices }) => sum + indices.length, this.#register.size));
  }

  run(): MadeThreats {
    const { found } = this.#in;
    for (const finds of found) {
      this.#holdLatent(finds);
      this.#ofFinds(finds);
    }
    for (const [key, hand] of this.#register.byHand) this.#ofHand(key, hand);
    this.#orphans();
    return {
      table: this.#table,
      scores: this.#scorer.table,
      book: this.#book,
      coverage: this.#coverage,
      acceptances: this.#cohorts.acceptances,
      latent: found.reduce((sum, { latent }) => sum + latent.length, 0),
    };
  }

  /** What may turn out to apply is no threat, but its questions hide some of its risk. */
  #holdLatent({ bound, latent }: Finds): void {
    const { rule, space } = bound;
    const proposals = this.#scorer.proposals(rule, space);
    for (let k = 0; k < latent.length; k++) {
      const index = latent[k] as number;
      const asks = this.#book.asks(bound, index, "latent");
      if (asks.size === 0) continue;
      const scored = proposals(index);
      this.#book.hold(asks, scored.risk * rule.prior, tierRank(scored.tier), true);
    }
  }

  #ofFinds({ bound, indices, findings, strengths }: Finds): void {
    const { controls } = this.#in.compiled.rules[bound.number] as PreparedRule;
    const orderOn = this.#order.of(controls, bound.space);
    const spoken = this.#register.speaksOf(bound.rule.id);
    const basis = this.#scorer.basis(bound.space);
    const numbers = new CohortNumbers();
    const note = bound.space === "model" ? undefined : this.#coverage.noter(bound.kind, bound.rule.stride);
    for (let k = 0; k < indices.length; k++) {
      const index = indices[k] as number;
      const code = findings[k] as number;
      const finding = raisedFindings[code] as RaisedFinding;
      const strength = strengths[k] as number;
      const asks = finding === "asked" ? this.#book.asks(bound, index, finding) : undefined;
      const entries = spoken
        ? this.#register.of(`${bound.rule.id}@${idOf(this.#in.columns, bound, index)}`)
        : undefined;
      const order = orderOn(index);
      const overdue = asks !== undefined && this.#register.isOverdue(asks);
      const alone = entries !== undefined || overdue;
      const key = ((basis[index] as number) * 8 + strength) * 4 + code;
      let number = alone ? undefined : numbers.get(order, key);
      if (number === undefined) {
        const draft = this.#draftOf(bound, index, finding, strength, order);
        number = this.#table.addCohort(this.#cohorts.make(draft, entries, overdue));
        if (!alone) numbers.set(order, key, number);
      }
      this.#add(number, index, asks, note);
    }
  }

  #draftOf(
    bound: BoundRule,
    index: number,
    finding: RaisedFinding,
    strength: number,
    controls: readonly string[],
  ): Draft {
    const { rule, space, kind } = bound;
    const proposal = this.#scorer.propose(rule, space, index);
    const id = () => `${rule.id}@${idOf(this.#in.columns, bound, index)}`;
    const raised = { bound, finding };
    const draft = {
      id,
      rule: rule.id,
      kind,
      space,
      categories: rule.stride,
      finding,
      strength,
      controls,
      proposal,
      raised,
    };
    const own = controls === this.#in.compiled.rules[bound.number]?.controls ? undefined : { controls };
    return own ? { ...draft, own } : draft;
  }

  /** Adds a threat that a rule raised, to the table, to its questions and to the coverage. */
  #add(number: number, index: number, asks: Asks | undefined, note: Note | undefined): void {
    this.#table.add(number, index);
    const { hides, shared } = this.#table.cohorts[number] as Cohort;
    if (asks && hides) this.#book.hold(asks, hides.risk, hides.rank, false);
    note?.(index, shared.status);
  }

  #ofHand(key: string, hand: HandThreat): void {
    if (hand.state === "withdrawn") return;
    const subject = (splitKey(key) as { subject: string }).subject;
    const at = locate(this.#in.columns.graph, subject);
    const { space, index } = at ?? { space: "model" as const, index: 0 };
    const categories = hand.categories ?? [];
    const from = `recorded by ${nameOfPerson(this.#in.columns.graph.document, hand.by)} on ${hand.recorded}`;
    const { because, doubt } = this.#resting.of(key);
    const recorded = { fact: "recorded", value: "yes", from } as const;
    const told = { id: key, subject, title: hand.say, because: [recorded, ...because], doubt };
    const kind = kindOf(this.#in.columns.graph, space, index);
    const refs = { cwe: hand.refs?.cwe ?? [], capec: hand.refs?.capec ?? [] };
    const draft = {
      rule: "by-hand",
      kind,
      space,
      finding: at ? "open" : "orphaned",
      own: { categories, refs },
    } as const;
    const cohort = this.#tell(told, draft, index);
    if (at && space !== "model") this.#coverage.noter(kind, categories)(index, cohort.shared.status);
  }

  /** Register entries whose rule or subject is gone stay, marked orphaned. */
  #orphans(): void {
    const { graph } = this.#in.columns;
    for (const key of this.#register.unseen()) {
      const parts = splitKey(key);
      if (!parts) continue;
      const gone =
        !locate(graph, parts.subject) || (!this.#in.compiled.ruleIds.has(parts.left) && !key.startsWith("by-hand-"));
      if (gone) this.#orphan(key, parts.left, parts.subject);
    }
  }

  #orphan(id: string, rule: string, subject: string): void {
    const because = { fact: "orphaned", value: "yes", from: "its rule or subject is gone" } as const;
    const told = { id, subject, title: `${rule} on ${subject}, which is gone`, because: [because] };
    const own = { categories: [], refs: { cwe: [], capec: [] } };
    this.#tell(told, { rule, kind: "model", space: "model", finding: "orphaned", own }, 0);
  }

  /** Adds a threat that no rule raises: a cohort of its own. */
  #tell(told: Told, draft: Pick<Draft, "rule" | "kind" | "space" | "finding" | "own">, index: number): Cohort {
    const proposal = this.#scorer.propose(byHandRule, draft.space, index);
    const categories = draft.own?.categories ?? [];
    const cohort = this.#cohorts.make(
      { ...draft, id: () => told.id, categories, strength: 0, controls: [], proposal, told },
      this.#register.of(told.id),
      false,
    );
    this.#table.add(this.#table.addCohort(cohort), index);
    return cohort;
  }
}

/** The numbers of the cohorts that one rule made on things of one kind: by the order of its controls, then by all else that they share. */
class CohortNumbers {
  readonly #byOrder = new Map<readonly string[], Map<number, number>>();

  get(order: readonly string[], key: number): number | undefined {
    return this.#byOrder.get(order)?.get(key);
  }

  set(order: readonly string[], key: number, number: number): void {
    const numbers = this.#byOrder.get(order) ?? new Map<number, number>();
    this.#byOrder.set(order, numbers.set(key, number));
  }
}

function idOf(columns: Columns, bound: BoundRule, index: number): string {
  return thingsIn(columns.graph, bound.space).ids[index] as string;
}
