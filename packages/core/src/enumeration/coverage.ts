// Coverage: for every element, flow and crossing and each STRIDE category, what became of it. Nothing is skipped in silence.

import type { CoverageCell, CoverageRow } from "../analysis/result.ts";
import { type Columns, elementKindNames, type Graph, spaceOf, thingsIn } from "../decomposition/index.ts";
import {
  categoriesOf,
  type Status,
  type StrideCategory,
  type SubjectKind,
  strideCategories,
} from "../model/vocabulary.ts";
import { type BoundRule, excludedBy, type Finds } from "./findings.ts";

/** A cell that no rule speaks to. */
export interface Unexamined {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly category: StrideCategory;
}

/** A row that is to be covered. */
type Visit = (id: string, kind: SubjectKind, index: number) => void;

const UNTOUCHED = 255;
const columnOf: Readonly<Record<StrideCategory, number>> = Object.fromEntries(
  strideCategories.map((category, i) => [category, i]),
) as never;

/** Gathers, per subject and category, the least settled status. */
export class CoverageBook {
  readonly #order: readonly Status[];
  readonly #rank: Readonly<Partial<Record<Status, number>>>;
  readonly #worst = new Map<SubjectKind, Uint8Array>();
  readonly #columns: Columns;

  /** `order`: statuses, least settled first. */
  constructor(columns: Columns, order: readonly Status[]) {
    this.#columns = columns;
    this.#order = order;
    this.#rank = Object.fromEntries(order.map((status, rank) => [status, rank]));
  }

  /** Notes statuses of one rule on things of one kind. */
  noter(kind: SubjectKind, categories: readonly StrideCategory[]): (index: number, status: Status) => void {
    const rows = rowsOf(kind).map((row) => this.#of(row));
    const columns = categories.map((category) => columnOf[category]);
    return (index, status) => {
      const rank = this.#rank[status] ?? 0;
      for (const worst of rows)
        for (const column of columns) {
          const at = index * strideCategories.length + column;
          if (rank < (worst[at] as number)) worst[at] = rank;
        }
    };
  }

  /** Closes the book: what may turn out to apply counts as asked. */
  close(found: readonly Finds[]): Coverage {
    for (const { bound, latent } of found) {
      const note = this.noter(bound.kind, bound.rule.stride);
      for (const index of latent) note(index, "asked");
    }
    const rules = rulesByCell(found.map(({ bound }) => bound));
    const why = (kind: SubjectKind, category: StrideCategory, index: number) =>
      excluding(rules.get(`${kind}\n${category}`), index);
    return new Coverage(this.#columns.graph, this.#order, (kind) => this.#of(kind), why);
  }

  #of(kind: SubjectKind): Uint8Array {
    let worst = this.#worst.get(kind);
    if (!worst) {
      const size = thingsIn(this.#columns.graph, spaceOf(kind)).ids.length;
      this.#worst.set(kind, (worst = new Uint8Array(size * strideCategories.length).fill(UNTOUCHED)));
    }
    return worst;
  }
}

/** The recorded facts that keep every rule of a category from applying to a thing. */
type Excluding = (kind: SubjectKind, category: StrideCategory, index: number) => readonly string[];

/** The table of coverage: its rows, written when somebody reads them, and the cells that no rule speaks to. */
export class Coverage {
  readonly #graph: Graph;
  readonly #order: readonly Status[];
  readonly #worst: (kind: SubjectKind) => Uint8Array;
  readonly #excluding: Excluding;

  constructor(graph: Graph, order: readonly Status[], worst: (kind: SubjectKind) => Uint8Array, excluding: Excluding) {
    this.#graph = graph;
    this.#order = order;
    this.#worst = worst;
    this.#excluding = excluding;
  }

  /** The cells that no rule speaks to, by row and category. */
  unexamined(): readonly Unexamined[] {
    const cells: Unexamined[] = [];
    forEachTarget(this.#graph, (subject, kind, index) => {
      const worst = this.#worst(kind);
      const start = index * strideCategories.length;
      for (let column = 0; column < strideCategories.length; column++) {
        if (worst[start + column] !== UNTOUCHED) continue;
        const category = strideCategories[column] as StrideCategory;
        if (categoriesOf[kind]?.includes(category) && this.#excluding(kind, category, index).length === 0)
          cells.push({ subject, kind, category });
      }
    });
    return cells;
  }

  /**
   * One row per element, flow and crossing. A cell shows the least settled status of what was raised there; `asked` when something
   * may turn out to apply; `not-applicable` by the table of categories or because a rule met a recorded fact that excludes it;
   * else `not-examined`.
   */
  rows(): readonly CoverageRow[] {
    const rows: CoverageRow[] = [];
    forEachTarget(this.#graph, (id, kind, index) => rows.push(this.#row(id, kind, index)));
    return rows;
  }

  #row(subject: string, kind: SubjectKind, index: number): CoverageRow {
    const worst = this.#worst(kind);
    let why: Partial<Record<StrideCategory, string>> | undefined;
    const cells = strideCategories.map((category, column): CoverageCell => {
      const rank = worst[index * strideCategories.length + column] as number;
      if (rank !== UNTOUCHED) return this.#order[rank] as Status;
      if (!categoriesOf[kind]?.includes(category)) return "not-applicable";
      const facts = this.#excluding(kind, category, index);
      if (facts.length === 0) return "not-examined";
      why ??= {};
      why[category] = `recorded: ${facts.join(", ")}`;
      return "not-applicable";
    });
    return why ? { subject, kind, cells, why } : { subject, kind, cells };
  }
}

/** A crossing and its flow are one thing: what is raised on the flow speaks for its crossing too. */
function rowsOf(kind: SubjectKind): readonly SubjectKind[] {
  return kind === "flow" ? ["flow", "crossing"] : [kind];
}

function rulesByCell(bound: readonly BoundRule[]): ReadonlyMap<string, readonly BoundRule[]> {
  const map = new Map<string, BoundRule[]>();
  for (const rule of bound) {
    const kinds = rule.kind === "flow" ? (["flow", "crossing"] as const) : [rule.kind];
    for (const category of rule.rule.stride) for (const kind of kinds) addTo(map, `${kind}\n${category}`, rule);
  }
  return map;
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The recorded facts that keep rules from applying, each once. */
function excluding(rules: readonly BoundRule[] | undefined, index: number): readonly string[] {
  return [...new Set((rules ?? []).flatMap((rule) => excludedBy(rule, index)))];
}

/** Visits every element, flow and crossing, in the order of the rows. */
function forEachTarget(graph: Graph, visit: Visit): void {
  graph.elements.ids.forEach((id, index) => {
    visit(id, elementKindNames[graph.elementKind[index] as number] as SubjectKind, index);
  });
  graph.flows.ids.forEach((id, index) => {
    visit(id, "flow", index);
    const borders = graph.borders[index];
    const declared = (graph.flows.entries[index]?.value.crosses?.length ?? 0) > 0;
    if (declared || (borders && borders.leaves.length + borders.enters.length > 0)) visit(id, "crossing", index);
  });
}
