// undo: takes back the last thing that this person did here.
import type { Command } from "commander";
import type { Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command.addHelpText(
      "after",
      "\nTakes back your last command that is not taken back yet; again takes back the one before.\nWhat others built on it is named, and then nothing is changed.",
    ),
  run: async (session) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    return session.undo(opened.value);
  },
};
