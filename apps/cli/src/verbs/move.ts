// move: moves elements and zones into another trust zone; the effect says which threats come and go.
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<things...>", "elements and zones by their ids; a zone goes with what lies in it")
      .option("--to <zone>", "the zone that they go into; none: into no zone, and where they are is asked")
      .addHelpText("after", "\nExample:\n  parapet move checkout-api orders-db --to cluster"),
  run: (session, things, options: Options) => {
    const { to } = given(options, ["to"]);
    const zone = to === undefined || to === "none" ? {} : { zone: to };
    return session.change(
      `Moved ${things.join(", ")} ${to === undefined || to === "none" ? "out of every zone" : `to ${to}`}`,
      [{ name: "move-to-zone", input: { ids: things, ...zone } }],
    );
  },
};
