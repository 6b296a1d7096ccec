// Why the room refuses, in words.
import { type Permission, type Problem, problem } from "@parapet/core";

export const tooOld = problem(
  "stale-revision",
  "This was made on a state of the model that the server does not remember. Nothing was changed.",
  "Look at it again on the present state, and repeat it.",
);

export function notPermitted(command: string, needed: Permission, by: string): Problem {
  const say = `${by} may not ${needed} here: ${command} needs the permission “${needed}”.`;
  return problem("not-permitted", say, "Ask the host of this workbench to do it, or to share it with more rights.");
}

export function unmet(title: string | undefined): Problem {
  const what = title === undefined ? "something that was not accepted" : `“${title}”, which was not accepted`;
  return problem("stale-revision", `This rests on ${what}.`, "Settle that one first, then repeat this.");
}

export function duplicateId(id: string): Problem {
  const say = `${id} names something else that was accepted before. Nothing was changed.`;
  return problem("duplicate-id", say, "Repeat it: it gets another id.");
}

export function unwritten(message: string): Problem {
  const say = `The journal could not be written: ${message}. Nothing was changed.`;
  return problem("file-unwritable", say, "Make room on the disk or give this user the right to write there.");
}

export const otherLife = problem(
  "stale-revision",
  "The model was started anew on the server while this waited, so it cannot be compared with what happened meanwhile.",
  "Look at it on the present state, and repeat it if it still is right.",
);

export const notOpenYet = problem(
  "not-possible",
  "The model has not been read from the server yet.",
  "Wait until it is there; the page says so.",
);

export function notInTray(id: string): Problem {
  return problem("nothing-matched", `${id} is not in the tray.`, "It may have been settled already.");
}
