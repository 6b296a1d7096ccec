// What ships beside the bundle: the layers of the knowledge, the catalogs, the JSON Schemas. Each is read when a verb needs it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge, Texts } from "@parapet/core";
import { version } from "./version.ts";

const here = import.meta.dirname;
/** The folder that holds the bundle, with knowledge/ and schema/ beside it. */
export const home =
  [here, join(here, ".."), join(here, "../dist")].find((path) => existsSync(join(path, "knowledge/engine.json"))) ??
  here;

/** The folder of what draws pictures: the program and the fonts. */
export const pictureFolder = join(home, "picture");

/** Names this build of the command line; undefined when it runs from its sources. */
export const buildId: string | undefined = builtAt(join(home, "stamp"));

function builtAt(stamp: string): string | undefined {
  const stats = statSync(stamp, { throwIfNoEntry: false });
  return stats && `${version}-${stats.mtimeMs}`;
}

/** Reads a file that ships beside the bundle. */
export function readShipped<T>(path: string): T {
  return JSON.parse(readFileSync(join(home, path), "utf8")) as T;
}

/** The engine layer of the knowledge. */
export function loadKnowledge(): Knowledge {
  return readShipped<Knowledge>("knowledge/engine.json");
}

/** The texts of rules, controls and facts: read only by verbs that print them. */
export function loadTexts(): Texts {
  return readShipped<Texts>("knowledge/texts.json");
}

/** The folders of knowledge/ that hold knowledge; platform.yaml beside them is part of the document. */
export const knowledgeParts = ["facts", "pools", "rules", "technologies", "controls", "attackers"] as const;
