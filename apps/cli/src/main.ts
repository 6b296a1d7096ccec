// The command line: finds the verb, parses its arguments, runs it. Nothing heavy is loaded before the verb needs it.

import { verbs } from "./verbs.ts";
import { version } from "./version.ts";

const argv = process.argv.slice(2);

/** A verb whose output pipe was closed (`| head`) is done. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

if (argv[0] === "--version" || argv[0] === "-V") {
  process.stdout.write(`${version}\n`);
} else {
  const { runCli } = await import("./cli.ts");
  process.exitCode = await runCli(argv, verbs);
}
