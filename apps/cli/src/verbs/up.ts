// up: opens the workbench on the models of a folder, on this machine.
import { spawn } from "node:child_process";
import { runningIn } from "@parapet/adapters";
import { fail, ok, problem, type Result } from "@parapet/core";
import { type Running, serve, type Workplace } from "@parapet/server";
import type { Command } from "commander";
import { printProblems } from "../print/problems.ts";
import { dim } from "../print/style.ts";
import { linkThere } from "../running.ts";
import type { Session } from "../session.ts";
import { printRoom, type Sharing, sharingOptions } from "../sharing.ts";
import { type ExitCode, type Options, textOption, type Verb } from "../verb.ts";
import { webFolder } from "../web-folder.ts";
import { workplaceAt } from "../workplace.ts";

/** Tried first, so that a page that was open finds the workbench again. */
const usualPort = 4180;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--port <number>", "the port to listen on (default: 4180, or a free one when that is taken)")
      .option("--no-open", "open no browser; print the address")
      .option(
        "--share [how]",
        "let others join a workshop over the network; --share=edit gives them the whole workbench, whoever reads it on the way",
      )
      .option(
        "--workshop <id>",
        "with --share: the workshop to invite to (default: the one that runs, or the next one)",
      )
      .option("--public-url <url>", "the address of a tunnel or proxy in front")
      .option("--cert <file>", "speak TLS with this certificate …")
      .option("--key <file>", "… and this key")
      .addHelpText("after", "\nExamples:\n  parapet up examples/shop\n  parapet up examples/shop --share"),
  run: async (session, _args, options: Options) => {
    const port = portOption(options);
    if (!port.ok) return session.fail(port.problems);
    const workplace = workplaceAt(session, session.folder, undefined);
    if (!workplace.ok) return session.fail(workplace.problems);
    const there = await linkOfRunning(workplace.value);
    if (there !== undefined) return opened(session, there, options);
    const how = sharingOptions(options, (room) => printRoom(session, room));
    if (!how.ok) return session.fail(how.problems);
    const running = await listen({ ...workplace.value, web: webFolder() }, how.value, port.value);
    return running.ok ? run(session, running.value, workplace.value, options) : session.fail(running.problems);
  },
};

function portOption(options: Options): Result<number | undefined> {
  const text = textOption(options, "port");
  if (text === undefined) return ok(undefined);
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return ok(Number(text));
  return fail(problem("bad-argument", `${text} is no port.`, "Give a number from 0 to 65535."));
}

/** A new link to the workbench that has a model of the folder open already. */
async function linkOfRunning(workplace: Workplace): Promise<string | undefined> {
  for (const { folder } of workplace.models()) {
    const running = runningIn(folder);
    const link = running && (await linkThere(running));
    if (link?.ok) return link.value;
  }
  return undefined;
}

/** The port that was asked for, or the usual one, or a free one when the usual one is taken. */
async function listen(workplace: Workplace, how: Sharing, port?: number): Promise<Result<Running>> {
  try {
    return ok(await serve({ ...how, workplace, port: port ?? usualPort }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined) return ok(await serve({ ...how, workplace, port: 0 }));
    const say =
      code === "EADDRINUSE" ? `Port ${port} is taken.` : `The workbench cannot listen on port ${port}: ${message}.`;
    return fail(problem("bad-argument", say, "Name another one; --port 0 takes a free one."));
  }
}

/** Opens the models, says where the workbench is, and stays until it is told to end. */
async function run(session: Session, running: Running, workplace: Workplace, options: Options): Promise<ExitCode> {
  const problems = await running.open();
  // Somebody who started at the same moment was first.
  const first = problems.some(({ code }) => code === "stale-revision") ? await linkOfRunning(workplace) : undefined;
  if (first !== undefined) {
    await running.close();
    return opened(session, first, options);
  }
  printProblems(problems, process.stderr);
  // Who reads the address may end the workbench at once.
  const ended = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
  const url = running.link();
  session.say({ url, port: running.port }, `The workbench is at\n${url}\n${dim("Ctrl-C ends it.")}`);
  if (options.share !== undefined) await invite(session, running, options);
  if (options.open !== false && process.stdout.isTTY) openBrowser(url);
  await ended;
  await running.close();
  return 0;
}

/** Invites to the workshop that is named, runs or comes next; where there is none, says where one is made. */
async function invite(session: Session, running: Running, options: Options): Promise<void> {
  if (running.readable !== undefined) process.stderr.write(`${running.readable}\n`);
  const room = await running.invite(textOption(options, "workshop"));
  if (room.ok) printRoom(session, room.value);
  else printProblems(room.problems, process.stderr);
}

function opened(session: Session, url: string, options: Options): ExitCode {
  session.say({ url, running: true }, `A workbench has this open already, at\n${url}`);
  if (options.open !== false && process.stdout.isTTY) openBrowser(url);
  return 0;
}

/** Opens the address in the person's browser; where there is none, the address was printed. */
function openBrowser(url: string): void {
  const [command = "", ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
