// Where the question for an unknown fact goes: to the thing, its zone or the model; through a relation to the thing at its other end;
// or to the drawing, when a derived fact is unknown. Worked out once per leaf, then followed per thing.
import { type Columns, codes, homeZone, type RelationReader, type Space } from "../decomposition/index.ts";
import type { DeclaredFact } from "../model/knowledge.ts";
import { isNature } from "../model/structural-answers.ts";
import type { Asks, QuestionColumn } from "./question-columns.ts";
import { entryPointAsks, type StructuralAsk, type StructuralField, structuralAsks } from "./structural-questions.ts";
import type { Leaf } from "./tree.ts";

/** Adds the questions about thing `i` to the list. */
export type AskRoute = (i: number, asks: Asks) => void;

export class AskRoutes {
  readonly #columns: Columns;
  readonly #questions: (fact: string, space: Space) => QuestionColumn;
  readonly #ofLeaf = new Map<Leaf, AskRoute>();
  #points: ReadonlyMap<number, number> | undefined;

  /** `questions`: the column of the questions about a fact in a space. */
  constructor(columns: Columns, questions: (fact: string, space: Space) => QuestionColumn) {
    this.#columns = columns;
    this.#questions = questions;
  }

  /** The route of a leaf of a rule over `space`. */
  ofLeaf(leaf: Leaf, space: Space): AskRoute {
    let route = this.#ofLeaf.get(leaf);
    if (!route) this.#ofLeaf.set(leaf, (route = this.#routeOf(leaf, space)));
    return route;
  }

  #routeOf(leaf: Leaf, space: Space): AskRoute {
    if (leaf.relation === undefined) return this.#ofFact(leaf.fact, space);
    const reader = this.#columns.reader(leaf.relation, space);
    if (!reader) return () => {};
    const there = this.#ofFact(leaf.fact, reader.space);
    const nothing = this.#ofEmptyRelation(leaf, reader, space);
    const column = this.#columns.column(leaf.fact, reader.space);
    return reader.direct ? ofOne(reader.direct, column, there, nothing) : ofMany(reader, column, there, nothing);
  }

  /** Nothing is declared that the relation could lead to: ask for the list itself. */
  #ofEmptyRelation(leaf: Leaf, reader: RelationReader, space: Space): AskRoute {
    if (reader.space === "zone") return this.#structural("in-internet-zone", space);
    if (reader.space === "entry-point")
      return (i, asks) => {
        this.#asking(entryPointAsks(this.#columns.graph, i), asks);
      };
    if (reader.space !== "data") return () => {};
    const fact = `handles-${leaf.fact.replace(/^is-/, "")}`;
    return (i, asks) => {
      for (const ask of structuralAsks(this.#columns.graph, fact, space, i))
        asks.add(this.#questions(ask.field, ask.space), ask.index);
    };
  }

  /** Asks for what the drawing leaves open. */
  #structural(fact: string, space: Space): AskRoute {
    return (i, asks) => {
      this.#asking(structuralAsks(this.#columns.graph, fact, space, i), asks);
    };
  }

  #asking(structural: readonly StructuralAsk[], asks: Asks): void {
    for (const ask of structural) asks.add(this.#questions(this.#poolOf(ask.field, ask.space), ask.space), ask.index);
  }

  /** Who may come in is known from how callers prove who they are, when the knowledge has a pool for it. */
  #poolOf(field: StructuralField, space: Space): string {
    return field === "access" && space === "entry-point" && this.#columns.index.pools.has("authentication")
      ? "authentication"
      : field;
  }

  #ofFact(id: string, space: Space): AskRoute {
    const fact = this.#columns.index.declared.get(id);
    if (!fact) return this.#structural(id, space);
    const own = this.#ofDeclared(fact, space);
    if (!fact.fallback) return own;
    const fallback = this.#structural(fact.fallback, space);
    return (i, asks) => {
      const before = asks.size;
      fallback(i, asks);
      if (asks.size === before) own(i, asks);
    };
  }

  /** A contradiction is asked of the fact itself; what is not known of the nature of an element, all at once; else fact or pool. */
  #ofDeclared(fact: DeclaredFact, space: Space): AskRoute {
    const column = this.#columns.column(fact.id, space);
    const contradicted = this.#questions(fact.id, space);
    const natures = space === "element" && isNature(fact) ? this.#questions("natures", space) : undefined;
    const own = this.#whereAsked(fact, space);
    return (i, asks) => {
      const statement = codes.statementOf(column[i] as number);
      if (natures && statement === codes.NOTHING) asks.add(natures, i);
      else if (statement === codes.CONTRADICTED) asks.add(contradicted, i);
      else own(i, asks);
    };
  }

  /** The thing itself, its zone, or the model: as the fact, or the pool that it is of, says. */
  #whereAsked(fact: DeclaredFact, space: Space): AskRoute {
    const pool = fact.pool === undefined ? undefined : this.#columns.index.pools.get(fact.pool);
    const key = fact.pool ?? fact.id;
    const asked = pool?.asked ?? fact.asked;
    if (asked === "thing") return this.#ofThing(key, space);
    const model = this.#questions(key, "model");
    if (asked !== "zone") return (_, asks) => asks.add(model, 0);
    const zones = this.#questions(key, "zone");
    return (i, asks) => {
      const zone = homeZone(this.#columns.graph, space, i);
      if (zone >= 0) asks.add(zones, zone);
      else asks.add(model, 0);
    };
  }

  #ofThing(key: string, space: Space): AskRoute {
    const things = this.#questions(key, space);
    if (space !== "flow" || key !== "authentication") return (i, asks) => asks.add(things, i);
    const points = this.#questions(key, "entry-point");
    return (i, asks) => {
      const point = this.#pointOf(i);
      if (point === undefined) asks.add(things, i);
      else asks.add(points, point);
    };
  }

  /** The entry point where a flow arrives: asked instead of the flow, since its answer counts for both. The first that has no answer yet. */
  #pointOf(flow: number): number | undefined {
    this.#points ??= this.#arrivals();
    return this.#points.get(flow);
  }

  #arrivals(): ReadonlyMap<number, number> {
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
}

function isUnknown(byte: number): boolean {
  return codes.valueOf(byte) === codes.UNKNOWN;
}

/** A yes that a title or an assumption suggests: asking confirms it. */
function isOnlyAssumed(byte: number): boolean {
  return codes.valueOf(byte) === codes.YES && codes.strengthOfByte(byte) < codes.STRENGTH_DECLARED;
}

/** Through a relation to one thing. */
function ofOne(targets: Int32Array, column: Uint8Array, there: AskRoute, nothing: AskRoute): AskRoute {
  return (i, asks) => {
    const target = targets[i] as number;
    const byte = target < 0 ? codes.D_NO : (column[target] as number);
    if (isUnknown(byte) || isOnlyAssumed(byte)) there(target, asks);
    else nothing(i, asks);
  };
}

/** How many things at the other end of an `all-` relation are asked about at once; of an `any-` one the first is enough. */
const mostAsked = 8;

function ofMany({ how, targets }: RelationReader, column: Uint8Array, there: AskRoute, nothing: AskRoute): AskRoute {
  const most = how === "any" ? 1 : mostAsked;
  const some = (items: readonly number[], fits: (byte: number) => boolean, asks: Asks): boolean => {
    let count = 0;
    for (let k = 0; k < items.length && count < most; k++) {
      const target = items[k] as number;
      if (!fits(column[target] as number)) continue;
      there(target, asks);
      count++;
    }
    return count > 0;
  };
  return (i, asks) => {
    const { items } = targets(i);
    if (!some(items, isUnknown, asks) && !some(items, isOnlyAssumed, asks)) nothing(i, asks);
  };
}
