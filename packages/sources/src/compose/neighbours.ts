// The other compose files of a folder: the base, its override, variants, and files that are for development only.
import type { Problem } from "@parapet/core";
import { baseName, joinPath } from "../paths.ts";
import { child, type MapNode, type PositionedNode } from "../positioned.ts";
import type { SourceContext } from "../source.ts";
import { mergeOver } from "./merge.ts";
import { note, readRoot } from "./root.ts";

const forDevelopment = ["dev", "development", "local", "build"];
const forTests = ["test", "tests", "testing", "ci", "e2e", "debug"];
const endings = ["yaml", "yml"];

/** True for a variant that is not what runs: its published ports and tools say nothing about the system. */
export function isForDevelopment(variant: string): boolean {
  return [...forDevelopment, ...forTests].includes(variant.toLowerCase());
}

/** The base that a variant of this stem lies over. */
export function basePath(folder: string, stem: string, context: SourceContext): string | undefined {
  return endings
    .map((ending) => joinPath(folder, `${stem}.${ending}`) as string)
    .find((path) => context.file(path) !== undefined);
}

/** A variant laid over its base. */
export function overBase(path: string, root: MapNode, base: string, context: SourceContext, notes: Problem[]): MapNode {
  const below = readRoot(base, context.file(base) ?? "").root;
  if (!below) return root;
  const say = `${baseName(path)} is read as laid over ${baseName(base)}; that it is deployed is assumed`;
  notes.push(note(path, 1, say, "Say ignore: why on what it adds if it is not."));
  return mergeOver(below, root);
}

/** A base with its override, and with the builds that only a file for development has. */
export function withNeighbours(
  root: MapNode,
  folder: string,
  stem: string,
  context: SourceContext,
  notes: Problem[],
): MapNode {
  let merged = root;
  const override = firstOf([`${stem}.override`], folder, context);
  if (override) {
    const over = readRoot(override.path, override.text);
    notes.push(...over.problems, ...over.notes);
    if (over.root) merged = mergeOver(merged, over.root);
  }
  const names = forDevelopment.flatMap((each) => [`${stem}.${each}`, `${stem}-${each}`]);
  const development = firstOf(names, folder, context);
  const builds = development ? readRoot(development.path, development.text).root : undefined;
  return builds ? withBuilds(merged, builds) : merged;
}

function firstOf(
  names: readonly string[],
  folder: string,
  context: SourceContext,
): { path: string; text: string } | undefined {
  for (const name of names) {
    for (const ending of endings) {
      const path = joinPath(folder, `${name}.${ending}`) as string;
      const text = context.file(path);
      if (text !== undefined) return { path, text };
    }
  }
  return undefined;
}

/** Where a service is built from matters even when what runs is the image; nothing else is taken. */
function withBuilds(root: MapNode, development: MapNode): MapNode {
  const services = child(root, "services");
  const others = child(development, "services");
  if (services?.kind !== "map" || others?.kind !== "map") return root;
  const entries = new Map<string, PositionedNode>(services.entries);
  for (const [name, service] of services.entries) {
    const other = others.entries.get(name);
    const build = child(other, "build");
    if (service.kind !== "map" || other?.kind !== "map" || !build || service.entries.has("build")) continue;
    entries.set(name, {
      ...service,
      entries: new Map(service.entries).set("build", build),
      keys: new Map(service.keys).set("build", other.keys.get("build") ?? build.at),
    });
  }
  return { ...root, entries: new Map(root.entries).set("services", { ...services, entries }) };
}
