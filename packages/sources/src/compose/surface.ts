// Published ports become entry points, with the caller who can reach them and a flow from that caller.
import type { EntryPointKind, Observed, ZoneKind } from "@parapet/core";
import type { At } from "../positioned.ts";
import { seenAt, titled } from "./draft.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import type { Port } from "./ports.ts";
import { isLocalHost, isPrivateAddress } from "./references.ts";
import { outsideZone } from "./zones.ts";

/** From where a port can be reached by the address that it is bound to. */
interface Reach {
  readonly id: "internet" | "host" | "local";
  readonly caller: string;
  readonly zone: string;
  readonly zoneKind: ZoneKind;
  readonly say: string;
}
const reaches = {
  internet: {
    id: "internet",
    caller: "Internet caller",
    zone: "Internet",
    zoneKind: "internet",
    say: "published on all interfaces: assumed reachable from the internet",
  },
  host: {
    id: "host",
    caller: "Host user",
    zone: "Host",
    zoneKind: "host",
    say: "published on the host's own address only: reachable from the host",
  },
  local: {
    id: "local",
    caller: "Local network caller",
    zone: "Local network",
    zoneKind: "private-network",
    say: "published on a private address: assumed reachable from that network",
  },
} as const satisfies Record<string, Reach>;

/** A target port with all that it is published as. */
interface Published {
  readonly target: string;
  readonly reach: Reach;
  readonly ports: Port[];
}

type EntryPoint = NonNullable<Observed["entry-points"]>[string];

/** An entry point that waits for the ids of its flows. */
export interface WaitingEntry {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  readonly thing: EntryPoint;
}

/** Draws the published ports of all services; the entry points are put in once the flows have ids. */
export function drawSurface(drawing: Drawing): readonly WaitingEntry[] {
  const all = [...drawing.drawn.values()].flatMap((drawn) => publishedOf(drawn).map((each) => ({ drawn, each })));
  for (const reach of Object.values(reaches)) {
    const open = all.filter(({ each }) => each.reach === reach);
    noteReach(drawing, reach, open);
  }
  return all.flatMap(({ drawn, each }) => drawEntry(drawing, drawn, each) ?? []);
}

/** One note for all ports of one reach: what is assumed of them, and the place of the first. */
function noteReach(drawing: Drawing, reach: Reach, open: readonly { drawn: Drawn; each: Published }[]): void {
  const at = open[0]?.each.ports[0]?.at;
  if (!at) return;
  const named = open.slice(0, 12).map(({ drawn, each }) => `${drawn.service.name} ${atText(each)}`);
  const more = open.length > 12 ? ` and ${open.length - 12} more` : "";
  const say = `${capital(reach.say)}: ${named.join(" · ")}${more}`;
  drawing.draft.note(at, say, "Correct the caller and its zone where that is wrong.");
}

function publishedOf(drawn: Drawn): readonly Published[] {
  const all = new Map<string, Published>();
  for (const port of drawn.service.ports) {
    const ip = port.hostIp ?? "";
    const reach =
      isLocalHost(ip) && ip !== "0.0.0.0" && ip !== "::"
        ? reaches.host
        : isPrivateAddress(ip)
          ? reaches.local
          : reaches.internet;
    const key = `${reach.id} ${port.target}`;
    const before = all.get(key);
    if (before) before.ports.push(port);
    else all.set(key, { target: port.target, reach, ports: [port] });
  }
  return [...all.values()];
}

function drawEntry(drawing: Drawing, drawn: Drawn, published: Published): WaitingEntry | undefined {
  const { draft } = drawing;
  const { service } = drawn;
  const at = published.ports[0]?.at as At;
  const { reach } = published;
  const kind = kindOf(drawn, published);
  const title = `${service.name} port ${published.target}${reach.id === "internet" ? "" : ` from ${reach.id}`}`;
  const id = draft.idFor(title, "entry", at);
  const from = callerOf(drawing, reach, at);
  if (id === undefined || from === undefined) return undefined;
  const protocol = protocolOf(drawn, published);
  drawing.connect(from, drawn.id, {
    at,
    protocol,
    label: `port ${published.target}`,
    description: `${capital(reach.say)}.`,
  });
  return {
    id,
    from,
    to: drawn.id,
    ...(protocol ? { protocol } : {}),
    thing: {
      on: drawn.id,
      ...(kind ? { kind } : {}),
      ...titled(title, id),
      at: `port ${atText(published)}`,
      description: `${capital(reach.say)}.`,
      ...seenAt(published.ports.map((each) => each.at)),
    },
  };
}

/** Puts the entry points in, each with the flows that arrive there. */
export function putEntries(
  drawing: Drawing,
  entries: readonly WaitingEntry[],
  flows: ReadonlyMap<string, readonly { id: string; protocol?: string }[]>,
): void {
  for (const entry of entries) {
    const arriving = flows.get(`${entry.from} ${entry.to}`) ?? [];
    const exact = arriving.filter((each) => each.protocol === entry.protocol);
    const via = (exact.length > 0 ? exact : arriving).map((each) => each.id);
    drawing.draft.put("entry-points", entry.id, { ...entry.thing, ...(via.length > 0 ? { via } : {}) });
  }
}

function callerOf(drawing: Drawing, reach: Reach, at: At): string | undefined {
  return drawing.once(`caller ${reach.id}`, () => {
    const zone = outsideZone(drawing, reach.zone, reach.zoneKind, at);
    const id = drawing.draft.idFor(reach.caller, "caller", at);
    if (id === undefined) return undefined;
    const thing = {
      kind: "external-entity" as const,
      ...titled(reach.caller, id),
      ...(zone ? { zone } : {}),
      description: "Assumed from published ports.",
      ...seenAt([at]),
    };
    drawing.draft.put("elements", id, thing);
    return id;
  });
}

/** `8080`, `80, 5000`, `5000 (tcp, udp)`: the ports on the host. */
function atText(published: Published): string {
  const ports = [
    ...new Set(published.ports.map((each) => each.published ?? `${each.target} (host port chosen at start)`)),
  ].join(", ");
  const protocols = [...new Set(published.ports.map((each) => each.protocol))];
  return protocols.length === 1 && protocols[0] === "tcp" ? ports : `${ports} (${protocols.join(", ")})`;
}

const byPort: Readonly<Record<string, string>> = {
  "80": "http",
  "443": "https",
  "8443": "https",
  "22": "ssh",
  "21": "ftp",
  "53": "dns",
  "25": "smtp",
  "465": "smtps",
  "587": "smtp",
};
/** Ports of debuggers: Node's inspector, Java's JDWP, Python's debugpy, Delve. */
const debuggers = new Set(["9229", "9230", "5858", "5005", "5678", "2345"]);

/** Ports where message brokers are administered: RabbitMQ, ActiveMQ. */
const managementPorts = new Set(["15672", "15671", "8161"]);

function protocolOf(drawn: Drawn, published: Published): string | undefined {
  const port = Number(published.target);
  const technology = drawn.recognised.technologies.find(
    (each) => each.protocol !== undefined && each.ports?.includes(port),
  );
  if (publishedAs(published, "443")) return "https";
  return (publishedAs(published, "80") ? "http" : byPort[published.target]) ?? technology?.protocol;
}

function publishedAs(published: Published, port: string): boolean {
  return published.ports.some((each) => each.published === port);
}

/** The kind of way in that a port is; undefined, which is asked, for datagrams that are not the web's (443 is HTTP/3). */
function kindOf(drawn: Drawn, published: Published): EntryPointKind | undefined {
  const says = (fact: string) => drawn.recognised.technologies.some((each) => each.facts[fact] === "yes");
  const several = new Set(drawn.service.ports.map((each) => each.target)).size > 1;
  if (managementPorts.has(published.target) && says("is-message-broker")) return "admin";
  if (several && drawn.kind === "process" && debuggers.has(published.target)) return "admin";
  if (says("is-admin-tool")) return "admin";
  if (says("is-message-broker")) return "queue";
  if (published.ports.every((port) => port.protocol === "udp") && !publishedAs(published, "443")) return undefined;
  return says("serves-html") ? "web" : "api";
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
