// Which parts of a good threat statement a sentence has: who, what they need first, what they do, what comes of it, what suffers.
import { type NameBook, namedThing } from "./named-things.ts";
import { deed, harms, people, prerequisites, qualities } from "./statement-words.ts";

/** The parts, in the order in which a sentence has them. */
export const statementParts = ["source", "prerequisite", "action", "impact", "affected"] as const;
export type StatementPart = (typeof statementParts)[number];

/** The names that a model gives to who may do something, and to what may suffer. */
export interface StatementNames {
  readonly people: NameBook;
  readonly things: NameBook;
}

/** So many characters of a sentence are read: it is looked at with each key, and nobody reads a longer one. */
const mostRead = 1_000;

/** The parts that a sentence has, in their order. English, and rough on purpose: it guides who types and decides nothing. */
export function partsOfStatement(sentence: string, names: StatementNames): readonly StatementPart[] {
  const say = sentence.slice(0, mostRead);
  const text = say.normalize("NFKC").toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, " ").trim();
  const act = deed(text);
  const has: Readonly<Record<StatementPart, boolean>> = {
    source: namesSource(text, act, names.people),
    prerequisite: prerequisites.test(text),
    action: act !== undefined,
    impact: act !== undefined && harms.test(text.slice(act.end)),
    affected: qualities.test(text) || namedThing(say, names.things) !== undefined,
  };
  return statementParts.filter((part) => has[part]);
}

/** The parts that it lacks, in their order. */
export function missingParts(say: string, names: StatementNames): readonly StatementPart[] {
  const has = partsOfStatement(say, names);
  return statementParts.filter((part) => !has.includes(part));
}

/** Who does it stands before the deed and is nobody's: in “sessions of a user” no user does anything. Or it stands behind “by”. */
function namesSource(text: string, act: { readonly start: number } | undefined, names: NameBook): boolean {
  const opening = text.slice(0, act?.start ?? text.length).replace(owned, " ");
  const by = [...text.matchAll(/\bby ([^,;]+)/g)].map(([, who]) => who ?? "");
  return [opening, ...by].some((part) => people.test(part) || namedThing(part, names) !== undefined);
}

const owned =
  /\b(?:of|to|for|from|in|on|at|with)\s+(?:(?:an?|the|any|every|another|its|his|her|their)\s+)?[\p{L}\p{N}-]+/gu;

/**
 * The sentence with a phrase for a part that it lacks: who goes first, or behind “by” where the deed is told already; the rest follows.
 */
export function withPart(say: string, part: StatementPart, phrase: string): string {
  const said = say.trim().replace(/[.,;:]+$/, "");
  if (said === "") return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)} `;
  if (part === "source") return `${said} by ${phrase} `;
  const told = deed(said.slice(0, mostRead).toLowerCase()) !== undefined;
  return `${said}${told && (part === "impact" || part === "prerequisite") ? "," : ""} ${phrase} `;
}

/** What leads to an example and stays when another takes its place. */
const leading = /^(?:so that|with|at the cost of) /;

/** Where the example begins in a sentence that `withPart` gave a phrase: from there to the end it gives way to what is typed. */
export function exampleAt(say: string, phrase: string): number {
  const lead = leading.exec(phrase)?.[0].length ?? 0;
  return say.length - 1 - phrase.length + lead;
}
