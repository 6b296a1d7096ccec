// For tests: the example models with the shipped knowledge, commands run on them, and the strings as people read them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Analysis,
  analyse,
  apply,
  type CommandCall,
  commands,
  type Document,
  type Knowledge,
  layerNames,
  layers,
  runCommands,
  type Texts,
} from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import i18next, { type TFunction } from "i18next";
import { en } from "../strings/en.ts";

const root = join(import.meta.dirname, "../../../..");
const shipped = <T>(name: string): T =>
  JSON.parse(readFileSync(join(root, "packages/knowledge/dist", name), "utf8")) as T;

/** The day on which tests look at a model. */
export const day = "2026-11-24";
export const knowledge = shipped<Knowledge>("engine.json");
export const texts = shipped<Texts>("texts.json");

export const exampleNames = ["assistant", "shop", "tenants"] as const;
export type ExampleName = (typeof exampleNames)[number];

/** A model with its analysis. */
export interface Example {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** One of the example models. */
export function example(name: ExampleName): Example {
  const folder = join(root, "examples", name, "threat-model");
  const files = new Map<string, string>();
  for (const layer of layerNames) {
    const { file } = layers[layer];
    if (existsSync(join(folder, file))) files.set(file, readFileSync(join(folder, file), "utf8"));
  }
  const read = readDocument(files);
  if (!read.ok) throw new Error(read.problems.map(({ say }) => say).join("\n"));
  return withAnalysis(read.value);
}

/** A document with its analysis; with what a planned feature adds when one is named. */
export function withAnalysis(document: Document, feature?: string): Example {
  return { document, analysis: analyse(document, knowledge, { now: day, ...(feature !== undefined && { feature }) }) };
}

/** The model after commands; throws what they refuse. */
export async function after({ document }: Example, calls: readonly CommandCall[], by = "ann"): Promise<Example> {
  const ran = await runCommands(calls, {
    document,
    knowledge,
    now: day,
    by,
    load: async (name) => (await commands.find(({ card }) => card.name === name)?.load())?.body,
    analyse: (of) => analyse(of, knowledge, { now: day }),
  });
  if (!ran.ok) throw new Error(ran.problems.map(({ say, fix }) => `${say} ${fix}`).join("\n"));
  return withAnalysis(apply(document, ran.value.changes ?? []));
}

/** The strings of the workbench in English. */
export async function words(): Promise<TFunction> {
  const own = i18next.createInstance();
  return own.init({
    lng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}
