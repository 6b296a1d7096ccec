// What the bundle of the command line exports: how a verb is found and run, and all verbs.
export { runCli } from "./cli.ts";
export { verbs } from "./verbs.ts";
