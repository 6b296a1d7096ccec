// Whether a path stays in a folder: what lies in a folder may come from a stranger, a link that leads out of it too.
import { lstatSync, realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

/** True when a path is the folder or below it, both as the disk names them or both as people do. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * The first link on the way from a folder to a path below it that leads out of the folder, or nowhere; undefined when there is none,
 * or when the path does not lie below the folder by its name. What is not there yet is no link.
 */
export function linkOutOf(folder: string, path: string): string | undefined {
  const [root, wanted] = [resolve(folder), resolve(path)];
  if (!isInside(wanted, root) || wanted === root) return undefined;
  const steps = relative(root, wanted).split(sep);
  const onTheWay = steps.map((_, i) => resolve(root, ...steps.slice(0, i + 1)));
  return onTheWay.find((step) => isLink(step) && !staysIn(root, step));
}

/** What cannot be looked at, below a file for instance, is no link; writing there says what is wrong. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

function staysIn(root: string, link: string): boolean {
  try {
    return isInside(realpathSync(link), realpathSync(root));
  } catch {
    return false;
  }
}

/** As linkOutOf, for files that are to be written: looks at their folders too, for the first of several folders that has one. */
export function linkOutOfAny(folders: readonly string[], files: readonly string[]): string | undefined {
  for (const folder of folders)
    for (const path of new Set(files.map(dirname))) {
      const link = linkOutOf(folder, path);
      if (link !== undefined) return link;
    }
  return undefined;
}
