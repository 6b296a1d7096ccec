// Fact columns: for each fact and space one byte per thing, computed once. Stated facts are written in the order in which they count.
import type { DeclaredFact, Knowledge, Pool, Relation } from "../../model/knowledge.ts";
import type { MitigationVerdict } from "../../model/verdicts.ts";
import type { Graph } from "../graph.ts";
import * as codes from "./code.ts";
import type { DerivedFact, View } from "./derived.ts";
import { derivedFacts } from "./index.ts";
import { type RelationReader, readerOf } from "./relations.ts";
import { elementKindNames, homeZone, type Space, spaceOf, spaces, thingsIn } from "./space.ts";
import { writeStatements } from "./statements.ts";

/** The facts of a knowledge, indexed. Compiled once per knowledge. */
export interface FactIndex {
  readonly declared: ReadonlyMap<string, DeclaredFact>;
  readonly pools: ReadonlyMap<string, Pool>;
  readonly derived: ReadonlyMap<string, DerivedFact>;
}

export function factIndexOf(knowledge: Knowledge): FactIndex {
  return {
    declared: new Map(knowledge.facts.map((fact) => [fact.id, fact])),
    pools: new Map(knowledge.pools.map((pool) => [pool.id, pool])),
    derived: new Map(derivedFacts.map((fact) => [fact.id, fact])),
  };
}

/** A contradiction between what is declared and what a source shows. */
export interface Contradiction {
  readonly fact: string;
  readonly space: Space;
  readonly index: number;
  readonly declared: "yes" | "no";
  readonly observed: "yes" | "no";
}

function bySpace<T>(): Readonly<Record<Space, Map<string, T>>> {
  return Object.fromEntries(spaces.map((space) => [space, new Map<string, T>()])) as Record<Space, Map<string, T>>;
}

/** All facts of one graph. */
export class Columns implements View {
  readonly graph: Graph;
  readonly index: FactIndex;
  readonly contradictions: Contradiction[] = [];
  readonly #columns = bySpace<Uint8Array>();
  readonly #stated = bySpace<Uint8Array>();
  readonly #readers = bySpace<RelationReader | undefined>();
  readonly #partly = new Map<string, Map<number, ReadonlySet<string>>>();

  constructor(
    graph: Graph,
    knowledge: Knowledge,
    index: FactIndex,
    verdicts: readonly MitigationVerdict[],
    now: string,
  ) {
    this.graph = graph;
    this.index = index;
    writeStatements(this, knowledge, verdicts, now);
  }

  /** The bytes of a fact over a space (code.ts): what is stated, else what zone or model say, else its fallback; off-kind is no. */
  column(fact: string, space: Space): Uint8Array {
    let column = this.#columns[space].get(fact);
    if (!column) {
      const derived = this.index.derived.get(fact);
      column = derived ? this.#derive(derived, space) : this.#resolve(fact, space);
      this.#columns[space].set(fact, column);
    }
    return column;
  }

  /** Reads a relation from a space; undefined when the relation does not exist there. */
  reader(relation: Relation, space: Space): RelationReader | undefined {
    const readers = this.#readers[space];
    if (!readers.has(relation)) readers.set(relation, readerOf(this.graph, relation, space));
    return readers.get(relation);
  }

  /** What is stated of a fact on the things themselves, before zone, model and fallback; undefined when nothing is. */
  stated(fact: string, space: Space): Uint8Array | undefined {
    return this.#stated[space].get(fact);
  }

  /** Writes a statement when it counts at least as much as what is there. */
  write(fact: string, space: Space, i: number, value: number, statement: number): void {
    let column = this.#stated[space].get(fact);
    if (!column) {
      column = new Uint8Array(thingsIn(this.graph, space).ids.length).fill(codes.BLANK);
      this.#stated[space].set(fact, column);
    }
    const there = codes.statementOf(column[i] as number);
    if (statement >= there) column[i] = codes.code(value, statement);
  }

  /** Notes where a countermeasure is missing: it is no there, and yes when read from elsewhere. */
  writePartly(fact: string, space: Space, i: number, where: readonly string[]): void {
    const key = `${space}\n${fact}`;
    const map = this.#partly.get(key) ?? new Map<number, ReadonlySet<string>>();
    map.set(i, new Set(where));
    this.#partly.set(key, map);
  }

  /** The things where a countermeasure that is otherwise there is missing. */
  partly(fact: string, space: Space): ReadonlyMap<number, ReadonlySet<string>> | undefined {
    return this.#partly.get(`${space}\n${fact}`);
  }

  #derive(fact: DerivedFact, space: Space): Uint8Array {
    const { ids } = thingsIn(this.graph, space);
    const column = new Uint8Array(ids.length).fill(codes.D_NO);
    if (!fact.on.some((kind) => spaceOf(kind) === space)) return column;
    const read = fact.read({ graph: this.graph, column: (name, of) => this.column(name, of) });
    const { elementKind } = this.graph;
    const on = space === "element" ? onElementKinds(fact.on) : undefined;
    for (let i = 0; i < ids.length; i++) if (!on || on[elementKind[i] as number]) column[i] = read(i);
    return column;
  }

  #resolve(id: string, space: Space): Uint8Array {
    const fact = this.index.declared.get(id);
    const { ids } = thingsIn(this.graph, space);
    const stated = this.#stated[space].get(id);
    if (!fact?.on.some((kind) => spaceOf(kind) === space)) return stated ?? new Uint8Array(ids.length).fill(codes.D_NO);
    const column = stated ? Uint8Array.from(stated) : new Uint8Array(ids.length).fill(codes.BLANK);
    if (fact.asked !== "thing" && space !== "model") this.#inherit(fact, space, column);
    if (fact.fallback) fallBack(column, this.column(fact.fallback, space));
    this.#offKind(fact, space, column);
    return column;
  }

  /** A fact read on a kind it is not defined on is no. */
  #offKind(fact: DeclaredFact, space: Space, column: Uint8Array): void {
    const on = space === "element" ? onElementKinds(fact.on) : undefined;
    if (!on) return;
    const { elementKind } = this.graph;
    for (let i = 0; i < column.length; i++) if (!on[elementKind[i] as number]) column[i] = codes.D_NO;
  }

  /**
   * What is stated of the zone (the nearest that states it) or of the model counts where nothing of the thing itself counts as much.
   * That not all of a zone is protected takes back nothing of a flow whose own protocol protects it.
   */
  #inherit(fact: DeclaredFact, space: Space, column: Uint8Array): void {
    const model = this.#stated.model.get(fact.id)?.[0] ?? codes.BLANK;
    const zones = fact.asked === "zone" ? this.#zoneStatements(fact.id, model) : undefined;
    if (!zones && model === codes.BLANK) return;
    for (let i = 0; i < column.length; i++) {
      if (codes.statementOf(column[i] as number) >= codes.STATED_SHORT) continue;
      const zone = zones ? homeZone(this.graph, space, i) : -1;
      const inherited = zone >= 0 && zones ? (zones[zone] as number) : model;
      if (space === "flow" && codes.statementOf(column[i] as number) === codes.IMPLIED_CONTROL && isNotAll(inherited))
        continue;
      if (codes.statementOf(inherited) > codes.statementOf(column[i] as number)) column[i] = inherited;
    }
  }

  #zoneStatements(fact: string, model: number): Uint8Array | undefined {
    const stated = this.#stated.zone.get(fact);
    if (!stated) return undefined;
    const resolved = new Uint8Array(stated.length);
    const { zoneParent } = this.graph;
    for (let zone = 0; zone < stated.length; zone++) {
      let at = zone;
      for (let steps = 0; at >= 0 && stated[at] === codes.BLANK && steps < stated.length; steps++)
        at = zoneParent[at] as number;
      resolved[zone] = at >= 0 && stated[at] !== codes.BLANK ? (stated[at] as number) : model;
    }
    return resolved;
  }
}

/** A person's no about a whole zone or model. */
function isNotAll(byte: number): boolean {
  return codes.valueOf(byte) === codes.NO && codes.statementOf(byte) <= codes.DECLARED;
}

/** Per kind of element, whether it is among the kinds; undefined when all three are. */
function onElementKinds(kinds: readonly string[]): readonly boolean[] | undefined {
  const on = elementKindNames.map((kind) => kinds.includes(kind));
  return on.includes(false) ? on : undefined;
}

function fallBack(column: Uint8Array, fallback: Uint8Array): void {
  for (let i = 0; i < column.length; i++) if (column[i] === codes.BLANK) column[i] = fallback[i] as number;
}
