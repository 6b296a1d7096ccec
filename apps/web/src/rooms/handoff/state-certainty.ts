// How sure it is that a mitigation works: only evidence is solid, failed evidence is struck, a proposal is not even anybody's word.
import type { Specification } from "@parapet/core";
import type { Certainty } from "../../kit/certainty.tsx";

export function certaintyOfState(state: Specification["state"]): Certainty {
  if (state === "verified") return "solid";
  return state === "failed" ? "struck" : state === "proposed" ? "hatched" : "hollow";
}
