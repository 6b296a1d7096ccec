// The kinds of data that a schema shows by its properties, those of nested things included. Each schema is examined once per file.
import type { DataKind } from "@parapet/core";
import { type At, child, itemsOf, type PositionedNode, textOf } from "../positioned.ts";
import { isBareAddress, isSomebody, kindsOfProperty } from "./kinds.ts";
import { entries, type Located, type References, under } from "./references.ts";
import { wordsOf } from "./words.ts";

/** How far from a thing its properties are looked at, and how many schemas are passed in one file. */
const lookLimits = { steps: 6, visits: 1_000_000 } as const;

/** What one schema shows by itself, and the schemas that it is made of. */
interface Facets {
  readonly kinds: readonly (readonly [DataKind, At])[];
  readonly address?: At;
  readonly parts: readonly Located[];
}

/** Looks through schemas, nearest properties first. */
export class ShownKinds {
  readonly #references: References;
  readonly #facets = new Map<PositionedNode, Facets>();
  #visits = 0;

  constructor(references: References) {
    this.#references = references;
  }

  /** True when the file held more than was looked at. */
  get isCut(): boolean {
    return this.#visits > lookLimits.visits;
  }

  /** The kinds that a thing of this name shows, each with the nearest property that shows it. */
  of(top: Located, thing: readonly string[]): ReadonlyMap<DataKind, At> {
    const kinds = new Map<DataKind, At>();
    const passed = new Set<PositionedNode>([top.node]);
    let level: readonly Located[] = [top];
    for (let step = 0; step <= lookLimits.steps && level.length > 0; step++) {
      const next: Located[] = [];
      for (const here of level) {
        if (++this.#visits > lookLimits.visits) return kinds;
        const { kinds: shown, address, parts } = this.#facetsOf(here.node);
        for (const [kind, at] of shown) if (!kinds.has(kind)) kinds.set(kind, at);
        const words = here.name === undefined ? thing : [...thing, ...wordsOf(here.name)];
        if (address && !kinds.has("personal") && isSomebody(words)) kinds.set("personal", address);
        for (const part of parts) {
          if (passed.has(part.node)) continue;
          passed.add(part.node);
          next.push(part);
        }
      }
      level = next;
    }
    return kinds;
  }

  #facetsOf(node: PositionedNode): Facets {
    const known = this.#facets.get(node);
    if (known) return known;
    const kinds: [DataKind, At][] = [];
    let address: At | undefined;
    const parts: Located[] = [];
    const add = (located: Located) => {
      const part = this.#references.resolve(located);
      if (part && isMadeOf(part.node)) parts.push(part);
      return part;
    };
    for (const [name, property] of entries(child(node, "properties"))) {
      const schema = add(property)?.node;
      const type = textOf(child(schema, "type")) ?? textOf(itemsOf(child(schema, "type"))[0]);
      for (const kind of kindsOfProperty(name, type, textOf(child(schema, "format")))) kinds.push([kind, property.at]);
      if (isBareAddress(name)) address ??= property.at;
    }
    for (const part of [...composedOf(node), under(node, "items"), under(node, "additionalProperties")])
      if (part) add(part);
    const facets: Facets = { kinds, parts, ...(address ? { address } : {}) };
    this.#facets.set(node, facets);
    return facets;
  }
}

/** The members of allOf, oneOf and anyOf. */
export function composedOf(node: PositionedNode): readonly Located[] {
  return ["allOf", "oneOf", "anyOf"].flatMap((key) =>
    itemsOf(child(node, key))
      .slice(0, 20)
      .map((item) => ({ node: item, at: item.at })),
  );
}

/** True for a schema that has others inside. */
export function isMadeOf(node: PositionedNode | undefined): boolean {
  return ["properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties"].some(
    (key) => child(node, key) !== undefined,
  );
}
