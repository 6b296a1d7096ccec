// For tests: carries calls from a test, which waits, to the process of resident-host.mjs and the answers back.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

const { start, port, turn } = workerData;
const host = fork(fileURLToPath(new URL("./resident-host.mjs", import.meta.url)), [start], {
  stdio: ["ignore", "ignore", "inherit", "ipc"],
  execArgv: [],
  env: { NO_COLOR: "1", COLUMNS: "80" },
  serialization: "advanced",
});

function answer(said) {
  port.postMessage(said);
  Atomics.store(turn, 0, 1);
  Atomics.notify(turn, 0);
}

host.on("message", answer);
const ended = () =>
  answer({ code: host.exitCode ?? -1, out: "", err: "The command line that is held ready has ended." });
host.on("exit", ended);
// Who calls one that has ended would wait for ever.
parentPort.on("message", (call) => (host.connected ? host.send(call) : ended()));
