// The command line: says its version, else loads the bundle of the verbs and runs the one that is called.
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { loadBundle } from "./kept-code.ts";
import { version } from "./version.ts";

/** The name of the bundle of command-line.ts beside this file; set by the build. */
declare const COMMAND_LINE: string;

const argv = process.argv.slice(2);

/** The first Node whose V8 has no such flag as the one below, and would complain of it: it has a tier between, and weighs turns anew. */
const without = 22;

/** A verb whose output pipe was closed (`| head`) is done; one whose notes nobody reads any more goes on. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

if (argv[0] === "--version" || argv[0] === "-V") process.stdout.write(`${version}\n`);
else void runVerb();

async function runVerb(): Promise<void> {
  // Most commands end before code that V8 optimises early has paid for it: three times as many turns make it hot.
  if (Number.parseInt(process.versions.node, 10) < without) setFlagsFromString("--interrupt-budget=400000");
  const { exports, keep } = loadBundle<typeof import("./command-line.ts")>(join(import.meta.dirname, COMMAND_LINE));
  process.exitCode = await exports.runCli(argv, exports.verbs);
  keep(exports.verbs.find(({ name }) => argv.includes(name))?.name ?? "help");
}
