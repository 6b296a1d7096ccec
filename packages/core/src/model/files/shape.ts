// What the schema says about a place: read by suggestions, by the order of written keys, and by what may be left out.
import type * as z from "zod";
import { canonicalText, isSetKey } from "../changes.ts";

/** One step of a schema, without its optional wrappers. */
export type Shape =
  | {
      readonly kind: "object";
      readonly keys: readonly string[];
      readonly required: ReadonlySet<string>;
      readonly at: (key: string) => z.core.$ZodType | undefined;
    }
  | { readonly kind: "record"; readonly of: z.core.$ZodType; readonly names: readonly string[] }
  | { readonly kind: "list"; readonly of: z.core.$ZodType }
  | { readonly kind: "leaf"; readonly schema: z.core.$ZodType };

const known = new WeakMap<z.core.$ZodType, readonly Shape[]>();

/** The shapes that a schema allows: one, or one per branch of a union. */
export function shapesOf(schema: z.core.$ZodType): readonly Shape[] {
  let shapes = known.get(schema);
  if (!shapes) known.set(schema, (shapes = compute(schema)));
  return shapes;
}

function compute(schema: z.core.$ZodType): readonly Shape[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === "optional") return shapesOf(def.innerType);
  if (def.type === "union") return def.options.flatMap((option) => shapesOf(option));
  if (def.type === "array") return [{ kind: "list", of: def.element }];
  if (def.type === "record") {
    const keyDef = (def.keyType as z.core.$ZodTypes)._zod.def;
    return [{ kind: "record", of: def.valueType, names: keyDef.type === "enum" ? Object.keys(keyDef.entries) : [] }];
  }
  if (def.type !== "object") return [{ kind: "leaf", schema }];
  const shape = def.shape;
  const keys = Object.keys(shape);
  const required = keys.filter((key) => (shape[key] as z.core.$ZodTypes)._zod.def.type !== "optional");
  return [
    {
      kind: "object",
      keys,
      required: new Set(required),
      at: (key) => (Object.hasOwn(shape, key) ? shape[key] : undefined),
    },
  ];
}

/** The shape that a map has here. */
export function mapShape(schema: z.core.$ZodType | undefined): (Shape & { kind: "object" | "record" }) | undefined {
  if (!schema) return undefined;
  const found = shapesOf(schema).find((shape) => shape.kind === "object" || shape.kind === "record");
  return found as (Shape & { kind: "object" | "record" }) | undefined;
}

/** The schema one step below. */
export function below(schema: z.core.$ZodType | undefined, step: string | number): z.core.$ZodType | undefined {
  if (!schema) return undefined;
  if (typeof step === "number") {
    const list = shapesOf(schema).find((shape) => shape.kind === "list");
    return list?.kind === "list" ? list.of : undefined;
  }
  const map = mapShape(schema);
  return map?.kind === "object" ? map.at(step) : map?.of;
}

type Bag = Readonly<Record<string, unknown>>;
type Schema = z.core.$ZodType | undefined;

export function isMap(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for the value of a key that may be left out because it says nothing: an empty map that is not itself a thing. */
export function saysNothing(schema: z.core.$ZodType | undefined, key: string, value: unknown): boolean {
  if (!isMap(value) || Object.keys(value).length > 0) return false;
  const map = mapShape(schema);
  return map?.kind === "object" && !map.required.has(key);
}

/** The value without the keys that say nothing: how documents compare across files. */
export function withoutEmpty(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(below(schema, 0), item));
  if (!isMap(value)) return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const kept = withoutEmpty(below(schema, key), item);
    if (kept !== undefined && !saysNothing(schema, key, kept)) out[key] = kept;
  }
  return out;
}

/** True when two values mean the same: keys in any order, id sets in any order, keys that say nothing or not. */
export function sameMeaning(schema: Schema, a: unknown, b: unknown, key = ""): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const of = below(schema, 0);
    if (a.length === b.length && a.every((item, index) => sameMeaning(of, item, b[index]))) return true;
    return isSetKey(key) && canonicalText({ [key]: a }) === canonicalText({ [key]: b });
  }
  if (!isMap(a) || !isMap(b)) return false;
  for (const name of Object.keys(b)) if (says(schema, name, b) && !says(schema, name, a)) return false;
  return Object.keys(a).every(
    (name) =>
      !says(schema, name, a) || (says(schema, name, b) && sameMeaning(below(schema, name), a[name], b[name], name)),
  );
}

function says(schema: Schema, key: string, value: Bag): boolean {
  return Object.hasOwn(value, key) && value[key] !== undefined && !saysNothing(schema, key, value[key]);
}
