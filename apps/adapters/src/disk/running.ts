// Where the workbench of a model is reached by programs of the same user: a file that only this user reads.
import { closeSync, constants, fchmodSync, fstatSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./lock.ts";

/** A workbench that runs. */
export interface RunningWorkbench {
  readonly pid: number;
  readonly port: number;
  /** True when it speaks TLS. */
  readonly tls: boolean;
  /** What its programs send instead of a cookie. */
  readonly secret: string;
  /** How it calls this model in its addresses. */
  readonly model: string;
}

const noFollow = constants.O_NOFOLLOW ?? 0;

function pathIn(folder: string): string {
  return join(folder, ".parapet", "up.json");
}

/** Says where the workbench of a model is; for who holds the lock. Throws what writing a file throws. */
export function sayRunning(folder: string, running: RunningWorkbench): void {
  rmSync(pathIn(folder), { force: true });
  const file = openSync(pathIn(folder), constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow, 0o600);
  try {
    fchmodSync(file, 0o600);
    writeSync(file, JSON.stringify(running));
  } finally {
    closeSync(file);
  }
}

/** The workbench ends. */
export function forgetRunning(folder: string): void {
  rmSync(pathIn(folder), { force: true });
}

/** The workbench that has a model open; undefined when none has. A folder may come from a stranger: only what this user alone can read counts. */
export function runningIn(folder: string): RunningWorkbench | undefined {
  try {
    const file = openSync(pathIn(folder), constants.O_RDONLY | noFollow);
    try {
      if (!isOurs(file)) return undefined;
      const found = JSON.parse(readFileSync(file, "utf8")) as RunningWorkbench;
      return isWhole(found) && isAlive(found.pid) ? found : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function isOurs(file: number): boolean {
  const { uid, mode } = fstatSync(file);
  // Windows knows neither.
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
}

function isWhole({ pid, port, secret, model }: RunningWorkbench): boolean {
  const numbers = Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 && port < 65_536;
  return numbers && typeof secret === "string" && /^[\w-]{20,100}$/.test(secret) && typeof model === "string";
}
