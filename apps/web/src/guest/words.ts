// The words of the small page, without the library of the workbench.
import { guest } from "../strings/en/guest.ts";
import { pseudoOf } from "../strings/pseudo.ts";

type Leaf<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
/** Strings in two numbers are asked for without their ending. */
type Stem<K extends string> = K extends `${infer Stem}_${"one" | "other"}` ? Stem : K;
export type Word = Stem<Leaf<typeof guest>>;

const isPseudo = (): boolean => new URLSearchParams(location.search).get("lang") === "pseudo";
let strings: object | undefined;

/** A string with what stands in {{…}} filled in; `count` chooses between one and other. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  strings ??= isPseudo() ? pseudoOf(guest) : guest;
  const found = at(word) ?? at(`${word}_${values.count === 1 ? "one" : "other"}`) ?? word;
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}

function at(path: string): string | undefined {
  let value: unknown = strings;
  for (const part of path.split(".")) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  return typeof value === "string" ? value : undefined;
}
