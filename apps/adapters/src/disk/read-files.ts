// Reads the files of a threat model from a folder.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail, layerNames, layers, ok, type Problem, problem, type Result } from "@parapet/core";

/** No file of a threat model is larger; a larger one is refused before it is read. */
const maxBytes = 32 * 1024 * 1024;

/** The files that are there: path in the folder → bytes. `name` turns such a path into what problems call it. */
export function readModelFiles(
  folder: string,
  name: (path: string) => string = (path) => join(folder, path),
): Result<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const layer of layerNames) {
    const { file } = layers[layer];
    const read = readOne(join(folder, file), name(file));
    if (!read.ok) problems.push(...read.problems);
    else if (read.value) files.set(file, read.value);
  }
  return problems.length > 0 ? fail(...problems) : ok(files);
}

/** The bytes of a file; undefined when it is not there. `shown` is what problems call it. */
export function readOne(path: string, shown = path): Result<Uint8Array | undefined> {
  const unreadable = (why: string) =>
    fail(
      problem("file-unreadable", `${shown} cannot be read: ${why}.`, "Check the path and its rights.", { file: shown }),
    );
  try {
    const stat = statSync(path);
    // A pipe or a device, perhaps behind a link, may never end.
    if (!stat.isFile()) return unreadable(stat.isDirectory() ? "it is a folder" : "it is no ordinary file");
    const { size } = stat;
    if (size > maxBytes)
      return fail(
        problem(
          "file-too-large",
          `${shown} has ${Math.ceil(size / 1048576)} MB; at most ${maxBytes / 1048576} MB are read.`,
          "Split the model, or check that the file is what its name says.",
          { file: shown },
        ),
      );
    return ok(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return ok(undefined);
    return unreadable(code === "EACCES" ? "this user may not read it" : message);
  }
}
