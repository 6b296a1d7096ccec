// discover: reads the system's files again and proposes what changed since; people's work is left alone.
import { resolve } from "node:path";
import { proposedCount } from "@parapet/core";
import type { Command } from "commander";
import { shownWords } from "../discovering.ts";
import { printNotes } from "../print/problems.ts";
import { bold, count, dim, hanging } from "../print/style.ts";
import { type Rediscovered, rediscover, systemFolder } from "../proposing.ts";
import type { Opened, Session } from "../session.ts";
import type { ExitCode, Options, Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[files]", "the folder whose files are read (default: the one that holds threat-model/)")
      .option("--accept", "accept what changed: write it to observed.yaml")
      .option("--dry-run", "store no proposal")
      .addHelpText("after", "\nExample:\n  parapet discover\n  parapet discover --accept"),
  run: async (session, [folder], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const found = rediscover(
      opened.value,
      folder === undefined ? systemFolder(opened.value.store.folder) : resolve(folder),
    );
    if (!session.json)
      printNotes([...found.found.problems, ...(options.accept === true ? found.found.notes : [])], process.stderr);
    const first = opened.value.document.observed === undefined;
    if (options.accept === true || (first && options.dryRun !== true)) return accept(session, opened.value, found);
    return propose(session, opened.value, found, options.dryRun === true);
  },
};

async function accept(session: Session, opened: Opened, { proposal, found }: Rediscovered): Promise<ExitCode> {
  if (!proposal) return session.say({ changes: 0 }, "The files show what was accepted. Nothing was changed.");
  const shown = shownWords(found.observed);
  const title = opened.document.observed
    ? `Accepted ${count(proposedCount(proposal.changes), "thing")} of what the files show`
    : `Wrote what the files show: ${shown || "nothing"}`;
  const code = await session.changeOpened(opened, title, [
    { name: "accept-observed", input: { changes: proposal.changes } },
  ]);
  if (code !== 0) return code;
  const kept = await opened.store.proposals();
  if (kept.ok)
    for (const { id } of kept.value.filter((one) => one.id.startsWith("discovery-"))) await opened.store.settle(id);
  return code;
}

async function propose(
  session: Session,
  opened: Opened,
  { proposal, refused, found }: Rediscovered,
  dry: boolean,
): Promise<ExitCode> {
  const beside = refused > 0 ? `\n${dim(`${count(refused, "thing")} left out: refused before.`)}` : "";
  const value = { proposal: proposal ?? null, refused, problems: found.problems, notes: found.notes };
  if (!dry) {
    const kept = await opened.store.proposals();
    if (!kept.ok) return session.fail(kept.problems);
    for (const { id } of kept.value)
      if (id.startsWith("discovery-") && id !== proposal?.id) await opened.store.settle(id);
  }
  if (!proposal) return session.say(value, `The files show what was accepted.${beside}`);
  if (!dry) {
    const stored = await opened.store.propose(proposal);
    if (!stored.ok) return session.fail(stored.problems);
  }
  const lines = proposal.sentences.map((sentence) => hanging("  · ", 4, sentence));
  const next = dry
    ? ""
    : `\n${dim("Next, one of:")}\n${dim("  parapet discover --accept")}\n${dim(`  parapet proposals refuse ${proposal.id}`)}`;
  const head = proposal.sentences.length === 0 ? "The same things stand on other lines." : proposal.title;
  return session.say(value, `${[bold(head), ...lines].join("\n")}${beside}${next}`);
}
