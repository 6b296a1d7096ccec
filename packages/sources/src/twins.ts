// Two files in different folders that run the same services: two deployments of one system, not two systems.
import type { Maps } from "./combine.ts";
import { folderOf } from "./paths.ts";
import type { ObservedThings, Reading } from "./source.ts";

/** Names that many systems have: that two files share them says nothing. */
const common = new Set(
  (
    "api app application auth backend broker cache caller client consul database db db1 elasticsearch frontend front gateway grafana kafka " +
    "keycloak kibana logstash mail mailhog migrate minio mongo mongodb mysql nats nginx postgres postgresql prometheus " +
    "proxy queue rabbitmq redis registry search server service site storage traefik ui vault web website worker zipkin zookeeper"
  ).split(" "),
);

/** The telling names of a reading: processes whose names few other systems have. */
interface Named {
  readonly source: string;
  readonly folder: string;
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/** Remembers readings, and finds the earlier one that runs the same services. */
export class Twins {
  readonly #readings: Named[] = [];

  /** The earlier reading of another folder with at least three and most of the telling names in common. */
  of(reading: Reading): Named | undefined {
    const own = namedOf(reading);
    const twin = this.#readings.find((other) => {
      if (other.source !== own.source || other.folder === own.folder) return false;
      const shared = [...own.names].filter((name) => other.names.has(name)).length;
      return shared >= 3 && shared >= 0.6 * Math.min(own.names.size, other.names.size);
    });
    this.#readings.push(own);
    return twin;
  }
}

function namedOf(reading: Reading): Named {
  const names = Object.entries(reading.things.elements ?? {})
    .filter(([id, element]) => element.kind === "process" && !common.has(id) && id.length > 3)
    .map(([id]) => id);
  return { source: reading.source, folder: folderOf(reading.path), path: reading.path, names: new Set(names) };
}

/** Zones of a second deployment all of whose shared services stand in one zone of the first: they are that zone, as `id → the first's`. */
export function zonesOfTwin(things: ObservedThings, { elements, zones }: Maps): Map<string, string> {
  const first = new Map<string, Set<string>>();
  for (const [id, { zone }] of Object.entries(things.elements ?? {})) {
    const there = elements[id]?.zone;
    if (zone !== undefined && typeof there === "string") first.set(zone, (first.get(zone) ?? new Set()).add(there));
  }
  const one = [...first].flatMap(([zone, [there, ...more]]) =>
    there !== undefined && there !== zone && more.length === 0 && things.zones?.[zone]?.kind === zones[there]?.kind
      ? [[zone, there] as const]
      : [],
  );
  return new Map(one);
}
