// The controls that are offered against a threat: those that its rule names; to one written down by hand those that its words speak of.
import { type ControlWords, controlWords, fittingControls, type Knowledge, type Texts } from "@parapet/core";
import type { World } from "../world.ts";
import type { CardThreat } from "./card-threat.ts";

export type WorldOfControls = Pick<World, "analysis" | "knowledge" | "texts" | "views">;

export function proposedControls(threat: CardThreat, world: WorldOfControls): readonly string[] {
  const { controls, mitigations = [], rule } = threat;
  const proposed = rule === "by-hand" ? byWords(threat, world) : controls;
  const chosen = new Set(
    world.analysis.mitigations.filter(({ id }) => mitigations.includes(id)).map(({ control }) => control),
  );
  return proposed.filter((one) => !chosen.has(one));
}

/** None before the texts of the cards are there: titles alone would propose others a moment earlier. */
function byWords({ title, subject }: CardThreat, world: WorldOfControls): readonly string[] {
  const { knowledge, texts } = world;
  return texts ? fittingControls(title, wordsOf(knowledge, texts), helpingOn(subject, world)) : [];
}

const kept = new WeakMap<Texts, ControlWords>();

/** Made once: the cards do not change while the page is open. */
function wordsOf(knowledge: Knowledge, texts: Texts): ControlWords {
  const words = kept.get(texts) ?? controlWords(knowledge, texts);
  kept.set(texts, words);
  return words;
}

/** What helps against some threat on the thing, its flows and its ways in; of the whole system, against any. */
function helpingOn(subject: string, { analysis, views }: WorldOfControls): ReadonlySet<string> {
  const at = [
    subject,
    ...analysis.flows.filter(({ from, to }) => from === subject || to === subject).map(({ id }) => id),
    ...analysis.surface.entryPoints.filter(({ on }) => on === subject).map(({ id }) => id),
  ];
  const threats = subject === "model" ? views.threats : at.flatMap((id) => views.on.get(id) ?? []);
  return new Set(threats.flatMap(({ controls }) => controls));
}
