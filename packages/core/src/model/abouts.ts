// What people may speak of: a thing of the model, what is kept of it, a threat, a question, or the model as a whole.
import { at } from "./checks.ts";
import type { Document } from "./document.ts";
import { effective } from "./effective.ts";
import { nearest } from "./files/nearest.ts";
import { modelSubject, splitKey } from "./ids.ts";
import { type Problem, problem } from "./problem.ts";
import { editableCollections, locate } from "./targets.ts";
import { threatMeant } from "./threats.ts";

/** What is spoken of, as it is called today: things that were renamed since by their new ids, threats and questions by their new keys. */
export function meantBy(document: Document, about: string): string {
  return splitKey(about) ? threatMeant(document, about) : effective(document).resolve(about);
}

/** True when there is what is spoken of; threats and questions by what they are on, since the analysis decides which there are. */
function isSpokenOf(document: Document, about: string): boolean {
  const subject = splitKey(about)?.subject ?? about;
  if (subject === modelSubject) return true;
  return locate(document, subject) !== undefined || kept(document).some((map) => Object.hasOwn(map, subject));
}

/** A problem when there is nothing of that name. */
export function aboutProblems(document: Document, about: string | undefined, field = "about"): readonly Problem[] {
  if (about === undefined || isSpokenOf(document, about)) return [];
  const parts = splitKey(about);
  const subject = parts?.subject ?? about;
  const names = [...effective(document).collectionOf.keys(), ...kept(document).flatMap((map) => Object.keys(map))];
  const near = nearest(subject, [
    ...names,
    ...editableCollections.flatMap((key) => Object.keys(document.model[key] ?? {})),
  ]);
  const meant = near && (parts ? `${parts.left}@${near}` : near);
  const fix = meant ? `Did you mean ${meant}?` : "Name a thing, a threat, a question, or model.";
  return [problem("dangling-reference", `There is nothing called ${subject}.`, fix, at(field))];
}

/** What has an id and is no thing: kept beside the model, in the register or in the drawing. */
function kept({ model, register, diagram }: Document): readonly Readonly<Record<string, unknown>>[] {
  return [model.assumptions, register?.mitigations, register?.workshops, diagram?.views].map((map) => map ?? {});
}
