// approve: approves, as another person, whichever waits: an acceptance, a decision or a lowered score.
import { approvalsWaiting, type CommandCall, problem } from "@parapet/core";
import type { Command } from "commander";
import { count } from "../print/style.ts";
import { chosen, withQuery } from "../query.ts";
import { type Options, saidBy, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(
      command
        .argument("[threats...]", "threats by id, or a query")
        .option(
          "--said-by <person>",
          "who approves, when you only write it down: it counts once they do it themselves",
        ),
    ).addHelpText("after", "\nExample:\n  parapet approve flooded-process@status-page --as cy"),
  run: async (session, ids, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const waits = (threat: string): readonly string[] => approvalsWaiting(opened.value.document, threat);
    const threats = chosen(opened.value.analysis(), ids, options, (threat) => waits(threat.id).length > 0);
    if (!threats.ok) return session.fail(threats.problems);
    const settled = threats.value.filter((threat) => waits(threat).length === 0);
    if (settled.length > 0) {
      const fix = "Accept, decide or score it first; parapet explain THREAT shows what was done.";
      return session.fail(
        settled
          .slice(0, 20)
          .map((threat) => problem("not-possible", `Nothing about ${threat} waits for approval.`, fix)),
      );
    }
    const names = [...new Set(threats.value.flatMap(waits))];
    const calls: readonly CommandCall[] = names.map((name) => ({
      name,
      input: { threats: threats.value.filter((threat) => waits(threat).includes(name)), ...saidBy(options) },
    }));
    return session.changeOpened(opened.value, `Approved ${count(threats.value.length, "threat")}`, calls);
  },
};
