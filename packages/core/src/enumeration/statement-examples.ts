// Examples for the parts that a threat statement lacks, made from what is in the model, in the way in which rules write their sentences.
import type { Document } from "../model/document.ts";
import { type Effective, effective } from "../model/effective.ts";
import type { Element } from "../model/element.ts";
import { type Nameable, nameBook } from "./named-things.ts";
import type { StatementNames, StatementPart } from "./statement-parts.ts";

/** The names by which sentences about a model are read. */
export function namesForStatements(document: Document): StatementNames {
  const { elements, flows, zones, data, entryPoints, roles } = effective(document);
  const outside = [...elements].filter(([, { value }]) => value.kind === "external-entity");
  const people = [
    ...named(roles),
    ...named(outside),
    ...named(Object.entries(document.model.attackers ?? {}).map(raw)),
  ];
  const things = [elements, flows, zones, data, entryPoints].flatMap(named);
  return { people: nameBook(people), things: nameBook(things) };
}

type Titled = readonly [string, { readonly value: { readonly title?: string | undefined } }];

function named(entries: Iterable<Titled>): readonly Nameable[] {
  return [...entries].map(([id, { value }]) => ({ id, title: value.title ?? id }));
}

function raw<T>([id, value]: readonly [string, T]): readonly [string, { readonly value: T }] {
  return [id, { value }];
}

/** A phrase that would give a threat on this subject the part: `with a foothold in Backend`. */
export function exampleOfPart(part: StatementPart, document: Document, subject: string): string {
  const at = surroundings(document, subject);
  const { title, zone, data, from, to } = at;
  switch (part) {
    case "source":
      return at.reached ? `a user of ${title}` : from === undefined ? "somebody" : `whoever controls ${from}`;
    case "prerequisite":
      if (at.collection === "flows") return `on the way between ${from} and ${to}`;
      return zone === undefined ? "with a stolen sign-in" : `with a foothold in ${zone}`;
    case "action":
      return actionOf(at);
    case "impact":
      if (data !== undefined) return `so that strangers know ${data}`;
      return to === undefined ? "so that it serves nobody else" : `so that ${to} acts on what is false`;
    case "affected":
      return data === undefined
        ? `at the cost of the availability of ${title}`
        : `at the cost of the confidentiality of ${data}`;
  }
}

interface Surroundings {
  readonly title: string;
  readonly collection: string;
  readonly kind: Element["kind"] | undefined;
  readonly zone: string | undefined;
  /** The worst data on it, by name. */
  readonly data: string | undefined;
  /** Who sends to it and to whom it sends; of a flow its ends. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** It has an entry point. */
  readonly reached: boolean;
}

function surroundings(document: Document, subject: string): Surroundings {
  const laid = effective(document);
  const id = laid.resolve(subject);
  const collection = laid.collectionOf.get(id) ?? "model";
  const flow = laid.flows.get(id)?.value;
  const flows = [...laid.flows.values()].map(({ value }) => value);
  const element = laid.elements.get(id)?.value;
  const point = laid.entryPoints.get(id)?.value;
  const around = element ? flows.filter(({ from, to }) => from === id || to === id) : [];
  const titleOf = (one: string | undefined) =>
    one === undefined ? undefined : ((laid.elements.get(one) ?? laid.zones.get(one))?.value.title ?? one);
  const home = collection === "zones" ? id : (element?.zone ?? laid.elements.get(point?.on ?? "")?.value.zone);
  const carried = [...around, ...(flow ? [flow] : []), ...(point ? [point] : [])];
  const held = [
    ...(element?.holds ?? []),
    ...carried.flatMap(({ carries, returns }) => [...(carries ?? []), ...(returns ?? [])]),
  ];
  const data = collection === "data" ? [id] : collection === "model" ? [...laid.data.keys()] : held;
  return {
    title: titleIn(laid, id, document.model.system),
    collection,
    kind: element?.kind,
    zone: titleOf(home),
    data: worst(laid, data),
    from: titleOf(flow?.from ?? around.find(({ to }) => to === id)?.from),
    to: titleOf(flow?.to ?? around.find(({ from }) => from === id)?.to),
    reached: point !== undefined || [...laid.entryPoints.values()].some(({ value }) => value.on === id),
  };
}

function titleIn(
  { elements, flows, zones, data, entryPoints, dependencies }: Effective,
  id: string,
  system: string,
): string {
  for (const map of [elements, flows, zones, data, entryPoints, dependencies]) {
    const entry = map.get(id);
    if (entry) return entry.value.title ?? id;
  }
  return system;
}

const severity = { restricted: 4, confidential: 3, unknown: 2, internal: 1, public: 0 } as const;

function worst({ data }: Effective, ids: readonly string[]): string | undefined {
  const rank = (id: string) => severity[data.get(id)?.value.classification ?? "unknown"];
  const [first] = [...new Set(ids)].filter((id) => data.has(id)).sort((a, b) => rank(b) - rank(a));
  return first === undefined ? undefined : (data.get(first)?.value.title ?? first);
}

function actionOf({ collection, kind, title, data }: Surroundings): string {
  if (collection === "zones") return `reaches everything in ${title}`;
  if (collection === "dependencies") return `puts a change of their own into ${title}`;
  if (kind === "external-entity") return `poses as ${title}`;
  if (kind === "process" && data === undefined) return `stops ${title}`;
  return data === undefined ? `reads or changes what ${title} has` : `reads or changes ${data}`;
}
