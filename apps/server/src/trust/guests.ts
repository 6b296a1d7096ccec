// What guests may do: read, propose, answer, comment and vote. Their name is a claim, so they speak for nobody else.
import { type CommandCall, type Permission, type Problem, problem } from "@parapet/core";

/** Commands that need the permission to edit and that guests may give nevertheless. */
const forGuests: ReadonlySet<string> = new Set(["answer-question", "add-comment", "add-note"]);

/** What a guest may; with `edit`, the model too. Decisions stay with the host. */
export function permissionsOfGuest(edit: boolean): readonly Permission[] {
  return edit ? ["read", "propose", "edit"] : ["read", "propose"];
}

/** What a guest may in these commands. */
export function permissionsFor(calls: readonly CommandCall[], may: readonly Permission[]): readonly Permission[] {
  return calls.every(({ name }) => forGuests.has(name)) ? [...may, "edit"] : may;
}

/** Why a guest may not give these commands: they speak for somebody else. */
export function speaksForOthers(calls: readonly CommandCall[]): Problem | undefined {
  const speaking = calls.some(({ input }) => typeof input === "object" && input !== null && "said-by" in input);
  return speaking
    ? problem(
        "not-permitted",
        "A guest's name is a claim, so a guest writes down nothing that somebody else said.",
        "Ask the host to write it down, or leave “said-by” away.",
      )
    : undefined;
}
