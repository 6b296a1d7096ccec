// What workshops leave to be done: a senior engineer who was there, a signature, a word that waits for its person.
import { byCodeUnit } from "../model/changes.ts";
import type { Workshop } from "../model/workshop.ts";
import { seniorsPresent, workshopState } from "../model/workshops.ts";
import { type Missing, need, type StageInput } from "./found.ts";
import { confirmation } from "./review-needs.ts";

function held({ document }: StageInput): readonly (readonly [string, Workshop])[] {
  return Object.entries(document.register?.workshops ?? {})
    .filter(([, workshop]) => workshopState(workshop) === "ended")
    .sort(([a], [b]) => byCodeUnit(a, b));
}

/** Workshops that nobody can sign off: no senior engineer of the owning team was there. Another one of that kind, with one, takes its place. */
export function seniorNeeds(input: StageInput): readonly Missing[] {
  const { document } = input;
  const later = (one: Workshop): boolean =>
    Object.values(document.register?.workshops ?? {}).some(
      (other) =>
        other.kind === one.kind &&
        JSON.stringify(other.focus) === JSON.stringify(one.focus) &&
        (other.ended ?? "") > (one.ended ?? "") &&
        seniorsPresent(document, other).length > 0,
    );
  return held(input)
    .filter(([, workshop]) => seniorsPresent(document, workshop).length === 0 && !later(workshop))
    .map(([id, { title, kind }]) =>
      need(
        `senior-engineer-${id}`,
        `No senior engineer of the owning team was at “${title}”, so it cannot be signed off: go through it with one`,
        "management",
        `workshop plan 'TITLE' --kind ${kind}`,
      ),
    );
}

/** Workshops that wait for a signature, or for the person who only said that they sign. */
export function workshopSignOffNeeds(input: StageInput): readonly Missing[] {
  const { document } = input;
  return held(input)
    .filter(([, workshop]) => seniorsPresent(document, workshop).length > 0)
    .map(([id, { title, "signed-off": said }]) =>
      said
        ? confirmation(document, `sign-off-${id}`, said, `workshop sign-off ${id}`, `signs off “${title}”`)
        : need(
            `sign-off-${id}`,
            `Somebody who was at “${title}” signs off what it came to`,
            "engineer",
            `workshop sign-off ${id} --as NAME`,
          ),
    );
}
