// How large a file of the document may be. Every reader says so when a limit is hit.
import type { Layer } from "../document.ts";

export interface FileLimits {
  /** Bytes of the file; a JavaScript string is taken at its UTF-8 length. */
  readonly bytes: number;
  /** Values (maps, lists, scalars, keys) in the file. */
  readonly nodes: number;
}

const megabyte = 1024 * 1024;

/** The limits of each file. What people write is small; what commands write grows with the system. */
export const fileLimits: Readonly<Record<Layer, FileLimits>> = {
  model: { bytes: 5 * megabyte, nodes: 400_000 },
  observed: { bytes: 20 * megabyte, nodes: 1_000_000 },
  register: { bytes: 20 * megabyte, nodes: 1_000_000 },
  diagram: { bytes: 20 * megabyte, nodes: 400_000 },
  people: { bytes: 5 * megabyte, nodes: 400_000 },
  policy: { bytes: 5 * megabyte, nodes: 400_000 },
  debt: { bytes: 20 * megabyte, nodes: 400_000 },
  platform: { bytes: 5 * megabyte, nodes: 400_000 },
};

/** How deep maps and lists may nest in any file. */
export const maxDepth = 60;

/** How many problems of one file are told at once. */
export const maxProblems = 50;
