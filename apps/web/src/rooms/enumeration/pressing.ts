// Which questions come first: those on which a listed threat hangs, or that contradict. The others only tell whether something applies at all.
import type { Question } from "@parapet/core";

export function pressing({ settles, latent, contradiction }: Question): boolean {
  return settles > 0 || latent === 0 || contradiction !== undefined;
}
