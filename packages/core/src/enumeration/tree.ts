// Trees over facts, bound to the columns of one analysis: evaluated per thing, and walked again for reasons and questions.
import { type Columns, codes, relationColumn, type Space } from "../decomposition/index.ts";
import { type Relation, relations, type Tree } from "../model/knowledge.ts";

/** A named fact as a tree reads it: its bytes over the space of the rule, and where they come from. */
export interface Leaf {
  readonly type: "leaf";
  /** As the rule writes it: `to.encrypted-at-rest`. */
  readonly name: string;
  readonly fact: string;
  readonly relation?: Relation;
  /** Bytes: value and statement (code.ts). */
  readonly column: Uint8Array;
  /** Value in bits 0–1, strength above: what evaluation reads. */
  readonly results: Uint8Array;
}

export interface Node {
  readonly type: "all" | "any" | "none";
  readonly items: readonly BoundTree[];
}

export type BoundTree = Leaf | Node;

/** A result: value in bits 0–1, strength (0–5) in the bits above. */
export const valueOfResult = (result: number): number => result & 3;
export const strengthOfResult = (result: number): number => result >> 2;

const NO = codes.NO;
const YES = codes.YES;
const UNKNOWN = codes.UNKNOWN;
const NOT_APPLICABLE = codes.NOT_APPLICABLE;
const STRONGEST = 5;

/** Splits `relation.fact`. */
export function splitFact(name: string): { relation?: Relation; fact: string } {
  const dot = name.indexOf(".");
  if (dot < 0) return { fact: name };
  const relation = name.slice(0, dot) as Relation;
  return relations.includes(relation) ? { relation, fact: name.slice(dot + 1) } : { fact: name };
}

/** Binds trees to columns; leaves that say the same share their bytes. */
export class Binder {
  readonly #columns: Columns;
  readonly #leaves = new Map<string, Leaf>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** `titles: false` reads a yes that only a title suggests as unknown: it never satisfies a countermeasure. */
  bind(tree: Tree, space: Space, titles: boolean): BoundTree {
    if (typeof tree === "string") return this.#leaf(tree, space, titles);
    const parts: BoundTree[] = [];
    for (const type of ["all", "any", "none"] as const) {
      const items = tree[type];
      if (items) parts.push({ type, items: items.map((item) => this.bind(item, space, titles)) });
    }
    return parts.length === 1 ? (parts[0] as BoundTree) : { type: "all", items: parts };
  }

  #leaf(name: string, space: Space, titles: boolean): Leaf {
    const key = `${space}\n${titles ? 1 : 0}\n${name}`;
    let leaf = this.#leaves.get(key);
    if (!leaf) {
      const { relation, fact } = splitFact(name);
      const column = relation
        ? relationColumn(this.#columns, relation, fact, space)
        : this.#columns.column(fact, space);
      leaf = {
        type: "leaf",
        name,
        fact,
        ...(relation ? { relation } : {}),
        column,
        results: resultsOf(column, titles),
      };
      this.#leaves.set(key, leaf);
    }
    return leaf;
  }
}

function resultsOf(column: Uint8Array, titles: boolean): Uint8Array {
  const table = new Uint8Array(64);
  for (let byte = 0; byte < 64; byte++) {
    const strength = codes.statementOf(byte) <= codes.DERIVED ? codes.strengthOfByte(byte) : 0;
    const value = codes.valueOf(byte);
    const suggested = !titles && value === YES && strength === codes.STRENGTH_TITLE;
    table[byte] = suggested ? UNKNOWN : value | (strength << 2);
  }
  const results = new Uint8Array(column.length);
  for (let i = 0; i < results.length; i++) results[i] = table[column[i] as number] as number;
  return results;
}

export type Evaluate = (i: number) => number;

/** Compiles a bound tree to a function from the number of a thing to a result. */
export function compile(tree: BoundTree): Evaluate {
  if (tree.type === "leaf") {
    const { results } = tree;
    return (i) => results[i] as number;
  }
  const items = tree.items.map(compile);
  if (tree.type === "all") return items.length === 1 ? (items[0] as Evaluate) : compileAll(items);
  const any = compileAny(items);
  return tree.type === "any" ? any : (i) => opposite(any(i));
}

function opposite(result: number): number {
  const value = result & 3;
  if (value === YES) return (result & ~3) | NO;
  return value === NO ? (result & ~3) | YES : result;
}

/** And: a no decides, else an unknown; a yes is as strong as its weakest part. Not-applicable parts are left out; of nothing else it is that too. */
function compileAll(items: readonly Evaluate[]): Evaluate {
  return (i) => {
    let strength = STRONGEST;
    let unknown = false;
    let yes = false;
    for (let k = 0; k < items.length; k++) {
      const result = (items[k] as Evaluate)(i);
      const value = result & 3;
      if (value === NO) return result;
      if (value === UNKNOWN) unknown = true;
      else if (value === YES) {
        yes = true;
        if (result >> 2 < strength) strength = result >> 2;
      }
    }
    if (unknown) return UNKNOWN;
    return yes || items.length === 0 ? YES | (strength << 2) : NOT_APPLICABLE;
  };
}

/** Or: a yes decides, as strong as its strongest part; else an unknown. A no is as strong as its weakest part. Not-applicable as above. */
function compileAny(items: readonly Evaluate[]): Evaluate {
  return (i) => {
    let best = -1;
    let weakest = STRONGEST;
    let unknown = false;
    let no = false;
    for (let k = 0; k < items.length; k++) {
      const result = (items[k] as Evaluate)(i);
      const value = result & 3;
      if (value === YES) {
        if (result > best) best = result;
      } else if (value === UNKNOWN) unknown = true;
      else if (value === NO) {
        no = true;
        if (result >> 2 < weakest) weakest = result >> 2;
      }
    }
    if (best >= 0) return best;
    if (unknown) return UNKNOWN;
    return no || items.length === 0 ? NO | (weakest << 2) : NOT_APPLICABLE;
  };
}

/** The value of a subtree for thing `i`. */
export function valueAt(tree: BoundTree, i: number): number {
  return compileOnce(tree)(i) & 3;
}

const compiled = new WeakMap<BoundTree, Evaluate>();
function compileOnce(tree: BoundTree): Evaluate {
  let evaluate = compiled.get(tree);
  if (!evaluate) compiled.set(tree, (evaluate = compile(tree)));
  return evaluate;
}

/** The leaves that made a tree come out as it did (its value for thing `i`), each once, in the author's order. */
export function decisive(tree: BoundTree, i: number, value: number, out: Leaf[]): void {
  if (tree.type === "leaf") {
    if (((tree.results[i] as number) & 3) === value) out.push(tree);
    return;
  }
  const wanted = tree.type === "none" ? (value === YES ? NO : value === NO ? YES : UNKNOWN) : value;
  const needsAll = (tree.type === "all" && wanted === YES) || (tree.type !== "all" && wanted === NO);
  for (const item of tree.items) {
    if (valueAt(item, i) !== wanted) continue;
    decisive(item, i, wanted, out);
    if (!needsAll && wanted !== UNKNOWN) return;
  }
}

/**
 * The unknown leaves whose answer would move the tree: every one of an `all`; of an `any` only the first in the author's order,
 * the next after a no; none of a tree that is decided.
 */
export function asked(tree: BoundTree, i: number, out: Leaf[]): void {
  if (valueAt(tree, i) !== UNKNOWN) return;
  if (tree.type === "leaf") {
    out.push(tree);
    return;
  }
  for (const item of tree.items) {
    if (valueAt(item, i) !== UNKNOWN) continue;
    asked(item, i, out);
    if (tree.type !== "all") return;
  }
}
