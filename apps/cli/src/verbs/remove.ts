// remove: removes things that nothing else names; leaves out, with a reason, what a source shows.
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<things...>", "things by their ids, in the order in which they go")
      .option("--why <text>", "why it is left out; needed for what a source shows")
      .option("--of <collection>", "where it is, when a role, person, attacker or feature shares its id with a thing")
      .addHelpText(
        "after",
        "\nExample:\n  parapet remove save orders-db\n\nA thing goes after what names it: flows before their ends.",
      ),
  run: (session, things, options: Options) =>
    session.change(
      `Removed ${things.join(", ")}`,
      things.map((id) => ({ name: "remove-thing", input: { id, ...given(options, ["why", "of"]) } })),
    ),
};
