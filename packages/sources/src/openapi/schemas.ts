// Schemas of bodies → the data that goes in and comes out: wrappers and envelopes looked through, variants of one thing merged.
import type { DataKind } from "@parapet/core";
import { type At, child, type PositionedNode, textOf } from "../positioned.ts";
import { kindsOfThing } from "./kinds.ts";
import type { Content } from "./operations.ts";
import { entries, type Located, type References, under } from "./references.ts";
import { composedOf, isMadeOf, ShownKinds } from "./shown-kinds.ts";
import { subjectOf, titleOf, wordsOf } from "./words.ts";

/** A data asset as the schemas show it. */
export interface FoundData {
  readonly words: readonly string[];
  readonly title: string;
  /** Where the schema stands, then the first property that shows each kind. */
  readonly seen: readonly At[];
  readonly kinds: readonly DataKind[];
  /** How many bodies hold it. */
  readonly uses: number;
}

/** How many wrappers are looked through to a thing, and how many things a body may be about. */
const limits = { unwrap: 8, things: 20 } as const;

interface Growing {
  readonly words: readonly string[];
  readonly seen: At;
  readonly kinds: Map<DataKind, At>;
  uses: number;
}

/** Finds data in bodies; the same thing found again grows the same entry. */
export class DataFinder {
  readonly #references: References;
  readonly #found = new Map<string, Growing>();
  readonly #kinds: ShownKinds;

  constructor(references: References) {
    this.#references = references;
    this.#kinds = new ShownKinds(references);
  }

  /** True when the file holds more than was looked at. */
  get isCut(): boolean {
    return this.#kinds.isCut;
  }

  /** The keys of the data in a body. `subject` names what has no name of its own. */
  find(content: Content, subject: readonly string[]): readonly string[] {
    if (!content.schema) return [];
    const tops: Located[] = [];
    this.#tops(content.schema, 0, new Set(), tops);
    return [...new Set(tops.flatMap((top) => this.#add(top, subject) ?? []))];
  }

  /** Everything found, by key, in the order of finding. */
  all(): ReadonlyMap<string, FoundData> {
    return new Map(
      [...this.#found].map(([key, { words, seen, kinds, uses }]) => [
        key,
        { words, title: titleOf(words), seen: [seen, ...kinds.values()], kinds: [...kinds.keys()], uses },
      ]),
    );
  }

  /** The schemas that a body is about, once lists, maps, compositions and envelopes are looked through. */
  #tops(from: Located, depth: number, passed: Set<PositionedNode>, out: Located[]): void {
    const here = this.#references.resolve(from);
    if (here?.node.kind !== "map" || depth > limits.unwrap || passed.has(here.node) || out.length >= limits.things)
      return;
    passed.add(here.node);
    const inner = this.#inner(here);
    if (inner) for (const next of inner) this.#tops(next, depth + 1, passed, out);
    else if (child(here.node, "properties") || (here.name !== undefined && composedOf(here.node).length > 0))
      out.push(here);
  }

  /** What a schema only wraps; undefined when it is a thing of its own. */
  #inner(here: Located): readonly Located[] | undefined {
    const items = under(here.node, "items");
    if (items) return [items];
    const composed = composedOf(here.node);
    const properties = this.#properties(here);
    if (composed.length > 0 && (here.name === undefined || properties.length === 0)) {
      const one = composed.length === 1 || here.name === undefined || !child(here.node, "allOf");
      return one ? [...composed, ...this.#held(properties)] : undefined;
    }
    if (properties.length > 0) {
      if (isTrivial(properties, here.name !== undefined)) return this.#held(properties);
      return this.#wrapped(here.name, properties);
    }
    const values = under(here.node, "additionalProperties");
    return values?.node.kind === "map" ? [values] : undefined;
  }

  #properties(here: Located): readonly (readonly [string, Located])[] {
    return entries(child(here.node, "properties"));
  }

  /** The properties of an envelope that hold the things themselves. */
  #held(properties: readonly (readonly [string, Located])[]): readonly Located[] {
    return properties
      .filter(([name, located]) => holders.has(name.toLowerCase()) && this.#isStructured(located))
      .map(([, located]) => located);
  }

  /** What an envelope or a list with a count holds; undefined when the properties say something of their own. */
  #wrapped(
    name: string | undefined,
    properties: readonly (readonly [string, Located])[],
  ): readonly Located[] | undefined {
    const held = this.#named(properties);
    const rest = properties.flatMap(([key, property]) => (held.includes(property) ? [] : [key]));
    if (held.length === 0) return undefined;
    if (name === undefined) return rest.every(isEnvelope) ? held : undefined;
    if (!rest.every(isAnswer)) return undefined;
    const words = wordsOf(name).join(" ");
    if (wrapperName.test(words) || properties.some(([key]) => onlyHolders.has(key.toLowerCase()))) return held;
    return held.length === 1 && (pluralName.test(words) || rest.length > 0) ? held : undefined;
  }

  /** The properties that hold things, and those that refer to a thing with a name: `{user: User}`, `{orders: [Order]}`. */
  #named(properties: readonly (readonly [string, Located])[]): readonly Located[] {
    const held = new Set(this.#held(properties));
    for (const [, property] of properties) {
      const each = child(property.node, "items") ?? property.node;
      if (textOf(child(each, "$ref")) !== undefined && this.#isStructured({ node: each, at: property.at }))
        held.add(property);
    }
    return [...held];
  }

  #isStructured(located: Located): boolean {
    return isMadeOf(this.#references.resolve(located)?.node);
  }

  #add(top: Located, subject: readonly string[]): string | undefined {
    const named = top.name ?? textOf(child(top.node, "title"));
    const own = named === undefined ? [] : subjectOf(named);
    const words = own.length === 0 || saysNothing.test(own.join(" ")) ? subject : own;
    if (words.length === 0 || failure.test(words.join(" "))) return undefined;
    const key = words.join("-");
    const kinds = this.#kinds.of(top, words);
    const known = this.#found.get(key) ?? { words, seen: top.at, kinds: new Map<DataKind, At>(), uses: 0 };
    for (const [kind, at] of kinds) if (!known.kinds.has(kind)) known.kinds.set(kind, at);
    for (const kind of kindsOfThing(words)) if (!known.kinds.has(kind)) known.kinds.set(kind, top.at);
    known.uses++;
    this.#found.set(key, known);
    return key;
  }
}

/** Property names of envelopes that hold the things themselves. */
const holders = new Set(
  "data items results result content contents records rows entries list values value payload response body hits objects elements collection".split(
    " ",
  ),
);

/** Property names that say something about the answer, not about a thing. */
const answer = new Set(
  "code message messages error errors errorcode error_code errormessage error_message status statuscode status_code statustext detail details reason success ok timestamp path links _links meta _meta metadata page pages pagesize page_size pagenumber page_number pagination paging perpage per_page size limit offset next previous prev first last cursor nextcursor next_cursor nextpagetoken next_page_token pagetoken page_token hasmore has_more hasnext has_next sort pageable numberofelements totalelements totalitems totalpages total_pages empty requestid request_id traceid trace_id apiversion".split(
    " ",
  ),
);

/** Names that an envelope has beside what it holds, but a thing may have too. */
const filler = new Set("id ids type kind title version etag instance".split(" "));

/** A problem report (RFC 9457). */
const problemReport = new Set("type title status detail instance code errors".split(" "));

/** Of these, the ones that no thing has beside nothing else: `{data: […]}` is an envelope whatever its name. */
const onlyHolders = new Set("data result results payload records rows hits list".split(" "));

/** Names of schemas that only hold others: "Order list", "All", "Paged orders". */
const wrapperName =
  /^(all|every|everything|list|paged|paginated|search)( |$)|(^| )(list|page|paged|collection|set|results?|response|wrapper|envelope|dto)$/;

/** Names of several: "Orders". They may also be a thing, so that they are looked through to one kind of thing only. */
const pluralName = /[^s]s$/;

/** Names that say nothing of the thing: what a body is about is then named after its path. */
const saysNothing =
  /^(all|any|every|everything|data|objects?|items?|lists?|results?|responses?|requests?|body|payload|entity|records?|output|input|root|default|wrapper|envelope|pages?)$/;

const failure =
  /(^| )(errors?|faults?|exceptions?|failures?|pagination|page info|http validation error|validation problem)$|^(problems?|problem details|bad request|not found|unauthori[sz]ed|forbidden|conflict|too many requests|links?|meta|empty|ok|health|healthcheck|health check|ping|api)$/;

function isAnswer(name: string): boolean {
  return answer.has(name.toLowerCase()) || /(count|total)$/i.test(name);
}

function isEnvelope(name: string): boolean {
  return isAnswer(name) || filler.has(name.toLowerCase());
}

/** True when no property says something about a thing. What has a name of its own is a thing if in doubt. */
function isTrivial(properties: readonly (readonly [string, Located])[], isNamed: boolean): boolean {
  const names = properties.map(([name]) => name.toLowerCase());
  if (names.includes("detail") && names.every((name) => problemReport.has(name))) return true;
  return isNamed ? names.every(isAnswer) : names.every((name) => isEnvelope(name) || holders.has(name));
}
