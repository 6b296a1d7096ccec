// Follows $ref inside the file and into files below the system's folder; never outside, never over the network, never in a circle.
import { type Problem, problem } from "@parapet/core";
import { folderOf, joinPath } from "../paths.ts";
import { type At, child, type PositionedNode, readPositioned, textOf } from "../positioned.ts";
import type { SourceContext } from "../source.ts";

/** A value with the place to cite for it, and the name that a reference gave it. */
export interface Located {
  readonly node: PositionedNode;
  readonly at: At;
  readonly name?: string;
}

/** How far references are followed: other files, and steps from one reference to the next. */
const referenceLimits = { files: 100, characters: 20_000_000, steps: 20 } as const;

/** The value under a key with the place of the key; undefined for anything but a map that has it. */
export function under(node: PositionedNode | undefined, key: string): Located | undefined {
  const value = child(node, key);
  if (!value || node?.kind !== "map") return undefined;
  return { node: value, at: node.keys.get(key) ?? value.at };
}

/** The entries of a map in the order of the file, each with the place of its key. */
export function entries(node: PositionedNode | undefined): readonly (readonly [string, Located])[] {
  if (node?.kind !== "map") return [];
  return [...node.entries].map(([key, value]) => [key, { node: value, at: node.keys.get(key) ?? value.at }] as const);
}

/** Resolves references of one OpenAPI document, whose parts may stand in several files. */
export class References {
  readonly notes: Problem[] = [];
  readonly #files = new Map<string, PositionedNode | undefined>();
  readonly #noted = new Set<string>();
  readonly #context: SourceContext;
  #characters = 0;

  constructor(path: string, root: PositionedNode, context: SourceContext) {
    this.#files.set(path, root);
    this.#context = context;
  }

  /** What a value is once its references are followed; undefined when one leads nowhere (noted once). */
  resolve(from: Located): Located | undefined {
    let here = from;
    const passed = new Set<PositionedNode>();
    for (let step = 0; step <= referenceLimits.steps; step++) {
      const ref = textOf(child(here.node, "$ref"));
      if (ref === undefined) return here;
      if (passed.has(here.node)) return this.#dead(ref, here.at, "leads back to itself");
      passed.add(here.node);
      const next = this.#follow(ref, here.node.at);
      if (!next) return undefined;
      here = next;
    }
    return this.#dead(
      textOf(child(here.node, "$ref")) ?? "",
      here.at,
      `passes more than ${referenceLimits.steps} references`,
    );
  }

  #follow(ref: string, at: At): Located | undefined {
    const hash = ref.indexOf("#");
    const file = hash < 0 ? ref : ref.slice(0, hash);
    const pointer = hash < 0 ? "" : ref.slice(hash + 1);
    if (pointer !== "" && !pointer.startsWith("/"))
      return this.#dead(ref, at, "names an anchor, which is not followed");
    const path = file === "" ? at.file : joinPath(folderOf(at.file), unescape(file));
    if (path === undefined) return this.#dead(ref, at, "leads out of the system's folder and is not followed");
    const root = this.#root(path);
    if (!root) return this.#dead(ref, at, "names a file that is absent, too large or not readable");
    return this.#point(root, path, pointer) ?? this.#dead(ref, at, "names nothing in its file");
  }

  #root(path: string): PositionedNode | undefined {
    if (this.#files.has(path)) return this.#files.get(path);
    const text = this.#files.size <= referenceLimits.files ? this.#context.file(path) : undefined;
    this.#characters += text?.length ?? 0;
    const root =
      text === undefined || this.#characters > referenceLimits.characters ? undefined : readPositioned(path, text).root;
    this.#files.set(path, root);
    return root;
  }

  #point(root: PositionedNode, path: string, pointer: string): Located | undefined {
    if (pointer === "" || pointer === "/") return { node: root, at: root.at, name: nameOfFile(path) };
    let here: Located = { node: root, at: root.at };
    let name = "";
    for (const part of pointer.slice(1).split("/")) {
      name = unescape(part).replace(/~1/g, "/").replace(/~0/g, "~");
      const index = here.node.kind === "list" && /^\d{1,6}$/.test(name) ? here.node.items[Number(name)] : undefined;
      const next = index ? { node: index, at: index.at } : under(here.node, name);
      if (!next) return undefined;
      here = next;
    }
    return { ...here, name };
  }

  #dead(ref: string, at: At, why: string): undefined {
    const key = `${at.file} ${ref}`;
    if (!this.#noted.has(key)) {
      this.#noted.add(key);
      if (this.notes.length < 50) {
        const say = `${at.file}:${at.line} refers to ${shorten(ref)}, which ${why}`;
        this.notes.push(
          problem("source-note", say, "Put what it names into the system's folder, or describe it by hand.", at),
        );
      }
    }
    return undefined;
  }
}

function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[A-Za-z0-9]+$/, "");
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
