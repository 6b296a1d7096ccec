import { expect, test } from "vitest";
import { layerNames, layers } from "../document.ts";
import { documentJsonSchemas } from "./json-schema.ts";

interface JsonSchema {
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  readonly definitions?: Readonly<Record<string, object>>;
}
const schemas = documentJsonSchemas();

test.each(layerNames)("%s has each key of its schema, and every reference leads somewhere", (layer) => {
  const schema = schemas[layer] as JsonSchema;
  expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", additionalProperties: false });
  expect(Object.keys(schema.properties)).toEqual(Object.keys(layers[layer].schema.shape));
  expect(schema.required).toContain("parapet");
  for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g))
    expect(schema.definitions).toHaveProperty(name as string);
});

test("lists offer their words", () => {
  expect(JSON.stringify(schemas.model)).toContain('["external-entity","process","data-store"]');
});
