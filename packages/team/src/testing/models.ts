// For tests: real models with the shipped knowledge, and the input that the team works on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Analysis, analyse, type Document, type Knowledge, type Texts } from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import type { TeamInput } from "../member.ts";

const root = join(import.meta.dirname, "../../../..");
const shipped = <T>(name: string): T =>
  JSON.parse(readFileSync(join(root, "packages/knowledge/dist", name), "utf8")) as T;

/** The day on which tests look at a model. */
export const day = "2026-11-24";
export const knowledge = shipped<Knowledge>("engine.json");
const texts = shipped<Texts>("texts.json");

/** What the team is given for a document. */
export function inputOf(
  document: Document,
  analysis: Analysis = analyse(document, knowledge, { now: day }),
): TeamInput {
  return { document, analysis, knowledge, texts };
}

/** Reads a model from YAML, by file name. */
export function modelOf(files: Readonly<Record<string, string>>): Document {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const read = readDocument(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** The model of test/fixtures/needs: a shop whose team has only begun. */
export function begunShop(): Document {
  const folder = join(root, "test/fixtures/needs/threat-model");
  return modelOf(
    Object.fromEntries(
      ["model.yaml", "register.yaml", "people.yaml"].map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    ),
  );
}
