// Assumptions: what the model takes for granted, and what rests on it: facts, and threats that people wrote down.
import * as z from "zod";
import { type KnowsPeople, nameOfPerson } from "./called.ts";
import { facts } from "./fact.ts";
import { date, id, person, text, threatKey } from "./fields.ts";

export const assumption = z.strictObject({
  text,
  kind: z.enum(["platform", "process", "people", "third-party", "design", "scope"]).optional(),
  owner: person.optional(),
  review: date.optional(),
  state: z.enum(["holds", "challenged", "refuted"]).optional().meta({ title: "holds unless said otherwise" }),
  by: person.optional(),
  on: date.optional(),
  why: text.optional(),
  facts: z.record(id, facts).optional().meta({ title: "Thing → the facts that rest on this assumption" }),
  threats: z
    .array(threatKey)
    .max(2000)
    .optional()
    .meta({ title: "Threats written down by hand that rest on this assumption" }),
});
export type Assumption = z.infer<typeof assumption>;

/** True while something may rest on it: nobody challenged or refuted it, and its review is not past. */
export function holds({ state = "holds", review }: Assumption, now: string): boolean {
  return state === "holds" && (review === undefined || review >= now);
}

/** Why nothing rests on it today; undefined while it holds. */
export function doubtOf(
  people: KnowsPeople,
  { state = "holds", review, by, on }: Assumption,
  now: string,
): string | undefined {
  if (state !== "holds") return `${state}${by && on ? ` by ${nameOfPerson(people, by)} on ${on}` : ""}`;
  return review !== undefined && review < now ? `not confirmed since ${review}` : undefined;
}

/** An assumption that is challenged, refuted or past its review, and why nothing rests on it. */
export interface Doubt {
  readonly assumption: string;
  readonly say: string;
}
