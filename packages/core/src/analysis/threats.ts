// From findings to threats: score, decisions, mitigations, status; and the questions that they wait for.
import { type Columns, exposureOf, kindOf, locate, type Space, thingsIn } from "../decomposition/index.ts";
import {
  type BoundRule,
  CoverageBook,
  type Finds,
  type OpenQuestion,
  QuestionBook,
  type RaisedFinding,
  Reasons,
  Sentences,
} from "../enumeration/index.ts";
import { platformFor } from "../mitigation/controls.ts";
import { splitKey } from "../model/ids.ts";
import type { HandThreat } from "../model/register.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import { type Finding, isSevere, type Status } from "../model/vocabulary.ts";
import { byHandRule, type Scored, Scorer, type ScoringMethod, tierRank } from "../scoring/index.ts";
import type { History } from "../validation/acceptances.ts";
import { closedStatuses, settledness, statusOf } from "../validation/status.ts";
import type { Compiled, PreparedRule } from "./compiled.ts";
import { Decided } from "./decided.ts";
import { type Draft, elementsOf, noOne, strengthNames, untouched } from "./draft.ts";
import { type Entries, RegisterIndex } from "./register-index.ts";
import type { AcceptanceView, Because, ScoreRecord, Threat, ThreatRecord } from "./result.ts";

/** What threats are made from. */
export interface ThreatInput {
  readonly columns: Columns;
  readonly compiled: Compiled;
  readonly found: readonly Finds[];
  readonly verdicts: readonly MitigationVerdict[];
  readonly method: ScoringMethod;
  readonly now: string;
  readonly history?: History | undefined;
  /** Things that the feature under analysis adds or changes, and its id. */
  readonly feature?: { readonly id: string; readonly things: ReadonlySet<string> } | undefined;
}

/** All threats as records, the tables that they point into, and what only later steps need. */
export interface MadeThreats {
  readonly threats: readonly ThreatRecord[];
  /** Per threat, the elements that it concerns: a flow counts for both its ends. */
  readonly elements: readonly (readonly number[])[];
  readonly scores: readonly ScoreRecord[];
  readonly reasons: readonly Because[];
  readonly book: QuestionBook;
  readonly coverage: CoverageBook;
  readonly acceptances: readonly AcceptanceView[];
  readonly latent: number;
}

interface Outcome {
  readonly finding: Finding;
  readonly status: Status;
  readonly scored: Scored;
  readonly current: { readonly risk: number; readonly tier: Threat["tier"] };
  readonly target: number;
  readonly entries: Entries | undefined;
}

type Writable = { -readonly [K in keyof ThreatRecord]: ThreatRecord[K] };

/** Makes every threat. Linear in findings and register entries. */
export function makeThreats(input: ThreatInput): MadeThreats {
  return new ThreatMaker(input).run();
}

class ThreatMaker {
  readonly #in: ThreatInput;
  readonly #scorer: Scorer;
  readonly #book: QuestionBook;
  readonly #coverage: CoverageBook;
  readonly #reasons: Reasons;
  readonly #sentences: Sentences;
  readonly #register: RegisterIndex;
  readonly #threats: ThreatRecord[] = [];
  readonly #elements: (readonly number[])[] = [];
  readonly #decided: Decided;
  readonly #elementLists = new Map<Space, (readonly number[])[]>();
  readonly #statuses = new Map<string, Status>();
  /** Nothing but the register can make a threat special: no platform controls, no feature, no promised answers. */
  readonly #isPlain: boolean;

  constructor(input: ThreatInput) {
    this.#in = input;
    const { columns, compiled } = input;
    this.#scorer = new Scorer(columns.graph, input.method, compiled.controls, exposureOf(columns));
    this.#book = new QuestionBook(columns);
    this.#coverage = new CoverageBook(columns, settledness);
    this.#reasons = new Reasons(columns);
    this.#sentences = new Sentences(columns.graph);
    this.#register = new RegisterIndex(input);
    this.#decided = new Decided(input, this.#scorer);
    this.#isPlain =
      columns.graph.document.platform === undefined &&
      input.feature === undefined &&
      this.#register.questions === undefined;
  }

  run(): MadeThreats {
    const { found } = this.#in;
    for (const finds of found) this.#ofFinds(finds);
    for (const [key, hand] of this.#register.byHand) this.#ofHand(key, hand);
    this.#orphans();
    return {
      threats: this.#threats,
      elements: this.#elements,
      scores: this.#scorer.table,
      reasons: this.#reasons.table,
      book: this.#book,
      coverage: this.#coverage,
      acceptances: this.#decided.acceptances,
      latent: found.reduce((sum, { latent }) => sum + latent.length, 0),
    };
  }

  #ofFinds({ bound, indices, findings, strengths, latent }: Finds): void {
    for (const i of latent) this.#holdLatent(bound, i);
    const prepared = this.#in.compiled.rules[bound.number] as PreparedRule;
    for (let k = 0; k < indices.length; k++) {
      this.#ofRule(bound, prepared, indices[k] as number, findings[k] as RaisedFinding, strengths[k] as number);
    }
  }

  #holdLatent(bound: BoundRule, index: number): void {
    const questions = this.#book.asks(bound, index, "latent");
    if (questions.length === 0) return;
    const scored = this.#scorer.propose(bound.rule, bound.space, index);
    this.#book.hold(questions, scored.risk * bound.rule.prior, tierRank(scored.tier), true);
  }

  #ofRule(bound: BoundRule, prepared: PreparedRule, index: number, finding: RaisedFinding, strength: number): void {
    const { rule, space } = bound;
    const subject = thingsIn(this.#in.columns.graph, space).ids[index] as string;
    const id = `${rule.id}@${subject}`;
    const questions = finding === "asked" ? this.#book.asks(bound, index, finding) : noOne;
    const proposal = this.#scorer.propose(rule, space, index);
    const title = this.#sentences.write(rule.say, space, index);
    const because = this.#reasons.of(bound, index, finding);
    if (
      this.#isPlain &&
      this.#register.of(id) === undefined &&
      (finding !== "addressed" || strength < strengthNames.indexOf("observed"))
    ) {
      this.#plain(bound, index, id, subject, title, because, finding, strength, questions, proposal);
      return;
    }
    this.#make({
      id,
      rule: rule.id,
      title,
      categories: rule.stride,
      subject,
      space,
      index,
      kind: bound.kind,
      finding: finding as Finding,
      strength: strengthNames[strength],
      because,
      questions,
      controls: prepared.controls,
      proposal,
      own: undefined,
    });
  }

  /**
   * A threat of which the register says nothing: most of a large model. Made in one piece with as few objects as possible;
   * a test compares it with what #make makes.
   */
  #plain(
    bound: BoundRule,
    index: number,
    id: string,
    subject: string,
    title: string,
    because: readonly number[],
    finding: RaisedFinding,
    strength: number,
    questions: readonly OpenQuestion[],
    proposal: Scored,
  ): void {
    const { risk: current, tier, quickWin } = proposal;
    const rule = bound.rule.id;
    const kind = bound.kind;
    const status = this.#plainStatus(finding as Finding, strength, tier);
    const score = this.#scorer.record(proposal);
    const known = strengthNames[strength];
    const quick = quickWin ? { quickWin: true } : undefined;
    const raised = finding as Finding;
    const { length } = questions;
    // One literal per form, so that no record grows after it is made.
    if (finding === "addressed" && known) {
      this.#threats.push({
        id,
        rule,
        subject,
        kind,
        title,
        finding: raised,
        strength: known,
        status,
        because,
        score,
        current,
        tier,
      });
    } else if (length === 0) {
      this.#threats.push({
        id,
        rule,
        subject,
        kind,
        title,
        finding: raised,
        status,
        because,
        score,
        current,
        tier,
        ...quick,
      });
    } else {
      const first = questions[0] as OpenQuestion;
      const asks = length === 1 ? first.aloneId : questions.map((question) => question.id);
      this.#threats.push({
        id,
        rule,
        subject,
        kind,
        title,
        finding: raised,
        status,
        because,
        asks,
        score,
        current,
        tier,
        ...quick,
      });
    }
    this.#elements.push(this.#elementsOf(bound.space, index));
    if (finding === "asked") this.#book.hold(questions, current, tierRank(tier), false);
    if (bound.space !== "model") this.#coverage.note(kind, index, bound.rule.stride, status);
  }

  /** The status that finding, strength and tier alone give; each combination is looked up in the status table once. */
  #plainStatus(finding: Finding, strength: number, tier: Threat["tier"]): Status {
    const severe = isSevere(tier);
    const key = `${finding}${strength}${severe}`;
    let status = this.#statuses.get(key);
    if (!status)
      this.#statuses.set(
        key,
        (status = statusOf({ ...untouched, finding, strength: strengthNames[strength], severe })),
      );
    return status;
  }

  #ofHand(key: string, hand: HandThreat): void {
    if (hand.state === "withdrawn") return;
    const subject = (splitKey(key) as { subject: string }).subject;
    const at = locate(this.#in.columns.graph, subject);
    const place = at ?? { space: "model" as const, index: 0 };
    this.#make({
      id: key,
      rule: "by-hand",
      title: hand.say,
      categories: hand.categories ?? [],
      subject,
      space: place.space,
      index: place.index,
      kind: kindOf(this.#in.columns.graph, place.space, place.index),
      finding: at ? "open" : "orphaned",
      strength: undefined,
      because: [
        this.#reasons.add({ fact: "recorded", value: "yes", from: `recorded by ${hand.by} on ${hand.recorded}` }),
      ],
      questions: noOne,
      controls: noOne,
      proposal: this.#scorer.propose(byHandRule, place.space, place.index),
      own: { categories: hand.categories ?? [], refs: { cwe: hand.refs?.cwe ?? [], capec: hand.refs?.capec ?? [] } },
    });
  }

  #make(draft: Draft): void {
    const entries = this.#register.of(draft.id);
    const scored = this.#decided.scored(draft, entries);
    const severe = isSevere(scored.tier);
    const finding = severe && draft.finding === "asked" && this.#isOverdue(draft) ? "open" : draft.finding;
    const status = this.#decided.status(draft, finding, severe, scored, entries ?? { verdicts: noOne, keys: {} });
    const verdicts = entries?.verdicts ?? noOne;
    const working = this.#decided.working(draft, verdicts);
    const current = this.#scorer.capped(scored, working);
    const target =
      verdicts.length === 0
        ? current
        : this.#scorer.capped(scored, [...working, ...verdicts.map((verdict) => verdict.control)]);
    this.#threats.push(this.#view(draft, { finding, status, scored, current, target: target.risk, entries }));
    this.#elements.push(this.#elementsOf(draft.space, draft.index));
    // Past its date a question hides no risk any more, for the threat counts as open; but gates and stages still want the answer.
    if (draft.finding === "asked" && !closedStatuses.has(status))
      this.#book.hold(draft.questions, finding === "asked" ? current.risk : 0, tierRank(scored.tier), false);
    if (draft.finding !== "orphaned" && draft.space !== "model") this.#note(draft, status);
  }

  /** A question that hides critical or high risk and that nobody answered until its date counts as open. */
  #isOverdue(draft: Draft): boolean {
    const { questions } = this.#register;
    return (
      questions !== undefined &&
      draft.questions.some(
        ({ id }) => questions[id] !== undefined && (questions[id] as { due: string }).due < this.#in.now,
      )
    );
  }

  #note(draft: Draft, status: Status): void {
    this.#coverage.note(draft.kind, draft.index, draft.categories, status);
  }

  #view(draft: Draft, made: Outcome): ThreatRecord {
    const { scored, entries } = made;
    const threat: Partial<Writable> = {
      id: draft.id,
      rule: draft.rule,
      subject: draft.subject,
      kind: draft.kind,
      title: draft.title,
      finding: made.finding,
    };
    if (draft.strength && made.finding === "addressed") threat.strength = draft.strength;
    threat.status = made.status;
    threat.because = draft.because;
    if (draft.questions.length > 0) threat.asks = draft.questions.map((question) => question.id);
    threat.score = this.#scorer.record(scored);
    threat.current = made.current.risk;
    if (made.target !== made.current.risk) threat.target = made.target;
    threat.tier = made.current.tier;
    if (scored.quickWin && made.finding !== "addressed") threat.quickWin = true;
    if (entries) this.#addEntries(threat, entries);
    if (draft.own) Object.assign(threat, draft.own);
    const controls = this.#controlsOf(draft);
    if (controls !== draft.controls) threat.controls = controls;
    const { feature } = this.#in;
    if (feature?.things.has(draft.subject)) threat.feature = feature.id;
    return threat as ThreatRecord;
  }

  #addEntries(threat: Partial<Writable>, { decision, acceptance, verdicts, assignment }: Entries): void {
    if (decision) threat.decision = decision.decision;
    else if (acceptance) threat.decision = "accept";
    if (verdicts.some(({ state }) => state === "stale")) threat.stale = true;
    if (verdicts.length > 0) threat.mitigations = verdicts.map((verdict) => verdict.id);
    const owner = assignment?.owner ?? verdicts.find(({ mitigation }) => mitigation.owner)?.mitigation.owner;
    const due = assignment?.due ?? verdicts.find(({ mitigation }) => mitigation.due)?.mitigation.due;
    if (owner) threat.owner = owner;
    if (due) threat.due = due;
  }

  /** What the platform already gives comes first, structural controls before others. */
  #controlsOf(draft: Draft): readonly string[] {
    const platform = this.#in.columns.graph.document.platform?.platform;
    if (!platform || draft.controls.length === 0) return draft.controls;
    const here = new Set(
      platformFor(platform, this.#in.columns.graph, draft.space, draft.index).map((id) => platform[id]?.control),
    );
    const offered = draft.controls.filter((id) => here.has(id));
    return offered.length === 0 ? draft.controls : [...offered, ...draft.controls.filter((id) => !here.has(id))];
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
    this.#make({
      id,
      rule,
      title: `${rule} on ${subject}, which is gone`,
      categories: [],
      subject,
      space: "model",
      index: 0,
      kind: "model",
      finding: "orphaned",
      strength: undefined,
      because: [this.#reasons.add({ fact: "orphaned", value: "yes", from: "its rule or subject is gone" })],
      questions: noOne,
      controls: noOne,
      proposal: this.#scorer.propose(byHandRule, "model", 0),
      own: { categories: [], refs: { cwe: [], capec: [] } },
    });
  }

  /** The elements that a subject concerns: a flow counts for both its ends. Things of the same number share one list. */
  #elementsOf(space: Space, i: number): readonly number[] {
    const { graph } = this.#in.columns;
    let lists = this.#elementLists.get(space);
    if (!lists) this.#elementLists.set(space, (lists = []));
    return (lists[i] ??= elementsOf(graph, space, i));
  }
}
