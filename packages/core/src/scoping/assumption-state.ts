// The state of an assumption, with who said so, when and why.
import type { Assumption } from "../model/assumption.ts";
import type { Change } from "../model/changes.ts";
import { set } from "../model/edits.ts";

/** Sets the state of an assumption; the reason of an earlier state goes with that state. */
export function stateOf(
  id: string,
  said: { state: NonNullable<Assumption["state"]>; by: string; on: string; why: string | undefined },
): readonly Change[] {
  return (["state", "by", "on", "why"] as const).map((field) => set("model.assumptions", id, [field], said[field]));
}
