// decide: mitigate, transfer or avoid threats, or say that they do not apply and which fact makes it so.
import { problem } from "@parapet/core";
import type { Command } from "commander";
import { count } from "../print/style.ts";
import { chosen, withQuery } from "../query.ts";
import { given, type Options, type Verb } from "../verb.ts";

const decisions = ["mitigate", "transfer", "avoid", "not-applicable"];

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(
      command
        .usage("[THREAT…] mitigate|transfer|avoid|not-applicable [options]")
        .argument("<words...>", "threats by id (or a query), then the decision"),
    )
      .option("--why <text>", "why; needed for avoid")
      .option("--fact <text>", "not-applicable: the fact that makes it so")
      .option("--to <whom>", "transfer: to whom")
      .option("--contract <text>", "transfer: the contract that says so")
      .option("--owner <person>", "transfer: who answers for it here")
      .option("--review <date>", "transfer, not-applicable: when it is looked at again")
      .addHelpText(
        "after",
        "\nExample:\n  parapet decide card-data-kept@orders-db avoid --why 'Card numbers go to the provider alone'\nA risk is accepted with parapet accept.",
      ),
  run: async (session, words, options: Options) => {
    const decision = words.at(-1) as string;
    if (decision === "accept")
      return session.fail([
        problem(
          "bad-argument",
          "A risk is accepted by a verb of its own.",
          "Run parapet accept THREAT --owner NAME --why WHY --review DATE.",
        ),
      ]);
    if (!decisions.includes(decision))
      return session.fail([
        problem("not-in-list", `${decision} is no decision.`, `End with one of ${decisions.join(", ")}.`),
      ]);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const threats = chosen(opened.value.analysis(), words.slice(0, -1), options);
    if (!threats.ok) return session.fail(threats.problems);
    const input = {
      threats: threats.value,
      decision,
      ...given(options, ["why", "fact", "to", "contract", "owner", "review"]),
    };
    return session.changeOpened(opened.value, `Decided ${count(threats.value.length, "threat")}: ${decision}`, [
      { name: "decide-threat", input },
    ]);
  },
};
