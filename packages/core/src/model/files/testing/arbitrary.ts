// Arbitrary values of our schemas, for the laws of reading and editing.
import fc from "fast-check";
import type * as z from "zod";
import { type Document, type Layer, layerNames, layers } from "../../document.ts";

const ids = ["a", "b", "c1", "no", "null-x", "yes", "true", "e-mail", "zz-9", "on"];
const texts = [
  "Plain words",
  "yes",
  "null",
  "~",
  "1e3",
  "0x1F",
  "1_000",
  "12:30:45",
  "2026-11-24",
  "- dash",
  "a: b",
  "a:b",
  "https://example.org/x?y=1#z",
  "x #y",
  "#x",
  " lead",
  "trail ",
  "two\nlines",
  "two\n\nlines\n",
  "tab\tin",
  "crlf\r\nin",
  "{flow}",
  "[list, of]",
  "a, b",
  'say "hi"',
  "it's",
  "*star",
  "&and",
  "!bang",
  "%pct",
  "@at",
  "`tick",
  "---",
  "...",
  "?",
  "é — ünï 漢字 😀",
  "\u0085\u2028\ufeff",
  "\u0001",
  ":",
  "x:",
  "|",
  ">",
  "<<",
  "=",
  "a\\b",
  "<<<<<<< ours",
  "first: 1\n# second\n  third",
];

const id = fc.constantFrom(...ids);
const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...texts) },
    fc.string({ minLength: 1, maxLength: 12, unit: "binary" }),
  )
  .map((t) => t.normalize("NFC"))
  .filter((t) => t.length > 0 && !t.includes("\u0000") && !Object.hasOwn(Object.prototype, t));

interface Check {
  readonly _zod: {
    readonly def: {
      readonly check: string;
      readonly format?: string;
      readonly pattern?: RegExp;
      readonly maximum?: number;
      readonly value?: number;
    };
  };
}

function arbitraryText(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const def = (schema as z.core.$ZodTypes)._zod.def as { format?: string; checks?: readonly Check[] };
  if (def.format === "datetime") return fc.constantFrom("2026-11-24T09:05:00Z", "2026-11-24T10:05:30+01:00");
  if (def.format === "date") return fc.constantFrom("2026-11-24", "2024-02-29", "1999-01-01");
  const patterns = (def.checks ?? []).flatMap((check) => check._zod.def.pattern ?? []);
  if (patterns.some((pattern) => pattern.source.includes("https?")))
    return fc.constantFrom("https://example.org/a", "http://example.org/?t={title}&b=%20#x");
  const base = patterns.some((pattern) => pattern.source.includes("@"))
    ? fc.tuple(id, id).map(([left, right]) => `${left}@${right}`)
    : patterns.length > 0
      ? id
      : text;
  return base.filter((value) => (schema as z.ZodType).safeParse(value).success);
}

const known = new Map<z.core.$ZodType, fc.Arbitrary<unknown>>();

/** Any value that the schema accepts. */
function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  let found = known.get(schema);
  if (!found) known.set(schema, (found = compute(schema)));
  return found;
}

function compute(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case "optional":
      return arbitraryOf(def.innerType);
    case "union":
      return fc.oneof(...def.options.map((option) => arbitraryOf(option)));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "literal":
      return fc.constantFrom(...def.values);
    case "array":
      return fc
        .array(arbitraryOf(def.element), { maxLength: 3 })
        .filter((value) => (schema as z.ZodType).safeParse(value).success);
    case "number":
      return fc
        .oneof(fc.integer({ min: 1, max: 4000 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
        .filter((value) => !Object.is(value, -0) && (schema as z.ZodType).safeParse(value).success);
    case "record":
      return fc.dictionary(arbitraryOf(def.keyType) as fc.Arbitrary<string>, arbitraryOf(def.valueType), {
        maxKeys: 4,
        noNullPrototype: true,
      });
    case "object": {
      const keys = Object.keys(def.shape);
      const requiredKeys = keys.filter((key) => (def.shape[key] as z.core.$ZodTypes)._zod.def.type !== "optional");
      const parts = keys.map((key) => [
        key,
        key === "parapet" ? fc.constant(1) : arbitraryOf(def.shape[key] as z.core.$ZodType),
      ]);
      return fc.record(Object.fromEntries(parts) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys,
        noNullPrototype: true,
      });
    }
    default:
      return arbitraryText(schema);
  }
}

/** Any valid value of a layer; ids may dangle. */
export function arbitraryLayer(layer: Layer): fc.Arbitrary<object> {
  return arbitraryOf(layers[layer].schema) as fc.Arbitrary<object>;
}

/** Any document of valid layers; ids may dangle. */
export function arbitraryDocument(): fc.Arbitrary<Document> {
  const parts = layerNames.map((layer) => [layer, arbitraryLayer(layer)] as const);
  return fc.record(Object.fromEntries(parts), {
    requiredKeys: ["model"],
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<Document>;
}
