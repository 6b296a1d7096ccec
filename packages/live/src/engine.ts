// The engine of rooms and replicas: the commands of core on a given knowledge, with the analysis kept for the last documents.
import {
  type Analysis,
  analyse,
  type CommandBody,
  commands,
  type Document,
  type Knowledge,
  runCommands,
} from "@parapet/core";
import type { Engine } from "./ports.ts";

const byName = new Map(commands.map((command) => [command.card.name, command]));

/** Runs the commands of core. With `leavesAnalysis`, what reads the analysis is left to the room: a client's analysis lags behind. */
export function engineOf(knowledge: Knowledge, { leavesAnalysis = false } = {}): Engine {
  const kept = new WeakMap<Document, { readonly now: string; readonly analysis: Analysis }>();
  const analysis = (document: Document, now: string): Analysis => {
    const known = kept.get(document);
    if (known?.now === now) return known.analysis;
    const made = analyse(document, knowledge, { now });
    kept.set(document, { now, analysis: made });
    return made;
  };
  return {
    run: (calls, { document, by, now }) =>
      runCommands(calls, { document, by, now, knowledge, load, analyse: (one) => analysis(one, now) }),
    analysis,
    permission: (command) => byName.get(command)?.card.permission,
    runsHere: (command) => !leavesAnalysis || byName.get(command)?.card.reads !== "analysis",
  };
}

async function load(name: string): Promise<CommandBody<unknown> | undefined> {
  return (await byName.get(name)?.load())?.body as CommandBody<unknown> | undefined;
}
