import fc from "fast-check";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Change } from "../changes.ts";
import type { Model } from "../document.ts";
import { editText } from "./edit.ts";
import { widest, withBrokenMaps } from "./long-lines.ts";
import { parse } from "./parse.ts";
import type { Range } from "./splices.ts";
import { type CollectionNode, treeOf } from "./tree.ts";

/** Dice that choose among the ways of writing; every comment has a number of its own. */
class Hand {
  readonly #dice: readonly number[];
  readonly #end: string;
  #turn = 0;
  #comments = 0;

  constructor(dice: readonly number[], end: string) {
    this.#dice = dice;
    this.#end = end;
  }

  pick<T>(...from: readonly T[]): T {
    const die = this.#dice[this.#turn++ % this.#dice.length] ?? 0;
    return from[(die + this.#turn) % from.length] as T;
  }

  comment = (): string => `# c${this.#comments++}!`;
  lineEnd = (): string => `${this.#end}${this.pick("        ", "     ", "      \t", `${this.#end}          `)}`;

  /** What may stand between two things in flow style. */
  gap = (): string => {
    const kind = this.pick(0, 0, 0, 1, 2, 3);
    if (kind === 0) return this.pick(" ", "  ", "", "");
    if (kind === 1) return this.lineEnd();
    if (kind === 2) return ` ${this.comment()}${this.lineEnd()}`;
    return ` ${this.comment()}${this.lineEnd()}${this.comment()}${this.lineEnd()}`;
  };

  comma = (): string => {
    const before = this.pick("", "", "", " ", this.gap());
    return `${before},${this.gap() || " "}`;
  };

  scalar(value: string): string {
    const broken = this.pick(false, false, true) ? value.replaceAll(" ", () => this.lineEnd()) : value;
    return this.pick(broken, broken, `"${broken}"`, `'${broken}'`);
  }

  value(value: unknown): string {
    if (typeof value === "string") return this.scalar(value);
    if (Array.isArray(value))
      return `[${this.gap()}${value.map((item) => this.value(item)).join(this.comma())}${this.gap()}]`;
    return this.map(value as object);
  }

  map(value: object): string {
    const entries = Object.entries(value).map(([key, item], index) => {
      const name = this.pick(key, key, `"${key}"`);
      const colon = name === key ? `: ${this.pick("", "", " ")}` : this.pick(":", ": ", " : ");
      return `${index === 0 ? "" : this.comma()}${name}${colon}${this.value(item)}`;
    });
    if (entries.length === 0) return "{}";
    return `{${this.gap()}${entries.join("")}${this.pick("", "", this.comma())}${this.gap()}}`;
  }
}

const commentsOf = (text: string): readonly string[] => (text.match(/# c\d+!/g) ?? []).sort();

const text = fc
  .constantFrom("yes", "no", "Shop", "Takes all orders", "x:y z", "it is # not", "2026-11-24")
  .filter((t) => !t.includes("#"));
const names = fc.constantFrom("a", "b", "c", "d", "e", "f");
const leaf = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }),
  fc.array(fc.dictionary(names, text, { maxKeys: 2, noNullPrototype: true }), { maxLength: 2 }),
);
const small = fc.dictionary(names, leaf, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const middle = fc.dictionary(names, fc.oneof(leaf, small), { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const large = fc.dictionary(names, fc.oneof(leaf, middle), { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const dice = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
const lineEnd = fc.constantFrom("\n", "\n", "\r\n");

/** Every value inside a tree. */
function rangesOf(node: CollectionNode): readonly Range[] {
  return node.parts.flatMap(({ value }) => [value, ...(value.kind === "scalar" ? [] : rangesOf(value))]);
}

function treeAndValue(content: string): { readonly root: CollectionNode; readonly value: unknown } | undefined {
  const parsed = parse("f", content, 10_000);
  return parsed.ok ? { root: treeOf(parsed.value) as CollectionNode, value: parsed.value.value } : undefined;
}

test("a text with maps broken reads as before, by both parsers, with all its comments, and the other lines keep their bytes", () => {
  fc.assert(
    fc.property(large, middle, dice, lineEnd, fc.nat(), fc.boolean(), (one, other, thrown, end, which, isItem) => {
      const hand = new Hand(thrown, end);
      const stays = `  stays: ${hand.map(other)} ${hand.comment()}${end}`;
      const key = isItem ? "-" : "goes:";
      const goes = `  ${key} ${hand.map(one)}${hand.pick("", ` ${hand.comment()}`)}${end}    ${hand.comment()}${end}`;
      const content = isItem
        ? `first:${end}${stays}list:${end}${goes}last: 1${end}`
        : `first:${end}${stays}${goes}last: 1${end}`;
      const before = treeAndValue(content);
      fc.pre(before !== undefined);
      const from = content.indexOf(goes);
      const inside = rangesOf(before.root).filter(
        ({ start, end: last }) => start > content.indexOf("{", from) && last < content.indexOf("last:"),
      );
      fc.pre(inside.length > 0);
      const result = withBrokenMaps(content, before.root, [inside[which % inside.length] as Range]);
      expect(result).not.toBe(content);
      const after = treeAndValue(result);
      expect(after?.value, `${content}\n=>\n${result}`).toEqual(before.value);
      expect(parseYaml(result)).toEqual(parseYaml(content));
      expect(commentsOf(result)).toEqual(commentsOf(content));
      expect(result).toContain(stays);
      expect(result.startsWith(content.slice(0, from))).toBe(true);
      expect(result.endsWith(`last: 1${end}`)).toBe(true);
      expect(result.replaceAll("\r\n", "").includes("\r")).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test("facts that come one by one to a thing in flow style never make a long line, and nothing gets lost", () => {
  const facts = fc.uniqueArray(fc.stringMatching(/^f-[a-z]{1,18}$/), { minLength: 3, maxLength: 12 });
  const fact = fc.oneof(
    fc.constantFrom("yes", "no"),
    fc.constant({ value: "yes", by: "ann", on: "2026-11-24", why: "The team says so" }),
  );
  const thing = fc.record(
    {
      kind: fc.constant("process"),
      title: fc.constant("Web front"),
      holds: fc.constant(["x", "y"]),
      facts: fc.constant({ logged: "yes" }),
    },
    { requiredKeys: ["facts"], noNullPrototype: true },
  );
  fc.assert(
    fc.property(thing, facts, fc.infiniteStream(fact), dice, lineEnd, (web, added, values, thrown, end) => {
      const hand = new Hand(thrown, end);
      const other = `  db: {kind: data-store, facts: {logged: yes}} ${hand.comment()}${end}`;
      let content = `parapet: 1${end}system: Shop${end}elements:${end}  web: ${hand.map(web)} ${hand.comment()}${end}${other}`;
      const before = treeAndValue(content)?.value as Model | undefined;
      fc.pre(before !== undefined);
      const comments = commentsOf(content);
      const expected: Record<string, unknown> = { logged: "yes" };
      for (const name of added) {
        const value = values.next().value;
        expected[name] = value;
        const change = { collection: "model.elements", id: "web", field: ["facts", name], after: value } as Change;
        const edited = editText("model", content, [change]);
        if (!edited.ok) throw new Error(`${JSON.stringify(edited.problems)}\n${content}`);
        content = edited.value;
        const web = { ...before.elements?.web, facts: expected };
        expect(treeAndValue(content)?.value).toEqual({ ...before, elements: { ...before.elements, web } });
        expect(commentsOf(content)).toEqual(comments);
        expect(content.endsWith(other)).toBe(true);
        for (const line of content.split(end)) expect(line.trimEnd().length, content).toBeLessThanOrEqual(widest);
      }
    }),
    { numRuns: 80 },
  );
});
