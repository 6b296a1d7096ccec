// Compares a value before and after along the tree of its text, and gathers the smallest replacements that lead from one to the other.
import type * as z from "zod";
import { isSetKey } from "../changes.ts";
import { type Layer, layers } from "../document.ts";
import { Layout } from "./layout.ts";
import { places } from "./order.ts";
import { below, isMap, saysNothing } from "./shape.ts";
import { type Spliced, Splices } from "./splices.ts";
import type { CollectionNode, Node, Part } from "./tree.ts";
import { entryText, flowEntry, flowText, itemText, type Spot, type Style, styleOf, valueText } from "./write.ts";

type Schema = z.core.$ZodType | undefined;
type Bag = Readonly<Record<string, unknown>>;

/** Where an edit is: a collection, its schema and its level (the root has level 0). */
interface Inside {
  readonly node: CollectionNode;
  readonly schema: Schema;
  readonly level: number;
}

/** Where new parts of a collection go; `first` is where the first part that stays begins. */
interface Hole {
  readonly node: CollectionNode;
  readonly first: number;
  readonly style: Style;
  readonly indent: string;
  readonly spaced: boolean;
}

/** Gathers the edits of one text. */
export class Splicer {
  readonly #text: string;
  readonly #root: CollectionNode;
  readonly #schema: Schema;
  readonly #style: Style;
  readonly #layout: Layout;
  readonly #splices = new Splices();

  constructor(layer: Layer, text: string, root: CollectionNode) {
    this.#text = text;
    this.#root = root;
    this.#schema = layers[layer].schema;
    this.#layout = new Layout(text);
    this.#style = { ...styleOf(layer), step: this.#layout.stepOf(root) };
  }

  get untouched(): boolean {
    return this.#splices.isEmpty;
  }

  editRoot(before: Bag, after: Bag): void {
    this.#map({ node: this.#root, schema: this.#schema, level: 0 }, before, after);
  }

  /** The text with every edit made. */
  spliced(): Spliced {
    return this.#splices.appliedTo(this.#text);
  }

  /** Entries come, go and change one by one; false when none stays. */
  #map(inside: Inside, before: Bag, after: Bag): boolean {
    const { node, schema, level } = inside;
    const present = new Set<string>();
    const removed = node.parts.map((part) => {
      const key = part.key as string;
      present.add(key);
      const value = Object.hasOwn(after, key) ? after[key] : undefined;
      return value === undefined || (saysNothing(schema, key, value) && !saysNothing(schema, key, before[key]));
    });
    if (!removed.includes(false)) return false;
    node.parts.forEach((part, index) => {
      const key = part.key as string;
      if (!removed[index] && before[key] !== after[key])
        this.#value({ node, schema: below(schema, key), level: level + 1 }, part, before[key], after[key]);
    });
    this.#remove(node, removed);
    const added = Object.keys(after).filter(
      (key) => !present.has(key) && after[key] !== undefined && !saysNothing(schema, key, after[key]),
    );
    if (added.length > 0) this.#insertEntries(inside, removed, added, after);
    return true;
  }

  /** A value that changed: part by part when both are maps or lists with something in common, else as a whole. */
  #value(inside: Inside, part: Part, before: unknown, after: unknown): void {
    const node = part.value;
    const within = { ...inside, node: node as CollectionNode };
    if (node.kind === "map" && isMap(before) && isMap(after)) {
      if (this.#map(within, before, after)) return;
    } else if (node.kind === "list" && Array.isArray(before) && Array.isArray(after)) {
      if (isSetKey(part.key ?? "") && [...before, ...after].every((item) => typeof item === "string")) {
        if (this.#set(within, before, after)) return;
      } else if (this.#list(within, before, after)) return;
    }
    if (JSON.stringify(before) !== JSON.stringify(after)) this.#replace(inside, part, after);
  }

  /** Members of a set come and go one by one; false when none stays. */
  #set(inside: Inside, before: readonly string[], after: readonly string[]): boolean {
    const had = new Set(before);
    const has = new Set(after);
    const removed = before.map((member) => !has.has(member));
    if (!removed.includes(false) || before.length !== inside.node.parts.length) return false;
    this.#remove(inside.node, removed);
    const added = [...has].filter((member) => !had.has(member));
    this.#insertItems(inside, removed, removed.lastIndexOf(false), added);
    return true;
  }

  /** What is equal at both ends stays; the items between change pairwise, the rest comes or goes. False when nothing stays. */
  #list(inside: Inside, before: readonly unknown[], after: readonly unknown[]): boolean {
    const { node, schema, level } = inside;
    if (node.parts.length !== before.length || before.length === 0 || after.length === 0) return false;
    const a = before.map((item) => JSON.stringify(item));
    const b = after.map((item) => JSON.stringify(item));
    let head = 0;
    while (head < a.length && head < b.length && a[head] === b[head]) head++;
    let tail = 0;
    while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
    const paired = Math.min(a.length, b.length) - tail;
    const removed = node.parts.map((_, index) => index >= paired && index < a.length - tail);
    for (let i = head; i < paired; i++)
      this.#value({ node, schema: below(schema, 0), level: level + 1 }, node.parts[i] as Part, before[i], after[i]);
    this.#remove(node, removed);
    this.#insertItems(inside, removed, paired - 1, after.slice(paired, b.length - tail));
    return true;
  }

  #insertEntries(inside: Inside, removed: readonly boolean[], added: readonly string[], after: Bag): void {
    const { node, schema } = inside;
    const hole = this.#hole(inside, removed);
    const spot = node.flow ? undefined : this.#spotLike(inside, removed);
    for (const { key, pred } of places(node.parts, removed, added, schema, this.#style.sorted)) {
      const inner = below(schema, key);
      const value = after[key];
      this.#insert(hole, pred, spot ? entryText(key, value, inner, spot) : flowEntry(key, value, inner, hole.style));
    }
  }

  #insertItems(inside: Inside, removed: readonly boolean[], pred: number, values: readonly unknown[]): void {
    if (values.length === 0) return;
    const { node, schema, level } = inside;
    const hole = this.#hole(inside, removed);
    const inner = below(schema, 0);
    const asLines = node.parts.some(({ value }) => value.kind === "map" && !value.flow);
    const spot = { style: this.#style, indent: hole.indent, level };
    for (const value of values) {
      const text = node.flow ? flowText(value, inner, hole.style) : `- ${itemText(value, inner, spot, asLines)}`;
      this.#insert(hole, pred, text);
    }
  }

  #hole({ node, level }: Inside, removed: readonly boolean[]): Hole {
    const first = (node.parts[removed.indexOf(false)] as Part).from;
    const style = { ...this.#style, pad: this.#layout.padOf(node) };
    if (node.flow) return { node, first, style, indent: "", spaced: false };
    const spaced = level === 0 && (style.sorted || this.#layout.isSpaced);
    return { node, first, style, indent: this.#layout.indentOf(node), spaced };
  }

  /** The text of one new part behind the part `pred`, or in front of all (-1). */
  #insert({ node, first, indent, spaced }: Hole, pred: number, text: string): void {
    const before = node.parts[pred];
    if (node.flow) {
      if (before) this.#splices.add(before.value.end, before.value.end, `, ${text}`, true);
      else this.#splices.add(first, first, `${text}, `, true);
    } else if (before) {
      const at = this.#layout.extentEnd(before);
      this.#splices.add(at, at, `${spaced && text.includes("\n") ? "\n" : ""}${indent}${text}\n`);
    } else this.#splices.add(first, first, `${text}\n${indent}`);
  }

  #remove(node: CollectionNode, removed: readonly boolean[]): void {
    if (!removed.includes(true)) return;
    if (node.flow) this.#removeInFlow(node, removed);
    else this.#removeInBlock(node, removed);
  }

  #removeInBlock(node: CollectionNode, removed: readonly boolean[]): void {
    let from = 0;
    if (removed[0] && this.#layout.isCompact(node)) {
      from = removed.indexOf(false);
      this.#splices.add((node.parts[0] as Part).from, (node.parts[from] as Part).from, "");
    }
    for (let i = from; i < node.parts.length; i++) {
      if (!removed[i]) continue;
      const end = this.#layout.extentEnd(node.parts[i] as Part);
      const start = this.#layout.leadingStart(node, i);
      this.#splices.add(node === this.#root ? this.#layout.withBlank(start, end) : start, end, "");
    }
  }

  #removeInFlow(node: CollectionNode, removed: readonly boolean[]): void {
    for (let i = 0; i < node.parts.length; i++) {
      if (!removed[i]) continue;
      let last = i;
      while (removed[last + 1]) last++;
      const next = node.parts[last + 1];
      if (next) this.#splices.add((node.parts[i] as Part).from, next.from, "");
      else this.#splices.add((node.parts[i - 1] as Part).value.end, (node.parts[last] as Part).value.end, "");
      i = last;
    }
  }

  /** The whole value anew, on one line where the old one stood on one line. */
  #replace({ node: holder, schema, level }: Inside, part: Part, after: unknown): void {
    const { value } = part;
    const style = { ...this.#style, pad: this.#layout.padOf(value) };
    if (holder.flow) {
      const text = flowText(after, schema, style);
      const spaced = this.#text[value.start - 1] === ":" ? ` ${text}` : text;
      this.#splices.add(value.start, value.end, spaced, isMap(after));
      return;
    }
    const lines = value.kind !== "scalar" && !value.flow;
    const spot = { indent: this.#layout.indentOf(holder), level: levelLike(value, level, style) };
    const literals = lines || this.#layout.endsLine(value.end);
    const text = valueText(after, schema, { ...spot, style: { ...style, literals } });
    const from = part.keyEnd === undefined ? part.from + 1 : this.#text.indexOf(":", part.keyEnd) + 1;
    if (lines) {
      const comment = this.#layout.commentBehind(from, value.start);
      const end = this.#layout.withoutLineEnd(this.#layout.extentEnd(part));
      this.#splices.add(from, end, text.startsWith("\n") ? comment + text : text + comment);
    } else if (text.startsWith(" ") && value.start > from && !this.#text.slice(from, value.start).includes("\n"))
      this.#splices.add(value.start, value.end, text.slice(1));
    else this.#splices.add(from, value.end, text);
  }

  /** Where a new entry is written: as its last neighbour that is a map is written. */
  #spotLike({ node, level }: Inside, removed: readonly boolean[]): Spot {
    const neighbour = node.parts.findLast(
      ({ value }, index) => !removed[index] && value.kind === "map" && value.parts.length > 0,
    );
    const pad = neighbour ? this.#layout.padOf(neighbour.value) : "";
    const like = neighbour && level > 0 ? levelLike(neighbour.value, level + 1, this.#style) : level + 1;
    return { style: { ...this.#style, pad }, indent: this.#layout.indentOf(node), level: like };
  }
}

/** A level that writes maps in the style of this node. */
function levelLike(node: Node, level: number, style: Style): number {
  if (node.kind === "scalar" || node.parts.length === 0) return level;
  return node.flow ? Math.max(level, style.blockLevels + 1) : Math.min(level, style.blockLevels - 1);
}
