// Where an OpenAPI file says that its API is served: for finding the element behind it.
import { child, itemsOf, type PositionedNode, textOf } from "../positioned.ts";
import type { Anchor } from "../source.ts";
import { entries } from "./references.ts";

/** Hosts and ports of `servers` (3.x) or `host` (2.0); relative addresses name none. */
export function serversOf(root: PositionedNode): Anchor["servers"] {
  const urls = itemsOf(child(root, "servers"))
    .slice(0, 50)
    .flatMap((server) => urlOf(server) ?? []);
  const host = textOf(child(root, "host"));
  const found = new Map<string, Anchor["servers"][number]>();
  for (const url of host === undefined ? urls : [...urls, `//${host}`]) {
    const match =
      /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/@]*@)?(\[[0-9a-f:.]+\]|[^/:?#\s]+)(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(url);
    const name = match?.[1]?.toLowerCase();
    if (name === undefined || name.includes("{")) continue;
    const port = match?.[2] === undefined ? undefined : Number(match[2]);
    found.set(`${name}:${port ?? ""}`, { host: name, ...(port === undefined ? {} : { port }) });
  }
  return [...found.values()];
}

/** A server's address with the defaults of its variables. */
function urlOf(server: PositionedNode): string | undefined {
  let url = textOf(child(server, "url"))?.slice(0, 1000);
  for (const [name, variable] of entries(child(server, "variables")).slice(0, 20)) {
    const value = textOf(child(variable.node, "default"));
    if (url !== undefined && value !== undefined) url = url.split(`{${name}}`).join(value.slice(0, 200));
  }
  return url;
}
