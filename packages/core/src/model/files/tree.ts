// The places of everything in a text: made from the parser's events only when a problem needs a line or an edit needs a range.
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from "js-yaml";
import type { Parsed } from "./parse.ts";

/** A scalar with its quotes or its block header; an absent value has start = end right after the colon. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** An entry of a map or an item of a list. `from` is its first character: the key, or in a block list the dash. */
export interface Part {
  readonly key?: string;
  readonly keyEnd?: number;
  readonly from: number;
  readonly value: Node;
}

export interface CollectionNode {
  readonly kind: "map" | "list";
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  readonly parts: readonly Part[];
}

export type Node = ScalarNode | CollectionNode;

/** The tree of a text that `parse` accepted and that holds a value. */
export function treeOf(parsed: Pick<Parsed, "text" | "events">): Node {
  return new Builder(parsed.text, parsed.events).node(firstCharacter(parsed.events));
}

function firstCharacter(events: readonly Event[]): number {
  const first = events[1];
  if (first === undefined || !("start" in first)) return 0;
  return first.start;
}

class Builder {
  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 1;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  /** The next node; `after` is where it may begin at the earliest. */
  node(after: number): Node {
    const event = this.#events[this.#next++] as Event;
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, after);
    if (event.type === EVENT_ID.MAPPING) return this.#map(event.start, event.style === COLLECTION_STYLE.FLOW);
    if (event.type === EVENT_ID.SEQUENCE) return this.#list(event.start, event.style === COLLECTION_STYLE.FLOW);
    return { kind: "scalar", start: after, end: after, quoted: false };
  }

  #map(start: number, flow: boolean): CollectionNode {
    const parts: Part[] = [];
    let end = flow ? start + 1 : start;
    while (!this.#closes()) {
      const event = this.#events[this.#next++] as Event & { type: typeof EVENT_ID.SCALAR };
      const key = this.#scalar(event, end);
      const colon = this.#skipBlanks(key.end);
      const value = this.node(this.#text[colon] === ":" ? colon + 1 : key.end);
      parts.push({ key: getScalarValue(this.#text, event).normalize("NFC"), keyEnd: key.end, from: key.start, value });
      end = value.end;
    }
    return { kind: "map", start, end: flow ? this.#closing(end) : end, flow, parts };
  }

  #list(start: number, flow: boolean): CollectionNode {
    const parts: Part[] = [];
    let end = flow ? start + 1 : start;
    while (!this.#closes()) {
      const dash = this.#skipSpace(end, flow);
      const value = this.node(flow ? dash : dash + 1);
      parts.push({ from: flow ? value.start : dash, value });
      end = value.end;
    }
    return { kind: "list", start, end: flow ? this.#closing(end) : end, flow, parts };
  }

  #closes(): boolean {
    const event = this.#events[this.#next];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#next++;
    return true;
  }

  #scalar(event: Event & { type: typeof EVENT_ID.SCALAR }, after: number): ScalarNode {
    const { valueStart, valueEnd, style } = event;
    if (valueStart < 0) return { kind: "scalar", start: after, end: after, quoted: false };
    if (style === SCALAR_STYLE.PLAIN) return { kind: "scalar", start: valueStart, end: valueEnd, quoted: false };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
      return { kind: "scalar", start: valueStart - 1, end: valueEnd + 1, quoted: true };
    const start = this.#skipBlanks(after);
    const keeps = /^[|>][0-9]?\+/.test(this.#text.slice(start, start + 3));
    const body = this.#text.slice(valueStart, valueEnd);
    const kept = keeps ? body.replace(/\r?\n$/, "") : body.trimEnd();
    return { kind: "scalar", start, end: valueStart + kept.length, quoted: false };
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (this.#text[at] === " " || this.#text[at] === "\t") at++;
    return at;
  }

  /** Over spaces, line ends, comments and, in flow, commas. */
  #skipSpace(from: number, flow: boolean): number {
    let at = from;
    for (;;) {
      const c = this.#text[at];
      if (c === "#") {
        const end = this.#text.indexOf("\n", at);
        if (end < 0) return this.#text.length;
        at = end;
      } else if (c === " " || c === "\n" || c === "\t" || c === "\r" || (flow && c === ",")) at++;
      else return at;
    }
  }

  #closing(from: number): number {
    return Math.min(this.#skipSpace(from, true) + 1, this.#text.length);
  }
}

/** The part of a map under a key. */
function partAt(node: CollectionNode, key: string): Part | undefined {
  return node.parts.find((part) => part.key === key);
}

/** Where a path leads: the key of its last step (or the item), and the value; the nearest that exists when the path ends early. */
export function find(
  root: Node,
  path: readonly (string | number)[],
): { readonly key: number; readonly value: number; readonly whole: boolean } {
  let node = root;
  let key = root.start;
  for (const step of path) {
    if (node.kind === "scalar") return { key, value: node.start, whole: false };
    const part = node.kind === "map" ? partAt(node, String(step)) : node.parts[Number(step)];
    if (!part) return { key, value: node.start, whole: false };
    key = part.from;
    node = part.value;
  }
  return { key, value: node.start, whole: true };
}
