// From findings to threats: score, decisions, mitigations, status; and the questions that they wait for.
import { exposureOf } from "../decomposition/exposure.ts";
import type { Columns } from "../decomposition/facts/columns.ts";
import { kindOf, locate, type Space, thingsIn } from "../decomposition/facts/space.ts";
import { CoverageBook } from "../enumeration/coverage.ts";
import type { Finding as EngineFinding, Findings } from "../enumeration/findings.ts";
import { type OpenQuestion, QuestionBook } from "../enumeration/questions.ts";
import { Reasons } from "../enumeration/reasons.ts";
import { Sentences } from "../enumeration/sentences.ts";
import { byCurrentKey, currentKey } from "../enumeration/threat-keys.ts";
import { platformFor } from "../mitigation/controls.ts";
import { needsSecondPerson } from "../model/authority.ts";
import { shortDigest } from "../model/digest.ts";
import { splitKey } from "../model/ids.ts";
import type { Control } from "../model/knowledge.ts";
import type { Decision, HandThreat } from "../model/register.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import type { Finding, Status, Strength, SubjectKind } from "../model/vocabulary.ts";
import { byHandRule, Scorer, type Scored } from "../scoring/scorer.ts";
import type { ScoringMethod } from "../scoring/method.ts";
import { tierRank } from "../scoring/tiers.ts";
import { acceptanceOf, type History } from "../validation/acceptances.ts";
import { settledness, statusOf } from "../validation/status.ts";
import type { Compiled, PreparedRule } from "./compiled.ts";
import type { AcceptanceView, Because, Threat } from "./result.ts";

/** What threats are made from. */
export interface ThreatInput {
  readonly columns: Columns;
  readonly compiled: Compiled;
  readonly findings: Findings;
  readonly verdicts: readonly MitigationVerdict[];
  readonly method: ScoringMethod;
  readonly now: string;
  readonly history?: History | undefined;
  /** Things that the feature under analysis adds or changes, and its id. */
  readonly feature?: { readonly id: string; readonly things: ReadonlySet<string> } | undefined;
}

/** A threat, and what only later steps need of it. */
export interface MadeThreat {
  readonly threat: Threat;
  readonly elements: readonly number[];
  readonly rank: number;
}

export interface MadeThreats {
  readonly made: readonly MadeThreat[];
  readonly book: QuestionBook;
  readonly coverage: CoverageBook;
  readonly acceptances: readonly AcceptanceView[];
  readonly latent: number;
}

type Writable = { -readonly [K in keyof Threat]: Threat[K] };
const strengthNames: readonly (Strength | undefined)[] = [undefined, "assumed", "assumed", "declared", "observed", "verified"];
const noOne: readonly never[] = [];

/** Makes every threat. Linear in findings and register entries. */
export function threatsOf(input: ThreatInput): MadeThreats {
  return new ThreatMaker(input).run();
}

class ThreatMaker {
  readonly #in: ThreatInput;
  readonly #scorer: Scorer;
  readonly #book: QuestionBook;
  readonly #coverage: CoverageBook;
  readonly #reasons: Reasons;
  readonly #sentences: Sentences;
  readonly #register: Register;
  readonly #made: MadeThreat[] = [];
  readonly #acceptances: AcceptanceView[] = [];

  constructor(input: ThreatInput) {
    this.#in = input;
    const { columns, compiled } = input;
    this.#scorer = new Scorer(columns.graph, input.method, compiled.controls, exposureOf(columns));
    this.#book = new QuestionBook(columns);
    this.#coverage = new CoverageBook(columns, settledness);
    this.#reasons = new Reasons(columns);
    this.#sentences = new Sentences(columns.graph);
    this.#register = registerOf(input);
  }

  run(): MadeThreats {
    const { findings, compiled } = this.#in;
    for (const finding of findings.latent) this.#holdLatent(finding);
    for (const finding of findings.raised) this.#ofRule(finding, compiled.rules[finding.bound.number] as PreparedRule);
    for (const [key, hand] of this.#register.byHand) this.#ofHand(key, hand);
    this.#orphans();
    return { made: this.#made, book: this.#book, coverage: this.#coverage, acceptances: this.#acceptances, latent: findings.latent.length };
  }

  #holdLatent(finding: EngineFinding): void {
    const questions = this.#book.asks(finding);
    if (questions.length === 0) return;
    const { rule, space } = finding.bound;
    const scored = this.#scorer.propose(rule, space, finding.index);
    this.#book.hold(questions, scored.risk * rule.prior, tierRank(scored.tier), true);
  }

  #ofRule(finding: EngineFinding, prepared: PreparedRule): void {
    const { bound, index } = finding;
    const { rule, space } = bound;
    const things = thingsIn(this.#in.columns.graph, space);
    const subject = things.ids[index] as string;
    const questions = finding.finding === "asked" ? this.#book.asks(finding) : noOne;
    this.#make({
      id: `${rule.id}@${subject}`,
      rule: rule.id,
      title: this.#sentences.write(rule.say, space, index),
      categories: rule.stride,
      subject,
      space,
      index,
      kind: bound.kind,
      finding: finding.finding as Finding,
      strength: strengthNames[finding.strength],
      because: this.#reasons.of(finding),
      questions,
      refs: prepared.refs,
      controls: prepared.controls,
      proposal: this.#scorer.propose(rule, space, index),
      regulations: rule.regulations,
      byHand: false,
    });
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
      because: [{ fact: "recorded", value: "yes", from: `recorded by ${hand.by} on ${hand.recorded}` }],
      questions: noOne,
      refs: { cwe: hand.refs?.cwe ?? [], capec: hand.refs?.capec ?? [] },
      controls: [],
      proposal: this.#scorer.propose(byHandRule, place.space, place.index),
      regulations: undefined,
      byHand: true,
    });
  }

  #make(draft: Draft): void {
    const register = this.#register;
    const { document } = this.#in.columns.graph;
    const { id } = draft;
    register.seen.add(id);
    const scored = this.#scored(draft);
    const severe = scored.tier === "critical" || scored.tier === "high";
    const owned = draft.questions.map((question) => register.questions[question.id]);
    const overdue = severe && owned.some((taken) => taken !== undefined && taken.due < this.#in.now);
    const finding: Finding = draft.finding === "asked" && overdue ? "open" : draft.finding;

    const decision = register.decisions.get(id);
    const acceptance = register.acceptances.get(id);
    const accepted = acceptance && acceptanceOf(id, acceptance, scored.tier, document, this.#in.now, this.#in.history);
    if (accepted) this.#acceptances.push(accepted);
    const verdicts = register.mitigations.get(id) ?? noOne;
    const status = statusOf({
      finding,
      strength: draft.strength,
      severe,
      decision: decision?.decision,
      decisionInForce: decision !== undefined && this.#inForce(decision, scored),
      accepted: accepted?.state === "in-force",
      ...progressOf(verdicts),
      scored: !scored.score.proposed,
      byHand: draft.byHand,
    });
    const current = this.#scorer.capped(scored, this.#working(draft, verdicts));
    const target = this.#scorer.capped(scored, [...this.#working(draft, verdicts), ...verdicts.map((verdict) => verdict.control)]);
    const threat = this.#view(draft, { finding, status, scored, current, target: target.risk, decision, verdicts });
    if (finding === "asked") this.#book.hold(draft.questions, current.risk, tierRank(scored.tier), false);
    if (draft.finding !== "orphaned" && draft.space !== "model") this.#note(draft, status);
    this.#made.push({ threat, elements: elementsOf(this.#in.columns, draft.space, draft.index), rank: tierRank(current.tier) });
  }

  #note(draft: Draft, status: Status): void {
    this.#coverage.note(draft.kind, draft.index, draft.categories, status);
  }

  #scored(draft: Draft): Scored {
    const given = this.#register.scores.get(draft.id);
    if (!given?.factors || given.method !== this.#in.method.id) return draft.proposal;
    const lowered = given.lowered !== undefined && needsSecondPerson(this.#in.columns.graph.document, given.lowered) && !given.approved;
    if (lowered) return draft.proposal;
    const rescore = given.basis !== undefined && given.basis !== shortDigest(draft.proposal.score.factors);
    return this.#scorer.given(given.factors, given.reasons ?? {}, draft.proposal, rescore);
  }

  /** The controls that lower the current risk: those verified here, and the one behind an observed or verified fact that addresses it. */
  #working(draft: Draft, verdicts: readonly MitigationVerdict[]): readonly (Control | undefined)[] {
    const verified = verdicts.filter(({ state }) => state === "verified" || state === "stale").map((verdict) => verdict.control);
    const backed = draft.finding === "addressed" && (draft.strength === "verified" || draft.strength === "observed");
    return backed ? [...verified, this.#in.compiled.controls.get(draft.controls[0] ?? "")] : verified;
  }

  #inForce(decision: Decision, scored: Scored): boolean {
    if (decision.review !== undefined && decision.review < this.#in.now) return false;
    const { document } = this.#in.columns.graph;
    const second = decision.decision === "transfer" || decision.decision === "not-applicable";
    if (!second || !needsSecondPerson(document, scored.tier)) return true;
    return decision.approved !== undefined && decision.approved.by !== decision.by;
  }

  #view(draft: Draft, made: Outcome): Threat {
    const { graph } = this.#in.columns;
    const { scored, status, decision, verdicts } = made;
    const threat: Partial<Writable> = { id: draft.id, rule: draft.rule, title: draft.title, categories: draft.categories, subject: draft.subject, kind: draft.kind };
    const borders = draft.kind === "crossing" ? graph.borders[draft.index] : undefined;
    if (borders) threat.crossing = [...borders.leaves, ...borders.enters].map((zone) => graph.zones.ids[zone] as string);
    const group = this.#groupOf(draft);
    if (group) threat.group = group;
    threat.finding = made.finding;
    if (draft.strength && made.finding === "addressed") threat.strength = draft.strength;
    if (decision) threat.decision = decision.decision;
    else if (this.#register.acceptances.has(draft.id)) threat.decision = "accept";
    threat.status = status;
    if (verdicts.some(({ state }) => state === "stale")) threat.stale = true;
    threat.because = draft.because;
    if (draft.questions.length > 0) threat.asks = draft.questions.map((question) => question.id);
    threat.refs = draft.refs;
    threat.score = scored.score;
    threat.likelihood = made.current.likelihood;
    threat.impact = made.current.impact;
    threat.inherent = scored.risk;
    threat.current = made.current.risk;
    threat.target = made.target;
    threat.tier = made.current.tier;
    threat.exposure = scored.exposure;
    if (draft.regulations && draft.regulations.length > 0) threat.regulations = draft.regulations;
    threat.controls = this.#controlsOf(draft);
    if (verdicts.length > 0) threat.mitigations = verdicts.map((verdict) => verdict.id);
    if (scored.quickWin && made.finding !== "addressed") threat.quickWin = true;
    this.#assign(threat, draft.id, verdicts);
    const { feature } = this.#in;
    if (feature?.things.has(draft.subject)) threat.feature = feature.id;
    return threat as Threat;
  }

  #assign(threat: Partial<Writable>, id: string, verdicts: readonly MitigationVerdict[]): void {
    const assigned = this.#register.assignments.get(id);
    const owner = assigned?.owner ?? verdicts.find(({ mitigation }) => mitigation.owner)?.mitigation.owner;
    const due = assigned?.due ?? verdicts.find(({ mitigation }) => mitigation.due)?.mitigation.due;
    if (owner) threat.owner = owner;
    if (due) threat.due = due;
  }

  /** What the platform already gives comes first, structural controls before others. */
  #controlsOf(draft: Draft): readonly string[] {
    const platform = this.#in.columns.graph.document.platform?.platform;
    if (!platform || draft.controls.length === 0) return draft.controls;
    const here = new Set(platformFor(platform, this.#in.columns.graph, draft.space, draft.index).map((id) => platform[id]?.control));
    const offered = draft.controls.filter((id) => here.has(id));
    return offered.length === 0 ? draft.controls : [...offered, ...draft.controls.filter((id) => !here.has(id))];
  }

  /** Rule and the zone or model whose one answer decides it; threats that share it are listed together. */
  #groupOf(draft: Draft): string | undefined {
    const [first, ...others] = draft.questions;
    if (!first || others.length > 0 || (first.space !== "zone" && first.space !== "model")) return undefined;
    return first.about === draft.subject ? undefined : `${draft.rule}@${first.about}`;
  }

  /** Register entries whose rule or subject is gone stay, marked orphaned. */
  #orphans(): void {
    const { graph } = this.#in.columns;
    const { seen, touched } = this.#register;
    for (const key of touched) {
      if (seen.has(key)) continue;
      const parts = splitKey(key);
      if (!parts) continue;
      const gone = !locate(graph, parts.subject) || (!this.#in.compiled.ruleIds.has(parts.left) && !key.startsWith("by-hand-"));
      if (gone) this.#orphan(key, parts.left, parts.subject);
    }
  }

  #orphan(id: string, rule: string, subject: string): void {
    const proposal = this.#scorer.propose(byHandRule, "model", 0);
    const because: readonly Because[] = [{ fact: "orphaned", value: "yes", from: "its rule or subject is gone" }];
    const place = { space: "model" as const, index: 0, kind: "model" as const };
    const empty = { categories: [], strength: undefined, questions: noOne, refs: { cwe: [], capec: [] }, controls: [], regulations: undefined };
    this.#make({ id, rule, title: `${rule} on ${subject}, which is gone`, subject, ...place, ...empty, finding: "orphaned", because, proposal, byHand: false });
  }
}

interface Draft {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly categories: Threat["categories"];
  readonly subject: string;
  readonly space: Space;
  readonly index: number;
  readonly kind: SubjectKind;
  readonly finding: Finding;
  readonly strength: Strength | undefined;
  readonly because: readonly Because[];
  readonly questions: readonly OpenQuestion[];
  readonly refs: Threat["refs"];
  readonly controls: readonly string[];
  readonly proposal: Scored;
  readonly regulations: readonly string[] | undefined;
  readonly byHand: boolean;
}

interface Outcome {
  readonly finding: Finding;
  readonly status: Status;
  readonly scored: Scored;
  readonly current: { likelihood: number; impact: number; risk: number; tier: Threat["tier"] };
  readonly target: number;
  readonly decision: Decision | undefined;
  readonly verdicts: readonly MitigationVerdict[];
}

function progressOf(verdicts: readonly MitigationVerdict[]): { mitigationsVerified: boolean; mitigationsImplemented: boolean; mitigating: boolean } {
  const states = verdicts.map((verdict) => verdict.state);
  const done = (state: string): boolean => state === "verified" || state === "stale";
  return {
    mitigationsVerified: states.length > 0 && states.every(done),
    mitigationsImplemented: states.length > 0 && states.every((state) => done(state) || state === "implemented"),
    mitigating: states.some((state) => state !== "failed"),
  };
}

/** The elements that a subject concerns: a flow counts for both its ends. */
function elementsOf({ graph }: Columns, space: Space, i: number): readonly number[] {
  if (space === "element") return [i];
  if (space === "flow") return [graph.flowFrom[i] as number, graph.flowTo[i] as number];
  const on = space === "entry-point" ? graph.entryPointOn[i] : space === "dependency" ? graph.dependencyElement[i] : undefined;
  return on === undefined || on < 0 ? noOne : [on];
}

/** The register by the threats' ids of today. */
interface Register {
  readonly byHand: ReadonlyMap<string, HandThreat>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly scores: ReturnType<typeof scoresOf>;
  readonly acceptances: ReturnType<typeof acceptancesOf>;
  readonly assignments: ReturnType<typeof assignmentsOf>;
  readonly mitigations: ReadonlyMap<string, readonly MitigationVerdict[]>;
  readonly questions: Readonly<Record<string, { readonly due: string }>>;
  /** Every threat that some entry names. */
  readonly touched: readonly string[];
  /** Every threat that was made. */
  readonly seen: Set<string>;
}

const scoresOf = (input: ThreatInput) => keyed(input, input.columns.graph.document.register?.scores);
const acceptancesOf = (input: ThreatInput) => keyed(input, input.columns.graph.document.register?.acceptances);
const assignmentsOf = (input: ThreatInput) => keyed(input, input.columns.graph.document.register?.assignments);

function keyed<T>(input: ThreatInput, entries: Readonly<Record<string, T>> | undefined): ReadonlyMap<string, T> {
  return byCurrentKey(entries, input.columns.graph.effective, input.compiled.aliases);
}

function registerOf(input: ThreatInput): Register {
  const { register } = input.columns.graph.document;
  const mitigations = new Map<string, MitigationVerdict[]>();
  for (const verdict of input.verdicts) {
    for (const threat of verdict.mitigation.threats) {
      const key = currentKey(threat, input.columns.graph.effective, input.compiled.aliases);
      const list = mitigations.get(key);
      if (list) list.push(verdict);
      else mitigations.set(key, [verdict]);
    }
  }
  const maps = {
    byHand: keyed(input, register?.threats),
    decisions: keyed(input, register?.decisions),
    scores: scoresOf(input),
    acceptances: acceptancesOf(input),
    assignments: assignmentsOf(input),
    mitigations,
  };
  const touched = new Set(Object.values(maps).flatMap((map) => [...map.keys()]));
  return { ...maps, questions: register?.questions ?? {}, touched: [...touched].sort(), seen: new Set() };
}

