// sign-off: signs off a component, a feature or a stage, with what was seen.
import type { Command } from "commander";
import { given, type Options, saidBy, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<what>", "a component or feature by its id, or a stage such as handoff")
      .option("--note <text>", "what the signature covers, or a reservation")
      .option("--said-by <person>", "who signs off, when you only write it down: it counts once they do it themselves")
      .addHelpText("after", "\nExample:\n  parapet sign-off handoff --as ann"),
  run: (session, [what = ""], options: Options) =>
    session.change(`Signed off ${what}`, [
      { name: "sign-off", input: { what, ...given(options, ["note"]), ...saidBy(options) } },
    ]),
};
