// review: records that the diagram, the attack surface or the threats were reviewed as they are now.
import { problem } from "@parapet/core";
import type { Command } from "commander";
import { given, type Options, saidBy, type Verb } from "../verb.ts";

const kinds = ["diagram", "surface", "threats"];

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<what>", "diagram, surface or threats")
      .option("--note <text>", "what the review found")
      .option(
        "--said-by <person>",
        "who reviewed it, when you only write it down: it counts once they do it themselves",
      )
      .addHelpText("after", "\nExample:\n  parapet review diagram --as ann"),
  run: async (session, [what = ""], options: Options) => {
    if (!kinds.includes(what))
      return session.fail([
        problem("not-in-list", `${what} is nothing to review.`, "Review the diagram, the surface or the threats."),
      ]);
    const input = { ...given(options, ["note"]), ...saidBy(options) };
    return session.change(`Reviewed the ${what}`, [{ name: `review-${what}`, input }]);
  },
};
