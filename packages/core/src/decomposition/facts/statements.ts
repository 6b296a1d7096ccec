// Writes every statement about facts into the columns, weakest kind first.

import { holds } from "../../model/assumption.ts";
import type { Entry } from "../../model/effective.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { asLong, type Facts, type LongFact } from "../../model/fact.ts";
import type { DeclaredFact, Knowledge, Technology } from "../../model/knowledge.ts";
import type { MitigationVerdict } from "../../model/verdicts.ts";
import type { Graph } from "../graph.ts";
import * as codes from "./code.ts";
import type { Columns } from "./columns.ts";
import { kindOf, locate, type Space, spaceOf, spaces, thingsIn } from "./space.ts";

interface Stateable {
  readonly title?: string | undefined;
  readonly facts?: Facts | undefined;
  readonly technologies?: readonly string[] | undefined;
  readonly protocol?: string | undefined;
  readonly authentication?: string | undefined;
}

const values: Readonly<Record<string, number>> = {
  no: codes.NO,
  yes: codes.YES,
  unknown: codes.UNKNOWN,
  "not-applicable": codes.NOT_APPLICABLE,
};

/** Writes titles, assumptions, what technologies and protocols imply, what people declare, sources show, and evidence verifies. */
export function writeStatements(
  columns: Columns,
  knowledge: Knowledge,
  verdicts: readonly MitigationVerdict[],
  now: string,
): void {
  const writer = new Writer(columns, knowledge);
  for (const space of spaces) {
    if (space === "model") continue;
    const things = thingsIn(columns.graph, space);
    for (const [i, entry] of things.entries.entries()) {
      writer.thing(space, i, entry as Entry<Stateable>, things.titles[i] as string);
    }
  }
  writer.authenticationAcrossFlows(columns.graph);
  writer.facts("model", 0, columns.graph.effective.facts.observed, true);
  writer.facts("model", 0, columns.graph.effective.facts.declared, false);
  writer.assumptions(columns.graph, now);
  writer.verdicts(columns.graph, verdicts);
}

class Writer {
  readonly #columns: Columns;
  readonly #technologies: ReadonlyMap<string, Technology>;
  readonly #words = new Map<string, DeclaredFact[]>();
  readonly #ofPool = new Map<string, string[]>();
  readonly #protocols = new Map<string, (readonly [string, number])[]>();
  /** The spaces in which some fact is suggested by titles. */
  readonly #titled = new Set<Space>();
  readonly #implied = new Map<string, ReadonlyMap<string, number>>();

  constructor(columns: Columns, knowledge: Knowledge) {
    this.#columns = columns;
    this.#technologies = new Map(knowledge.technologies.map((technology) => [technology.id, technology]));
    for (const fact of knowledge.facts) {
      for (const word of fact.titles ?? []) add(this.#words, word, fact);
      if (fact.titles?.length) for (const kind of fact.on) this.#titled.add(spaceOf(kind));
      if (fact.pool !== undefined) add(this.#ofPool, fact.pool, fact.id);
      for (const [protocol, value] of Object.entries(fact.protocols ?? {}))
        add(this.#protocols, protocol, [fact.id, values[value] as number] as const);
    }
  }

  thing(space: Space, i: number, entry: Entry<Stateable>, title: string): void {
    const { declared, observed } = entry;
    this.#titles(space, i, title);
    this.#implications(space, i, declared, observed);
    if (declared?.authentication !== undefined)
      this.#pool(space, i, "authentication", { value: declared.authentication }, codes.DECLARED);
    else if (observed?.authentication !== undefined)
      this.#pool(space, i, "authentication", { value: observed.authentication }, codes.OBSERVED);
    this.facts(space, i, declared?.facts, false);
    this.facts(space, i, observed?.facts, true);
  }

  /** What entry points ask of their callers holds for the flows that arrive there, and the other way round: one answer settles both. */
  authenticationAcrossFlows(graph: Graph): void {
    const arriving = new Map<number, Entry<EntryPoint>[]>();
    graph.entryPoints.entries.forEach((entry, point) => {
      for (const id of entry.value.via ?? []) {
        const flow = graph.flows.index.get(id);
        if (flow === undefined) continue;
        const said = graph.flows.entries[flow]?.value.facts?.authentication;
        if (entry.value.authentication !== undefined) add(arriving, flow, entry);
        else if (said !== undefined) this.#pool("entry-point", point, "authentication", asLong(said), codes.DECLARED);
      }
    });
    for (const [flow, points] of arriving) this.#callersOf(flow, points);
  }

  /**
   * One flow may arrive at several entry points; those that are meant for everybody tell nothing beside others. Of the others a no
   * counts for a countermeasure, a yes for what callers come with (tokens, sessions).
   */
  #callersOf(flow: number, points: readonly Entry<EntryPoint>[]): void {
    const guarded = points.filter(
      ({ value }) => value.access?.anonymous === undefined || value.access.anonymous === "no",
    );
    const asked = guarded.length > 0 ? guarded : points;
    const statement = asked.some(({ declared }) => declared?.authentication) ? codes.DECLARED : codes.OBSERVED;
    const pool = this.#columns.index.pools.get("authentication")?.values;
    const each = asked.map(({ value }) => pool?.[value.authentication as string]?.facts ?? {});
    for (const fact of new Set(each.flatMap((facts) => Object.keys(facts)))) {
      const said = each.map((facts) => facts[fact]);
      const first = this.#columns.index.declared.get(fact)?.sense === "countermeasure" ? "no" : "yes";
      const whole = said.includes(first) ? first : said.includes(undefined) ? undefined : said[0];
      if (whole !== undefined) this.#state("flow", flow, fact, values[whole] as number, statement);
    }
  }

  /** Stated facts of one side; the declared side is written first, so that a contradiction shows when the observed one comes. */
  facts(space: Space, i: number, facts: Facts | undefined, observed: boolean): void {
    if (!facts) return;
    for (const [id, stated] of Object.entries(facts)) {
      const long = asLong(stated);
      const statement = long.settled
        ? codes.SETTLED
        : observed
          ? codes.OBSERVED
          : long.by && long.on
            ? codes.DECLARED
            : codes.STATED_SHORT;
      if (this.#columns.index.pools.has(id)) this.#pool(space, i, id, long, statement);
      else this.#state(space, i, id, values[long.value] ?? codes.UNKNOWN, statement, long);
    }
  }

  #pool(space: Space, i: number, pool: string, long: LongFact, statement: number): void {
    const chosen = this.#columns.index.pools.get(pool)?.values[long.value];
    for (const [fact, value] of Object.entries(chosen?.facts ?? {}))
      this.#state(space, i, fact, values[value] as number, statement, long);
    // "not applicable" and "unknown" are said of everything that the pool's question settles.
    const common = chosen ? undefined : values[long.value];
    if (common !== undefined)
      for (const fact of this.#ofPool.get(pool) ?? []) this.#state(space, i, fact, common, statement, long);
  }

  #state(space: Space, i: number, fact: string, value: number, statement: number, long?: LongFact): void {
    if (long?.partly && this.#columns.index.declared.get(fact)?.sense === "countermeasure" && value === codes.YES) {
      this.#partly(space, i, fact, long.partly, statement);
      return;
    }
    if (statement === codes.OBSERVED && this.#contradicts(space, i, fact, value)) return;
    this.#columns.write(fact, space, i, value, statement);
  }

  #partly(space: Space, i: number, fact: string, where: readonly string[], statement: number): void {
    this.#columns.write(fact, space, i, codes.NO, statement);
    this.#columns.writePartly(fact, space, i, where);
    for (const id of where) {
      const at = locate(this.#columns.graph, id);
      if (at) this.#columns.write(fact, at.space, at.index, codes.NO, statement);
    }
  }

  /**
   * A declared yes against an observed no, or the other way round, counts as unknown until a person settles it. A source that
   * cannot tell takes nothing back.
   */
  #contradicts(space: Space, i: number, fact: string, value: number): boolean {
    const there = this.#columns.stated(fact, space)?.[i] ?? codes.BLANK;
    const statement = codes.statementOf(there);
    if (statement !== codes.STATED_SHORT && statement !== codes.DECLARED) return false;
    if (value === codes.UNKNOWN) return true;
    const declared = codes.valueOf(there);
    if (declared > codes.YES || value > codes.YES || declared === value) return false;
    this.#contradiction(space, i, fact, declared, value);
    return true;
  }

  #contradiction(space: Space, i: number, fact: string, declared: number, observed: number): void {
    this.#columns.write(fact, space, i, codes.UNKNOWN, codes.CONTRADICTED);
    this.#columns.contradictions.push({
      fact,
      space,
      index: i,
      declared: declared === codes.YES ? "yes" : "no",
      observed: observed === codes.YES ? "yes" : "no",
    });
  }

  #titles(space: Space, i: number, title: string): void {
    if (!this.#titled.has(space)) return;
    const kind = kindOf(this.#columns.graph, space, i);
    for (const word of title.toLowerCase().split(/[^a-z0-9]+/)) {
      for (const fact of this.#words.get(word) ?? []) {
        if (fact.on.includes(kind)) this.#columns.write(fact.id, space, i, codes.YES, codes.TITLE);
      }
    }
  }

  /** What technologies and the protocol imply. Overriding an observed field that implies facts contradicts those facts. */
  #implications(space: Space, i: number, declared: Stateable | undefined, observed: Stateable | undefined): void {
    const technologies = declared?.technologies ?? observed?.technologies;
    const protocol = declared?.protocol ?? observed?.protocol;
    if (!technologies && !protocol) return;
    const implied = this.#impliedBy(technologies, protocol);
    for (const [fact, value] of implied) this.#imply(space, i, fact, value);
    const overrides = (declared?.technologies && observed?.technologies) || (declared?.protocol && observed?.protocol);
    if (!overrides) return;
    const shown = this.#impliedBy(observed?.technologies, observed?.protocol);
    for (const [fact, value] of implied) {
      const other = shown.get(fact);
      if (other !== undefined && other !== value) this.#contradiction(space, i, fact, value, other);
    }
  }

  #imply(space: Space, i: number, fact: string, value: number): void {
    const known = this.#columns.index.declared.get(fact);
    if (known && !known.on.some((kind) => spaceOf(kind) === space)) return;
    const countermeasure = known?.sense === "countermeasure" && value === codes.YES;
    this.#columns.write(fact, space, i, value, countermeasure ? codes.IMPLIED_CONTROL : codes.IMPLIED_NATURE);
  }

  /** What technologies and a protocol imply; worked out once for each combination. */
  #impliedBy(technologies: readonly string[] | undefined, protocol: string | undefined): ReadonlyMap<string, number> {
    const key = `${technologies?.join(" ") ?? ""}\n${protocol ?? ""}`;
    let implied = this.#implied.get(key);
    if (!implied) this.#implied.set(key, (implied = this.#workOut(technologies, protocol)));
    return implied;
  }

  #workOut(technologies: readonly string[] | undefined, protocol: string | undefined): ReadonlyMap<string, number> {
    const implied = new Map<string, number>();
    for (const id of technologies ?? []) {
      for (const [fact, value] of Object.entries(this.#technologies.get(id)?.facts ?? {})) {
        const pool = this.#columns.index.pools.get(fact);
        if (!pool) raise(implied, fact, values[value] ?? codes.UNKNOWN);
        for (const [settled, answer] of Object.entries(pool?.values[value]?.facts ?? {}))
          raise(implied, settled, values[answer] as number);
      }
    }
    for (const [fact, value] of (protocol && this.#protocols.get(protocol)) || []) implied.set(fact, value);
    return implied;
  }

  /** While an assumption holds, its facts count as assumed; challenged, refuted or past its review they are unknown. */
  assumptions(graph: Graph, now: string): void {
    for (const assumption of Object.values(graph.document.model.assumptions ?? {})) {
      const held = holds(assumption, now);
      for (const [id, facts] of Object.entries(assumption.facts ?? {})) {
        const at = locate(graph, id);
        if (!at) continue;
        for (const [fact, stated] of Object.entries(facts)) {
          const long = asLong(stated);
          const value: LongFact = held ? long : { value: "unknown" };
          if (this.#columns.index.pools.has(fact)) this.#pool(at.space, at.index, fact, value, codes.ASSUMPTION);
          else this.#state(at.space, at.index, fact, values[value.value] ?? codes.UNKNOWN, codes.ASSUMPTION);
        }
      }
    }
  }

  /** What a mitigation's control establishes: verified yes, observed no when a criterion failed, declared yes when only implemented. */
  verdicts(graph: Graph, verdicts: readonly MitigationVerdict[]): void {
    for (const { state, control, mitigation } of verdicts) {
      if (!control || state === "chosen") continue;
      const value = state === "failed" ? codes.NO : codes.YES;
      const statement = state === "failed" ? codes.OBSERVED : state === "implemented" ? codes.DECLARED : codes.VERIFIED;
      for (const fact of control.establishes) {
        for (const [space, i] of this.#where(graph, fact, mitigation.on))
          this.#columns.write(fact, space, i, value, statement);
      }
    }
  }

  /** The things that a control on these subjects establishes a fact of: the subject itself, else what belongs to it. */
  *#where(graph: Graph, fact: string, on: readonly string[]): Iterable<readonly [Space, number]> {
    const kinds = this.#columns.index.declared.get(fact)?.on ?? [];
    for (const id of on) {
      const at = locate(graph, graph.effective.resolve(id));
      if (!at) continue;
      const kind = kindOf(graph, at.space, at.index);
      if (
        kinds.includes(kind) ||
        (kind === "flow" && kinds.includes("crossing")) ||
        at.space === "zone" ||
        at.space === "model"
      )
        yield [at.space, at.index];
      else if (at.space === "element") {
        if (kinds.includes("entry-point"))
          for (const i of graph.entryPointsOf[at.index] as readonly number[]) yield ["entry-point", i];
        if (kinds.includes("flow") || kinds.includes("crossing"))
          for (const i of graph.flowsIn[at.index] as readonly number[]) yield ["flow", i];
      }
    }
  }
}

/** Several technologies on one thing: a yes of any stays. */
function raise(implied: Map<string, number>, fact: string, value: number): void {
  if (implied.get(fact) !== codes.YES) implied.set(fact, value);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
