// The questions in the order in which they are asked, as numbers: gates, stages and counts read them; words are written when somebody reads.
import type { Question } from "../analysis/result.ts";
import { type Columns, nameInSentence, type Space, thingsIn } from "../decomposition/index.ts";
import { byCodeUnit } from "../model/changes.ts";
import { isSevere, type Tier } from "../model/vocabulary.ts";
import type { QuestionBook } from "./question-book.ts";
import type { QuestionColumn } from "./question-columns.ts";
import { wording } from "./question-wording.ts";

/** What people have said about a question besides answering it. */
export interface Taken {
  readonly owner: string;
  readonly due: string;
}

/** Questions by their position: by the risk that they hide, then by what they settle, then by id. */
export interface QuestionList {
  readonly size: number;
  /** How many asked threats it may settle. */
  settles(at: number): number;
  /** The risk that it hides, 0–100 each, to one decimal. */
  riskHeld(at: number): number;
  /** The highest tier among the threats that hang on it. */
  hides(at: number): Tier;
  isAboutModel(at: number): boolean;
  isContradicted(at: number): boolean;
  /** True when somebody owns it and its date is not past. */
  isOwned(at: number): boolean;
  id(at: number): string;
  record(at: number): Question;
}

/** The positions of the questions that fit. */
export function questionsWhere(list: QuestionList, fits: (at: number) => boolean): readonly number[] {
  const positions: number[] = [];
  for (let at = 0; at < list.size; at++) if (fits(at)) positions.push(at);
  return positions;
}

/** The positions of those that hide critical or high risk and that nobody owns, or whose date is past. */
export function unansweredQuestions(list: QuestionList): readonly number[] {
  return questionsWhere(list, (at) => list.settles(at) > 0 && isSevere(list.hides(at)) && !list.isOwned(at));
}

const tierByRank: readonly Tier[] = ["critical", "high", "medium", "low"];

/** Room for what a question settles, below its risk in tenths, in one number. */
const room = 2 ** 24;

interface Input {
  readonly book: QuestionBook;
  readonly columns: Columns;
  readonly taken: Readonly<Record<string, Taken>>;
  /** The day, as 2026-11-24. */
  readonly now: string;
}

/** The questions of a book. What only closed threats asked is left out. */
export class NumberedQuestions implements QuestionList {
  readonly #in: Input;
  readonly #column: readonly QuestionColumn[];
  readonly #thing: readonly number[];
  readonly #order: Int32Array;
  readonly #contradictions: ReadonlyMap<string, Columns["contradictions"][number]>;
  readonly #someTaken: boolean;
  #positions: ReadonlyMap<QuestionColumn, readonly (number | undefined)[]> | undefined;

  constructor(input: Input) {
    this.#in = input;
    const { columns, book, taken } = input;
    const { column, thing } = rowsById(book);
    this.#column = column;
    this.#thing = thing;
    this.#order = byRisk(column, thing);
    this.#contradictions = contradictionsById(columns);
    this.#someTaken = Object.keys(taken).length > 0;
  }

  get size(): number {
    return this.#order.length;
  }

  settles(at: number): number {
    return this.#columnAt(at).settles(this.#thingAt(at));
  }

  riskHeld(at: number): number {
    return tenthsOf(this.#columnAt(at), this.#thingAt(at)) / 10;
  }

  hides(at: number): Tier {
    return tierByRank[this.#columnAt(at).rank(this.#thingAt(at))] as Tier;
  }

  isAboutModel(at: number): boolean {
    return this.#columnAt(at).space === "model";
  }

  isContradicted(at: number): boolean {
    return this.#contradictions.size > 0 && this.#contradictions.has(this.id(at));
  }

  isOwned(at: number): boolean {
    if (!this.#someTaken) return false;
    const taken = this.#in.taken[this.id(at)];
    return taken !== undefined && taken.due >= this.#in.now;
  }

  id(at: number): string {
    return this.#columnAt(at).id(this.#thingAt(at));
  }

  /** Where the question of a column about thing `i` stands; undefined when nobody waits for it any more. */
  positionOf(column: QuestionColumn, i: number): number | undefined {
    this.#positions ??= this.#positionsByColumn();
    return this.#positions.get(column)?.[i];
  }

  #positionsByColumn(): ReadonlyMap<QuestionColumn, readonly (number | undefined)[]> {
    const positions = new Map<QuestionColumn, (number | undefined)[]>();
    for (let at = 0; at < this.size; at++) {
      const column = this.#columnAt(at);
      let places = positions.get(column);
      if (!places) positions.set(column, (places = []));
      places[this.#thingAt(at)] = at;
    }
    return positions;
  }

  record(at: number): Question {
    const column = this.#columnAt(at);
    const i = this.#thingAt(at);
    const { columns, taken, now } = this.#in;
    const id = column.id(i);
    const words = wording(columns, { fact: column.fact, space: column.space, index: i });
    const found = this.#contradictions.get(id);
    const owner = taken[id];
    return {
      id,
      about: column.about(i),
      fact: column.fact,
      text: words.ask.replaceAll("{subject}", () => nameInSentence(columns.graph, column.space, i)),
      for: words.for,
      riskHeld: this.riskHeld(at),
      settles: column.settles(i),
      latent: column.latent(i),
      hides: this.hides(at),
      ...(found && {
        contradiction: { declared: found.declared, observed: found.observed, where: seenOf(columns, column, i) },
      }),
      ...(owner && { owner: owner.owner, due: owner.due, ...(owner.due < now && { overdue: true }) }),
    };
  }

  #columnAt(at: number): QuestionColumn {
    return this.#column[this.#order[at] as number] as QuestionColumn;
  }

  #thingAt(at: number): number {
    return this.#thing[this.#order[at] as number] as number;
  }
}

function tenthsOf(column: QuestionColumn, i: number): number {
  return Math.round(column.risk(i) * 10);
}

/** Every asked question, in the order of the ids: things are numbered in the order of theirs, so that few have to be compared. */
function rowsById(book: QuestionBook): {
  readonly column: readonly QuestionColumn[];
  readonly thing: readonly number[];
} {
  const column: QuestionColumn[] = [];
  const thing: number[] = [];
  const add = (one: QuestionColumn, i: number): void => {
    column.push(one);
    thing.push(i);
  };
  for (const [first, ...others] of byFact(book.columns)) {
    if (!first) continue;
    if (others.length === 0) for (const i of first.asked()) add(first, i);
    else {
      const rows = [first, ...others].flatMap((one) => one.asked().map((i) => [one, i] as const));
      rows.sort(([a, i], [b, k]) => byCodeUnit(a.about(i), b.about(k)));
      for (const [one, i] of rows) add(one, i);
    }
  }
  return { column, thing };
}

/** The columns of each fact, facts in the order in which ids begin. */
function byFact(columns: readonly QuestionColumn[]): readonly (readonly QuestionColumn[])[] {
  const facts = new Map<string, QuestionColumn[]>();
  for (const column of columns) facts.set(column.fact, [...(facts.get(column.fact) ?? []), column]);
  return [...facts].sort(([a], [b]) => byCodeUnit(`${a}@`, `${b}@`)).map(([, of]) => of);
}

/** By risk, then by what it settles; of the same the earlier one first. Dealt out by counting: many questions weigh the same. */
function byRisk(column: readonly QuestionColumn[], thing: readonly number[]): Int32Array {
  const keys = new Float64Array(column.length);
  for (let row = 0; row < keys.length; row++) {
    const one = column[row] as QuestionColumn;
    const i = thing[row] as number;
    keys[row] = tenthsOf(one, i) * room + one.settles(i);
  }
  const count = new Map<number, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  let start = 0;
  const place = new Map<number, number>();
  for (const key of Float64Array.from(count.keys()).sort().reverse()) {
    place.set(key, start);
    start += count.get(key) as number;
  }
  const order = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const at = place.get(keys[row] as number) as number;
    order[at] = row;
    place.set(keys[row] as number, at + 1);
  }
  return order;
}

function contradictionsById(columns: Columns): ReadonlyMap<string, Columns["contradictions"][number]> {
  const idOf = (fact: string, space: Space, i: number) => `${fact}@${thingsIn(columns.graph, space).ids[i]}`;
  return new Map(columns.contradictions.map((found) => [idOf(found.fact, found.space, found.index), found]));
}

function seenOf(columns: Columns, { space }: QuestionColumn, i: number): string {
  const entry = thingsIn(columns.graph, space).entries[i] as
    | { observed?: { seen?: string | readonly string[] } }
    | undefined;
  const seen = entry?.observed?.seen;
  return typeof seen === "string" ? seen : (seen?.[0] ?? "observed.yaml");
}
