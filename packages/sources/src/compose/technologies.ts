// Recognises technologies by image, by Dockerfile, by packages, and, as a guess, by a service's name.
import type { Technology } from "@parapet/core";
import { joinPath } from "../paths.ts";
import { type At, placeOf } from "../positioned.ts";
import type { SourceContext } from "../source.ts";
import { type Stage, stageOf } from "./dockerfile.ts";
import { type Package, packagesIn } from "./manifests.ts";
import type { Service } from "./service.ts";

/** What a service was recognised as. */
export interface Recognised {
  /** What it runs. */
  readonly technologies: readonly Technology[];
  /** Stores, brokers and outside services whose client library it uses. */
  readonly clients: readonly { readonly technology: Technology; readonly at: At }[];
  readonly stage?: Stage;
  /** A sentence when the kind or technology is only guessed from the name. */
  readonly guess?: string;
  readonly kind?: "process" | "data-store";
  readonly seen: readonly string[];
}

/** Technologies by the names under which they are seen. */
export interface Lookup {
  readonly byImage: ReadonlyMap<string, Technology>;
  readonly byPackage: ReadonlyMap<string, Technology>;
  readonly byScheme: ReadonlyMap<string, Technology>;
  readonly byId: ReadonlyMap<string, Technology>;
}

export function lookupOf(technologies: readonly Technology[]): Lookup {
  const byImage = new Map<string, Technology>();
  const byPackage = new Map<string, Technology>();
  const byScheme = new Map<string, Technology>();
  const byId = new Map<string, Technology>();
  for (const each of technologies) {
    byId.set(each.id, each);
    for (const name of each.images ?? []) byImage.set(name, each);
    for (const name of each.packages ?? []) byPackage.set(name, each);
    for (const name of each.schemes ?? []) byScheme.set(name, each);
  }
  return { byImage, byPackage, byScheme, byId };
}

/** The last path segment of an image without registry, tag and digest; and its tag and digest. */
export function imageParts(image: string): {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly repository: string;
} {
  const [before = "", digest] = image.trim().split("@");
  const slash = before.lastIndexOf("/");
  const colon = before.indexOf(":", slash + 1);
  const repository = colon < 0 ? before : before.slice(0, colon);
  const tag = colon < 0 ? undefined : before.slice(colon + 1);
  return {
    name: repository.slice(slash + 1).toLowerCase(),
    repository,
    ...(tag ? { tag } : {}),
    ...(digest ? { digest } : {}),
  };
}

/** Processes that run elsewhere though their packages are listed: the packages are clients of them. */
const runElsewhere = new Set(
  "auth0 docker kubernetes fluentd gitlab jaeger keycloak mosquitto nats ollama openssh prometheus smtp triton zipkin".split(
    " ",
  ),
);

/** True for an outside service: what is no element of ours of any kind. */
export function isParty(technology: Technology): boolean {
  return technology.kind === undefined && (technology.images ?? []).every((each) => each.endsWith("-mock"));
}

/** True for what others connect to with a client library: stores, brokers and outside services. */
function isServed(technology: Technology): boolean {
  if (technology.kind === "data-store" || technology.facts["is-message-broker"] === "yes") return true;
  return runElsewhere.has(technology.id) || (isParty(technology) && technology.protocol !== undefined);
}

/** What a service runs and which clients it uses. */
export function recognise(service: Service, lookup: Lookup, context: SourceContext): Recognised {
  const found = new Map<string, Technology>();
  const seen: string[] = [];
  const add = (technology: Technology | undefined, at: At) => {
    if (!technology || found.has(technology.id)) return;
    found.set(technology.id, technology);
    seen.push(placeOf(at));
  };
  const stage = service.build ? dockerStage(service, context) : undefined;
  if (service.image && !service.build) add(lookup.byImage.get(imageParts(service.image.text).name), service.image.at);
  if (stage?.base) add(lookup.byImage.get(imageParts(stage.base.text).name), stage.base.at);
  const kind = [...found.values()].find((each) => each.kind === "data-store")?.kind;
  const packages = service.build && kind === undefined ? packagesIn(service.build.context, context) : [];
  const clients = clientsAmong(packages, lookup);
  for (const each of packages) {
    const technology = lookup.byPackage.get(each.name);
    if (technology && !isServed(technology)) add(technology, each.at);
  }
  const base = { clients, seen, ...(stage ? { stage } : {}) };
  const technologies = [...found.values()];
  if (technologies.length > 0) return { ...base, technologies, ...(kind ? { kind } : {}) };
  return { ...base, ...guessed(service, lookup) };
}

function clientsAmong(packages: readonly Package[], lookup: Lookup): { technology: Technology; at: At }[] {
  const clients = new Map<string, { technology: Technology; at: At }>();
  for (const { name, at } of packages) {
    const technology = lookup.byPackage.get(name);
    if (technology && isServed(technology) && !clients.has(technology.id))
      clients.set(technology.id, { technology, at });
  }
  return [...clients.values()];
}

function dockerStage(service: Service, context: SourceContext): Stage | undefined {
  const build = service.build;
  if (!build) return undefined;
  if (build.inline) return stageOf(build.inline.at.file, build.inline.text, build.target);
  const path = joinPath(build.context, build.dockerfile);
  const text = path === undefined ? undefined : context.file(path);
  return path === undefined || text === undefined ? undefined : stageOf(path, text, build.target);
}

/** A technology that a word names, whole or short (postgres): only what others connect to, since names of languages are words. */
function namedBy(word: string, lookup: Lookup): Technology | undefined {
  const technology = lookup.byId.get(word) ?? lookup.byImage.get(word);
  const short = technology !== undefined && word.length >= 5 && technology.id.startsWith(word);
  return technology?.protocol !== undefined && (technology.id === word || short) ? technology : undefined;
}

/** By the service's name, when neither image nor build say anything: marked as a guess. */
function guessed(
  service: Service,
  lookup: Lookup,
): { technologies: readonly Technology[]; kind?: "data-store"; guess?: string } {
  const words = service.name.toLowerCase().split(/[^a-z0-9]+/);
  const last = words.at(-1) ?? "";
  const named = namedBy(service.name.toLowerCase(), lookup) ?? namedBy(last, lookup);
  if (named && !service.build) {
    const kind = named.kind === "data-store" ? { kind: named.kind } : {};
    return { technologies: [named], ...kind, guess: `${service.name} is taken for ${named.title} by its name` };
  }
  if (
    /^(db|database|datastore|sqldb|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|mssql|oracle|cassandra)$/.test(
      last,
    )
  ) {
    return { technologies: [], kind: "data-store", guess: `${service.name} is taken for a data store by its name` };
  }
  return { technologies: [] };
}
