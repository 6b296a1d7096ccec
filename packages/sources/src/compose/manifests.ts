// Names of the packages that a build context's manifests list, each with its line.
import { joinPath } from "../paths.ts";
import { type At, child, readPositioned } from "../positioned.ts";
import type { SourceContext } from "../source.ts";

/** A package that a manifest lists. */
export interface Package {
  readonly name: string;
  readonly at: At;
}

const maxLines = 20_000;

/** Line patterns of manifests that are no JSON: each group is a name under which the package is known. */
const byLine: Readonly<Record<string, RegExp>> = {
  "requirements.txt": /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/,
  "pyproject.toml": /^\s*"?([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]{0,80}\])?"?\s*(?:[=<>~!]|",?$)/,
  Pipfile: /^\s*"?([A-Za-z0-9][A-Za-z0-9._-]*)"?\s*=/,
  "build.gradle": /["']([A-Za-z0-9._-]+):([A-Za-z0-9._-]+)(?::[^"']{0,80})?["']/,
  "build.gradle.kts": /["']([A-Za-z0-9._-]+):([A-Za-z0-9._-]+)(?::[^"']{0,80})?["']/,
  "go.mod": /^\s*(?:require\s+)?([a-z0-9.-]+\.[a-z]{2,10}\/[^\s]{1,200})\s+v/,
  Gemfile: /^\s*gem\s+["']([A-Za-z0-9._-]+)["']/,
  "Cargo.toml": /^\s*([A-Za-z0-9_-]+)\s*=/,
};
const jsonManifests: Readonly<Record<string, readonly string[]>> = {
  "package.json": ["dependencies"],
  "composer.json": ["require"],
};

/** The packages of every manifest directly in a folder. */
export function packagesIn(folder: string, context: SourceContext): readonly Package[] {
  const found: Package[] = [];
  for (const [name, keys] of Object.entries(jsonManifests)) {
    const path = joinPath(folder, name) as string;
    const text = context.file(path);
    const root = text === undefined ? undefined : readPositioned(path, text).root;
    for (const key of keys) {
      const listed = child(root, key);
      if (listed?.kind === "map") for (const [each, at] of listed.keys) found.push({ name: each.toLowerCase(), at });
    }
  }
  for (const [name, pattern] of Object.entries(byLine)) {
    const path = joinPath(folder, name) as string;
    const text = context.file(path);
    if (text !== undefined) found.push(...packagesByLine(path, text, pattern));
  }
  found.push(...mavenPackages(folder, context));
  return found;
}

/** Maven names a package by its artifact, and by group and artifact. */
function mavenPackages(folder: string, context: SourceContext): readonly Package[] {
  const path = joinPath(folder, "pom.xml") as string;
  const text = context.file(path)?.slice(0, 1_000_000);
  if (text === undefined) return [];
  const found: Package[] = [];
  let line = 1;
  let from = 0;
  const pattern =
    /(?:<groupId>\s{0,20}([\w.${}-]{1,200})\s{0,20}<\/groupId>\s{0,200})?<artifactId>\s{0,20}([\w.-]{1,200})\s{0,20}<\/artifactId>/g;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].lastIndexOf("<artifactId>");
    for (; from < end; from++) if (text.charCodeAt(from) === 10) line++;
    const artifact = (match[2] ?? "").toLowerCase();
    found.push({ name: artifact, at: { file: path, line } });
    if (match[1]) found.push({ name: `${match[1].toLowerCase()}:${artifact}`, at: { file: path, line } });
  }
  return found;
}

function packagesByLine(path: string, text: string, pattern: RegExp): readonly Package[] {
  return text.split("\n", maxLines).flatMap((line, index) => {
    const match = pattern.exec(line.slice(0, 500));
    const names = match ? match.slice(1).filter((each): each is string => each !== undefined) : [];
    if (names.length === 2) names.push(names.join(":"));
    return names.map((name) => ({ name: name.toLowerCase(), at: { file: path, line: index + 1 } }));
  });
}
