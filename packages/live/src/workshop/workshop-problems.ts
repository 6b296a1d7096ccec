// Why something is not done in a workshop, in words. None of them repeats what somebody voted or wrote.
import { type Problem, problem } from "@parapet/core";

export function mayNot(by: string): Problem {
  return problem("not-permitted", `${by} does not lead this workshop.`, "Ask the facilitator to do it.");
}

export function notNow(why: string): Problem {
  return problem("not-possible", why, "Look at what the workshop is doing now.");
}

export function unfit(why: string): Problem {
  return problem("bad-argument", why, "Give what is asked for.");
}
