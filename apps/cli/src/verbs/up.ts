// up: opens the workbench on the models of a folder, on this machine.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { ok, problem, type Result } from "@parapet/core";
import { type Running, serve } from "@parapet/server";
import type { Command } from "commander";
import { dim } from "../print/style.ts";
import type { Session } from "../session.ts";
import { type ExitCode, type Options, textOption, type Verb } from "../verb.ts";
import { webFolder } from "../web-folder.ts";
import { workplaceAt } from "../workplace.ts";

/** Tried first, so that a page that was open finds the workbench again. */
const usualPort = 4180;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[folder]", "the folder of the system or of its threat model")
      .option("--port <number>", "the port to listen on (default: 4180, or a free one when that is taken)")
      .option("--no-open", "open no browser; print the address")
      .addHelpText("after", "\nExample:\n  parapet up examples/shop"),
  run: async (session, [folder], options: Options) => {
    const port = portOption(options);
    if (!port.ok) return session.fail(port.problems);
    const workplace = workplaceAt(session, folder === undefined ? session.folder : resolve(folder), webFolder());
    if (!workplace.ok) return session.fail(workplace.problems);
    const running = await listen(workplace.value, port.value);
    return running.ok ? untilEnded(session, running.value, options) : session.fail(running.problems);
  },
};

function portOption(options: Options): Result<number | undefined> {
  const text = textOption(options, "port");
  if (text === undefined) return ok(undefined);
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return ok(Number(text));
  return { ok: false, problems: [problem("bad-argument", `${text} is no port.`, "Give a number from 0 to 65535.")] };
}

/** The port that was asked for, or the usual one, or a free one when the usual one is taken. */
async function listen(workplace: Parameters<typeof serve>[0]["workplace"], port?: number): Promise<Result<Running>> {
  try {
    return ok(await serve({ workplace, port: port ?? usualPort }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && port === undefined) return ok(await serve({ workplace, port: 0 }));
    const say =
      code === "EADDRINUSE" ? `Port ${port} is taken.` : `The workbench cannot listen on port ${port}: ${message}.`;
    return { ok: false, problems: [problem("bad-argument", say, "Name another one; --port 0 takes a free one.")] };
  }
}

/** Says where the workbench is and stays until it is told to end. */
async function untilEnded(session: Session, running: Running, options: Options): Promise<ExitCode> {
  const url = running.link();
  session.say({ url, port: running.port }, `The workbench is at ${url}\n${dim("Ctrl-C ends it.")}`);
  if (options.open !== false && process.stdout.isTTY) openBrowser(url);
  await new Promise<void>((ended) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ended());
  });
  await running.close();
  return 0;
}

/** Opens the address in the person's browser; where there is none, the address was printed. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  spawn(command as string, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
