// assign: says who deals with threats, and until when.
import type { Command } from "commander";
import { count } from "../print/style.ts";
import { chosen, withQuery } from "../query.ts";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command.argument("[threats...]", "threats by id, or a query"))
      .option("--owner <person>", "who deals with them")
      .option("--due <date>", "by when")
      .addHelpText(
        "after",
        "\nExample:\n  parapet assign --zone data --tier critical,high --owner ann --due 2027-01-31",
      ),
  run: async (session, ids, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const threats = chosen(opened.value.analysis(), ids, options);
    if (!threats.ok) return session.fail(threats.problems);
    const input = { threats: threats.value, ...given(options, ["owner", "due"]) };
    return session.changeOpened(opened.value, `Assigned ${count(threats.value.length, "threat")}`, [
      { name: "assign-threat", input },
    ]);
  },
};
