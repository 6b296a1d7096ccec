// The engine as the server has it: every command, and analyses that are kept as long as their document is.
import { type Analysis, analyse, commands, type Document, runCommands } from "@parapet/core";
import type { Engine } from "@parapet/live";
import type { Known } from "./workplace.ts";

const byName = new Map(commands.map((command) => [command.card.name, command]));

/** An engine over knowledge that may be compiled anew meanwhile: `known` gives the present one. */
export function engineOf(known: () => Known): Engine {
  const analysis = keptAnalyses(known);
  return {
    run: (calls, { document, by, now }) =>
      runCommands(calls, {
        document,
        knowledge: known().knowledge,
        now,
        by,
        load: async (name) => (await byName.get(name)?.load())?.body,
        analyse: (of) => analysis(of, now),
      }),
    analysis,
    permission: (name) => byName.get(name)?.card.permission,
  };
}

/** The card of a command; undefined when there is no such command. */
export function cardOf(name: string) {
  return byName.get(name)?.card;
}

interface Kept {
  readonly knowledge: Known["knowledge"];
  readonly now: string;
  readonly analysis: Analysis;
}

/** One analysis per document, for as long as something holds the document. */
function keptAnalyses(known: () => Known): Engine["analysis"] {
  const kept = new WeakMap<Document, Kept>();
  return (document, now) => {
    const { knowledge } = known();
    const before = kept.get(document);
    if (before?.now === now && before.knowledge === knowledge) return before.analysis;
    const made = analyse(document, knowledge, { now });
    kept.set(document, { knowledge, now, analysis: made });
    return made;
  };
}
