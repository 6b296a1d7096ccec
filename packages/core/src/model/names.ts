// Which ids exist, what kind of thing each is, and what an earlier id means now: over model.yaml and observed.yaml together.
import type { Document } from "./document.ts";

/** The collections whose things share one space of ids, with the word for one of each. */
export const kinds = {
  zones: "a zone",
  elements: "an element",
  flows: "a flow",
  "entry-points": "an entry point",
  data: "a data asset",
  dependencies: "a dependency",
  features: "a feature",
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];

export type Bag = Readonly<Record<string, unknown>>;
export type LayerBag = Readonly<Record<string, Readonly<Record<string, Bag>> | undefined>>;

/** The layers that hold things; the first overrides the second. */
export type ThingLayer = "model" | "observed";

/** An id that a second kind of thing has too. */
export interface Clash {
  readonly layer: ThingLayer;
  readonly kind: Kind;
  readonly id: string;
  readonly other: Kind;
}

/** The names of one document. */
export class Names {
  readonly layers: readonly (readonly [ThingLayer, LayerBag])[];
  readonly roles = new Set<string>();
  readonly clashes: Clash[] = [];
  readonly #kinds = new Map<string, Set<Kind>>();
  readonly #now = new Map<string, string>();

  constructor(document: Document) {
    const observed = document.observed as unknown as LayerBag | undefined;
    this.layers = [
      ["model", document.model as unknown as LayerBag],
      ...(observed ? [["observed", observed] as const] : []),
    ];
    this.#collect();
    this.#collectEarlier();
  }

  /** Every thing of both layers. */
  eachThing(visit: (layer: ThingLayer, kind: Kind, id: string, thing: Bag) => void): void {
    for (const [layer, bag] of this.layers)
      for (const kind of kindNames)
        for (const [id, thing] of Object.entries(bag[kind] ?? {})) visit(layer, kind, id, thing);
  }

  /** What an id names, now or earlier; more than one kind only when that is an error. */
  kindsOf(id: string): ReadonlySet<Kind> | undefined {
    return this.#kinds.get(id);
  }

  /** The ids and earlier ids of some kinds. */
  idsOf(wanted: readonly Kind[]): readonly string[] {
    return [...this.#kinds].flatMap(([id, found]) => (wanted.some((kind) => found.has(kind)) ? [id] : []));
  }

  /** A field of a thing as the effective model has it, with the id that it means now and the layer that says so. */
  field(kind: Kind, id: string, field: string): { readonly value: string; readonly layer: ThingLayer } | undefined {
    for (const [layer, bag] of this.layers) {
      const things = bag[kind];
      const value = things && Object.hasOwn(things, id) ? things[id]?.[field] : undefined;
      if (typeof value === "string") return { value: this.#resolve(value), layer };
    }
    return undefined;
  }

  #collect(): void {
    this.eachThing((layer, kind, id) => {
      const found = this.#kinds.get(id);
      if (!found) this.#kinds.set(id, new Set([kind]));
      else if (!found.has(kind)) {
        this.clashes.push({ layer, kind, id, other: [...found][0] as Kind });
        found.add(kind);
      }
    });
    for (const [, bag] of this.layers) for (const role of Object.keys(bag.roles ?? {})) this.roles.add(role);
  }

  /** An earlier id counts where no thing has it now. */
  #collectEarlier(): void {
    const live = new Set(this.#kinds.keys());
    this.eachThing((_layer, kind, id, thing) => {
      for (const old of (thing.was as readonly string[] | undefined) ?? []) {
        if (live.has(old)) continue;
        this.#now.set(old, id);
        this.#kinds.set(old, (this.#kinds.get(old) ?? new Set()).add(kind));
      }
      const other = thing["same-as"];
      if (typeof other === "string" && other !== id) this.#now.set(other, id);
    });
  }

  /** The end of the way from an id; the way is shortened for whoever asks next. In a circle, some id of it. */
  #resolve(id: string): string {
    const way = new Set<string>();
    let at = id;
    while (this.#now.has(at) && !way.has(at)) {
      way.add(at);
      at = this.#now.get(at) as string;
    }
    this.#now.delete(at);
    for (const one of way) if (one !== at) this.#now.set(one, at);
    return at;
  }
}
