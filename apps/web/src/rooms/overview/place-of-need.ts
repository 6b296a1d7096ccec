// Where a need leads: to the thing that it is about, in the room of its stage.
import type { Need } from "@parapet/core";
import type { Selection } from "../../data/selection.ts";

/** What to select for a need; its id is `<what>-<subject>`, where a threat, question or criterion holds an @. */
export function placeOfNeed({ id }: Pick<Need, "id">): Selection | undefined {
  const key = /[a-z][a-z0-9-]*@[a-z0-9-]+/.exec(id)?.[0];
  if (!key) return undefined;
  const verb = /^(answer|question|ask|settle|own)-/.exec(key);
  if (verb) return { kind: "question", id: key.slice(verb[0].length) };
  const threat = /^(mitigate|decide|score|confirm|assign|approve|accept)-/.exec(key);
  return threat ? { kind: "threat", id: key.slice(threat[0].length) } : undefined;
}
