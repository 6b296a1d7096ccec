// For journeys: `parapet up` as a process of its own, which can end as machines end.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const parapet = join(import.meta.dirname, "../../parapet");

/** A running `parapet up`. */
export interface Up {
  /** The address that it printed, with the token that lets its host in. */
  readonly link: string;
  /** Ends it, and waits until it is gone. */
  readonly end: (how: "SIGTERM" | "SIGKILL") => Promise<void>;
}

/** Starts `parapet up` on any free port, unless the arguments name one. */
export async function startUp(args: readonly string[]): Promise<Up> {
  const port = args.includes("--port") ? [] : ["--port", "0"];
  const running = spawn(parapet, ["up", "--no-open", ...port, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise((ended) => running.once("exit", ended));
  return {
    link: await linkOf(running),
    end: async (how) => {
      running.kill(how);
      await gone;
    },
  };
}

/** The address that the workbench prints. */
function linkOf(running: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const look = (chunk: Buffer) => {
      printed += chunk.toString();
      const link = /http:\/\/\S+/.exec(printed)?.[0];
      if (link) resolve(link);
    };
    running.stdout?.on("data", look);
    running.stderr?.on("data", look);
    running.once("exit", (code) => reject(new Error(`parapet up ended with ${code}: ${printed}`)));
  });
}
