// What a crossing is: which borders a flow passes and on which way, what each border says of it, what guards it, and which threats ask about it. Pure.
import { type Document, effective, factInWords, type Knowledge, type Threat } from "@parapet/core";
import type { Certainty } from "../../kit/certainty.tsx";
import { certaintyOfSource } from "../../kit/fact-certainty.ts";
import type { FactLine } from "./subject.ts";
import type { World } from "./world.ts";

/** A border that a flow passes. */
export interface Border {
  readonly zone: string;
  readonly way: "leaves" | "enters";
  /** What the border says of this flow: a zone that states nothing lets nobody know. */
  readonly says: "allows" | "forbids" | "nothing";
}

export interface Crossing {
  readonly borders: readonly Border[];
  /** What is known to hold on the way across. */
  readonly guards: readonly FactLine[];
  /** The threats that the crossing raises. */
  readonly threats: readonly Threat[];
}

/** The borders of a flow; none when it stays in its zone or the zone of an end is unknown. */
export function bordersOf(flow: string, document: Document, crossing: readonly string[]): readonly Border[] {
  const { flows, elements, zones, resolve } = effective(document);
  const from = flows.get(flow)?.value.from;
  const left = new Set<string>();
  let at = from === undefined ? undefined : elements.get(resolve(from))?.value.zone;
  while (at !== undefined && !left.has(resolve(at))) {
    left.add(resolve(at));
    at = zones.get(resolve(at))?.value.in;
  }
  return crossing.map((zone) => {
    const allows = zones.get(zone)?.value.allows;
    const says = allows === undefined ? "nothing" : allows.some((one) => resolve(one) === flow) ? "allows" : "forbids";
    return { zone, way: left.has(zone) ? "leaves" : "enters", says };
  });
}

/** The crossing of a flow; undefined when it crosses nothing. */
export function crossingOf(flow: string, { analysis, document, knowledge, views }: World): Crossing | undefined {
  const crossing = analysis.flows.find(({ id }) => id === flow)?.crossing ?? [];
  if (crossing.length === 0) return undefined;
  const threats = (views.on.get(flow) ?? []).filter(({ kind }) => kind === "crossing");
  return { borders: bordersOf(flow, document, crossing), guards: guardsOf(threats, views.title, knowledge), threats };
}

/** The countermeasures that the threats of the crossing found to hold, each once. */
function guardsOf(
  threats: readonly Threat[],
  title: (id: string) => string,
  knowledge: Pick<Knowledge, "facts">,
): readonly FactLine[] {
  const guarding = new Set(knowledge.facts.flatMap(({ id, sense }) => (sense === "countermeasure" ? [id] : [])));
  const guards = new Map<string, FactLine>();
  for (const { because, finding } of threats) {
    if (finding !== "addressed") continue;
    for (const { fact, of, value, from } of because) {
      if (value !== "yes" || !guarding.has(fact.slice(fact.lastIndexOf(".") + 1))) continue;
      const name = factInWords(fact, of && title(of));
      guards.set(`${name} ${from}`, { fact: name, value, from, certainty: certaintyOfSource(from) });
    }
  }
  return [...guards.values()];
}

/** A border that states what it lets through is the word of people; one that says nothing is asked. */
export function certaintyOfBorder(says: Border["says"]): Certainty {
  return says === "nothing" ? "hatched" : says === "allows" ? "hollow" : "struck";
}
