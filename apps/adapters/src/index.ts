// What the ports of the packages stand for in the real world.

export { finishWrites, writeFiles } from "./disk/atomic-write.ts";
export { FileStore } from "./disk/file-store.ts";
export { linkOutOf, linkOutOfAny } from "./disk/inside.ts";
export { KeptValues } from "./disk/kept-values.ts";
export { readOne } from "./disk/read-files.ts";
export { TextsBelow, type Walked, walk, walkLimits } from "./disk/walk.ts";
export { removeOthers, writeGenerated } from "./disk/write-generated.ts";
export {
  type Commit,
  commitsOf,
  filesAt,
  type GitState,
  gitState,
  gitUser,
  hasGit,
  type LineCommit,
  lineCommits,
} from "./git/git.ts";
export { elkLayout } from "./layout/index.ts";
