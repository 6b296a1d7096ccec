// What the ports of the packages stand for in the real world.

export { finishWrites, writeFiles } from "./disk/atomic-write.ts";
export { type Digests, digestsOf, revisionOf, sameDigests } from "./disk/digests.ts";
export { FileStore } from "./disk/file-store.ts";
export { linkOutOf, linkOutOfAny } from "./disk/inside.ts";
export { journalIn, journalOf } from "./disk/journal-file.ts";
export {
  documentAt,
  documentOfFiles,
  type FilesMark,
  headOf,
  type Journal,
  type JournalLine,
  type JournalStart,
} from "./disk/journal-lines.ts";
export { type JournalSteps, JournalWriter } from "./disk/journal-writer.ts";
export { KeptValues } from "./disk/kept-values.ts";
export { isAlive, isHeld, lockOf, takeLock } from "./disk/lock.ts";
export { type Edited, ModelFiles, type NameFile, type Read } from "./disk/model-files.ts";
export { readOne } from "./disk/read-files.ts";
export { forgetRunning, type RunningWorkbench, runningIn, sayRunning } from "./disk/running.ts";
export { TextsBelow, type Walked, walk, walkLimits } from "./disk/walk.ts";
export { removeOthers, writeGenerated } from "./disk/write-generated.ts";
export {
  type Commit,
  commitsOf,
  filesAt,
  type GitState,
  gitFolder,
  gitState,
  gitUser,
  hasCommit,
  hasGit,
  type LineCommit,
  lineCommits,
} from "./git/git.ts";
export { headIn } from "./git/head.ts";
export { elkLayout } from "./layout/index.ts";
export { toPng } from "./picture/png.ts";
export { answerOn, Thread } from "./thread.ts";
