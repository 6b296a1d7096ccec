// Reads what comes over the wire. Whatever the bytes are, the answer is a message or a problem: nothing throws.
import { fail, ok, problem, type Result } from "@parapet/core";
import type * as z from "zod";
import { type FromClient, fromClient, maxFrame } from "./wire.ts";

/** A message of a client, from the text of one frame. */
export function readClient(text: string): Result<FromClient> {
  if (text.length > maxFrame) {
    const say = `A message of ${text.length} characters came in; ${maxFrame} are the most.`;
    return fail(problem("file-too-large", say, "Send it in smaller parts."));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(problem("bad-argument", "A message is not JSON.", "Reload the page; another program may be sending."));
  }
  const parsed = fromClient.safeParse(value);
  return parsed.success ? ok(parsed.data) : fail(unreadable(parsed.error.issues[0]));
}

function unreadable(issue: z.core.$ZodIssue | undefined) {
  const where = issue?.path.map(String).join(".").slice(0, 200);
  const say = `A message is not as the protocol has it${where ? ` at ${where}` : ""}: ${issue?.message.slice(0, 200) ?? "unknown"}.`;
  return problem("bad-argument", say, "Reload the page: it may be of another version than the server.");
}
