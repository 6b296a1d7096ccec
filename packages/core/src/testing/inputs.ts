// For tests: random inputs of a command, drawn from its own schema and from words that a document uses.
import fc from "fast-check";
import type * as z from "zod";

/** Inputs that the schema accepts; strings come from these words, those that the schema takes. */
export function inputsOf(schema: z.core.$ZodType, words: readonly string[]): fc.Arbitrary<unknown> {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case "object":
      return fc
        .record(Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, inputsOf(value, words)])))
        .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
    case "optional":
      return fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: inputsOf(def.innerType, words) },
      );
    case "array":
      return fc.array(inputsOf(def.element, words), { minLength: 1, maxLength: 2 });
    case "record":
      return fc.dictionary(inputsOf(def.keyType, words) as fc.Arbitrary<string>, inputsOf(def.valueType, words), {
        maxKeys: 2,
      });
    case "union":
      return fc.oneof(...def.options.map((option) => inputsOf(option, words)));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "literal":
      return fc.constantFrom(...def.values);
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.integer({ min: 1, max: 10 });
    case "string": {
      const fitting = words.filter((word) => (schema as z.ZodType).safeParse(word).success);
      if (fitting.length === 0) throw new Error("no word fits this schema");
      return fc.constantFrom(...fitting);
    }
    case "lazy":
      return fc.oneof(fc.constantFrom(...words), fc.constant(null), fc.constant([]), fc.constant({ kind: "process" }));
    default:
      throw new Error(`no inputs for a schema of type ${def.type}`);
  }
}
