// The engine as the page has it: commands that read the document alone run here at once; the others are the server's.
import {
  type CommandBody,
  type CommandCall,
  commands,
  fail,
  type Knowledge,
  type Problem,
  problem,
  runCommands,
} from "@parapet/core";
import type { Engine } from "@parapet/live";
import i18next from "i18next";

const byName = new Map(commands.map((command) => [command.card.name, command]));

/** Commands over a knowledge. The analysis is the worker's: nothing here computes one. */
export function engineOf(knowledge: Knowledge): Engine {
  const analysis = (): never => {
    throw new Error("the page analyses nothing: a command that reads the analysis was run here");
  };
  return {
    run: async (calls, { document, by, now }) => {
      if (!(await areHere(calls))) return fail(notHere());
      return runCommands(calls, {
        document,
        knowledge,
        now,
        by: by === "" ? "you" : by,
        load: bodyOf,
        analyse: analysis,
      });
    },
    analysis,
    permission: (name) => byName.get(name)?.card.permission,
    runsHere: (name) => byName.get(name)?.card.reads === "document",
  };
}

/** The bodies that are here already: even of a module that is there the browser gives notice only after the work that waits. */
const here = new Map<string, CommandBody<unknown>>();

async function bodyOf(name: string): Promise<CommandBody<unknown> | undefined> {
  const known = here.get(name);
  if (known) return known;
  const body = (await byName.get(name)?.load())?.body;
  if (body) here.set(name, body);
  return body;
}

/** True when the page has these commands; they are files of the server, which may be away. */
async function areHere(calls: readonly CommandCall[]): Promise<boolean> {
  const loads = await Promise.allSettled(calls.map(({ name }) => bodyOf(name)));
  return loads.every(({ status }) => status === "fulfilled");
}

function notHere(): Problem {
  return problem("not-possible", i18next.t("frame.problem.notHere"), i18next.t("frame.problem.notHereFix"));
}

/** The card of a command. */
export function cardOf(name: string) {
  return byName.get(name)?.card;
}
