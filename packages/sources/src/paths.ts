// Paths below the system's folder: relative, forward slashes, never outside.

/** The folder of a file; "" for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Joins a relative path to a folder; undefined when it is absolute, a URL, or leads outside. */
export function joinPath(folder: string, relative: string): string | undefined {
  const path = relative.replace(/\\/g, "/");
  if (path.startsWith("/") || path.startsWith("~") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return undefined;
  const out: string[] = [];
  for (const part of [...folder.split("/"), ...path.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part !== "..") out.push(part);
    else if (out.pop() === undefined) return undefined;
  }
  return out.join("/");
}
