// The schemas of the files as JSON Schema: what editors complete and check by.
import * as z from "zod";
import { type Layer, layerNames, layers } from "../document.ts";

/** One JSON Schema per file, draft 7 as editors of YAML read it. */
export function documentJsonSchemas(): Readonly<Record<Layer, object>> {
  const entries = layerNames.map((layer) => [layer, schemaOf(layer)] as const);
  return Object.fromEntries(entries) as Record<Layer, object>;
}

function schemaOf(layer: Layer): object {
  const { $schema, ...rest } = z.toJSONSchema(layers[layer].schema, { target: "draft-7", io: "input" });
  return { $schema, title: `Parapet ${layers[layer].file}`, ...rest };
}
