// Names what the files of a threat model hold: a digest per file, and one revision for all.
import { createHash } from "node:crypto";

/** Path in the folder → digest of the bytes, in code-unit order of the paths. */
export type Digests = Readonly<Record<string, string>>;

const length = 24;

export function digestsOf(files: ReadonlyMap<string, Uint8Array | string>): Digests {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([path, bytes]) => [path, digest(bytes)]));
}

/** The revision of files: names exactly one state of all of them. */
export function revisionOf(digests: Digests): string {
  return digest(JSON.stringify(digests));
}

export function sameDigests(a: Digests, b: Digests): boolean {
  return revisionOf(a) === revisionOf(b);
}

function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, length);
}
