// The engine as the page has it: commands that read the document alone run here at once; the others are the server's.
import { commands, type Knowledge, runCommands } from "@parapet/core";
import type { Engine } from "@parapet/live";

const byName = new Map(commands.map((command) => [command.card.name, command]));

/** Commands over a knowledge. The analysis is the worker's: nothing here computes one. */
export function engineOf(knowledge: Knowledge): Engine {
  const analysis = (): never => {
    throw new Error("the page analyses nothing: a command that reads the analysis was run here");
  };
  return {
    run: (calls, { document, by, now }) =>
      runCommands(calls, {
        document,
        knowledge,
        now,
        by: by === "" ? "you" : by,
        load: async (name) => (await byName.get(name)?.load())?.body,
        analyse: analysis,
      }),
    analysis,
    permission: (name) => byName.get(name)?.card.permission,
    runsHere: (name) => byName.get(name)?.card.reads === "document",
  };
}

/** The card of a command. */
export function cardOf(name: string) {
  return byName.get(name)?.card;
}
