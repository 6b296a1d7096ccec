// Writes into the files what a workbench had accepted and was killed before it wrote.
import { gitFolder, headIn } from "@parapet/adapters";
import { fail, ok, type Result } from "@parapet/core";
import { Room } from "@parapet/live";
import { engineOf } from "../engine.ts";
import { FileKeeper } from "../files/keeper.ts";
import { disksHere } from "../files/model-disk.ts";
import type { Known } from "../workplace.ts";
import { openFiles } from "./opening.ts";

/** Brings the files of a model to what its journal says. Fails when another process has the model, or when they cannot be written. */
export async function writeUnwritten(folder: string, known: Known, today: string): Promise<Result<void>> {
  const disk = disksHere().of(folder);
  const files = await openFiles(folder, disk);
  if (!files.ok) return files;
  const { journal, start, entries, synced, head, headSince, unlock } = files.value;
  const room = new Room({
    engine: engineOf(() => known),
    journal: { append: (entry) => journal.append({ entry }) },
    now: () => today,
    start: start.document,
    startSeq: start.seq,
    entries,
  });
  const git = gitFolder(folder);
  const keeper = new FileKeeper({
    ...{ room, disk, journal, synced, head, headSince },
    git: () => (git === undefined ? undefined : headIn(git, folder)),
    told: () => undefined,
  });
  await keeper.close();
  await journal.close();
  unlock();
  const { problems } = keeper.state;
  return problems.length > 0 ? fail(...problems) : ok(undefined);
}
