// Networks become trust zones; services become elements in them.
import type { ZoneKind } from "@parapet/core";
import { type At, child, placeOf, textOf } from "../positioned.ts";
import { seenAt, titled } from "./draft.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { processFacts } from "./facts.ts";

/** Draws the networks that services use, and puts each service in its zone. */
export function drawZones(drawing: Drawing): void {
  const used = usedNetworks(drawing);
  const around = used.length > 1 ? drawAround(drawing) : undefined;
  if (around !== undefined) drawing.around = around;
  for (const network of used) zoneOf(drawing, network);
  for (const drawn of drawing.drawn.values()) place(drawing, drawn, new Set());
}

/** A zone that the world outside needs: made once. */
export function outsideZone(drawing: Drawing, title: string, kind: ZoneKind, at: At): string | undefined {
  return drawing.once(`zone ${title}`, () => {
    const id = drawing.draft.idFor(title, "zone", at);
    if (id !== undefined) drawing.draft.put("zones", id, { kind, ...titled(title, id), ...seenAt([at]) });
    return id;
  });
}

function usedNetworks(drawing: Drawing): readonly string[] {
  const used = new Set<string>();
  for (const { service } of drawing.drawn.values()) {
    if (service.networkMode) continue;
    for (const name of service.networks?.map((each) => each.network) ?? ["default"]) used.add(name);
  }
  return [...used];
}

function drawAround(drawing: Drawing): string | undefined {
  const { project, draft } = drawing;
  const at = project.root.keys.get("services") ?? project.root.at;
  const title = project.name === "" ? "Containers" : `${project.name} containers`;
  const id = draft.idFor(title, "zone", at);
  if (id !== undefined) draft.put("zones", id, { kind: "private-network", ...titled(title, id), ...seenAt([at]) });
  return id;
}

function zoneOf(drawing: Drawing, network: string): string | undefined {
  return drawing.once(`network ${network}`, () => {
    const { project, draft } = drawing;
    const all = child(project.root, "networks");
    const node = child(all, network);
    const at =
      (all?.kind === "map" ? all.keys.get(network) : undefined) ?? project.root.keys.get("services") ?? project.root.at;
    const title = network === "default" ? defaultTitle(project.name) : networkTitle(network);
    const id = draft.idFor(network === "default" ? title : network, "network", at);
    if (id === undefined) return undefined;
    const internal = textOf(child(node, "internal")) === "true";
    const inside = node?.kind === "map" ? (node.keys.get("internal") ?? at) : at;
    if (textOf(child(node, "external")) === "true" || child(child(node, "external"), "name")) {
      draft.note(
        at,
        `The network ${network} is made elsewhere: containers of other projects may be on it`,
        "Name what else is on it.",
      );
    }
    draft.put("zones", id, {
      kind: "private-network",
      ...titled(title, id),
      ...(drawing.around ? { in: drawing.around } : {}),
      ...(internal ? { facts: { "limits-egress": { value: "yes", seen: placeOf(inside) } } } : {}),
      ...seenAt([at]),
    });
    return id;
  });
}

function defaultTitle(project: string): string {
  return project === "" ? "Default network" : `${project} network`;
}

/** `back` → `back network`; names that say it already stay. */
function networkTitle(name: string): string {
  return /net/i.test(name) ? name : `${name} network`;
}

/** The zones of a service; one that uses another's network is where that one is. */
function membership(drawing: Drawing, drawn: Drawn, visited: Set<string>): readonly string[] {
  const { service } = drawn;
  const mode = service.networkMode;
  const other = mode ? /^(?:service|container):(.+)$/.exec(mode.text)?.[1] : undefined;
  if (other !== undefined) {
    const host = drawing.hosts.get(other.toLowerCase());
    if (!host || visited.has(host.id)) return [];
    visited.add(host.id);
    return membership(drawing, host, visited);
  }
  if (mode?.text === "host") {
    drawing.draft.note(
      mode.at,
      `${service.name} uses the host's network: every port that it opens is open on the host`,
      "Publish the ports that it needs instead.",
    );
    return [outsideZone(drawing, "Host", "host", mode.at)].flatMap((each) => each ?? []);
  }
  if (mode?.text === "none") {
    drawing.draft.note(mode.at, `${service.name} has no network; its zone is left open`, "Give it a zone.");
    return [];
  }
  const names = service.networks?.map((each) => each.network) ?? ["default"];
  return names.flatMap((name) => zoneOf(drawing, name) ?? []);
}

function place(drawing: Drawing, drawn: Drawn, visited: Set<string>): void {
  const { service, id, recognised, kind } = drawn;
  drawn.zones = [...new Set(membership(drawing, drawn, visited))];
  const home = drawn.zones.length > 1 ? (drawing.around ?? drawn.zones[0]) : drawn.zones[0];
  if (home !== undefined) drawn.home = home;
  const alsoOn = drawn.zones.filter((each) => each !== home);
  const technologies = recognised.technologies.map((each) => each.id);
  const facts = kind === "process" ? processFacts(drawing, drawn) : undefined;
  const ports = [...new Set([...service.ports.map((each) => each.target), ...service.exposed])]
    .filter((each) => each !== "")
    .map((each) => each.slice(0, 40));
  const context = service.build?.context.split("/").at(-1) ?? "";
  const aliases = [
    ...new Set([...service.names, ...(service.networks ?? []).flatMap((each) => each.aliases), context]),
  ].filter((each) => each !== "" && each !== service.name && each !== id);
  drawing.draft.put("elements", id, {
    kind,
    ...titled(service.name, id),
    ...(home === undefined ? {} : { zone: home }),
    ...(alsoOn.length > 0 ? { "also-on": alsoOn } : {}),
    ...(technologies.length > 0 ? { technologies } : {}),
    ...(ports.length > 0 ? { ports } : {}),
    ...(aliases.length > 0 ? { aliases: aliases.map((each) => each.slice(0, 200)) } : {}),
    ...(facts && Object.keys(facts).length > 0 ? { facts } : {}),
    ...seenAt([service.at, ...recognised.seen]),
  });
}
