// Writes files that are made again at any time: whole or not at all, but without waiting for the disk.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { ok, type Result } from "@parapet/core";
import { cannotWrite } from "./atomic-write.ts";

/** A generated file. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes generated files into place, each first beside it under another name. Old ones go first: replacing by rename makes some file
 * systems wait for the disk, which nothing here needs.
 */
export function writeGenerated(files: readonly Generated[]): Result<void> {
  let making: string | undefined;
  try {
    const folders = new Set(files.map(({ path }) => dirname(path)));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const { path, text } of files) {
      making = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      writeFileSync(making, text);
      rmSync(path, { force: true });
      renameSync(making, path);
    }
    return ok(undefined);
  } catch (error) {
    if (making) rmSync(making, { force: true });
    return { ok: false, problems: [cannotWrite(error, [])] };
  }
}

/** Removes the files of a folder with these endings that are not among the ones that are kept. Other files stay. */
export function removeOthers(folder: string, endings: readonly string[], keep: ReadonlySet<string>): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (endings.includes(extname(name)) && !keep.has(join(folder, name))) rmSync(join(folder, name), { force: true });
  }
}
