// What a person saw of everything that a decision names, as texts to compare: the threat with its facts and score, the thing, the stage.
import { type Analysis, byCodeUnit, canonicalText, type Document, type Threat, threatsOf } from "@parapet/core";

type Bag = Readonly<Record<string, unknown>>;

/** Collections whose things a decision may name, beside threats. What people are called and where things are drawn is no part of it. */
const things = [
  "assumptions",
  "features",
  "data",
  "zones",
  "elements",
  "flows",
  "entry-points",
  "dependencies",
  "roles",
] as const;
const records = ["threats", "decisions", "scores", "acceptances", "mitigations"] as const;

/** What names alone do not change what a decision rests on. */
const labels = new Set(["title", "description", "tags", "ticket"]);

/** A text for each named id that means something: two that differ tell that what a decision rests on has changed. */
export function basis(document: Document, analysis: Analysis, named: ReadonlySet<string>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (id: string, value: unknown): void => void texts.set(id, `${texts.get(id) ?? ""}${canonicalText(value)}`);
  // In the order of their ids: a change of the reading order alone is none of any of them.
  const threats = [...threatsOf(analysis)].sort((a, b) => byCodeUnit(a.id, b.id));
  const byName = threats.filter(({ id }) => named.has(id));
  for (const threat of byName) add(threat.id, ofThreat(threat));
  for (const question of analysis.questions) if (named.has(question.id)) add(question.id, question);
  for (const mitigation of analysis.mitigations) if (named.has(mitigation.id)) add(mitigation.id, mitigation);
  for (const [id, thing] of namedIn(document, named)) add(id, withoutLabels(thing));
  // Who names a thing or a stage and no threat, as a signature does, has looked at all threats of it.
  if (byName.length === 0) addThreatsOf(document, analysis, { named, threats, add });
  return texts;
}

function addThreatsOf(
  document: Document,
  analysis: Analysis,
  {
    named,
    threats,
    add,
  }: { named: ReadonlySet<string>; threats: readonly Threat[]; add: (id: string, value: unknown) => void },
): void {
  for (const stage of analysis.stages)
    if (named.has(stage.id)) add(stage.id, [stage.done, stage.missing, threats.map(ofThreat)]);
  const mitigated = new Map(analysis.mitigations.map(({ id, threats: against }) => [id, new Set(against)]));
  for (const id of named) {
    const feature = document.model.features?.[id];
    const about = new Set(feature ? [...(feature.adds ?? []), ...(feature.changes ?? [])] : [id]);
    const its = threats.filter((threat) => about.has(threat.subject) || mitigated.get(id)?.has(threat.id));
    if (its.length > 0) add(id, its.map(ofThreat));
  }
}

function ofThreat({ id, finding, strength, decision, status, because, asks, score, tier, likelihood, impact }: Threat) {
  return { id, finding, strength, decision, status, because, asks, score, tier, likelihood, impact };
}

/** The things and records under the named ids, of every layer that has them. */
function namedIn(
  { model, observed, register }: Document,
  named: ReadonlySet<string>,
): readonly (readonly [string, Bag])[] {
  const bags = [
    ...things.flatMap((key) => [(model as Bag)[key], (observed as Bag | undefined)?.[key]]),
    ...records.map((key) => (register as Bag | undefined)?.[key]),
  ] as (Readonly<Record<string, Bag>> | undefined)[];
  return bags.flatMap((bag = {}) =>
    [...named].flatMap((id) => (Object.hasOwn(bag, id) ? [[id, bag[id] as Bag] as const] : [])),
  );
}

function withoutLabels(thing: Bag): Bag {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !labels.has(key)));
}
