// proposals: what waits for a person: lists it, accepts or refuses one.
import { type Proposal, problem } from "@parapet/core";
import type { Command } from "commander";
import { bold, dim, hanging } from "../print/style.ts";
import { refusalsOf } from "../proposing.ts";
import type { Opened, Session } from "../session.ts";
import { type ExitCode, type Options, textOption, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("[list] | accept ID | refuse ID [options]")
      .argument("[action]", "list, accept or refuse", "list")
      .argument("[id]", "the proposal")
      .option("--why <text>", "refuse: why")
      .addHelpText(
        "after",
        "\nExample:\n  parapet proposals refuse discovery-1f2e3d4c5b6a7980 --why 'That service is a test double'",
      ),
  run: async (session, [action = "list", id], options: Options) => {
    if (!["list", "accept", "refuse"].includes(action))
      return session.fail([
        problem(
          "bad-argument",
          `A proposal is not to ${action}.`,
          "Write parapet proposals, parapet proposals accept ID, or parapet proposals refuse ID.",
        ),
      ]);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const waiting = await opened.value.store.proposals();
    if (!waiting.ok) return session.fail(waiting.problems);
    if (action === "list")
      return session.say(
        { proposals: waiting.value },
        waiting.value.length === 0 ? "No proposal waits." : waiting.value.map(lines).join("\n\n"),
      );
    const proposal = waiting.value.find((one) => one.id === id);
    if (!proposal) {
      const known = waiting.value.map((one) => one.id).join(", ");
      return session.fail([
        problem(
          "dangling-reference",
          `There is no proposal ${id ?? ""}.`,
          known === "" ? "None waits." : `There are: ${known}.`,
        ),
      ]);
    }
    const code = await settle(session, opened.value, proposal, action, options);
    if (code === 0) await opened.value.store.settle(proposal.id);
    return code;
  },
};

async function settle(
  session: Session,
  opened: Opened,
  proposal: Proposal,
  action: string,
  options: Options,
): Promise<ExitCode> {
  if (action === "accept")
    return session.changeOpened(opened, `Accepted the proposal ${proposal.id}`, [
      { name: "accept-observed", input: { changes: proposal.changes } },
    ]);
  const calls = refusalsOf(proposal, opened.document, textOption(options, "why"));
  return session.changeOpened(opened, `Refused the proposal ${proposal.id}`, calls);
}

function lines({ id, title, sentences }: Proposal): string {
  return [`${bold(title)} ${dim(id)}`, ...sentences.map((sentence) => hanging("  · ", 4, sentence))].join("\n");
}
