// Reads YAML or JSON into plain nodes that know their file and line, within limits; never throws. Anchors and merge keys are followed.
import { type Problem, problem } from "@parapet/core";
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser } from "yaml";

/** Where a node stands; `line` counts from 1. */
export interface At {
  readonly file: string;
  readonly line: number;
}

/** A scalar. `text` is what the file says (`8080`, `yes`), `value` what YAML 1.2 makes of it. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly at: At;
  readonly value: string | number | boolean | null;
  readonly text: string;
}
export interface ListNode {
  readonly kind: "list";
  readonly at: At;
  readonly items: readonly PositionedNode[];
  /** The local tag, such as `!override`. */
  readonly tag?: string;
}
/** A map; `keys` says where each key stands. */
export interface MapNode {
  readonly kind: "map";
  readonly at: At;
  readonly entries: ReadonlyMap<string, PositionedNode>;
  readonly keys: ReadonlyMap<string, At>;
  readonly tag?: string;
}
export type PositionedNode = ScalarNode | ListNode | MapNode;

/** What a reader accepts. `nodes` counts every value as often as aliases repeat it. */
export interface ReadLimits {
  readonly characters: number;
  readonly depth: number;
  readonly nodes: number;
}
const defaultLimits: ReadLimits = { characters: 5_000_000, depth: 100, nodes: 1_000_000 };

/** `compose.yaml:12`, as `seen` wants it. */
export function placeOf(at: At): string {
  return `${at.file}:${at.line}`;
}

export interface Positioned {
  readonly root?: PositionedNode;
  readonly problems: readonly Problem[];
  /** Keys that stand more than once in a map: YAML forbids it, and readers take the last. */
  readonly notes: readonly Problem[];
}

/** So many repeated keys are noted. */
const mostNotes = 20;

/** Reads the first document of a YAML or JSON text; the root is absent when there are problems or the text is empty. */
export function readPositioned(file: string, text: string, limits: ReadLimits = defaultLimits): Positioned {
  if (text.length > limits.characters) {
    return refused(
      "file-too-large",
      `${file} has ${text.length} characters; at most ${limits.characters} are read`,
      "Split the file.",
      { file, line: 1 },
    );
  }
  if (text.includes("\u0000"))
    return refused("not-text", `${file} is binary`, "Give a text file in UTF-8.", { file, line: 1 });
  try {
    return new Reading(file, text, limits).root();
  } catch (error) {
    if (error instanceof Refusal) return { problems: [error.problem], notes: [] };
    return refused("not-yaml", `${file} cannot be read as YAML`, "Check it with a YAML linter.", { file, line: 1 });
  }
}

function refused(code: Problem["code"], say: string, fix: string, where: At): Positioned {
  return { problems: [problem(code, say, fix, where)], notes: [] };
}

/** Leaves the recursion at a limit; caught at this file's door. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(value: Problem) {
    super(value.say);
    this.problem = value;
  }
}

class Reading {
  readonly #file: string;
  readonly #text: string;
  readonly #limits: ReadLimits;
  readonly #newlines: number[] = [];
  readonly #anchors = new Map<string, PositionedNode | undefined>();
  readonly #sizes = new Map<PositionedNode, number>();
  readonly #notes: Problem[] = [];

  constructor(file: string, text: string, limits: ReadLimits) {
    this.#file = file;
    this.#text = text;
    this.#limits = limits;
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) this.#newlines.push(i);
  }

  root(): Positioned {
    const composer = new Composer({
      strict: false,
      uniqueKeys: false,
      logLevel: "silent",
      prettyErrors: false,
      version: "1.2",
    });
    for (const document of composer.compose(this.#tokens(), true, this.#text.length)) {
      const error = document.errors[0];
      if (error) {
        const at = this.#at(error.pos[0]);
        this.#refuse(
          "not-yaml",
          `${this.#file} is not well-formed YAML at line ${at.line}: ${error.message.split("\n")[0] ?? ""}`,
          "Correct the line.",
          at,
        );
      }
      if (!document.contents) break;
      return { root: this.#node(document.contents as ParsedNode, 0), problems: [], notes: this.#notes };
    }
    return { problems: [], notes: [] };
  }

  /**
   * The parser's tokens. It is iterative, what composes its tokens is not: a deep stack there can end the process,
   * so the depth is checked here, before.
   */
  *#tokens() {
    const parser = new Parser();
    for (const lexeme of new Lexer().lex(this.#text)) {
      for (const token of parser.next(lexeme)) {
        yield token;
        // The first error is all that is told: a file of errors alone would take a minute to go through.
        if (token.type === "error") return;
      }
      if (parser.stack.length > this.#limits.depth + 2) this.#tooDeep(parser.offset);
    }
    yield* parser.end();
  }

  #tooDeep(offset: number): never {
    this.#refuse(
      "too-deep",
      `${this.#file} nests deeper than ${this.#limits.depth} levels`,
      "Flatten the file.",
      this.#at(offset),
    );
  }

  #refuse(code: Problem["code"], say: string, fix: string, at: At): never {
    throw new Refusal(problem(code, say, fix, at));
  }

  #at(offset: number): At {
    let low = 0;
    let high = this.#newlines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#newlines[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return { file: this.#file, line: low + 1 };
  }

  #node(node: ParsedNode | null, depth: number): PositionedNode {
    if (depth > this.#limits.depth) this.#tooDeep(node?.range?.[0] ?? 0);
    const at = this.#at(node?.range?.[0] ?? 0);
    if (isAlias(node)) return this.#alias(node.source, at);
    const anchor = node && "anchor" in node ? node.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, undefined);
    const made = this.#make(node, at, depth);
    if (anchor) this.#anchors.set(anchor, made);
    return made;
  }

  #make(node: ParsedNode | null, at: At, depth: number): PositionedNode {
    if (isMap(node)) return this.#map(node.items as never, at, depth, node.tag);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#node(item as ParsedNode, depth + 1));
      return this.#counted({ kind: "list", at, items, ...local(node.tag) }, items);
    }
    const value = isScalar(node) ? node.value : null;
    const text = isScalar(node) && typeof node.source === "string" ? node.source : value === null ? "" : String(value);
    const plain =
      typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null;
    return this.#counted({ kind: "scalar", at, value: plain ? value : text, text }, []);
  }

  #map(
    pairs: readonly { key: ParsedNode; value: ParsedNode | null }[],
    at: At,
    depth: number,
    tag: string | undefined,
  ): MapNode {
    const entries = new Map<string, PositionedNode>();
    const keys = new Map<string, At>();
    const merged: PositionedNode[] = [];
    for (const pair of pairs) {
      if (!isScalar(pair.key)) continue;
      const key = typeof pair.key.source === "string" ? pair.key.source : String(pair.key.value);
      const value = this.#node(pair.value, depth + 1);
      if (key === "<<") merged.push(...(value.kind === "list" ? value.items : [value]));
      else {
        const there = this.#at(pair.key.range?.[0] ?? 0);
        const before = keys.get(key);
        if (before) this.#repeated(key, before, there);
        entries.set(key, value);
        keys.set(key, there);
      }
    }
    for (const source of merged) {
      if (source.kind !== "map") continue;
      for (const [key, value] of source.entries) {
        if (entries.has(key)) continue;
        entries.set(key, value);
        keys.set(key, source.keys.get(key) ?? value.at);
      }
    }
    return this.#counted({ kind: "map", at, entries, keys, ...local(tag) }, [...entries.values()]);
  }

  #repeated(key: string, before: At, at: At): void {
    if (this.#notes.length >= mostNotes) return;
    const say = `${key.slice(0, 100)} stands twice in one map, first in line ${before.line}: the last one counts`;
    this.#notes.push(problem("source-note", say, "Rename one of the two, or remove it.", at));
  }

  #alias(name: string, at: At): PositionedNode {
    const target = this.#anchors.get(name);
    if (!target)
      this.#refuse(
        "not-yaml",
        `${this.#file}:${at.line} uses *${name}, which is not defined before it or contains itself`,
        "Define the anchor first.",
        at,
      );
    return target;
  }

  /** Keeps the size that a node has once aliases are followed, so that a bomb is refused though nodes are shared. */
  #counted<N extends PositionedNode>(node: N, children: readonly PositionedNode[]): N {
    let size = 1;
    for (const child of children) size += this.#sizes.get(child) ?? 1;
    if (size > this.#limits.nodes) {
      this.#refuse(
        "too-many-nodes",
        `${this.#file} holds more than ${this.#limits.nodes} values once aliases are followed`,
        "Split the file.",
        node.at,
      );
    }
    this.#sizes.set(node, size);
    return node;
  }
}

function local(tag: string | undefined): { tag?: string } {
  return tag?.startsWith("!") ? { tag } : {};
}

/** The value under a key, when the node is a map that has it. */
export function child(node: PositionedNode | undefined, key: string): PositionedNode | undefined {
  return node?.kind === "map" ? node.entries.get(key) : undefined;
}

/** The text of a scalar; undefined for maps, lists and nothing. */
export function textOf(node: PositionedNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null
    ? typeof node.value === "string"
      ? node.value
      : node.text
    : undefined;
}

/** The members of a list; a scalar counts as a list of one. */
export function itemsOf(node: PositionedNode | undefined): readonly PositionedNode[] {
  if (node?.kind === "list") return node.items;
  return node?.kind === "scalar" && node.value !== null ? [node] : [];
}
