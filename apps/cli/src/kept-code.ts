// Loads the bundle of the command line with the code that earlier calls compiled: of a short command, compiling is the longer part.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";

/** A loaded bundle, and how to keep what was compiled of it for the next call. */
export interface Loaded<T> {
  readonly exports: T;
  /** Keeps the compiled code, unless that of this verb is kept already. Where nothing can be written, nothing is kept. */
  readonly keep: (verb: string) => void;
}

/** What is kept beside a bundle: V8's code, and the verbs that ran before it was written. */
interface Kept {
  readonly verbs: readonly string[];
  readonly code: Buffer;
}

const parameters = "exports, require, module, __filename, __dirname";

/** Loads a CommonJS bundle. Its name has to change with its content: V8 compares no more than the length of the source. */
export function loadBundle<T>(path: string): Loaded<T> {
  const keptAt = `${path}.${process.version}-${process.arch}.code`;
  const kept = readKept(keptAt);
  const script = new Script(`(function (${parameters}) {${readFileSync(path, "utf8")}\n})`, {
    filename: path,
    ...(kept ? { cachedData: kept.code } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  const verbs = kept && script.cachedDataRejected === false ? kept.verbs : [];
  const keep = (verb: string): void => {
    if (!verbs.includes(verb)) writeKept(keptAt, { verbs: [...verbs, verb], code: script.createCachedData() });
  };
  return { exports: module.exports as T, keep };
}

/** One line with the verbs, then the code. */
function readKept(path: string): Kept | undefined {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf("\n");
    return { verbs: bytes.toString("utf8", 0, end).split(" "), code: bytes.subarray(end + 1) };
  } catch {
    return undefined;
  }
}

function writeKept(path: string, { verbs, code }: Kept): void {
  const beside = `${path}.${process.pid}`;
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(`${verbs.join(" ")}\n`), code]));
    renameSync(beside, path);
  } catch {
    rmSync(beside, { force: true });
  }
}
