// The workbench that has a model open: commands go there, so that everybody sees them and nobody writes the files behind its back.
import type { RunningWorkbench } from "@parapet/adapters";
import {
  apply,
  type Change,
  type CommandCall,
  type Document,
  fail,
  inverseOf,
  ok,
  type Problem,
  problem,
  type Result,
} from "@parapet/core";

/** What a command did there. */
export interface DoneThere {
  /** What an undo took back. */
  readonly undoes?: { readonly title: string; readonly at: string };
  readonly changes: readonly Change[];
  readonly before: Document;
  readonly after: Document;
}

interface Sent {
  readonly as: string;
  readonly day: string;
}

/** Has commands run there. No changes: it is so already. */
export function sendThere(
  running: RunningWorkbench,
  sent: Sent & { readonly title: string; readonly calls: readonly CommandCall[] },
): Promise<Result<DoneThere>> {
  return done(running, "commands", sent);
}

/** Takes the last thing of a person back there. */
export function undoThere(running: RunningWorkbench, sent: Sent): Promise<Result<DoneThere>> {
  return done(running, "undo", sent);
}

/** A new link to the workbench. */
export async function linkThere(running: RunningWorkbench): Promise<Result<string>> {
  const answer = await ask<{ url: string }>(running, "POST", "/links", {});
  return answer.ok ? ok(answer.value.url) : answer;
}

async function done(running: RunningWorkbench, what: string, sent: object): Promise<Result<DoneThere>> {
  const at = `/models/${encodeURIComponent(running.model)}`;
  const answer = await ask<Pick<DoneThere, "changes" | "undoes">>(running, "POST", `${at}/${what}`, sent);
  if (!answer.ok) return answer;
  const { changes, undoes } = answer.value;
  // The next command may read the files: they hold it before this one ends.
  const written = await ask<{ problems: readonly Problem[] }>(running, "GET", `${at}/written`);
  if (!written.ok) return written;
  const now = await ask<{ document: Document }>(running, "GET", at);
  if (!now.ok) return now;
  const { document: after } = now.value;
  return ok({ ...(undoes && { undoes }), changes, before: apply(after, inverseOf(changes)), after });
}

async function ask<T>(
  running: RunningWorkbench,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<Result<T>> {
  try {
    const { status, text } = await request(running, method, path, body);
    const value = JSON.parse(text) as T & { problems?: readonly Problem[] };
    return status < 400 ? ok(value) : fail(...(value.problems ?? [noAnswer(`status ${status}`)]));
  } catch (error) {
    return fail(noAnswer((error as Error).message));
  }
}

/** On this machine alone: its certificate is for another name, and the secret is one that only this user reads. */
async function request(
  { port, secret, tls }: RunningWorkbench,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; text: string }> {
  const { request: send } = tls ? await import("node:https") : await import("node:http");
  const headers = { authorization: `Bearer ${secret}`, ...(body && { "content-type": "application/json" }) };
  return new Promise((done, failed) => {
    const options = { host: "127.0.0.1", port, method, path, headers, timeout: patience, rejectUnauthorized: false };
    const sent = send(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => done({ status: answer.statusCode ?? 0, text }));
      answer.on("error", failed);
    });
    sent.on("timeout", () => sent.destroy(new Error("it took longer than a minute")));
    sent.on("error", failed);
    sent.end(body && JSON.stringify(body));
  });
}

/** A workbench that analyses a large model takes a while. */
const patience = 60_000;

function noAnswer(why: string): Problem {
  return problem(
    "file-unreadable",
    `A workbench has this model open and does not answer: ${why}.`,
    "Wait a moment and run the command again; if the workbench hangs, end it.",
  );
}
