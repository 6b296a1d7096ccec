// Finds what one compose file stands for: the file itself, the base that it lies over, its override, and what it extends.
import type { Problem } from "@parapet/core";
import { baseName, folderOf, joinPath } from "../paths.ts";
import { child, itemsOf, type MapNode, type PositionedNode, textOf } from "../positioned.ts";
import type { SourceContext, SourceFile } from "../source.ts";
import { composeName } from "./card.ts";
import { type EnvValue, interpolate, readEnv } from "./interpolate.ts";
import { mergeOver } from "./merge.ts";
import { basePath, isForDevelopment, overBase, withNeighbours } from "./neighbours.ts";
import { note, readRoot } from "./root.ts";

/** One system as compose would start it. */
export interface Project {
  readonly path: string;
  readonly folder: string;
  /** The project's name: its `name`, else the folder's; "" at the top. */
  readonly name: string;
  readonly root: MapNode;
  readonly services: ReadonlyMap<string, MapNode>;
  /** The .env file beside it. */
  readonly env: ReadonlyMap<string, EnvValue>;
  readonly notes: Problem[];
}

const maxServices = 2000;

/** Reads a compose file with its neighbours. `mergedInto` says that another file's reading has all of it. */
export function load(
  file: SourceFile,
  context: SourceContext,
): { readonly project?: Project; readonly mergedInto?: string; readonly problems: readonly Problem[] } {
  const own = readRoot(file.path, file.text);
  if (!own.root) return { problems: own.problems };
  const notes: Problem[] = [...own.notes];
  const folder = folderOf(file.path);
  const name = composeName(file.path);
  const base = name?.variant ? basePath(folder, name.stem, context) : undefined;
  if (base && name?.variant === "override") return { mergedInto: base, problems: [] };
  if (base && isForDevelopment(name?.variant ?? "")) return { mergedInto: base, problems: [] };
  let root = own.root;
  if (base) root = overBase(file.path, root, base, context, notes);
  else if (name && !name.variant) root = withNeighbours(root, folder, name.stem, context, notes);
  const env = new Map((readEnvFile(joinPath(folder, ".env"), context) ?? []).map((each) => [each.key, each]));
  const named = interpolate(textOf(child(root, "name")) ?? "", (key) => env.get(key)?.value).text;
  const services = servicesOf(root, { path: file.path, folder, context, notes });
  if (child(root, "include")) {
    notes.push(
      note(
        file.path,
        root.keys.get("include")?.line ?? 1,
        "include is not followed",
        "A file that is named like a compose file is read by itself.",
      ),
    );
  }
  return {
    project: { path: file.path, folder, name: named || baseName(folder), root, services, env, notes },
    problems: [],
  };
}

/** The settings of an env file below the system's folder. */
export function readEnvFile(path: string | undefined, context: SourceContext): readonly EnvValue[] | undefined {
  const text = path === undefined ? undefined : context.file(path);
  return path === undefined || text === undefined ? undefined : readEnv(path, text);
}

interface Extending {
  readonly path: string;
  readonly folder: string;
  readonly context: SourceContext;
  readonly notes: Problem[];
}

function servicesOf(root: MapNode, from: Extending): ReadonlyMap<string, MapNode> {
  const services = new Map<string, MapNode>();
  const all = child(root, "services");
  if (all?.kind !== "map") return services;
  for (const [name, node] of all.entries) {
    if (services.size >= maxServices) {
      from.notes.push(
        note(from.path, node.at.line, `Only the first ${maxServices} services are read`, "Split the file."),
      );
      break;
    }
    if (node.kind !== "map") continue;
    const key = all.keys.get(name) ?? node.at;
    services.set(name, { ...extended(node, all, from, 0), at: key });
  }
  return services;
}

/** A service laid over what it extends. */
function extended(service: MapNode, siblings: PositionedNode, from: Extending, depth: number): MapNode {
  const node = child(service, "extends");
  if (!node) return service;
  const name = textOf(node) ?? textOf(child(node, "service"));
  const file = textOf(child(node, "file"));
  const path = file === undefined ? undefined : joinPath(from.folder, file);
  const around =
    file === undefined
      ? siblings
      : child(path === undefined ? undefined : readRoot(path, from.context.file(path) ?? "").root, "services");
  const base = name === undefined ? undefined : child(around, name);
  if (base?.kind !== "map" || !around || depth >= 8) {
    from.notes.push(
      note(
        node.at.file,
        node.at.line,
        `extends ${name ?? ""} is not followed: ${depth >= 8 ? "too many steps" : "it is not found"}`,
        "Check the name and the file.",
      ),
    );
    return service;
  }
  const below = path === undefined ? from : { ...from, folder: folderOf(path) };
  return mergeOver(extended(base, around, below, depth + 1), service);
}

/** The plain texts of a list or of one scalar, with their places. */
export function textsOf(
  node: PositionedNode | undefined,
): readonly { readonly text: string; readonly at: PositionedNode["at"] }[] {
  return itemsOf(node).flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{ text, at: item.at }];
  });
}
