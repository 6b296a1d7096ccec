// The grammar of ids: things, threats (`rule@subject`) and questions (`fact@about`). See docs/decisions/0002-ids.md.

import { shortDigest } from "./digest.ts";

/** What every id of a thing looks like; `constructor` is a name that every JavaScript object inherits, so it is none. */
export const idPattern = /^(?!constructor$)[a-z][a-z0-9-]*$/;

/** The subject of threats and questions about the system as a whole. */
export const modelSubject = "model";

/** True for a string that may be the id of a thing. `model` is reserved. */
export function isId(text: string): boolean {
  return idPattern.test(text) && text.length <= 80 && text !== modelSubject;
}

/**
 * Turns a title into a slug by the id grammar: "Orders DB (EU)" → "orders-db-eu".
 * Gives "" when nothing of the title can stand in an id; see slugOrDigest.
 */
export function slug(title: string): string {
  const ascii = title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const dashed = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
  return dashed.slice(0, 60).replace(/-+$/, "");
}

/** The slug of a title; of one in another script, in which no letter can stand in an id, a digest: the same in every copy of the model. */
export function slugOrDigest(title: string): string {
  const own = slug(title);
  return own !== "" || !/[\p{L}\p{N}]/u.test(title) ? own : `n${shortDigest(title).slice(0, 8)}`;
}

/**
 * Chooses an id from a title: the slug; when it is taken, qualified by zone, then by kind; undefined when all are taken
 * (the caller refuses and asks for another title). Never a counter, so an id means the same in every copy of the model.
 */
export function chooseId(
  title: string,
  qualifiers: { zone?: string | undefined; kind: string },
  taken: (id: string) => boolean,
): string | undefined {
  const base = slugOrDigest(title);
  if (base === "") return undefined;
  const candidates = [base, qualifiers.zone && `${base}-${qualifiers.zone}`, `${base}-${qualifiers.kind}`];
  return candidates.find((id) => id !== undefined && id !== "" && isId(id) && !taken(id)) || undefined;
}

/** The parts of `left@subject`: a threat's rule and subject, or a question's fact and what it is about. */
export interface KeyParts {
  readonly left: string;
  readonly subject: string;
}

/** Splits `rule@subject`; undefined when the text is not of that form. */
export function splitKey(key: string): KeyParts | undefined {
  const at = key.indexOf("@");
  if (at <= 0 || at === key.length - 1) return undefined;
  const left = key.slice(0, at);
  const subject = key.slice(at + 1);
  return idPattern.test(left) && idPattern.test(subject) ? { left, subject } : undefined;
}

/** True for the id of a threat that a person wrote down: `by-hand-<slug>@subject`. */
export function isByHand(threatId: string): boolean {
  return threatId.startsWith("by-hand-");
}
