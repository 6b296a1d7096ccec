// Lets the generators read what the TypeScript sources export.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, formatMessages } from "esbuild";
import { at, root } from "../house/paths.mjs";

/** Bundles `contents` (imports with paths from the root) and gives the module's exports. */
export async function loadTypeScript(name, contents) {
  const folder = at("node_modules/.cache/parapet-gen");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  try {
    await build({
      stdin: { contents, resolveDir: root, loader: "ts" },
      absWorkingDir: root,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      alias: { yaml: at("node_modules/yaml/browser/index.js") },
      outfile,
      logLevel: "silent",
    });
  } catch (error) {
    if (!error.errors) throw error;
    throw new Error((await formatMessages(error.errors, { kind: "error" })).join(""));
  }
  return import(pathToFileURL(outfile).href);
}
