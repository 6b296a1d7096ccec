// Published ports and mounts: the short and long forms of both.
import { type At, child, itemsOf, type PositionedNode, textOf } from "../positioned.ts";

/** A port that a service publishes. `published` is absent when compose chooses one. */
export interface Port {
  readonly published?: string;
  readonly target: string;
  readonly protocol: string;
  readonly hostIp?: string;
  readonly at: At;
}

/** Something that a service mounts. */
export interface Mount {
  readonly kind: "volume" | "bind" | "other";
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly at: At;
}

type Expand = (text: string) => string;

/** The published ports of a service; what cannot be read is passed to `dropped`. */
export function portsOf(
  node: PositionedNode | undefined,
  expand: Expand,
  dropped: (at: At, why: string) => void,
): readonly Port[] {
  return itemsOf(node).flatMap((item) => {
    const port = item.kind === "map" ? longPort(item, expand) : shortPort(textOf(item) ?? "", item.at, expand);
    if (!port) dropped(item.at, "a port that cannot be read");
    return port ? [port] : [];
  });
}

function longPort(item: PositionedNode, expand: Expand): Port | undefined {
  const target = expand(textOf(child(item, "target")) ?? "");
  const published = expand(textOf(child(item, "published")) ?? "");
  const hostIp = expand(textOf(child(item, "host_ip")) ?? "");
  return isPort(target)
    ? portOf(published, target, expand(textOf(child(item, "protocol")) ?? "tcp"), hostIp, item.at)
    : undefined;
}

function shortPort(text: string, at: At, expand: Expand): Port | undefined {
  const [address = "", protocol = "tcp"] = expand(text).trim().split("/");
  const match = /^(?:(\[[0-9a-fA-F:.]*\]|[^:[\]]*):)?(?:([0-9-]*):)?([0-9]+(?:-[0-9]+)?)$/.exec(address);
  if (!match?.[3]) return undefined;
  const first = match[1]?.replace(/[[\]]/g, "");
  const onlyPublished = match[2] === undefined && first !== undefined && /^[0-9-]*$/.test(first);
  return onlyPublished
    ? portOf(first, match[3], protocol, "", at)
    : portOf(match[2] ?? "", match[3], protocol, first ?? "", at);
}

function portOf(published: string, target: string, protocol: string, hostIp: string, at: At): Port {
  return {
    ...(isPort(published) ? { published } : {}),
    target,
    protocol: protocol.toLowerCase() === "udp" ? "udp" : "tcp",
    ...(hostIp === "" ? {} : { hostIp }),
    at,
  };
}

function isPort(text: string): boolean {
  return /^[0-9]{1,5}(-[0-9]{1,5})?$/.test(text);
}

/** The mounts of a service. A later one at the same target takes the place of an earlier one. */
export function mountsOf(node: PositionedNode | undefined, expand: Expand): readonly Mount[] {
  const byTarget = new Map<string, Mount>();
  for (const item of itemsOf(node)) {
    const mount = item.kind === "map" ? longMount(item, expand) : shortMount(expand(textOf(item) ?? ""), item.at);
    if (mount) byTarget.set(mount.target, mount);
  }
  return [...byTarget.values()];
}

function longMount(item: PositionedNode, expand: Expand): Mount | undefined {
  const type = textOf(child(item, "type")) ?? "volume";
  const source = expand(textOf(child(item, "source")) ?? textOf(child(item, "src")) ?? "");
  const target = expand(textOf(child(item, "target")) ?? textOf(child(item, "destination")) ?? "");
  const kind = type === "bind" ? "bind" : type === "volume" ? "volume" : "other";
  const readOnly = textOf(child(item, "read_only")) === "true";
  return target === "" ? undefined : { kind, ...(source === "" ? {} : { source }), target, readOnly, at: item.at };
}

function shortMount(text: string, at: At): Mount | undefined {
  const drive = /^[A-Za-z]:[\\/][^:]*:\//.test(text) ? text.slice(0, 2) : "";
  const [first = "", second, mode = ""] = text.slice(drive.length).split(":");
  const source = drive + first;
  if (source === "") return undefined;
  if (second === undefined || !second.startsWith("/"))
    return { kind: "other", target: source, readOnly: second === "ro", at };
  const kind = drive !== "" || /^[./~\\]/.test(source) ? "bind" : "volume";
  return { kind, source, target: second, readOnly: mode.split(",").includes("ro"), at };
}
