// What model.yaml says about the things that sources show: under which name, with which other value, or that they are left out.
import { canonicalText, type Model } from "@parapet/core";
import type { Bag, ThingChange } from "./sentences.ts";

const collections = ["zones", "elements", "flows", "entry-points", "data", "dependencies"] as const;

/** Looks up what people declared about observed things. */
export class ModelView {
  readonly #model: Readonly<Record<string, Readonly<Record<string, Bag>> | undefined>>;
  /** Observed id → the id under which the model has it. */
  readonly #renamed = new Map<string, string>();
  readonly #collectionOf = new Map<string, string>();

  constructor(model: Model) {
    this.#model = model as unknown as Readonly<Record<string, Readonly<Record<string, Bag>> | undefined>>;
    for (const collection of collections) {
      for (const [id, thing] of Object.entries(this.#model[collection] ?? {})) {
        this.#collectionOf.set(id, collection);
        if (typeof thing["same-as"] === "string") this.#renamed.set(`${collection} ${thing["same-as"]}`, id);
        for (const old of Array.isArray(thing.was) ? (thing.was as string[]) : [])
          this.#renamed.set(`${collection} ${old}`, id);
      }
    }
  }

  /** What people declared of an observed thing, under its own name or the one that they gave it. */
  #declared(collection: string, id: string): { readonly id: string; readonly thing: Bag } | undefined {
    const things = this.#model[collection];
    const name = things !== undefined && Object.hasOwn(things, id) ? id : this.#renamed.get(`${collection} ${id}`);
    const thing = name === undefined ? undefined : things?.[name];
    return name === undefined || thing === undefined ? undefined : { id: name, thing };
  }

  /** The end of a sentence: the other name, that it is left out, or that it stays although no source shows it. */
  beside({ kind, collection, id }: ThingChange): string {
    const declared = this.#declared(collection, id);
    const other = this.#collectionOf.get(id);
    if (kind === "added" && other !== undefined && other !== collection)
      return `; model.yaml has ${id} under ${other}, so one of the two needs another id`;
    if (!declared) return "";
    if (declared.thing.ignore !== undefined) return `; left out in model.yaml: ${String(declared.thing.ignore)}`;
    if (kind === "removed")
      return declared.id === id ? "; model.yaml still names it" : `; model.yaml still names it, as ${declared.id}`;
    return declared.id === id ? "" : `; ${declared.id} in model.yaml`;
  }

  /** The declared value where it is another one than what the source says now. */
  contradicts({ collection, id }: ThingChange, path: readonly string[], now: unknown): string {
    let value: unknown = this.#declared(collection, id)?.thing;
    for (const key of path) value = typeof value === "object" && value !== null ? (value as Bag)[key] : undefined;
    if (typeof value !== "string" || now === undefined || canonicalText(value) === canonicalText(now)) return "";
    return ` (model.yaml says ${value})`;
  }
}
