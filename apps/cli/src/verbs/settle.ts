// settle: settles a fact that people and sources contradict.
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<fact>", "the contradicted fact, as fact@thing")
      .argument("<value>", "yes or no: what holds")
      .option("--why <text>", "what shows it")
      .addHelpText("after", "\nExample:\n  parapet settle encrypted-in-transit@save-order no --why 'Seen on the wire'"),
  run: (session, [id = "", value = ""], options: Options) =>
    session.change(`Settled ${id}: ${value}`, [
      { name: "settle-fact", input: { id, value, ...given(options, ["why"]) } },
    ]),
};
