// Whether an operation that states no security can be taken as meant for everybody.
import type { Operation } from "./operations.ts";
import { wordsOf } from "./words.ts";

const reads: ReadonlySet<string> = new Set(["get", "head", "options", "trace", "query"]);

/** What people call before they can prove who they are, or what tells whether a service is up. */
const before =
  /^(log ?in|log ?on|sign ?in|sign ?up|register|registration|sessions?|tokens?|forgot password|password reset|reset password|health|healthz|ping)$/;

/** It only reads, names no single thing in its path and touches nothing that is not for everybody; or it is the way to sign in. */
export function isForEverybody(operation: Operation, sensitive: boolean): boolean {
  const segments = operation.path.split("/").filter((segment) => segment !== "");
  if (before.test(wordsOf(segments.at(-1) ?? "").join(" "))) return true;
  return reads.has(operation.method) && !operation.path.includes("{") && !sensitive;
}
