// Requests of the small page. Problems come in the words that the server has for them.
import type { Problem } from "@parapet/core";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problems: readonly Problem[] };

/** Reads or sends JSON; never throws. A server that does not answer has the status 0. */
export async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, {
      credentials: "same-origin",
      ...(body && { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const read = (await answer.json()) as T & { readonly problems?: readonly Problem[] };
    if (answer.ok) return { ok: true, value: read };
    return { ok: false, status: answer.status, problems: read.problems ?? [] };
  } catch {
    return { ok: false, status: 0, problems: [] };
  }
}
