// Because: the facts that a finding rests on, each with its value and where that comes from.

import type { Because } from "../analysis/result.ts";
import { type Columns, codes, homeZone, type RelationReader, type Space, thingsIn } from "../decomposition/index.ts";
import { nameOfPerson } from "../model/called.ts";
import { asLong, type Facts } from "../model/fact.ts";
import { valueName } from "../model/kleene.ts";
import { type BoundRule, patternOf, type RaisedFinding } from "./findings.ts";
import type { Leaf } from "./tree.ts";

/** Writes reasons into one table; a reason that many findings share stands once. */
export class Reasons {
  readonly table: Because[] = [];
  readonly #columns: Columns;
  readonly #byLeaf = new Map<Leaf, Int32Array>();
  readonly #shared = new Map<string, number>();
  readonly #ofLeaf = new Map<Leaf, Map<Because["value"], Map<string, number>>>();
  readonly #saidBy = new Map<string, Map<string, string>>();
  readonly #none = new SharedList([]);

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The reasons of a finding, as indices into the table. */
  of(bound: BoundRule, i: number, finding: RaisedFinding): readonly number[] {
    const pattern = patternOf(bound, i, finding);
    if (pattern.shared) return pattern.shared;
    const { reasons } = pattern;
    let list = this.#none;
    for (let k = 0; k < reasons.length; k++) list = list.with(this.#reason(reasons[k] as Leaf, bound.space, i));
    if (reasons.every((leaf) => isPlain(leaf, i))) pattern.shared = list.items;
    return list.items;
  }

  /** Adds a reason that no fact gives. */
  add(because: Because): number {
    return this.#share(because);
  }

  #reason(leaf: Leaf, space: Space, i: number): number {
    let made = this.#byLeaf.get(leaf);
    if (!made) this.#byLeaf.set(leaf, (made = new Int32Array(leaf.column.length).fill(-1)));
    const there = made[i] as number;
    if (there >= 0) return there;
    const byte = leaf.column[i] as number;
    const statement = codes.statementOf(byte);
    const value = valueName(codes.valueOf(byte));
    const index = isPlain(leaf, i)
      ? this.#shareOf(leaf, value, plainFrom(statement) as string)
      : this.#detailed(leaf, space, i, value, statement);
    made[i] = index;
    return index;
  }

  #share(because: Because): number {
    const key = `${because.fact}\n${because.of ?? ""}\n${because.value}\n${because.from}`;
    let index = this.#shared.get(key);
    if (index === undefined) {
      index = this.table.push(because) - 1;
      this.#shared.set(key, index);
    }
    return index;
  }

  /** Finds the statement again: whose it is, or where a source shows it. */
  #detailed(leaf: Leaf, space: Space, i: number, value: Because["value"], statement: number): number {
    if (leaf.relation === undefined) {
      return this.#shareOf(leaf, value, this.#provenance(leaf.fact, space, i, statement));
    }
    const reader = this.#columns.reader(leaf.relation, space);
    const target = reader && this.#deciding(leaf, reader, i);
    if (!reader || target === undefined) return this.#shareOf(leaf, value, plainFrom(statement) ?? "derived");
    const own = codes.statementOf(this.#columns.column(leaf.fact, reader.space)[target] as number);
    const from = plainFrom(own) ?? this.#provenance(leaf.fact, reader.space, target, own);
    if (reader.how === "one") return this.#shareOf(leaf, value, from);
    const of = thingsIn(this.#columns.graph, reader.space).ids[target] as string;
    return this.#share({ fact: leaf.name, of, value, from });
  }

  /** Shares a reason that names no thing, found without building a key. */
  #shareOf(leaf: Leaf, value: Because["value"], from: string): number {
    let byValue = this.#ofLeaf.get(leaf);
    if (!byValue) this.#ofLeaf.set(leaf, (byValue = new Map()));
    let byFrom = byValue.get(value);
    if (!byFrom) byValue.set(value, (byFrom = new Map()));
    let index = byFrom.get(from);
    if (index === undefined) byFrom.set(from, (index = this.#share({ fact: leaf.name, value, from })));
    return index;
  }

  /** The thing at the other end of the relation that made it come out so. */
  #deciding(leaf: Leaf, reader: RelationReader, i: number): number | undefined {
    const column = this.#columns.column(leaf.fact, reader.space);
    const wanted = codes.valueOf(leaf.column[i] as number);
    const { items } = reader.targets(i);
    return items.find((target) => codes.valueOf(column[target] as number) === wanted) ?? items[0];
  }

  #provenance(fact: string, space: Space, i: number, statement: number): string {
    const entry = this.#entry(space, i);
    const pool = this.#columns.index.declared.get(fact)?.pool;
    const side = statement === codes.OBSERVED ? entry?.observed : entry?.declared;
    const stated = side?.facts?.[fact] ?? (pool === undefined ? undefined : side?.facts?.[pool]);
    if (stated === undefined) return this.#inherited(fact, pool, space, i) ?? plainWords(statement, side?.seen);
    const long = asLong(stated);
    if (statement === codes.OBSERVED) return `observed at ${long.seen ?? first(side?.seen) ?? "observed.yaml"}`;
    if (long.settled) return `settled by ${this.#named(long.settled.by)} on ${long.settled.on}`;
    return long.by && long.on ? this.#declared(long.by, long.on) : "assumed: stated without a person and a date";
  }

  #declared(by: string, on: string): string {
    let days = this.#saidBy.get(by);
    if (!days) this.#saidBy.set(by, (days = new Map()));
    let words = days.get(on);
    if (!words) days.set(on, (words = `declared by ${this.#named(by)} on ${on}`));
    return words;
  }

  #saidOf(where: string, { by, on }: { by?: string | undefined; on?: string | undefined }): string {
    return by && on ? `declared of ${where} by ${this.#named(by)} on ${on}` : `assumed of ${where}`;
  }

  #named(person: string): string {
    return nameOfPerson(this.#columns.graph.document, person);
  }

  #entry(space: Space, i: number): { declared?: Side; observed?: Side } | undefined {
    if (space === "model")
      return {
        declared: { facts: this.#columns.graph.effective.facts.declared },
        observed: { facts: this.#columns.graph.effective.facts.observed },
      };
    return thingsIn(this.#columns.graph, space).entries[i] as { declared?: Side; observed?: Side } | undefined;
  }

  /** A statement of the zone or the model that counts here. */
  #inherited(fact: string, pool: string | undefined, space: Space, i: number): string | undefined {
    const { graph } = this.#columns;
    for (
      let zone = homeZone(graph, space, i), steps = 0;
      zone >= 0 && steps <= graph.zones.ids.length;
      zone = graph.zoneParent[zone] as number, steps++
    ) {
      const facts = graph.zones.entries[zone]?.value.facts;
      const stated = facts?.[fact] ?? (pool === undefined ? undefined : facts?.[pool]);
      if (stated !== undefined) return this.#saidOf(`zone ${graph.zones.ids[zone]}`, asLong(stated));
    }
    const facts = graph.effective.facts.value;
    const stated = facts[fact] ?? (pool === undefined ? undefined : facts[pool]);
    return stated === undefined ? undefined : this.#saidOf("the model", asLong(stated));
  }
}

/** A list of reasons; lists that say the same are one, found from the shorter one that it goes on from. */
class SharedList {
  readonly items: readonly number[];
  #longer: Map<number, SharedList> | undefined;

  constructor(items: readonly number[]) {
    this.items = items;
  }

  with(reason: number): SharedList {
    this.#longer ??= new Map();
    let longer = this.#longer.get(reason);
    if (!longer) this.#longer.set(reason, (longer = new SharedList([...this.items, reason])));
    return longer;
  }
}

interface Side {
  readonly facts?: Facts | undefined;
  readonly seen?: string | readonly string[] | undefined;
}

function first(seen: string | readonly string[] | undefined): string | undefined {
  return typeof seen === "string" ? seen : seen?.[0];
}

function plainWords(statement: number, seen: string | readonly string[] | undefined): string {
  if (statement === codes.OBSERVED) return `observed at ${first(seen) ?? "observed.yaml"}`;
  return statement === codes.DECLARED ? "declared in model.yaml" : "assumed";
}

/** Nothing needs to be looked up: the same for every thing with this byte. */
function isPlain(leaf: Leaf, i: number): boolean {
  const single = leaf.relation === undefined || !/^(any|all)-/.test(leaf.relation);
  return single && plainFrom(codes.statementOf(leaf.column[i] as number)) !== undefined;
}

/** Where a byte comes from when no look-up is needed. */
function plainFrom(statement: number): string | undefined {
  switch (statement) {
    case codes.NOTHING:
      return "unknown";
    case codes.TITLE:
      return "suggested by its title";
    case codes.ASSUMPTION:
      return "assumed";
    case codes.IMPLIED_CONTROL:
    case codes.IMPLIED_NATURE:
      return "implied by its technology or protocol";
    case codes.CONTRADICTED:
      return "contradicted";
    case codes.VERIFIED:
      return "verified by evidence";
    case codes.DERIVED:
      return "derived";
    default:
      return undefined;
  }
}
