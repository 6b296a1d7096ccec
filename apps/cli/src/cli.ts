// Builds the parser for one verb (or the overview of all) and runs it.

import { nearest, type Problem } from "@parapet/core";
import { Command, type CommanderError, Option } from "commander";
import { overview } from "./print/overview.ts";
import { printProblems } from "./print/problems.ts";
import { fitted } from "./print/style.ts";
import { Session } from "./session.ts";
import type { ExitCode, Options, VerbEntry } from "./verb.ts";

/** Runs the command line; gives the exit code. */
export async function runCli(argv: readonly string[], verbs: readonly VerbEntry[]): Promise<ExitCode> {
  const { name, rest } = splitVerb(argv);
  const entry = verbs.find((verb) => verb.name === name);
  if (!entry) {
    const asked = name === undefined || name === "help" || name === "--help" || name === "-h";
    const about = name === "help" ? splitVerb(rest).name : undefined;
    if (about !== undefined) return runCli([about, "--help"], verbs);
    if (asked) process.stdout.write(overview(verbs));
    else tell(unknownVerb(name, verbs), argv);
    return asked && name !== undefined ? 0 : 2;
  }
  const { verb } = await entry.load();
  const command = withGlobals(
    withFolder(verb.configure(new Command(`parapet ${entry.name}`).description(entry.summary))),
  );
  try {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => undefined, writeOut: (text) => process.stdout.write(fitted(text)) })
      .parse([...rest], { from: "user" });
  } catch (error) {
    return parseError(error as CommanderError, command, argv);
  }
  const { args, options } = called(command);
  const session = new Session(options);
  try {
    return await verb.run(session, args, options);
  } catch (error) {
    tell(defect(error as Error), argv);
    return 2;
  }
}

/** Options before the verb are allowed: `parapet -C dir threats`. */
function splitVerb(argv: readonly string[]): { name: string | undefined; rest: readonly string[] } {
  const takesValue = new Set(["-C", "--dir", "--model", "--now", "--as"]);
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (!word.startsWith("-")) return { name: word, rest: [...argv.slice(0, i), ...argv.slice(i + 1)] };
    if (takesValue.has(word)) i++;
  }
  return { name: argv.find((word) => word === "--help" || word === "-h") ?? argv[0], rest: [] };
}

const folderHelp = "the folder of the system or of its threat model";

/** A verb with no words of its own takes the folder of the model as its one word. */
function withFolder(command: Command): Command {
  return command.registeredArguments.length === 0 ? command.argument("[folder]", folderHelp) : command;
}

/** The words and options of a call; a folder that was named as a word is the same as one named with -C. */
function called(command: Command): { readonly args: readonly string[]; readonly options: Options } {
  const options = command.opts();
  const [folder] = command.args;
  if (folder === undefined || command.registeredArguments[0]?.name() !== "folder")
    return { args: command.args, options };
  return { args: [], options: { ...options, dir: folder } };
}

function withGlobals(command: Command): Command {
  return command
    .addOption(new Option("-C, --dir <folder>", folderHelp).default("."))
    .addOption(new Option("--model <name>", "which model, when the repository holds several"))
    .addOption(new Option("--json", "print the result as JSON"))
    .addOption(new Option("--now <date>", "the day to work on, as 2026-11-24 (default: today)"))
    .addOption(new Option("--as <person>", "who does it (default: git's user, looked up in people.yaml)"));
}

function parseError(error: CommanderError, command: Command, argv: readonly string[]): ExitCode {
  if (error.code === "commander.helpDisplayed" || error.code === "commander.help") return 0;
  const problem: Problem = {
    code: "bad-argument",
    say: error.message.replace(/^error: /, "").replace(/^./, (first) => first.toUpperCase()),
    fix: `See ${command.name()} --help.`,
  };
  tell(problem, argv);
  return 2;
}

/** One problem before there is a session: on standard error, and as JSON where JSON is wanted. */
function tell(problem: Problem, argv: readonly string[]): void {
  if (argv.includes("--json")) process.stdout.write(`${JSON.stringify({ problems: [problem] }, undefined, 2)}\n`);
  printProblems([problem], process.stderr);
}

function unknownVerb(name: string, verbs: readonly VerbEntry[]): Problem {
  const near = nearest(
    name,
    verbs.map((verb) => verb.name),
  );
  return {
    code: "bad-argument",
    say: `There is no verb “${name}”.`,
    fix: near ? `Did you mean ${near}? See parapet --help.` : "See parapet --help.",
  };
}

function defect(error: Error): Problem {
  return {
    code: "internal",
    say: `Parapet itself failed: ${error.stack ?? error.message}`,
    fix: "Please report this with the command and the model, if it may be shown.",
  };
}
