// rename: gives a thing another id; decisions, tickets and evidence stay attached to it.
import type { Command } from "commander";
import type { Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<thing>", "the thing, by its id")
      .argument("<id>", "its new id")
      .addHelpText("after", "\nExample:\n  parapet rename db orders-db\n\nWhat names the old id still means it."),
  run: (session, [id = "", to = ""]) =>
    session.change(`Renamed ${id} to ${to}`, [{ name: "rename-thing", input: { id, to } }]),
};
