// Every older version of every layer reads today, its migration is told in the changelog, and what is of today is left alone.
// A file of each version with its value today stands in packages/core/src/model/files/migrations.test.ts, which fails for a step without one.
import { layerNames, schemaVersion } from "@parapet/core";
import { migrations, readLayer } from "@parapet/core/files";
import { describe, expect, test } from "vitest";
import { migrate } from "../packages/core/src/model/files/migrations.ts";
import { exampleDocument, exampleNames, textOf } from "./laws/shipped.ts";

const changelog = textOf("CHANGELOG.md");
const versions = [...migrations.map(({ from }) => from), schemaVersion];

/** The least that a file of each layer has to hold beside its version. */
const least: Readonly<Partial<Record<(typeof layerNames)[number], string>>> = {
  model: "system: Shop\n",
  people: "people: {}\n",
  platform: "platform: {}\n",
  debt: "recorded: 2026-11-01\nby: ann\ngates: {}\n",
};

test("no version is left out", () => {
  expect(versions).toEqual(
    Array.from({ length: schemaVersion + 1 - (versions[0] ?? 0) }, (_, i) => (versions[0] ?? 0) + i),
  );
});

describe.each(migrations.map((step) => ({ name: `${step.from} to ${step.to}`, step })))("$name", ({ step }) => {
  test("is told in the changelog, in a sentence", () => {
    expect(step.say).toMatch(/^[A-Z].*\.$/);
    expect(changelog.replaceAll(/\s+/g, " ")).toContain(step.say);
  });

  test.each(layerNames)("lets the least file of %s be read", (layer) => {
    const content = `parapet: ${step.from}\n${least[layer] ?? ""}`;
    expect(readLayer(layer, { file: `${layer}.yaml`, content })).toMatchObject({
      ok: true,
      value: { parapet: schemaVersion },
    });
  });
});

test.each(layerNames)("%s of today is left as it is", (layer) => {
  for (const name of exampleNames) {
    const value = exampleDocument(name)[layer];
    if (value !== undefined) expect(migrate(layer, value as object as Readonly<Record<string, unknown>>)).toBe(value);
  }
});
