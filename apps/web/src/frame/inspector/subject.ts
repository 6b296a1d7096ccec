// What is known of a selected thing apart from how it is shown: its questions, its threats, its facts with their sources.
import {
  type Document,
  effective,
  factInWords,
  modelSubject,
  nameOfPerson,
  type Question,
  splitKey,
  type Threat,
  threatMeant,
} from "@parapet/core";
import type { Selectable, Selection } from "../../data/selection.ts";
import type { Certainty } from "../../kit/certainty.tsx";
import { certaintyOfSource } from "../../kit/fact-certainty.ts";
import type { World } from "./world.ts";

/** The threats that concern the selection, in reading order. */
export function threatsAbout({ kind, id }: Selection, { analysis, document, views }: World): readonly Threat[] {
  if (kind === "threat") {
    const threat = views.threat.get(id);
    return threat ? views.threats.filter((one) => one.rule === threat.rule && one.id !== id && isLive(one)) : [];
  }
  if (kind === "question") return views.threats.filter(({ asks }) => asks?.includes(id));
  if (kind === "control") return views.threats.filter(({ controls }) => controls.includes(id));
  if (kind === "mitigation") {
    const ids = new Set(analysis.mitigations.find((one) => one.id === id)?.threats);
    return views.threats.filter((threat) => ids.has(threat.id));
  }
  if (kind === "assumption")
    return (document.model.assumptions?.[id]?.threats ?? []).flatMap(
      (threat) => views.threat.get(threatMeant(document, threat)) ?? [],
    );
  if (kind === "feature") return views.threats.filter(({ feature }) => feature === id);
  return views.on.get(id) ?? [];
}

/** The questions that the selection waits for. */
export function questionsAbout({ kind, id }: Selection, { analysis, views }: World): readonly Question[] {
  if (kind === "question") return analysis.questions.filter((one) => one.id === id);
  const asks = kind === "threat" ? new Set(views.threat.get(id)?.asks) : undefined;
  return analysis.questions.filter((one) => (asks ? asks.has(one.id) : one.about === id));
}

/** A fact as it is recorded on a thing, or as a threat rests on it. */
export interface FactLine {
  /** In words. */
  readonly fact: string;
  readonly value: string;
  readonly from: string;
  readonly certainty: Certainty;
  /** The protocol that implies it, where a file shows that. */
  readonly seen?: SeenProtocol;
}

/** A protocol that a file shows, and where. */
export interface SeenProtocol {
  readonly protocol: string;
  readonly place: string;
}

/** The protocol behind a reason of a threat on a flow; undefined when the reason has another source, or people named the protocol. */
export function seenProtocol(
  { subject }: Pick<Threat, "subject">,
  { fact, of, from }: Threat["because"][number],
  document: Document,
): SeenProtocol | undefined {
  if (!from.startsWith("implied by ") || fact.includes(".") || of !== undefined) return undefined;
  const { flows, resolve } = effective(document);
  const { declared, observed } = flows.get(resolve(subject)) ?? {};
  if (observed?.protocol === undefined || observed.seen === undefined || declared?.protocol !== undefined)
    return undefined;
  return { protocol: observed.protocol, place: placeText(observed.seen) };
}

/** The reasons of a threat, or the recorded facts of a thing, each with where it comes from. */
export function factsAbout({ kind, id }: Selection, { document, views }: World): readonly FactLine[] {
  const threat = kind === "threat" ? views.threat.get(id) : undefined;
  if (kind === "threat")
    return reasonsOf(threat, document).map((because) => {
      const { fact, of, value, from } = because;
      const seen = threat && seenProtocol(threat, because, document);
      const line = { fact: factInWords(fact, of && views.title(of)), value, from };
      return seen ? { ...line, certainty: "solid", seen } : { ...line, certainty: certaintyOfSource(from) };
    });
  if (kind === "question") return answerTo(id, document);
  return recordedFacts(document, id).map(({ line }) => line);
}

/** What was answered to a question, where it stands as a fact of what the question is about. */
function answerTo(question: string, document: Document): readonly FactLine[] {
  const { left, subject } = splitKey(question) ?? {};
  if (left === undefined || subject === undefined) return [];
  const about = effective(document).resolve(subject);
  const stated = recordedFacts(document, about).flatMap(({ id, line }) => (id === left ? [line] : []));
  return stated.length > 0 ? stated : fieldAnswered(left, about, document);
}

/** What a question about the drawing was answered with: a field of the thing. */
function fieldAnswered(field: string, about: string, document: Document): readonly FactLine[] {
  const given = thingOf(document, about)?.value[field];
  const value = Array.isArray(given) ? given.join(", ") : given;
  if (typeof value !== "string" || value === "") return [];
  return [{ fact: factInWords(field), value, from: value, certainty: "solid" }];
}

/** The reasons of a threat; the assumptions that it rests on stand by themselves. */
function reasonsOf(threat: Threat | undefined, { model }: Document): Threat["because"] {
  if (threat?.rule !== "by-hand") return threat?.because ?? [];
  return threat.because.filter(({ fact }) => !Object.hasOwn(model.assumptions ?? {}, fact));
}

interface Long {
  readonly value: string;
  readonly by?: string;
  readonly on?: string;
  readonly why?: string;
  readonly seen?: unknown;
}

interface RecordedFact {
  readonly id: string;
  readonly line: FactLine;
}

function recordedFacts(document: Document, id: string): readonly RecordedFact[] {
  const laid = effective(document);
  const thing = id === modelSubject ? { value: { facts: laid.facts.value } } : thingOf(document, id);
  const facts = (thing?.value as { facts?: Record<string, string | Long> } | undefined)?.facts ?? {};
  return Object.entries(facts).map(([fact, given]) => {
    const long: Long = typeof given === "string" ? { value: given } : given;
    const from = provenance(document, long);
    const certainty = long.value === "unknown" ? "hatched" : certaintyOfSource(from);
    return { id: fact, line: { fact: factInWords(fact), value: long.value, from, certainty } };
  });
}

function provenance(document: Document, { by, on, why, seen }: Long): string {
  if (seen !== undefined) return `observed ${placeText(seen)}`;
  const who = by ? `declared by ${nameOfPerson(document, by)}${on ? `, ${on}` : ""}` : "assumed";
  return why ? `${who}: ${why}` : who;
}

/** A place in a file as text: file:line. */
export function placeText(seen: unknown): string {
  if (Array.isArray(seen)) return seen.map(placeText).join(", ");
  if (typeof seen === "string") return seen;
  const { file, line } = seen as { file?: string; line?: number };
  return `${file ?? ""}${line === undefined ? "" : `:${line}`}`;
}

/** A thing by its id, whatever its collection. */
export function thingOf(
  document: Document,
  id: string,
): { readonly value: Readonly<Record<string, unknown>> } | undefined {
  return mapsOf(document)
    .find(([, map]) => map.has(id))?.[1]
    .get(id);
}

/** What kind of thing an id names; undefined for the system as a whole, and for what is gone. */
export function kindOfThing(document: Document, id: string): Selectable | undefined {
  return mapsOf(document).find(([, map]) => map.has(id))?.[0];
}

type Things = ReadonlyMap<string, { readonly value: Readonly<Record<string, unknown>> }>;

function mapsOf(document: Document): readonly (readonly [Selectable, Things])[] {
  const laid = effective(document);
  return [
    ["element", laid.elements],
    ["flow", laid.flows],
    ["zone", laid.zones],
    ["entry-point", laid.entryPoints],
    ["dependency", laid.dependencies],
    ["data", laid.data],
    ["role", laid.roles],
  ] as readonly (readonly [Selectable, Things])[];
}

function isLive({ status }: Threat): boolean {
  return status === "open" || status === "asked" || status === "assessed" || status === "claimed";
}
