// copy: copies elements and zones with the flows among them.
import type { Command } from "commander";
import { pairsOf } from "../pairs.ts";
import { collectText, given, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<things...>", "elements and zones by their ids; a zone goes with what lies in it")
      .option("--to <zone>", "the zone that the copies go into (default: where the originals are)")
      .option("--title <thing=text>", "what the copy of a thing is called", collectText)
      .addHelpText(
        "after",
        "\nExample:\n  parapet copy worker --title 'worker=Mail worker'\n\nFacts are not copied: nobody said them of the copy, so they are asked.",
      ),
  run: async (session, things, options: Options) => {
    const titles = pairsOf(listOption(options, "title"), (text) => text.trim() || undefined, "'worker=Mail worker'");
    if (!titles.ok) return session.fail(titles.problems);
    const { to } = given(options, ["to"]);
    const input = {
      ids: things,
      ...(to === undefined ? {} : { zone: to }),
      ...(Object.keys(titles.value).length > 0 ? { titles: titles.value } : {}),
    };
    return session.change(`Copied ${things.join(", ")}`, [{ name: "duplicate-things", input }]);
  },
};
