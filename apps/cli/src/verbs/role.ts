// role: names a kind of access that somebody has to the system.
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<id>", "the role's short id, as access tables name it")
      .option("--title <title>", "what it is called")
      .option("--description <text>", "who has it")
      .option("--privileged", "it can do what ordinary roles cannot")
      .addHelpText("after", "\nExample:\n  parapet role support --privileged"),
  run: (session, [id = ""], options: Options) => {
    const privileged = options.privileged === true ? { privileged: "yes" } : {};
    return session.change(`Added the role ${id}`, [
      { name: "add-role", input: { id, ...given(options, ["title", "description"]), ...privileged } },
    ]);
  },
};
