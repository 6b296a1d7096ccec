// The OpenAPI source: Swagger 2.0 and OpenAPI 3.0 to 3.2, YAML or JSON.
import { baseName } from "../paths.ts";
import type { Source } from "../source.ts";
import { inTestFolder } from "../test-folders.ts";
import { readOpenApi } from "./read.ts";

/** Operations → entry points, security requirements → who may reach them, schemas → data. */
export const openApi: Source = {
  id: "openapi",
  title: "OpenAPI and Swagger descriptions",
  detects: (path, head) => {
    if (!/\.(ya?ml|json)$/i.test(path)) return false;
    const name = baseName(path).toLowerCase();
    if (head === undefined) return /openapi|swagger|api-?docs/.test(name);
    if (name === "package.json" || name.endsWith("-lock.json")) return false;
    if (/^\uFEFF?\s*\{/.test(head))
      return /"(openapi|swagger)"\s*:\s*"[1-9]\.\d/.test(head) || (head.length >= 4096 && /openapi|swagger/.test(name));
    return (
      /^(openapi|swagger|"openapi"|"swagger"|'openapi'|'swagger')\s*:\s*["']?[1-9](\.\d|\b)/m.test(head) ||
      (head.length >= 4096 && /openapi|swagger/.test(name))
    );
  },
  forTests: inTestFolder,
  read: readOpenApi,
};
