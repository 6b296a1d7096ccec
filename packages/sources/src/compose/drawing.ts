// The state while a project is drawn: which service became which element, who answers to which host name.
import { slug } from "@parapet/core";
import { type At, placeOf } from "../positioned.ts";
import type { SourceContext } from "../source.ts";
import { Draft, seenAt, titled } from "./draft.ts";
import type { Project } from "./load.ts";
import type { Service } from "./service.ts";
import { type Lookup, lookupOf, type Recognised, recognise } from "./technologies.ts";

/** A service with the element that stands for it. */
export interface Drawn {
  readonly service: Service;
  readonly id: string;
  readonly recognised: Recognised;
  readonly kind: "process" | "data-store";
  /** Zones that it is a member of; filled by zones.ts. */
  zones: readonly string[];
  home?: string;
}

/** A connection that something in the files shows. */
interface Connection {
  readonly from: string;
  readonly to: string;
  protocol?: string;
  readonly seen: string[];
  description?: string;
  readonly carries?: readonly string[];
  /** Tells a second flow of the same ends apart. */
  readonly label?: string;
}

/** What shows a connection, and how it is made. */
export interface How {
  readonly at: At;
  readonly protocol?: string | undefined;
  readonly description?: string;
  readonly carries?: readonly string[];
  /** Tells a second flow of the same ends apart; a labelled one never joins one of another protocol. */
  readonly label?: string;
}

export class Drawing {
  readonly project: Project;
  readonly context: SourceContext;
  readonly draft: Draft;
  readonly lookup: Lookup;
  readonly drawn = new Map<string, Drawn>();
  /** Host name or address → the service that answers to it. */
  readonly hosts = new Map<string, Drawn>();
  /** Outside services by their technology. */
  readonly partyOf = new Map<string, string>();
  /** How many outside services are drawn. */
  outside = 0;
  /** The zone round several networks, when there is one. */
  around?: string;
  readonly #connections = new Map<string, Connection[]>();
  readonly #once = new Map<string, string | undefined>();

  constructor(project: Project, services: readonly Service[], context: SourceContext) {
    this.project = project;
    this.context = context;
    this.draft = new Draft(project.name, project.notes);
    this.lookup = lookupOf(context.technologies);
    for (const service of services) {
      const id = this.draft.idFor(service.name, "service", service.at);
      if (id === undefined) continue;
      const recognised = recognise(service, this.lookup, context);
      this.drawn.set(service.name, { service, id, recognised, kind: recognised.kind ?? "process", zones: [] });
      if (recognised.guess) this.draft.note(service.at, recognised.guess, "Name the image, or correct the element.");
    }
    this.#nameHosts();
  }

  /** A service's own name wins over what other services call themselves. */
  #nameHosts(): void {
    for (const drawn of this.drawn.values()) this.hosts.set(drawn.service.name.toLowerCase(), drawn);
    for (const drawn of this.drawn.values()) {
      const { names, addresses, networks } = drawn.service;
      for (const name of [...names, ...addresses, ...(networks ?? []).flatMap((each) => each.aliases)]) {
        if (!this.hosts.has(name.toLowerCase())) this.hosts.set(name.toLowerCase(), drawn);
      }
    }
  }

  /** Makes a thing at its first use and gives its id at every use. */
  once(key: string, make: () => string | undefined): string | undefined {
    if (!this.#once.has(key)) this.#once.set(key, make());
    return this.#once.get(key);
  }

  /** Notes that `from` opens connections to `to`. The same pair with another known protocol is another flow. */
  connect(from: string, to: string, how: How): void {
    if (from === to) return;
    const key = `${from} ${to}`;
    const all = this.#connections.get(key) ?? [];
    this.#connections.set(key, all);
    const alike =
      how.label === undefined
        ? how.protocol === undefined
          ? all[0]
          : all.find((each) => each.protocol === undefined)
        : undefined;
    const same = all.find((each) => each.protocol === how.protocol) ?? alike;
    if (!same) {
      const { at, protocol, ...rest } = how;
      all.push({ from, to, seen: [placeOf(at)], ...(protocol === undefined ? {} : { protocol }), ...rest });
      return;
    }
    if (how.protocol !== undefined) same.protocol ??= how.protocol;
    if (!same.seen.includes(placeOf(how.at)) && same.seen.length < 20) same.seen.push(placeOf(how.at));
  }

  connected(from: string, to: string): boolean {
    return this.#connections.has(`${from} ${to}`);
  }

  /** Puts the flows in, and gives their ids by their two ends. */
  putFlows(at: At): ReadonlyMap<string, readonly { id: string; protocol?: string }[]> {
    const ids = new Map<string, { id: string; protocol?: string }[]>();
    for (const [key, all] of this.#connections) {
      const list: { id: string; protocol?: string }[] = [];
      ids.set(key, list);
      for (const { from, to, protocol, carries, description, seen, label } of all) {
        const apart = list.length > 0 ? ` ${label ?? protocol ?? ""}` : "";
        const id = this.draft.idFor(`${from} to ${to}${apart}`, "flow", at);
        if (id === undefined) continue;
        const known = protocol === undefined ? {} : { protocol };
        list.push({ id, ...known });
        this.draft.put("flows", id, {
          ...titled(`${this.#titleOf(from)} to ${this.#titleOf(to)}${apart}`, id),
          from,
          to,
          ...known,
          ...(carries ? { carries: [...carries] } : {}),
          ...(description ? { description } : {}),
          ...seenAt(seen),
        });
      }
    }
    return ids;
  }

  #titleOf(id: string): string {
    const elements = this.draft.things.elements;
    return (elements && Object.hasOwn(elements, id) ? elements[id]?.title : undefined) ?? id;
  }

  /** The protocol that a scheme or a target's technology means. */
  protocolOf(scheme: string | undefined, target: Drawn | undefined): string | undefined {
    const technology = scheme === undefined ? undefined : this.lookup.byScheme.get(scheme);
    const own = technology?.protocol;
    if (scheme !== undefined && plainSchemes.has(scheme)) return scheme;
    if (scheme !== undefined && technology) return encrypted(scheme, own) ?? own ?? slug(scheme);
    return target?.recognised.technologies.find((each) => each.protocol !== undefined)?.protocol;
  }
}

const plainSchemes = new Set([
  ..."http https ws wss grpc grpcs amqp amqps mqtt mqtts ldap ldaps smtp smtps ftp ftps sftp ssh nats redis rediss".split(
    " ",
  ),
]);

/** `rediss`, `amqps`: the scheme is its protocol's name with an s. */
function encrypted(scheme: string, protocol: string | undefined): string | undefined {
  return protocol !== undefined && scheme === `${protocol}s` ? scheme : undefined;
}
