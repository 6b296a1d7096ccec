// Reads the files of a threat model from a folder.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail, layerNames, layers, ok, type Problem, problem, type Result } from "@parapet/core";

/** No file of a threat model is larger; a larger one is refused before it is read. */
const maxBytes = 32 * 1024 * 1024;

/** The files that are there: path in the folder → bytes. */
export function readModelFiles(folder: string): Result<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const layer of layerNames) {
    const { file } = layers[layer];
    const read = readOne(join(folder, file));
    if (!read.ok) problems.push(...read.problems);
    else if (read.value) files.set(file, read.value);
  }
  return problems.length > 0 ? fail(...problems) : ok(files);
}

/** The bytes of a file; undefined when it is not there. */
export function readOne(path: string): Result<Uint8Array | undefined> {
  try {
    const { size } = statSync(path);
    if (size > maxBytes)
      return fail(
        problem(
          "file-too-large",
          `${path} has ${Math.ceil(size / 1048576)} MB; at most ${maxBytes / 1048576} MB are read.`,
          "Split the model, or check that the file is what its name says.",
          { file: path },
        ),
      );
    return ok(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return ok(undefined);
    return fail(
      problem(
        "file-unreadable",
        `${path} cannot be read: ${code === "EISDIR" ? "it is a folder" : code === "EACCES" ? "this user may not read it" : message}.`,
        "Check the path and its rights.",
        { file: path },
      ),
    );
  }
}
