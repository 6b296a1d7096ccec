import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { canonicalText } from "../changes.ts";
import { difference } from "../difference.ts";
import { type Document, layerNames, layers } from "../document.ts";
import { editDocument, editFiles, editText } from "./edit.ts";
import { readDocument, readLayer } from "./read.ts";
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

/** Documents in which everything that is named is there. */
const whole = fc
  .record({
    elements: fc.dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.record(
        {
          kind: fc.constantFrom("process", "data-store", "external-entity"),
          title: fc.constantFrom("One", "Zwei: 2", "é", "# drei"),
          tags: fc.uniqueArray(fc.constantFrom("x", "y", "z"), { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
    ),
    zones: fc.dictionary(fc.constantFrom("in", "out"), fc.record({ kind: fc.constantFrom("internet", "host") })),
    purpose: fc.option(fc.constantFrom("To sell", "Für alle"), { nil: undefined }),
  })
  .map(
    ({ elements, zones, purpose }): Document => ({
      model: {
        parapet: 1,
        system: "Small",
        ...(purpose === undefined ? {} : { scope: { purpose } }),
        ...(Object.keys(elements).length > 0 ? { elements } : {}),
        ...(Object.keys(zones).length > 0 ? { zones } : {}),
      } as Document["model"],
    }),
  );

test("a document that is edited with its files: the same texts, and what reading them anew gives", () => {
  let read = 0;
  fc.assert(
    fc.property(
      whole,
      fc.oneof(whole, arbitraryDocument()),
      fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
      (a, b, dice) => {
        const files = new Map<string, string>();
        for (const layer of layerNames) {
          const value = a[layer];
          if (value !== undefined) files.set(layers[layer].file, restyle(value, dice));
        }
        fc.pre([...files.values()].every((text) => !/<<:|[\ufeff\ufffe\uffff]/.test(text))); // refused by the reader
        const before = readDocument(files);
        if (!before.ok) return;
        read++;
        const changes = difference(before.value, b);
        const edited = editDocument(files, before.value, changes, (path) => path);
        const texts = editFiles(files, changes);
        if (!texts.ok) throw new Error(JSON.stringify(texts));
        const after = new Map(files);
        for (const [path, text] of texts.value) {
          if (text === undefined) after.delete(path);
          else after.set(path, text);
        }
        const again = readDocument(after);
        expect(edited.ok).toBe(again.ok);
        if (!edited.ok || !again.ok) return;
        expect(edited.value.files).toEqual(texts.value);
        expect(edited.value.document).toEqual(again.value);
      },
    ),
    { numRuns: 80 },
  );
  expect(read).toBeGreaterThan(30);
});
