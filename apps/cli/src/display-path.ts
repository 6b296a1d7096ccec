// Paths as people read them.
import { relative } from "node:path";

/** A path as people read it: relative to where they are, when that is shorter. */
export function displayPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" ? "." : near.startsWith("..") ? path : near;
}
