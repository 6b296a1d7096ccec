// What we don't know, as questions: each gathers the findings that wait for it and the risk that they hide. What a question holds stands
// in columns, so that a large model makes no object per finding.
import { type Columns, type Space, spaces } from "../decomposition/index.ts";
import { AskRoutes } from "./ask-routes.ts";
import { type BoundRule, patternOf, type RaisedFinding } from "./findings.ts";
import { Asks, QuestionColumn } from "./question-columns.ts";
import type { Leaf } from "./tree.ts";

/** Gathers questions from findings. */
export class QuestionBook {
  readonly #columns: Columns;
  readonly #questions: Readonly<Record<Space, Map<string, QuestionColumn>>>;
  readonly #all: QuestionColumn[] = [];
  readonly #asks = new Asks();
  readonly #routes: AskRoutes;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#questions = Object.fromEntries(spaces.map((space) => [space, new Map()])) as Record<
      Space,
      Map<string, QuestionColumn>
    >;
    this.#routes = new AskRoutes(columns, (fact, space) => this.#column(fact, space));
  }

  /** The questions that a finding waits for, each once, in the author's order. The list holds until the next call. */
  asks(bound: BoundRule, index: number, finding: RaisedFinding): Asks {
    this.#asks.clear();
    const leaves = patternOf(bound, index, finding).asks;
    for (let k = 0; k < leaves.length; k++) this.#routes.ofLeaf(leaves[k] as Leaf, bound.space)(index, this.#asks);
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
