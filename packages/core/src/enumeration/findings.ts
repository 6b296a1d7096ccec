// Rules × facts → findings. One rule raises at most one finding per subject. Linear in things × rules on their kind.
import {
  type Columns,
  codes,
  elementKindNames,
  type Space,
  spaceOf,
  spaces,
  thingsIn,
} from "../decomposition/index.ts";
import type { Rule } from "../model/knowledge.ts";
import type { SubjectKind } from "../model/vocabulary.ts";
import {
  asked,
  Binder,
  type BoundTree,
  compile,
  decisive,
  type Leaf,
  strengthOfResult,
  valueAt,
  valueOfResult,
} from "./tree.ts";

/** A rule bound to one kind of subject. */
export interface BoundRule {
  readonly rule: Rule;
  readonly number: number;
  readonly kind: SubjectKind;
  readonly space: Space;
  readonly applies: BoundTree;
  readonly except?: BoundTree;
  readonly unless?: BoundTree;
  /** Every leaf of the three trees, each once. */
  readonly leaves: readonly Leaf[];
  /** What was worked out for one pattern of facts holds for every thing with the same pattern. */
  readonly patterns: Map<number, Pattern>;
}

/** The leaves that a finding rests on and those that it asks for. */
export interface Pattern {
  readonly reasons: readonly Leaf[];
  readonly asks: readonly Leaf[];
  /** The indices of the reasons, when they are the same for every thing. */
  shared?: readonly number[];
}

export type RaisedFinding = "open" | "asked" | "addressed" | "latent";

/** The findings by the number that stands for them in lists. */
export const raisedFindings: readonly RaisedFinding[] = ["open", "asked", "addressed", "latent"];
const OPEN = 0;
const ASKED = 1;
const ADDRESSED = 2;
const LATENT = 3;

/** What one rule found on things of one kind: parallel lists of numbers, so that a large model makes few objects. */
export interface Finds {
  readonly bound: BoundRule;
  readonly indices: Int32Array;
  /** Indices into `raisedFindings`. */
  readonly findings: Uint8Array;
  /** Of addressed ones: 1 title … 5 verified (code.ts); else 0. */
  readonly strengths: Uint8Array;
  /** Things that it may turn out to apply to. */
  readonly latent: Int32Array;
}

/** Evaluates every rule on every thing of its kinds; rules in the order of their ids. */
export function findingsOf(columns: Columns, rules: readonly Rule[]): readonly Finds[] {
  const binder = new Binder(columns);
  const room = new Room(Math.max(...spaces.map((space) => thingsIn(columns.graph, space).ids.length)));
  return rules.flatMap((rule, number) =>
    rule.on.flatMap((kind) => {
      const size = thingsIn(columns.graph, spaceOf(kind)).ids.length;
      return size === 0 ? [] : [evaluate(bind(binder, rule, number, kind), included(columns, kind), size, room)];
    }),
  );
}

function bind(binder: Binder, rule: Rule, number: number, kind: SubjectKind): BoundRule {
  const space = spaceOf(kind);
  const applies = binder.bind(rule.applies, space, true);
  const except = rule.except === undefined ? undefined : binder.bind(rule.except, space, true);
  const unless = rule.unless === undefined ? undefined : binder.bind(rule.unless, space, false);
  const leaves = new Set<Leaf>();
  for (const tree of [applies, unless]) if (tree) leavesOf(tree, leaves);
  return {
    rule,
    number,
    kind,
    space,
    applies,
    ...(except ? { except } : {}),
    ...(unless ? { unless } : {}),
    leaves: [...leaves],
    patterns: new Map(),
  };
}

function leavesOf(tree: BoundTree, out: Set<Leaf>): void {
  if (tree.type === "leaf") out.add(tree);
  else for (const item of tree.items) leavesOf(item, out);
}

/** More leaves than fit in a number: each finding is worked out by itself. */
const maxPatternLeaves = 8;

/** What a finding rests on and asks for; worked out once per pattern of facts. */
export function patternOf(bound: BoundRule, index: number, finding: RaisedFinding): Pattern {
  if (bound.leaves.length > maxPatternLeaves) return workOut(bound, index, finding);
  let signature = 1;
  for (const leaf of bound.leaves) signature = signature * 64 + (leaf.column[index] as number);
  let pattern = bound.patterns.get(signature);
  if (!pattern) bound.patterns.set(signature, (pattern = workOut(bound, index, finding)));
  return pattern;
}

function workOut(bound: BoundRule, index: number, finding: RaisedFinding): Pattern {
  return { reasons: reasonsOf(bound, index, finding), asks: asksOf(bound, index, finding) };
}

/** Which things of a space are of a kind; undefined for all. A crossing is a flow that crosses something, or may. */
export function included(columns: Columns, kind: SubjectKind): ((i: number) => boolean) | undefined {
  const { graph } = columns;
  const wanted = (elementKindNames as readonly string[]).indexOf(kind);
  if (wanted >= 0) return (i) => graph.elementKind[i] === wanted;
  if (kind !== "crossing") return undefined;
  const crosses = columns.column("crosses-border", "flow");
  return (i) => crosses[i] !== codes.D_NO;
}

/** Where findings are written while one rule is evaluated; the next rule writes over them. */
class Room {
  readonly indices: Int32Array;
  readonly findings: Uint8Array;
  readonly strengths: Uint8Array;
  readonly latent: Int32Array;

  constructor(size: number) {
    this.indices = new Int32Array(size);
    this.findings = new Uint8Array(size);
    this.strengths = new Uint8Array(size);
    this.latent = new Int32Array(size);
  }
}

function evaluate(
  bound: BoundRule,
  include: ((i: number) => boolean) | undefined,
  size: number,
  { indices, findings, strengths, latent }: Room,
): Finds {
  const applies = compile(bound.applies);
  const except = bound.except && compile(bound.except);
  const unless = bound.unless && compile(bound.unless);
  let raised = 0;
  let mayApply = 0;
  for (let i = 0; i < size; i++) {
    if (include && !include(i)) continue;
    const a = applies(i);
    if (valueOfResult(a) === codes.NO || valueOfResult(a) === codes.NOT_APPLICABLE) continue;
    if (except && valueOfResult(except(i)) === codes.YES) continue;
    const u = unless ? unless(i) : codes.NO;
    if (valueOfResult(u) === codes.NOT_APPLICABLE) continue;
    const finding = outcome(a, u);
    if (finding === LATENT) latent[mayApply++] = i;
    else {
      indices[raised] = i;
      findings[raised] = finding;
      strengths[raised] = finding === ADDRESSED ? strengthOfResult(u) : 0;
      raised++;
    }
  }
  return {
    bound,
    indices: indices.slice(0, raised),
    findings: findings.slice(0, raised),
    strengths: strengths.slice(0, raised),
    latent: latent.slice(0, mayApply),
  };
}

/** The outcomes, in the order of docs/decisions/0004-rules.md, once `applies` is not no and nothing excepts. */
function outcome(applies: number, unless: number): number {
  if (valueOfResult(unless) === codes.YES) return ADDRESSED;
  if (valueOfResult(applies) === codes.UNKNOWN) return LATENT;
  const assumed = strengthOfResult(applies) < codes.STRENGTH_DECLARED;
  return assumed || valueOfResult(unless) === codes.UNKNOWN ? ASKED : OPEN;
}

/** Derived facts that read what people record of data, entry points and tenants: a no of theirs is a recorded reason. */
const recorded = /^(handles|carries|takes|receives|open|reachable|multi|is)-/;

/** The leaves that are stated not to apply. */
function stated(tree: BoundTree, i: number, out: Leaf[]): void {
  if (tree.type !== "leaf") for (const item of tree.items) stated(item, i, out);
  else if (codes.valueOf(tree.column[i] as number) === codes.NOT_APPLICABLE) out.push(tree);
}

/** The recorded facts that keep a rule from applying to thing `i`; none when shape alone does. */
export function excludedBy(bound: BoundRule, i: number): readonly string[] {
  const leaves: Leaf[] = [];
  if (bound.except) decisive(bound.except, i, codes.YES, leaves);
  decisive(bound.applies, i, codes.NO, leaves);
  if (bound.unless && valueAt(bound.unless, i) === codes.NOT_APPLICABLE) stated(bound.unless, i, leaves);
  return leaves
    .filter((leaf) => codes.statementOf(leaf.column[i] as number) !== codes.DERIVED || recorded.test(leaf.fact))
    .map((leaf) => leaf.name);
}

/** The leaves that a finding rests on: what made it apply, and what prevents it or is missing. */
function reasonsOf(bound: BoundRule, index: number, finding: RaisedFinding): readonly Leaf[] {
  const leaves: Leaf[] = [];
  decisive(bound.applies, index, finding === "latent" ? codes.UNKNOWN : codes.YES, leaves);
  // An asked finding rests on a countermeasure that is missing as much as on one that is not known.
  if (bound.unless)
    decisive(bound.unless, index, finding === "latent" ? codes.UNKNOWN : valueAt(bound.unless, index), leaves);
  return leaves;
}

/** The leaves whose answers would settle a finding; a latent one asks what it applies to first. */
function asksOf(bound: BoundRule, index: number, finding: RaisedFinding): readonly Leaf[] {
  const leaves: Leaf[] = [];
  if (finding === "latent") asked(bound.applies, index, leaves);
  else if (finding === "asked") {
    if (bound.unless) asked(bound.unless, index, leaves);
    if (leaves.length === 0) assumedLeaves(bound.applies, index, leaves);
  }
  return leaves;
}

/** The yes leaves of `applies` that are only assumed: asking confirms them. */
function assumedLeaves(tree: BoundTree, i: number, out: Leaf[]): void {
  const leaves: Leaf[] = [];
  decisive(tree, i, codes.YES, leaves);
  for (const leaf of leaves) if (strengthOfResult(leaf.results[i] as number) < codes.STRENGTH_DECLARED) out.push(leaf);
}
