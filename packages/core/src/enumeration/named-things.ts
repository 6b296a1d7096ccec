// Which things a sentence names: whole words, in their order, the longest name first.
import { stem, wordsOf } from "./note-words.ts";

/** Something that has a name. */
export interface Nameable {
  readonly id: string;
  readonly title: string;
  /** What it is made with: it goes by that too where no other thing is made with it. */
  readonly technologies?: readonly string[] | undefined;
}

interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no space between words: there every sign stands for itself. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

/** Every word of a text, in lower case, without accents, cut to its stem. */
function tokens(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(unspaced, " $& ");
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(stem);
}

/** A thing goes by its title, by its id and by what it alone is made with; a name of nothing but filler names nothing. */
function namesOf({ id, title }: Nameable, alone: readonly string[]): readonly (readonly string[])[] {
  const dashed = [id, ...alone].map((name) => name.replaceAll("-", " "));
  return [title, ...dashed].filter((name) => wordsOf(name).length > 0).map(tokens);
}

/** What a name may be looked up by, once for many sentences: things by the first word of their names. */
export type NameBook = ReadonlyMap<string, readonly { readonly id: string; readonly name: readonly string[] }[]>;

export function nameBook(things: readonly Nameable[]): NameBook {
  const book = new Map<string, { id: string; name: readonly string[] }[]>();
  const makers = new Map<string, number>();
  for (const { technologies = [] } of things)
    for (const one of new Set(technologies)) makers.set(one, (makers.get(one) ?? 0) + 1);
  for (const thing of things)
    for (const name of namesOf(thing, thing.technologies?.filter((one) => makers.get(one) === 1) ?? [])) {
      const [first] = name;
      if (first === undefined) continue;
      const list = book.get(first);
      if (list) list.push({ id: thing.id, name });
      else book.set(first, [{ id: thing.id, name }]);
    }
  return book;
}

/**
 * The ids of the things that a sentence names, the longest name first. What lies within a longer name is not named by itself: in “the
 * Stripe webhook” neither Stripe nor the web is meant. Things of the same name are all named.
 */
export function namedThings(say: string, book: NameBook): readonly string[] {
  const said = tokens(say);
  const found: Mention[] = said.flatMap((word, start) =>
    (book.get(word) ?? [])
      .filter(({ name }) => name.every((one, i) => said[start + i] === one))
      .map(({ id, name }) => ({ id, start, end: start + name.length })),
  );
  const length = ({ start, end }: Mention) => end - start;
  const longest = [...found].sort((a, b) => length(b) - length(a));
  const kept: Mention[] = [];
  for (const mention of longest) if (!kept.some((other) => crosses(mention, other))) kept.push(mention);
  return [...new Set(kept.map(({ id }) => id))];
}

/** They share words, and are not the same words. */
function crosses(a: Mention, b: Mention): boolean {
  const same = a.start === b.start && a.end === b.end;
  return !same && a.start < b.end && b.start < a.end;
}

/** The thing that a sentence names: the one of the longest name. */
export function namedThing(say: string, book: NameBook): string | undefined {
  return namedThings(say, book)[0];
}
