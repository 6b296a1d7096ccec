// Finds the element that serves a described API, hangs the API's operations on it, and takes away the port that they stand behind.
import { chooseId, type Problem, problem, slug } from "@parapet/core";
import type { Maps } from "./combine.ts";
import { mergeFacts } from "./merge-things.ts";
import { baseName } from "./paths.ts";
import type { Anchor } from "./source.ts";

type Bag = Record<string, unknown>;

/** What attach works on; the maps are changed in place. */
export interface Attaching {
  readonly maps: Maps;
  readonly anchors: readonly Anchor[];
  /** Build context → element. */
  readonly contexts: ReadonlyMap<string, string>;
  /** Ids of entry points that are published ports. */
  readonly ports: ReadonlySet<string>;
  readonly notes: Problem[];
}

/** Gives every entry point of an anchor its element and the flows that arrive there. */
export function attach(all: Attaching): void {
  for (const anchor of all.anchors) {
    if (anchor.entryPoints.length === 0) continue;
    const element = resolve(all, anchor) ?? make(all, anchor);
    if (element === undefined) continue;
    const thing = all.maps.elements[element] as Bag;
    if (anchor.facts) thing.facts = mergeFacts(element, (thing.facts ?? {}) as Bag, anchor.facts, all.notes);
    const flows = arriving(all, anchor, element);
    for (const id of anchor.entryPoints) {
      const entry = all.maps["entry-points"][id];
      if (!entry) continue;
      entry.on = element;
      if (flows.length > 0) entry.via = [...new Set([...((entry.via as string[] | undefined) ?? []), ...flows])];
    }
    for (const flow of flows) tell(all, flow, anchor);
  }
}

/** The element by build context, server, name of folder or title, then by being the only one. */
function resolve(all: Attaching, anchor: Anchor): string | undefined {
  const certain = byContext(all, anchor.folder) ?? byServer(all, anchor);
  if (certain !== undefined) return certain;
  const guess = byName(all, anchor) ?? all.contexts.get("") ?? theOnly(all);
  if (guess === undefined || !Object.hasOwn(all.maps.elements, guess)) return undefined;
  noted(all, anchor, `${anchor.title} is taken to be served by ${guess}`, "Set `on` of its entry points if it is not.");
  return guess;
}

function byContext(all: Attaching, folder: string): string | undefined {
  let at = folder;
  while (at !== "") {
    const element = all.contexts.get(at);
    if (element !== undefined && Object.hasOwn(all.maps.elements, element)) return element;
    at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : "";
  }
  return undefined;
}

function byServer(all: Attaching, anchor: Anchor): string | undefined {
  for (const { host, port } of anchor.servers) {
    const named = Object.entries(all.maps.elements).find(
      ([id, element]) => element.kind !== "external-entity" && namesOf(id, element).includes(host),
    );
    if (named) return named[0];
    if (port === undefined || !/^(localhost|127\.0\.0\.1|0\.0\.0\.0)$/.test(host)) continue;
    const publishing = [...all.ports]
      .map((id) => all.maps["entry-points"][id])
      .filter((entry) => entry && portsOf(entry).includes(port));
    const on = new Set(publishing.map((entry) => entry?.on));
    if (on.size === 1) return [...on][0] as string;
  }
  return undefined;
}

/** An element that is called as the file's folder or the API's title. */
function byName(all: Attaching, anchor: Anchor): string | undefined {
  const title = slug(anchor.title);
  const wanted = [slug(baseName(anchor.folder)), title, title.replace(/-(rest-)?(api|service)$/, "")].filter(
    (each) => each !== "",
  );
  const matching = Object.entries(all.maps.elements).filter(
    ([id, element]) => element.kind === "process" && namesOf(id, element).some((name) => wanted.includes(slug(name))),
  );
  return matching.length === 1 ? matching[0]?.[0] : undefined;
}

/** The only process that publishes a port for an API or a site, or the only process at all. */
function theOnly(all: Attaching): string | undefined {
  const open = new Set<string>();
  for (const id of all.ports) {
    const entry = all.maps["entry-points"][id];
    const on = String(entry?.on);
    if (entry && ["api", "web"].includes(String(entry.kind)) && all.maps.elements[on]?.kind === "process") open.add(on);
  }
  if (open.size === 1) return [...open][0];
  const processes = Object.entries(all.maps.elements).filter(([, element]) => element.kind === "process");
  return processes.length === 1 ? processes[0]?.[0] : undefined;
}

function make(all: Attaching, anchor: Anchor): string | undefined {
  const taken = (id: string) => Object.values(all.maps).some((map) => Object.hasOwn(map, id));
  const title = slug(anchor.title) === "" ? `API ${anchor.title}`.trim() : anchor.title;
  const id =
    chooseId(title, { zone: slug(baseName(anchor.folder)), kind: "process" }, taken) ??
    chooseId(`${title} ${anchor.seen}`, { kind: "process" }, taken);
  if (id === undefined) {
    noted(all, anchor, `No element serves ${anchor.title}, and its name is taken`, "Draw the process that serves it.");
    return undefined;
  }
  all.maps.elements[id] = { kind: "process", title: title.slice(0, 300), seen: anchor.seen };
  noted(
    all,
    anchor,
    `No file shows what serves ${title}: ${id} is drawn for it, in no zone`,
    "Say same-as if another element is it, and give it a zone.",
  );
  return id;
}

/** The flows that arrive at the API: those of the port that it is served on, else all that arrive at its element. */
function arriving(all: Attaching, anchor: Anchor, element: string): readonly string[] {
  const entries = all.maps["entry-points"];
  const ports = [...all.ports].filter((id) => entries[id]?.on === element);
  const served = anchor.servers.flatMap((each) => each.port ?? []);
  const exact = ports.filter((id) => portsOf(entries[id] as Bag).some((port) => served.includes(port)));
  const behind = exact.length > 0 ? exact : ports.filter((id) => isHttp(all, entries[id] as Bag));
  const flows = behind.flatMap((id) => (entries[id]?.via as string[] | undefined) ?? []);
  for (const id of behind) replace(all, anchor, id);
  if (flows.length > 0) return [...new Set(flows)];
  return Object.entries(all.maps.flows).flatMap(([id, flow]) =>
    flow.to === element && isWeb(flow.protocol) ? [id] : [],
  );
}

/** The operations stand for the port; a port that serves pages too stays. */
function replace(all: Attaching, anchor: Anchor, id: string): void {
  const entry = all.maps["entry-points"][id];
  if (entry?.kind !== "api") return;
  const operations = anchor.entryPoints.length;
  noted(
    all,
    anchor,
    `The entry point ${id} (${entry.at}) is counted as the ${operations} operation${operations === 1 ? "" : "s"} of ${anchor.title}`,
    "Nothing to do.",
  );
  for (const operation of anchor.entryPoints) {
    const other = all.maps["entry-points"][operation];
    if (other) other.seen = [...new Set([other.seen, entry.seen].flat().filter((each) => each !== undefined))];
  }
  delete all.maps["entry-points"][id];
}

/** A caller's flow carries at least what the operations behind it take and give. */
function tell(all: Attaching, flowId: string, anchor: Anchor): void {
  const flow = all.maps.flows[flowId];
  if (!flow) return;
  for (const key of ["carries", "returns"]) {
    const ids = anchor.entryPoints.flatMap((id) => (all.maps["entry-points"][id]?.[key] as string[] | undefined) ?? []);
    if (ids.length > 0) flow[key] = [...new Set([...((flow[key] as string[] | undefined) ?? []), ...ids])];
  }
}

function isHttp(all: Attaching, entry: Bag): boolean {
  if (entry.kind !== "api" && entry.kind !== "web") return false;
  const flows = ((entry.via as string[] | undefined) ?? []).map((id) => all.maps.flows[id]);
  return flows.every((flow) => isWeb(flow?.protocol));
}

function isWeb(protocol: unknown): boolean {
  return protocol === undefined || ["http", "https", "ws", "wss", "grpc", "grpcs"].includes(String(protocol));
}

function portsOf(entry: Bag): readonly number[] {
  const at = String(entry.at ?? "");
  return at.startsWith("port ") ? [...at.matchAll(/[0-9]{1,5}/g)].map((each) => Number(each[0])) : [];
}

function namesOf(id: string, element: Bag): readonly string[] {
  return [
    id,
    String(element.title ?? id).toLowerCase(),
    ...((element.aliases as string[] | undefined) ?? []).map((each) => each.toLowerCase()),
  ];
}

function noted(all: Attaching, anchor: Anchor, say: string, fix: string): void {
  const cut = anchor.seen.lastIndexOf(":");
  const line = Number(anchor.seen.slice(cut + 1));
  const file = cut > 0 ? anchor.seen.slice(0, cut) : anchor.seen;
  all.notes.push(problem("source-note", say, fix, Number.isInteger(line) && line > 0 ? { file, line } : { file }));
}
