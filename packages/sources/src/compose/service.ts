// One service of a compose file in plain form: what it runs, publishes, mounts, is told and is connected to.
import { joinPath } from "../paths.ts";
import { type At, child, type MapNode, textOf } from "../positioned.ts";
import type { SourceContext } from "../source.ts";
import { interpolate } from "./interpolate.ts";
import { type Project, readEnvFile, textsOf } from "./load.ts";
import { keyed } from "./merge.ts";
import { type Mount, mountsOf, type Port, portsOf } from "./ports.ts";
import { note } from "./root.ts";

/** A setting that a service is given. `literal`: the value itself stands in a file. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly at: At;
  readonly literal: boolean;
}
export interface Text {
  readonly text: string;
  readonly at: At;
}
/** Where a service is built: folders relative to the top of the system. */
export interface Build {
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly inline?: Text;
  readonly at: At;
}
export interface Membership {
  readonly network: string;
  readonly aliases: readonly string[];
  readonly at: At;
}
export interface Service {
  readonly name: string;
  readonly at: At;
  readonly node: MapNode;
  readonly image?: Text;
  readonly build?: Build;
  readonly ports: readonly Port[];
  readonly exposed: readonly string[];
  readonly settings: readonly Setting[];
  readonly arguments: readonly Text[];
  readonly labels: readonly Setting[];
  /** Absent: the default network. */
  readonly networks?: readonly Membership[];
  readonly networkMode?: Text;
  readonly mounts: readonly Mount[];
  /** Host names under which other services reach it, beside its name. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly links: readonly Text[];
  readonly dependsOn: readonly Text[];
}

/** All services of a project, in the file's order. */
export function servicesIn(project: Project, context: SourceContext): readonly Service[] {
  return [...project.services].map(([name, node]) => serviceOf(name, node, project, context));
}

function serviceOf(name: string, node: MapNode, project: Project, context: SourceContext): Service {
  const valueOf = (key: string) => project.env.get(key)?.value;
  const expand = (text: string) => interpolate(text, valueOf).text;
  const dropped = (at: At, why: string) =>
    project.notes.push(
      note(at.file, at.line, `${name}: ${why} is left out`, "Check the line, or set the variable in .env."),
    );
  const image = expand(textOf(child(node, "image")) ?? "");
  const networks = networksOf(node, expand);
  const build = buildOf(node, project, expand);
  const mode = textOf(child(node, "network_mode")) ?? textOf(child(node, "net"));
  return {
    name,
    at: node.at,
    node,
    ...(image === "" ? {} : { image: { text: image, at: node.keys.get("image") ?? node.at } }),
    ...(build ? { build } : {}),
    ports: portsOf(child(node, "ports"), expand, dropped),
    exposed: textsOf(child(node, "expose")).map((each) => expand(each.text).split("/")[0] ?? ""),
    settings: [...settingsOf(node, "environment", valueOf), ...envFiles(node, project, context, expand)],
    arguments: ["command", "entrypoint"]
      .flatMap((key) => textsOf(child(node, key)))
      .map((each) => ({ ...each, text: expand(each.text) })),
    labels: settingsOf(node, "labels", valueOf),
    ...(networks ? { networks: networks.members } : {}),
    ...(mode ? { networkMode: { text: expand(mode), at: node.keys.get("network_mode") ?? node.at } } : {}),
    mounts: mountsOf(child(node, "volumes"), expand),
    names: [textOf(child(node, "container_name")), textOf(child(node, "hostname"))].flatMap((each) =>
      each ? [expand(each)] : [],
    ),
    addresses: networks?.addresses ?? [],
    links: ["links"].flatMap((key) => textsOf(child(node, key))),
    dependsOn: dependsOn(node),
  };
}

function dependsOn(node: MapNode): readonly Text[] {
  const on = keyed(child(node, "depends_on"), "");
  return on ? [...on.keys].map(([text, at]) => ({ text, at })) : [];
}

function settingsOf(node: MapNode, key: string, valueOf: (name: string) => string | undefined): readonly Setting[] {
  const map = keyed(child(node, key), "=");
  if (!map) return [];
  return [...map.entries].flatMap(([name, value]) => {
    const at = map.keys.get(name) ?? value.at;
    const text = textOf(value);
    if (text === undefined) {
      const inherited = valueOf(name);
      return inherited === undefined ? [] : [{ key: name, value: inherited, at, literal: false }];
    }
    const made = interpolate(text, valueOf);
    return [{ key: name, value: made.text.trim(), at, literal: made.from.length === 0 && made.missing.length === 0 }];
  });
}

function envFiles(
  node: MapNode,
  project: Project,
  context: SourceContext,
  expand: (text: string) => string,
): readonly Setting[] {
  const list = child(node, "env_file");
  const paths =
    list?.kind === "list" ? list.items.map((item) => textOf(item) ?? textOf(child(item, "path"))) : [textOf(list)];
  return paths.flatMap((path) => {
    if (path === undefined) return [];
    const values = readEnvFile(joinPath(project.folder, expand(path)), context) ?? [];
    return values.map((each) => ({
      key: each.key,
      value: expand(each.value),
      at: each.at,
      literal: !each.value.includes("$"),
    }));
  });
}

function buildOf(node: MapNode, project: Project, expand: (text: string) => string): Build | undefined {
  const build = child(node, "build");
  if (!build) return undefined;
  const at = node.keys.get("build") ?? build.at;
  const context = joinPath(project.folder, expand(textOf(build) ?? textOf(child(build, "context")) ?? "."));
  if (context === undefined) {
    project.notes.push(
      note(
        at.file,
        at.line,
        "A build context outside the folder is not looked into",
        "Run from the folder that holds it.",
      ),
    );
    return undefined;
  }
  const target = textOf(child(build, "target"));
  const inline = child(build, "dockerfile_inline");
  const text = textOf(inline);
  return {
    context,
    dockerfile: expand(textOf(child(build, "dockerfile")) ?? "Dockerfile"),
    ...(target ? { target: expand(target) } : {}),
    ...(inline && text ? { inline: { text, at: inline.at } } : {}),
    at,
  };
}

function networksOf(
  node: MapNode,
  expand: (text: string) => string,
): { members: readonly Membership[]; addresses: readonly string[] } | undefined {
  const map = keyed(child(node, "networks"), "");
  if (!map || map.entries.size === 0) return undefined;
  const addresses: string[] = [];
  const members = [...map.entries].map(([network, value]) => {
    for (const key of ["ipv4_address", "ipv6_address"]) {
      const address = expand(textOf(child(value, key)) ?? "");
      if (address !== "") addresses.push(address);
    }
    const aliases = textsOf(child(value, "aliases")).map((each) => expand(each.text));
    return { network, aliases, at: map.keys.get(network) ?? value.at };
  });
  return { members, addresses };
}
