// What an approval is of: the request as it stood, so that one that changed afterwards waits again.
import { shortDigest } from "./digest.ts";
import type { Approval } from "./register.ts";
import { isSpoken, type Speaking } from "./spoken.ts";

/** An entry of the register that another person approves. */
interface Request {
  readonly approved?: Approval | undefined;
}

/** The digest of a request: of everything that it says, and of the threat by the key that the register has it under. */
function requestDigest(key: string, { approved: _, ...said }: Request): string {
  return shortDigest([key, said]);
}

/** The approval of a request as it stands, by whoever speaks. */
export function approvalOf(key: string, request: Request, who: Speaking, on: string): Approval {
  return { ...who, on, of: requestDigest(key, request) };
}

/**
 * How an approval of a request stands: `done` by its person, only `said` and written down by another, `outdated` since the request
 * says something else now. Undefined without one. An approval that names no digest, as older versions wrote it, is of the request as
 * it is; `check` asks the version history about it.
 */
export function approvalState(key: string, request: Request): "done" | "said" | "outdated" | undefined {
  const { approved } = request;
  if (approved === undefined) return undefined;
  if (approved.of !== undefined && approved.of !== requestDigest(key, request)) return "outdated";
  return isSpoken(approved) ? "said" : "done";
}

/** True when the request was approved by its person and says what it said then. */
export function isApproved(key: string, request: Request): boolean {
  return approvalState(key, request) === "done";
}
