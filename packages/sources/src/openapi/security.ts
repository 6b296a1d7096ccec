// Security requirements: how a caller proves who it is, and who may call.
import { type Problem, problem } from "@parapet/core";
import { child, itemsOf, type PositionedNode, textOf } from "../positioned.ts";
import { isForEverybody } from "./for-everybody.ts";
import type { Operation } from "./operations.ts";
import { entries, type Located, type References } from "./references.ts";
import { type Access, isOpen, Roles } from "./roles.ts";

/** What the requirements of one operation amount to; all absent when the file describes no security. */
export interface Protection {
  /** A value of the authentication pool; absent when it cannot be told. */
  readonly authentication?: string;
  readonly access?: Readonly<Record<string, Access>>;
}

export interface Protections {
  /** `sensitive` says that the operation takes in or gives back data which is not for everybody. */
  readonly of: (operation: Operation, sensitive: boolean) => Protection;
  readonly roles: Readonly<Record<string, { readonly title: string }>>;
}

/** The values of the authentication pool that a description can show, weakest first: of several ways in, the weakest is what an attacker tries. */
export const ways = ["none", "basic", "api-key", "session", "bearer-token", "oauth2", "oidc", "mtls"] as const;
type Way = (typeof ways)[number];

/** One way in: everything in it is needed at once. */
export interface Alternative {
  /** The names of the schemes that are needed. */
  readonly schemes: readonly string[];
  readonly ways: readonly (Way | undefined)[];
  readonly scopes: readonly string[];
}

/** Reads what protects each operation, and the roles that this needs. */
export function protectionsOf(
  root: PositionedNode,
  operations: readonly Operation[],
  references: References,
  notes: Problem[],
): Protections {
  const schemes = schemesOf(root, references);
  const general = child(root, "security");
  const own = operations.filter((operation) => operation.origin === "path");
  const described = general !== undefined || own.some((operation) => operation.security);
  if (!described) {
    if (own.length > 0) notes.push(undescribed(root, schemes.size));
    return { of: () => ({}), roles: {} };
  }
  const reader = new Requirements(schemes, notes);
  const read = new Map(
    own.map((operation) => [operation, reader.alternatives(operation.security?.node ?? general, operation)]),
  );
  const silent = own.filter((operation) => !operation.security && general === undefined);
  if (silent[0]) notes.push(silence(silent.length, silent[0]));
  const usual = general === undefined ? undefined : own.find((operation) => !operation.security);
  const ordinary = (usual && read.get(usual)) ?? [];
  const roles = new Roles([...read.values()], ordinary, notes, root);
  const unsaid = new Set(silent);
  return {
    of: (operation, sensitive) => {
      const alternatives = read.get(operation);
      if (!alternatives) return {};
      if (unsaid.has(operation) && !isForEverybody(operation, sensitive)) return { authentication: "none" };
      const authentication = alternatives.some(isOpen) ? "none" : weakest(alternatives);
      return { ...(authentication ? { authentication } : {}), access: roles.accessOf(alternatives) };
    },
    roles: roles.all,
  };
}

function schemesOf(root: PositionedNode, references: References): ReadonlyMap<string, Way | undefined> {
  const found = child(child(root, "components"), "securitySchemes") ?? child(root, "securityDefinitions");
  return new Map(entries(found).map(([name, located]) => [name, wayOf(references.resolve(located))]));
}

/** The authentication pool's value for a security scheme. */
function wayOf(scheme: Located | undefined): Way | undefined {
  const text = (key: string) => textOf(child(scheme?.node, key))?.toLowerCase();
  switch (text("type")) {
    case "basic":
      return "basic";
    case "http":
      return text("scheme") === "basic" || text("scheme") === "digest"
        ? "basic"
        : text("scheme") === "bearer"
          ? "bearer-token"
          : undefined;
    case "apikey":
      if (text("in") === "cookie") return "session";
      return text("name") === "authorization" && /bearer|jwt/.test(text("description") ?? "")
        ? "bearer-token"
        : "api-key";
    case "oauth2":
      return "oauth2";
    case "openidconnect":
      return "oidc";
    case "mutualtls":
      return "mtls";
    default:
      return undefined;
  }
}

const openWay: Alternative = { schemes: [], ways: ["none"], scopes: [] };

class Requirements {
  readonly #schemes: ReadonlyMap<string, Way | undefined>;
  readonly #notes: Problem[];
  readonly #noted = new Set<string>();

  constructor(schemes: ReadonlyMap<string, Way | undefined>, notes: Problem[]) {
    this.#schemes = schemes;
    this.#notes = notes;
  }

  /** The ways in; an empty list, or an empty requirement in it, lets anonymous callers in. */
  alternatives(security: PositionedNode | undefined, operation: Operation): readonly Alternative[] {
    const list = security?.kind === "list" ? security.items : [];
    if (list.length === 0) return [openWay];
    return list.slice(0, 20).map((requirement) => {
      const named = entries(requirement);
      if (named.length === 0) return openWay;
      return {
        schemes: named.map(([name]) => name),
        ways: named.map(([name]) => this.#way(name, operation)),
        scopes: named
          .flatMap(([, scopes]) => itemsOf(scopes.node).flatMap((scope) => textOf(scope) ?? []))
          .slice(0, 50),
      };
    });
  }

  #way(name: string, operation: Operation): Way | undefined {
    const way = this.#schemes.get(name);
    if (way === undefined && !this.#noted.has(name) && this.#noted.size < 20) {
      this.#noted.add(name);
      const why = this.#schemes.has(name)
        ? "is of a type that says nothing about how callers prove who they are"
        : "is not defined in the file";
      const say = `The security scheme ${name} ${why}; authentication is left unknown where it is needed`;
      this.#notes.push(
        problem("source-note", say, "Define the scheme, or answer the question about authentication.", operation.at),
      );
    }
    return way;
  }
}

/** Of several ways in the weakest; of several proofs needed at once the strongest. Unknown when one of them is. */
function weakest(alternatives: readonly Alternative[]): Way | undefined {
  let lowest: number | undefined;
  for (const { ways: needed } of alternatives) {
    if (needed.some((way) => way === undefined)) return undefined;
    const strength = Math.max(...needed.map((way) => ways.indexOf(way as Way)));
    lowest = lowest === undefined ? strength : Math.min(lowest, strength);
  }
  return lowest === undefined ? undefined : ways[lowest];
}

function undescribed(root: PositionedNode, defined: number): Problem {
  const schemes =
    defined > 0
      ? ` (it defines ${defined} security scheme${defined === 1 ? "" : "s"}, but no operation needs one)`
      : "";
  const say = `${root.at.file} has no security requirement anywhere${schemes}: who may call is left unknown`;
  return problem(
    "source-note",
    say,
    "Add `security` to the file, or answer the questions about authentication and access.",
    root.at,
  );
}

function silence(count: number, first: Operation): Problem {
  const say = `${count} operation${count === 1 ? "" : "s"} of ${first.at.file} state no security while others do: nobody has to prove who they are there. Whether that is meant is left open where something is changed, or one thing or data that is not for everybody is reached`;
  const fix = "Add `security` to each operation, `security: []` where anybody may call, or say who may in model.yaml.";
  return problem("source-note", say, fix, first.at);
}
