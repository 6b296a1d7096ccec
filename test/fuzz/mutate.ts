// Breaks real files in the ways in which files get broken: by editors, merges, half writes, other tools and people who mean harm.
//
// A file is a string with one character per byte, so that a mutation may also make what is no UTF-8.

/** Throws of one die after another; the same seed throws the same. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A whole number from 0 to below `sides` (mulberry32). */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)] as T;
  }
}

/** UTF-8 as one character per byte. */
export const bytesOf = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/** What YAML, JSON or a reader may take for more than text. */
const tokens: readonly string[] = [
  ...["&a ", "*a", "<<: *a", "!!str ", "!t ", "!!binary ", "? ", ": ", "- ", "[", "]", "{", "}", ", ", "#", " # "],
  ...["|\n", "|+\n", ">-\n", "|9\n", "'", '"', "---\n", "...\n", "%YAML 1.2\n", "<<<<<<< ours\n", "=======\n"],
  ...["\t", "\0", "\ufeff", "\r", "\r\n", "\u2028", "\u0085", "\u00a0", "\u001b[0m", "\u202e", "e\u0301", "😀"],
  ...['"\\ud800"', '"\\u0000"', '"\\x41"', "~", "null", "__proto__: 1\n", "constructor: {}\n", "toString", "${A", "$$"],
  ...["${A:-${A}}", "../../../etc/passwd", "{{x}}", "\\", "`", "@", "%", "*", "&", "!"],
].map(bytesOf);

/** Bytes that no UTF-8 text holds: a lone continuation, a surrogate, an overlong slash, a cut sequence. */
const noUtf8: readonly string[] = ["\xff", "\xed\xa0\x80", "\xc0\xaf", "\xe2\x82", "\x80", "\xf8\x88\x80\x80\x80"];

const numbers: readonly string[] = [
  ...["-1", "0", "-0", "1e999", "1e-999", ".inf", "-.inf", ".nan", "9007199254740993", "99999999999999999999"],
  ...["0x10", "0o17", "0777", "1_000", "1.5", "1.", ".5", "1e3", "+1", "NaN", "2026-13-45", "2026-02-30", "12:30"],
];

const values: readonly string[] = [
  ...["{}", "[]", "[[]]", "{a: {b: c}}", "[a, b]", "null", "~", "", '""', "true", "yes", "no", "unknown", "1", "x"],
  ...['"a\\nb"', "model", "a@b", "constructor", "__proto__", "[null]", "{a: null}", '{"": 1}', "|\n  text", "*"],
].map(bytesOf);

type Mutation = (text: string, dice: Dice, other: string) => string;

const between = (text: string, dice: Dice): readonly [number, number] => {
  const from = dice.roll(text.length + 1);
  return [from, Math.min(text.length, from + 1 + dice.roll(dice.pick([4, 40, 400])))];
};
const insert = (text: string, at: number, put: string): string => text.slice(0, at) + put + text.slice(at);
const anywhere = (text: string, dice: Dice): number => dice.roll(text.length + 1);

/** Where lines begin. */
function lineStart(text: string, dice: Dice): number {
  return text.lastIndexOf("\n", anywhere(text, dice) - 1) + 1;
}

/** Changes some of the lines. */
function lines(text: string, change: (all: string[]) => void): string {
  const all = text.split("\n");
  change(all);
  return all.join("\n");
}

/** Replaces one of the places that a pattern finds. */
function replaceOne(text: string, dice: Dice, pattern: RegExp, put: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = dice.pick(found);
  return text.slice(0, one.index) + put(one[0]) + text.slice(one.index + one[0].length);
}

const deep = (dice: Dice): number => dice.pick([3, 30, 61, 101, 1000, 20_000]);
const nests: readonly ((depth: number) => string)[] = [
  (depth) => "[".repeat(depth),
  (depth) => "[".repeat(depth) + "]".repeat(depth),
  (depth) => "{a: ".repeat(depth),
  (depth) => "{a: ".repeat(depth) + "}".repeat(depth),
  (depth) => "- ".repeat(depth),
  (depth) => "? ".repeat(depth),
  (depth) => Array.from({ length: Math.min(depth, 300) }, (_, i) => `\n${" ".repeat(i)}a:`).join(""),
];

/** Every mutation by what it does; each is as likely as any other. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "flips a bit": (text, dice) => {
    const at = dice.roll(Math.max(1, text.length));
    const flipped = (text.charCodeAt(at) || 0) ^ (1 << dice.roll(8));
    return text.slice(0, at) + String.fromCharCode(flipped) + text.slice(at + 1);
  },
  "puts another byte": (text, dice) => insert(text, anywhere(text, dice), String.fromCharCode(dice.roll(256))),
  "cuts the end off": (text, dice) => text.slice(0, anywhere(text, dice)),
  "cuts the beginning off": (text, dice) => text.slice(lineStart(text, dice)),
  "repeats a chunk": (text, dice) => {
    const [from, to] = between(text, dice);
    return insert(text, dice.roll(2) === 0 ? to : anywhere(text, dice), text.slice(from, to));
  },
  "removes a chunk": (text, dice) => {
    const [from, to] = between(text, dice);
    return text.slice(0, from) + text.slice(to);
  },
  "swaps two chunks": (text, dice) => {
    const [from, middle] = between(text, dice);
    const to = Math.min(text.length, middle + 1 + dice.roll(40));
    return text.slice(0, from) + text.slice(middle, to) + text.slice(from, middle) + text.slice(to);
  },
  "brings in a piece of another file": (text, dice, other) => {
    const [from, to] = between(other, dice);
    return insert(text, dice.roll(2) === 0 ? lineStart(text, dice) : anywhere(text, dice), other.slice(from, to));
  },
  "swaps two lines": (text, dice) =>
    lines(text, (all) => {
      const [a, b] = [dice.roll(all.length), dice.roll(all.length)];
      [all[a], all[b]] = [all[b] as string, all[a] as string];
    }),
  "turns some lines round": (text, dice) =>
    lines(text, (all) => {
      const at = dice.roll(all.length);
      all.splice(at, 0, ...all.splice(at, 1 + dice.roll(6)).reverse());
    }),
  "repeats or removes a line": (text, dice) =>
    lines(text, (all) => {
      const at = dice.roll(all.length);
      if (dice.roll(2) === 0) all.splice(at, 1);
      else all.splice(at, 0, all[at] as string);
    }),
  "indents otherwise": (text, dice) =>
    lines(text, (all) => {
      const at = dice.roll(all.length);
      const by = dice.roll(4);
      const deeper = dice.pick([" ", "  ", "\t", "    "]);
      for (let i = at; i < Math.min(all.length, at + 1 + dice.roll(4)); i++)
        all[i] = by === 0 ? (all[i] as string).trimStart() : by === 1 ? (all[i] as string).slice(1) : deeper + all[i];
    }),
  "breaks or joins lines": (text, dice) =>
    dice.roll(2) === 0
      ? replaceOne(text, dice, /\n */g, () => " ")
      : replaceOne(text, dice, /, |: /g, (found) => `${found.trim()}\n${" ".repeat(dice.roll(9))}`),
  "puts a token": (text, dice) => insert(text, anywhere(text, dice), dice.pick(tokens)),
  "puts a token at the beginning of a line": (text, dice) => insert(text, lineStart(text, dice), dice.pick(tokens)),
  "puts a token in front of a value": (text, dice) =>
    replaceOne(text, dice, /: (?=\S)/g, (found) => found + dice.pick(tokens)),
  "puts a comment": (text, dice) => replaceOne(text, dice, /[,{[] ?|\n/g, (found) => ` # c ${found}`),
  "puts what is no UTF-8": (text, dice) => insert(text, anywhere(text, dice), dice.pick(noUtf8)),
  "ends lines as others do": (text, dice) => text.replaceAll("\n", dice.pick(["\r\n", "\r", "\n\n", "\n\r"])),
  "begins with a byte order mark": (text) => bytesOf("\ufeff") + text,
  "makes a long line": (text, dice) =>
    insert(
      text,
      anywhere(text, dice),
      dice.pick(["a", " ", "a, ", "a: ", "'", "- ", "#"]).repeat(dice.pick([300, 50_000])),
    ),
  "nests deep": (text, dice) =>
    dice.roll(2) === 0
      ? insert(text, anywhere(text, dice), dice.pick(nests)(deep(dice)))
      : replaceOne(text, dice, /(?<=: )\S[^\n,}]*/g, () => dice.pick(nests)(deep(dice))),
  "puts an odd number": (text, dice) => replaceOne(text, dice, /\d[\d.-]*/g, () => dice.pick(numbers)),
  "puts a value of another type": (text, dice) =>
    replaceOne(text, dice, /(?<=: )[^\n,{}[\]]+|\[[^\n[\]]*\]|\{[^\n{}]*\}/g, () => dice.pick(values)),
  "calls a key otherwise": (text, dice) =>
    replaceOne(text, dice, /[\w-]+(?=:)/g, (found) =>
      dice.pick([
        "__proto__",
        "constructor",
        "<<",
        '""',
        `"${found}"`,
        `'${found}'`,
        "1",
        "null",
        "true",
        "x",
        found.toUpperCase(),
      ]),
    ),
  "quotes a value": (text, dice) =>
    replaceOne(text, dice, /(?<=: )[^\n,{}[\]"'#]+/g, (found) =>
      dice.pick([`"${found}"`, `'${found}'`, `>-\n  ${found}`]),
    ),
  "makes a reference of a word": (text, dice) => {
    const words = text.match(/[a-z][a-z0-9-]{2,}/g) ?? ["x"];
    return replaceOne(text, dice, /[a-z][a-z0-9-]{2,}/g, () => dice.pick(words));
  },
};

const names = Object.keys(mutations);

/** A file that was broken, and how. */
export interface Mutated {
  readonly text: string;
  readonly how: readonly string[];
}

/** Breaks a file once to four times. `other` is a file that pieces may come from. */
export function mutated(text: string, dice: Dice, other: string): Mutated {
  const how: string[] = [];
  let out = text;
  for (let times = 1 + Math.min(dice.roll(4), dice.roll(4)); times > 0; times--) {
    const name = dice.pick(names);
    how.push(name);
    out = (mutations[name] as Mutation)(out, dice, other);
  }
  return { text: out, how };
}
