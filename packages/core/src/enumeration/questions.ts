// What we don't know, as questions: each gathers the findings that wait for it and the risk that they hide.

import type { Question } from "../analysis/result.ts";
import {
  type Columns,
  codes,
  homeZone,
  nameInSentence,
  type RelationReader,
  readerOf,
  type Space,
  spaces,
  thingsIn,
} from "../decomposition/index.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { AskLevel, DeclaredFact } from "../model/knowledge.ts";
import { isNature } from "../model/structural-answers.ts";
import type { Tier } from "../model/vocabulary.ts";
import { type BoundRule, patternOf, type RaisedFinding } from "./findings.ts";
import { wording } from "./question-wording.ts";
import { entryPointAsks, type StructuralAsk, type StructuralField, structuralAsks } from "./structural-questions.ts";
import type { Leaf } from "./tree.ts";

/** A question while findings are gathered. */
export interface OpenQuestion {
  readonly id: string;
  readonly about: string;
  readonly fact: string;
  readonly space: Space;
  readonly index: number;
  riskHeld: number;
  settles: number;
  latent: number;
  rank: number;
  /** A list of this question alone, and of its id: most findings wait for one, and share these lists. */
  readonly alone: readonly OpenQuestion[];
  readonly aloneId: readonly string[];
}

/** The questions about one fact in one space, by the number of the thing. */
type Slots = (OpenQuestion | undefined)[];

/** Where the question for an unknown fact goes: worked out once per fact and space. */
interface Route {
  readonly fact: DeclaredFact;
  /** The fact or its pool. */
  readonly key: string;
  readonly asked: AskLevel;
  readonly nature: boolean;
  readonly column: Uint8Array;
}

/** Gathers questions from findings. A large model makes each question once, and finds it without building a key. */
export class QuestionBook {
  readonly #columns: Columns;
  readonly #all: OpenQuestion[] = [];
  readonly #always = new Set<OpenQuestion>();
  readonly #slots = new Map<string, Record<Space, Slots>>();
  readonly #routes = new Map<Space, Map<string, Route>>(spaces.map((space) => [space, new Map()]));
  readonly #readers = new Map<Leaf, RelationReader | undefined>();

  #points: Map<number, number> | undefined;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The questions that a finding waits for, each once, in the author's order. */
  asks(bound: BoundRule, index: number, finding: RaisedFinding): readonly OpenQuestion[] {
    const leaves = patternOf(bound, index, finding).asks;
    if (leaves.length === 1) return this.#ofLeaf(leaves[0] as Leaf, bound.space, index);
    const found: OpenQuestion[] = [];
    for (const leaf of leaves) {
      for (const question of this.#ofLeaf(leaf, bound.space, index))
        if (!found.includes(question)) found.push(question);
    }
    return found;
  }

  /** Adds the risk of a finding to the questions that it waits for, split equally. */
  hold(questions: readonly OpenQuestion[], risk: number, tier: number, latent: boolean): void {
    const share = risk / questions.length;
    for (const question of questions) {
      question.riskHeld += share;
      if (latent) question.latent++;
      else {
        question.settles++;
        if (tier < question.rank) question.rank = tier;
      }
    }
  }

  /** A question that is asked whatever the rules say (scoping, contradictions). */
  always(fact: string, space: Space, index: number): void {
    for (const question of this.#question(fact, space, index)) this.#always.add(question);
  }

  /** The questions that something waits for; what only closed threats asked is left out. */
  all(): readonly OpenQuestion[] {
    return this.#all.filter((question) => question.settles > 0 || question.latent > 0 || this.#always.has(question));
  }

  #ofLeaf(leaf: Leaf, space: Space, i: number): readonly OpenQuestion[] {
    if (leaf.relation === undefined) return this.#ofFact(leaf.fact, space, i);
    let reader = this.#readers.get(leaf);
    if (!reader) {
      reader = readerOf(this.#columns.graph, leaf.relation, space);
      this.#readers.set(leaf, reader);
    }
    if (!reader) return [];
    const { items } = reader.targets(i);
    const column = this.#columns.column(leaf.fact, reader.space);
    const unknown = items.filter((target) => codes.valueOf(column[target] as number) === codes.UNKNOWN);
    const open = unknown.length > 0 ? unknown : items.filter((target) => onlyAssumed(column[target] as number));
    const chosen = reader.how === "any" ? open.slice(0, 1) : open.slice(0, 8);
    if (chosen.length === 1) return this.#ofFact(leaf.fact, reader.space, chosen[0] as number);
    if (chosen.length > 0)
      return chosen.flatMap((target) => this.#ofFact(leaf.fact, (reader as RelationReader).space, target));
    return this.#ofEmptyRelation(leaf, reader, space, i);
  }

  /** Nothing is declared that the relation could lead to: ask for the list itself. */
  #ofEmptyRelation(leaf: Leaf, reader: RelationReader, space: Space, i: number): readonly OpenQuestion[] {
    const asks =
      reader.space === "data"
        ? structuralAsks(this.#columns.graph, `handles-${leaf.fact.replace(/^is-/, "")}`, space, i)
        : [];
    if (asks.length > 0) return asks.flatMap((ask) => this.#question(ask.field, ask.space, ask.index));
    if (reader.space === "zone") return this.#structural("in-internet-zone", space, i);
    return reader.space === "entry-point" ? this.#asking(entryPointAsks(this.#columns.graph, i)) : [];
  }

  #structural(fact: string, space: Space, i: number): readonly OpenQuestion[] {
    return this.#asking(structuralAsks(this.#columns.graph, fact, space, i));
  }

  #asking(asks: readonly StructuralAsk[]): readonly OpenQuestion[] {
    return asks.flatMap((ask) => this.#question(this.#poolOf(ask.field, ask.space), ask.space, ask.index));
  }

  /** Who may come in is known from how callers prove who they are, when the knowledge has a pool for it. */
  #poolOf(field: StructuralField, space: Space): string {
    return field === "access" && space === "entry-point" && this.#columns.index.pools.has("authentication")
      ? "authentication"
      : field;
  }

  #ofFact(id: string, space: Space, i: number): readonly OpenQuestion[] {
    const route = this.#route(id, space);
    if (!route) return this.#structural(id, space, i);
    if (route.fact.fallback) {
      const asks = this.#structural(route.fact.fallback, space, i);
      if (asks.length > 0) return asks;
    }
    const statement = codes.statementOf(route.column[i] as number);
    if (route.nature && statement === codes.NOTHING) return this.#question("natures", space, i);
    if (statement === codes.CONTRADICTED) return this.#question(id, space, i);
    if (route.asked === "thing") {
      const point = space === "flow" && route.key === "authentication" ? this.#pointOf(i) : undefined;
      return point === undefined
        ? this.#question(route.key, space, i)
        : this.#question(route.key, "entry-point", point);
    }
    const zone = route.asked === "zone" ? homeZone(this.#columns.graph, space, i) : -1;
    return zone >= 0 ? this.#question(route.key, "zone", zone) : this.#question(route.key, "model", 0);
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
    const routes = this.#routes.get(space) as Map<string, Route>;
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

  #question(fact: string, space: Space, index: number): readonly OpenQuestion[] {
    let slots = this.#slots.get(fact);
    if (!slots) {
      slots = Object.fromEntries(spaces.map((each) => [each, []])) as unknown as Record<Space, Slots>;
      this.#slots.set(fact, slots);
    }
    const there = slots[space][index];
    if (there) return there.alone;
    const about = thingsIn(this.#columns.graph, space).ids[index] as string;
    const alone: OpenQuestion[] = [];
    const id = `${fact}@${about}`;
    const made = { id, about, fact, space, index, riskHeld: 0, settles: 0, latent: 0, rank: 3, alone, aloneId: [id] };
    alone.push(made);
    slots[space][index] = made;
    this.#all.push(made);
    return alone;
  }
}

/** A yes that a title or an assumption suggests: asking confirms it. */
function onlyAssumed(byte: number): boolean {
  return codes.valueOf(byte) === codes.YES && codes.strengthOfByte(byte) < codes.STRENGTH_DECLARED;
}

/** What people have said about a question besides answering it. */
export interface Taken {
  readonly owner: string;
  readonly due: string;
}

const tierByRank: readonly Tier[] = ["critical", "high", "medium", "low"];

/** The questions as the analysis shows them: by the risk that they hide, then by id. */
export function questionsOf(
  book: QuestionBook,
  columns: Columns,
  taken: Readonly<Record<string, Taken>>,
  now: string,
): readonly Question[] {
  const contradictions = new Map(
    columns.contradictions.map((found) => [
      `${found.fact}@${thingsIn(columns.graph, found.space).ids[found.index]}`,
      found,
    ]),
  );
  const questions = book.all().map((open) => {
    const words = wording(columns, open);
    const found = contradictions.get(open.id);
    const owner = taken[open.id];
    return {
      id: open.id,
      about: open.about,
      fact: open.fact,
      text: words.ask.replaceAll("{subject}", () => nameInSentence(columns.graph, open.space, open.index)),
      for: words.for,
      riskHeld: Math.round(open.riskHeld * 10) / 10,
      settles: open.settles,
      latent: open.latent,
      hides: tierByRank[open.rank] as Tier,
      ...(found
        ? { contradiction: { declared: found.declared, observed: found.observed, where: seenOf(columns, open) } }
        : {}),
      ...(owner ? { owner: owner.owner, due: owner.due, ...(owner.due < now ? { overdue: true } : {}) } : {}),
    };
  });
  return questions.sort((a, b) => b.riskHeld - a.riskHeld || b.settles - a.settles || byCodeUnit(a.id, b.id));
}

function seenOf(columns: Columns, open: OpenQuestion): string {
  const entry = thingsIn(columns.graph, open.space).entries[open.index] as
    | { observed?: { seen?: string | readonly string[] } }
    | undefined;
  const seen = entry?.observed?.seen;
  return typeof seen === "string" ? seen : (seen?.[0] ?? "observed.yaml");
}
