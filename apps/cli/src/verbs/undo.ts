// undo: takes back the last thing that this person did here.
import { undoOf } from "@parapet/core";
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
    const by = session.author(opened.value.document);
    if (!by.ok) return session.fail(by.problems);
    const log = await opened.value.store.log();
    if (!log.ok) return session.fail(log.problems);
    const undo = undoOf(log.value, by.value, opened.value.document);
    if (!undo.ok) return session.fail(undo.problems);
    const { entry, key, changes } = undo.value;
    return session.storeUndo(opened.value, `Took back: ${entry.title} (${entry.at})`, changes, key);
  },
};
