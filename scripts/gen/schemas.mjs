// JSON Schemas: one per file of the document, for editors; one for the Analysis, for programs that read `--json`.
import { at } from "../house/paths.mjs";
import { loadTypeScript } from "./load-typescript.mjs";

const folder = "docs/reference/schema";

/** docs/reference/schema/*.json. */
export const schemas = {
  name: "schemas",
  owns: (path) => path.startsWith(`${folder}/`),
  async run() {
    const files = new Map();
    for (const [layer, schema] of Object.entries(await documentSchemas()))
      files.set(`${folder}/${layer}.json`, json(schema));
    files.set(`${folder}/analysis.json`, json(await analysisSchema()));
    return files;
  },
};

async function documentSchemas() {
  const { documentJsonSchemas } = await loadTypeScript(
    "schemas",
    'export { documentJsonSchemas } from "./packages/core/src/files.ts";',
  );
  return documentJsonSchemas();
}

async function analysisSchema() {
  const { createGenerator } = await import("ts-json-schema-generator");
  const generator = createGenerator({
    path: at("packages/core/src/analysis/result.ts"),
    tsconfig: at("tsconfig.json"),
    type: "Analysis",
    // Types are checked by `npm run check`, with the compiler of the house.
    skipTypeCheck: true,
    topRef: false,
    additionalProperties: false,
  });
  const { $schema, ...rest } = generator.createSchema("Analysis");
  return { $schema, title: "parapet/analysis/1: what `parapet analyze --json` prints", ...rest };
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
