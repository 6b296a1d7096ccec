// What we don't know, as questions: each gathers the findings that wait for it and the risk that they hide. Where a question goes is
// worked out once per fact and space; what it holds stands in columns, so that a large model makes no object per finding.
import { type Columns, codes, homeZone, type RelationReader, type Space, spaces } from "../decomposition/index.ts";
import type { AskLevel, DeclaredFact } from "../model/knowledge.ts";
import { isNature } from "../model/structural-answers.ts";
import { type BoundRule, patternOf, type RaisedFinding } from "./findings.ts";
import { Asks, KeptAsks, QuestionColumn } from "./question-columns.ts";
import { type StructuralField, structuralAsks } from "./structural-questions.ts";
import type { Leaf } from "./tree.ts";

/** Where the question for an unknown fact goes: worked out once per fact and space. */
interface Route {
  readonly fact: DeclaredFact;
  /** The fact or its pool. */
  readonly key: string;
  readonly asked: AskLevel;
  readonly nature: boolean;
  readonly column: Uint8Array;
}

function bySpace<T>(): Readonly<Record<Space, Map<string, T>>> {
  return Object.fromEntries(spaces.map((space) => [space, new Map<string, T>()])) as Record<Space, Map<string, T>>;
}

/** Gathers questions from findings. */
export class QuestionBook {
  readonly #columns: Columns;
  readonly #questions = bySpace<QuestionColumn>();
  readonly #all: QuestionColumn[] = [];
  readonly #routes = bySpace<Route>();
  readonly #kept = new Map<Leaf, KeptAsks>();
  readonly #asks = new Asks();
  #points: Map<number, number> | undefined;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The questions that a finding waits for, each once, in the author's order. The list holds until the next call. */
  asks(bound: BoundRule, index: number, finding: RaisedFinding): Asks {
    this.#asks.clear();
    const leaves = patternOf(bound, index, finding).asks;
    for (let k = 0; k < leaves.length; k++) this.#keptOf(leaves[k] as Leaf, bound.space, index);
    return this.#asks;
  }

  /** Adds the risk of a finding to the questions that it waits for, split equally. `tier`: 0 critical … 3 low. */
  hold(asks: Asks, risk: number, tier: number, latent: boolean): void {
    const share = risk / asks.size;
    for (let k = 0; k < asks.size; k++)
      (asks.columns[k] as QuestionColumn).hold(asks.things[k] as number, share, tier, latent);
  }

  /** A question that is asked whatever the rules say (scoping, contradictions). */
  always(fact: string, space: Space, index: number): void {
    this.#column(fact, space).always.add(index);
  }

  /** The columns of all questions, in the order in which they were first thought of. */
  get columns(): readonly QuestionColumn[] {
    return this.#all;
  }

  #keptOf(leaf: Leaf, space: Space, i: number): void {
    let kept = this.#kept.get(leaf);
    if (!kept) this.#kept.set(leaf, (kept = new KeptAsks(leaf.column.length)));
    if (kept.addTo(this.#asks, i)) return;
    const before = this.#asks.size;
    this.#ofLeaf(leaf, space, i);
    if (before === 0 && this.#asks.size === 1)
      kept.keep(i, this.#asks.columns[0] as QuestionColumn, this.#asks.things[0] as number);
  }

  #ofLeaf(leaf: Leaf, space: Space, i: number): void {
    if (leaf.relation === undefined) this.#ofFact(leaf.fact, space, i);
    else {
      const reader = this.#columns.reader(leaf.relation, space);
      if (reader?.direct) this.#ofOne(leaf, reader, reader.direct[i] as number, space, i);
      else if (reader) this.#ofMany(leaf, reader, space, i);
    }
  }

  #ofOne(leaf: Leaf, reader: RelationReader, target: number, space: Space, i: number): void {
    const byte = target < 0 ? undefined : this.#columns.column(leaf.fact, reader.space)[target];
    if (byte !== undefined && (codes.valueOf(byte) === codes.UNKNOWN || onlyAssumed(byte)))
      this.#ofFact(leaf.fact, reader.space, target);
    else this.#ofEmptyRelation(leaf, reader, space, i);
  }

  #ofMany(leaf: Leaf, reader: RelationReader, space: Space, i: number): void {
    const { items } = reader.targets(i);
    const column = this.#columns.column(leaf.fact, reader.space);
    const most = reader.how === "any" ? 1 : 8;
    const asked =
      this.#some(items, most, (target) => codes.valueOf(column[target] as number) === codes.UNKNOWN, leaf, reader) ||
      this.#some(items, most, (target) => onlyAssumed(column[target] as number), leaf, reader);
    if (!asked) this.#ofEmptyRelation(leaf, reader, space, i);
  }

  /** Asks about the first `most` targets that fit; says whether one did. */
  #some(
    items: readonly number[],
    most: number,
    fits: (target: number) => boolean,
    leaf: Leaf,
    at: RelationReader,
  ): boolean {
    let count = 0;
    for (let k = 0; k < items.length && count < most; k++) {
      const target = items[k] as number;
      if (!fits(target)) continue;
      this.#ofFact(leaf.fact, at.space, target);
      count++;
    }
    return count > 0;
  }

  /** Nothing is declared that the relation could lead to: ask for the list itself. */
  #ofEmptyRelation(leaf: Leaf, reader: RelationReader, space: Space, i: number): void {
    if (reader.space === "zone") this.#structural("in-internet-zone", space, i);
    else if (reader.space === "entry-point") this.#structural("has-entry-point", space, i);
    else if (reader.space === "data")
      for (const ask of structuralAsks(this.#columns.graph, `handles-${leaf.fact.replace(/^is-/, "")}`, space, i))
        this.#ask(ask.field, ask.space, ask.index);
  }

  /** Asks for what the drawing leaves open; says whether it left anything open. */
  #structural(fact: string, space: Space, i: number): boolean {
    const asks = structuralAsks(this.#columns.graph, fact, space, i);
    for (const ask of asks) this.#ask(this.#poolOf(ask.field, ask.space), ask.space, ask.index);
    return asks.length > 0;
  }

  /** Who may come in is known from how callers prove who they are, when the knowledge has a pool for it. */
  #poolOf(field: StructuralField, space: Space): string {
    return field === "access" && space === "entry-point" && this.#columns.index.pools.has("authentication")
      ? "authentication"
      : field;
  }

  #ofFact(id: string, space: Space, i: number): void {
    const route = this.#route(id, space);
    if (!route) this.#structural(id, space, i);
    else if (!route.fact.fallback || !this.#structural(route.fact.fallback, space, i))
      this.#ofRoute(id, route, space, i);
  }

  #ofRoute(id: string, { key, asked, nature, column }: Route, space: Space, i: number): void {
    const statement = codes.statementOf(column[i] as number);
    if (nature && statement === codes.NOTHING) this.#ask("natures", space, i);
    else if (statement === codes.CONTRADICTED) this.#ask(id, space, i);
    else if (asked === "thing") this.#ofThing(key, space, i);
    else {
      const zone = asked === "zone" ? homeZone(this.#columns.graph, space, i) : -1;
      if (zone >= 0) this.#ask(key, "zone", zone);
      else this.#ask(key, "model", 0);
    }
  }

  #ofThing(key: string, space: Space, i: number): void {
    const point = space === "flow" && key === "authentication" ? this.#pointOf(i) : undefined;
    if (point === undefined) this.#ask(key, space, i);
    else this.#ask(key, "entry-point", point);
  }

  /** The entry point where a flow arrives: asked instead of the flow, since its answer counts for both. The first that has no answer yet. */
  #pointOf(flow: number): number | undefined {
    this.#points ??= this.#arrivals();
    return this.#points.get(flow);
  }

  #arrivals(): Map<number, number> {
    const { flows, entryPoints } = this.#columns.graph;
    const points = new Map<number, number>();
    const answered = (point: number | undefined): boolean =>
      point === undefined || entryPoints.entries[point]?.value.authentication !== undefined;
    entryPoints.entries.forEach(({ value }, point) => {
      for (const id of value.via ?? []) {
        const flow = flows.index.get(id);
        if (flow !== undefined && answered(points.get(flow))) points.set(flow, point);
      }
    });
    return points;
  }

  /** Undefined for a derived fact: the drawing itself has to be asked about. */
  #route(id: string, space: Space): Route | undefined {
    const routes = this.#routes[space];
    const known = routes.get(id);
    if (known) return known;
    const { declared, pools } = this.#columns.index;
    const fact = declared.get(id);
    if (!fact) return undefined;
    const asked = fact.pool === undefined ? fact.asked : (pools.get(fact.pool)?.asked ?? fact.asked);
    const nature = space === "element" && isNature(fact);
    const route = { fact, key: fact.pool ?? id, asked, nature, column: this.#columns.column(id, space) };
    routes.set(id, route);
    return route;
  }

  #ask(fact: string, space: Space, i: number): void {
    this.#asks.add(this.#column(fact, space), i);
  }

  #column(fact: string, space: Space): QuestionColumn {
    let column = this.#questions[space].get(fact);
    if (!column) {
      column = new QuestionColumn(this.#columns.graph, fact, space);
      this.#questions[space].set(fact, column);
      this.#all.push(column);
    }
    return column;
  }
}

/** A yes that a title or an assumption suggests: asking confirms it. */
function onlyAssumed(byte: number): boolean {
  return codes.valueOf(byte) === codes.YES && codes.strengthOfByte(byte) < codes.STRENGTH_DECLARED;
}
