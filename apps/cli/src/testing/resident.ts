// For tests: the built command line in a process that stays, so that a call takes what the verb takes and not what a start takes.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

const start = join(fileURLToPath(new URL("../../dist/", import.meta.url)), "parapet.cjs");

/** What a call printed. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Resident {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly turn: Int32Array<SharedArrayBuffer>;
}
type MessagePort = InstanceType<typeof MessageChannel>["port1"];

let resident: Resident | undefined;

/** Runs the command line in a folder with this environment, as a process of its own does, which cli.test.ts compares. It has to be built. */
export function callResident(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Called {
  resident ??= begin();
  const { worker, port, turn } = resident;
  Atomics.store(turn, 0, 0);
  worker.postMessage({ args, cwd, env });
  Atomics.wait(turn, 0, 0);
  return receiveMessageOnPort(port)?.message as Called;
}

function begin(): Resident {
  const { port1, port2 } = new MessageChannel();
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("./resident-bridge.mjs", import.meta.url), {
    workerData: { start, port: port2, turn },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { worker, port: port1, turn };
}
