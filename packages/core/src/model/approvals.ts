// What an approval is of: the request as it stood, so that one that changed afterwards waits again.
import { shortDigest } from "./digest.ts";
import type { Approval } from "./register.ts";

/** An entry of the register that another person approves. */
interface Request {
  readonly approved?: Approval | undefined;
}

/** The digest of a request: of everything that it says, and of the threat by the key that the register has it under. */
function requestDigest(key: string, { approved: _, ...said }: Request): string {
  return shortDigest([key, said]);
}

/** The approval of a request as it stands. */
export function approvalOf(key: string, request: Request, by: string, on: string): Approval {
  return { by, on, of: requestDigest(key, request) };
}

/**
 * True when the request was approved and says what it said then. An approval that names no digest, as older versions wrote it,
 * stands here; `check` asks the version history about it.
 */
export function isApproved(key: string, request: Request): boolean {
  const { approved } = request;
  return approved !== undefined && (approved.of === undefined || approved.of === requestDigest(key, request));
}
