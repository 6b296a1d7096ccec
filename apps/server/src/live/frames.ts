// What comes in on a socket: read within limits, or a reason to close it.
import { type FromClient, fromClient, maxFrame } from "@parapet/live";

/** A frame that was understood, or why the connection ends. */
export type Frame = { readonly message: FromClient } | { readonly code: number; readonly reason: string };

/** Reads one frame. Nothing of what it says is repeated in the reason. */
export function readFrame(data: Buffer, isBinary: boolean): Frame {
  if (isBinary) return { code: 1003, reason: "Frames are text." };
  if (data.length > maxFrame) return { code: 1009, reason: `A frame has at most ${maxFrame} bytes.` };
  const value = parsed(data);
  if (value === undefined) return { code: 1007, reason: "This frame is not JSON." };
  const message = fromClient.safeParse(value);
  return message.success
    ? { message: message.data }
    : { code: 1008, reason: "This frame says nothing that the protocol knows." };
}

function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString("utf8")) ?? undefined;
  } catch {
    return undefined;
  }
}

/** How often a connection may speak: a bucket that fills again with time. */
export class Pace {
  readonly #perSecond: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, most: number, now: number) {
    this.#perSecond = perSecond;
    this.#most = most;
    this.#left = most;
    this.#at = now;
  }

  /** Takes one; false when there is none left at `now` (milliseconds). */
  take(now: number): boolean {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) * this.#perSecond) / 1000);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
