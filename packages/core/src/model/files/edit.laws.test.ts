import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { canonicalText } from "../changes.ts";
import { difference } from "../difference.ts";
import { type Document, layerNames, layers } from "../document.ts";
import { editFiles, editText } from "./edit.ts";
import { readLayer } from "./read.ts";
import { withoutEmpty } from "./shape.ts";
import { arbitraryDocument, arbitraryLayer } from "./testing/arbitrary.ts";
import { restyle } from "./testing/restyle.ts";
import { newFile } from "./write.ts";

/** Equality across files: id sets sorted, and keys that say nothing left out. */
function meaning(layer: (typeof layerNames)[number], value: unknown): string {
  return canonicalText(withoutEmpty(layers[layer].schema, value));
}

/** A new register has sections that say nothing; every other file is exactly its value. */
const newMeaning = (layer: (typeof layerNames)[number], value: unknown): string =>
  layer === "register" ? meaning(layer, value) : canonicalText(value);

describe.each(layerNames)("%s", (layer) => {
  test("a new file reads back as the value that it was written from, by both parsers", () => {
    fc.assert(
      fc.property(arbitraryLayer(layer), (value) => {
        const text = newFile(layer, value);
        const read = readLayer(layer, { file: "f", content: text });
        expect(read).toMatchObject({ ok: true });
        expect(read.ok && newMeaning(layer, read.value)).toBe(newMeaning(layer, value));
        expect(newMeaning(layer, parseYaml(text))).toBe(newMeaning(layer, value));
      }),
      { numRuns: 25 },
    );
  });

  test("the text of d1 with difference(d1, d2) made in it reads as d2, in every style", () => {
    fc.assert(
      fc.property(
        arbitraryLayer(layer),
        arbitraryLayer(layer),
        fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
        (a, b, dice) => {
          const text = restyle(a, dice);
          fc.pre(!/<<:|[\ufeff\ufffe\uffff]/.test(text)); // refused by the reader
          const changes = difference({ [layer]: a } as unknown as Document, { [layer]: b } as unknown as Document);
          const edited = editText(layer, text, changes);
          if (!edited.ok) throw new Error(`${JSON.stringify(edited)}\n${text}`);
          const read = readLayer(layer, { file: "f", content: edited.value });
          if (!read.ok) throw new Error(`${JSON.stringify(read.problems)}\n${text}\n=>\n${edited.value}`);
          expect(meaning(layer, read.value)).toBe(meaning(layer, b));
          expect(canonicalText(parseYaml(edited.value))).toBe(canonicalText(read.value));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("no change, no byte", () => {
    fc.assert(
      fc.property(arbitraryLayer(layer), fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), (a, dice) => {
        const text = restyle(a, dice);
        const document = { [layer]: a } as unknown as Document;
        expect(editText(layer, text, difference(document, structuredClone(document)))).toEqual({
          ok: true,
          value: text,
        });
      }),
      { numRuns: 15 },
    );
  });
});

test("editFiles turns the files of one document into those of another", () => {
  fc.assert(
    fc.property(arbitraryDocument(), arbitraryDocument(), (a, b) => {
      const files = new Map(
        layerNames.flatMap((layer) => (a[layer] ? [[layers[layer].file, newFile(layer, a[layer])] as const] : [])),
      );
      const edited = editFiles(files, difference(a, b));
      if (!edited.ok) throw new Error(JSON.stringify(edited));
      const after = new Map<string, string | undefined>([...files, ...edited.value]);
      for (const layer of layerNames) {
        const text = after.get(layers[layer].file);
        const value = text === undefined ? undefined : readLayer(layer, { file: "f", content: text });
        expect(value === undefined || (value.ok && meaning(layer, value.value))).toBe(
          b[layer] === undefined || meaning(layer, b[layer]),
        );
      }
    }),
    { numRuns: 25 },
  );
});
