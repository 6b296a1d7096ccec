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
  { port, secret }: RunningWorkbench,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<Result<T>> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    const value = (await answer.json()) as T & { problems?: readonly Problem[] };
    return answer.ok ? ok(value) : fail(...(value.problems ?? [noAnswer(`status ${answer.status}`)]));
  } catch (error) {
    return fail(noAnswer((error as Error).message));
  }
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
