// schema: the JSON Schema of a file of the model, or of the analysis.
import { layerNames, problem } from "@parapet/core";
import type { Command } from "commander";
import { readShipped } from "../shipped.ts";
import type { Verb } from "../verb.ts";

const names = [...layerNames, "analysis"];

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[what]", names.join(", "), "analysis")
      .addHelpText(
        "after",
        "\nExample:\n  parapet schema model > model.schema.json\nAn editor that reads the line `# yaml-language-server: $schema=model.schema.json` checks model.yaml while you write.",
      ),
  run: async (session, [what = "analysis"]) => {
    if (!names.includes(what))
      return session.fail([problem("not-in-list", `There is no schema ${what}.`, `There are: ${names.join(", ")}.`)]);
    process.stdout.write(`${JSON.stringify(readShipped<object>(`schema/${what}.json`), undefined, 2)}\n`);
    return 0;
  },
};
