// For the laws over registries: the knowledge that ships, and documents small and large to try things on.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog, Document, Knowledge, Texts } from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import { root } from "../architecture/source-files.ts";

const layer = <T>(name: string): T =>
  JSON.parse(readFileSync(join(root, "packages/knowledge/dist", name), "utf8")) as T;

/** The day on which the laws look at documents. */
export const now = "2026-11-24";

export const knowledge = layer<Knowledge>("engine.json");
export const texts = layer<Texts>("texts.json");
export const catalogs = ["capec", "cwe", "asvs-5.0"].map((id) => layer<Catalog>(`catalogs/${id}.json`));

interface Example {
  readonly model: Document["model"];
  readonly at: string;
}
/** Rule → outcome → examples. */
export const ruleExamples =
  layer<Readonly<Record<string, Readonly<Partial<Record<string, readonly Example[]>>>>>>("examples.json");

/** A file of the checkout as text. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The names of the worked examples. */
export const exampleNames = ["assistant", "shop", "tenants"] as const;

/** The document of a worked example, from its files. */
export function exampleDocument(name: (typeof exampleNames)[number]): Document {
  const at = join(root, "examples", name, "threat-model");
  const paths = readdirSync(at, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  const read = readDocument(new Map(paths.map((path) => [path, readFileSync(join(at, path), "utf8")])));
  if (!read.ok) throw new Error(read.problems.map(({ say }) => say).join("\n"));
  return read.value;
}
