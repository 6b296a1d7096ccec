// Security requirements: how a caller proves who it is, and who may call.
import { type Observed, type Problem, problem, slug } from "@parapet/core";
import { child, itemsOf, type PositionedNode, textOf } from "../positioned.ts";
import type { Operation } from "./operations.ts";
import { entries, type Located, type References } from "./references.ts";
import { titleOf, wordsOf } from "./words.ts";

type EntryPoint = NonNullable<Observed["entry-points"]>[string];
type Access = NonNullable<EntryPoint["access"]>[string];

/** What the requirements of one operation amount to; all absent when the file describes no security. */
export interface Protection {
  /** A value of the authentication pool; absent when it cannot be told. */
  readonly authentication?: string;
  readonly access?: Readonly<Record<string, Access>>;
}

export interface Protections {
  readonly of: (operation: Operation) => Protection;
  readonly roles: Readonly<Record<string, { readonly title: string }>>;
}

/** At most so many roles are made of scopes; above it all scopes are conditions of one role. */
const scopeRoleLimit = 10;

/** The values of the authentication pool that a description can show, weakest first: of several ways in, the weakest is what an attacker tries. */
export const ways = ["none", "basic", "api-key", "session", "bearer-token", "oauth2", "oidc", "mtls"] as const;
type Way = (typeof ways)[number];

/** One way in: everything in it is needed at once. */
interface Alternative {
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
  const roles = new Roles([...read.values()].flat(), notes, root);
  return {
    of: (operation) => {
      const alternatives = read.get(operation);
      return alternatives ? roles.protection(alternatives) : {};
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
    if (list.length === 0) return [{ ways: ["none"], scopes: [] }];
    return list.slice(0, 20).map((requirement) => {
      const named = entries(requirement);
      if (named.length === 0) return { ways: ["none"], scopes: [] };
      return {
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

/** Gives each way in its roles: anonymous, a client per family of scopes, and a client without scopes. */
class Roles {
  readonly all: Record<string, { title: string }> = {};
  readonly #families: ReadonlyMap<string, string>;

  constructor(alternatives: readonly Alternative[], notes: Problem[], root: PositionedNode) {
    const scopes = [...new Set(alternatives.flatMap((alternative) => alternative.scopes))];
    const families = new Map(scopes.map((scope) => [scope, familyOf(scope)]));
    const count = new Set(families.values()).size;
    if (count > scopeRoleLimit) {
      const say = `${root.at.file} has ${scopes.length} scopes of ${count} kinds; they are conditions of one role, API client`;
      notes.push(problem("source-note", say, "Name the roles that matter in model.yaml.", root.at));
    }
    this.#families = count > scopeRoleLimit ? new Map() : families;
    this.all.anonymous = { title: "Anonymous" };
    for (const alternative of alternatives)
      if (!isOpen(alternative)) for (const role of this.#rolesOf(alternative)) this.#add(role);
  }

  #add(role: string): void {
    this.all[role] = { title: role === "api-client" ? "API client" : titleOf(wordsOf(role)) };
  }

  #rolesOf(alternative: Alternative): readonly string[] {
    const named = alternative.scopes.flatMap((scope) => this.#families.get(scope) ?? []);
    return named.length > 0 ? named : ["api-client"];
  }

  protection(alternatives: readonly Alternative[]): Protection {
    const open = alternatives.some(isOpen);
    const access: Record<string, Access> = {};
    for (const role of Object.keys(this.all)) access[role] = open ? "yes" : "no";
    if (!open) for (const alternative of alternatives) this.#admit(alternative, access);
    const authentication = open ? "none" : weakest(alternatives);
    return { ...(authentication ? { authentication } : {}), access };
  }

  #admit(alternative: Alternative, access: Record<string, Access>): void {
    const condition = conditionOf(alternative.scopes);
    for (const role of new Set(this.#rolesOf(alternative))) {
      const before = access[role];
      if (before === "yes") continue;
      if (condition === undefined) access[role] = "yes";
      else if (typeof before !== "object") access[role] = { when: condition };
      else if (!before.when.split(" or ").includes(condition))
        access[role] = { when: `${before.when} or ${condition}`.slice(0, 4000) };
    }
  }
}

function isOpen(alternative: Alternative): boolean {
  return alternative.ways.every((way) => way === "none");
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

function conditionOf(scopes: readonly string[]): string | undefined {
  if (scopes.length === 0) return undefined;
  return `has scope ${scopes.map((scope) => scope.replace(/\s+/g, " ").slice(0, 120)).join(" and ")}`;
}

const verbs = new Set(
  "read write only readonly readwrite manage admin create update delete list view modify edit execute all full access ro rw".split(
    " ",
  ),
);

/** The role of a scope: `orders:write`, `write:orders` and `…/auth/orders.readonly` are the orders client. */
export function familyOf(scope: string): string {
  const local = /^[a-z][a-z0-9+.-]*:\/\//i.test(scope) ? (scope.split("/").at(-1) ?? scope) : scope;
  const words = wordsOf(local);
  const what = words.filter((word) => !verbs.has(word));
  const name = slug((what.length > 0 ? what : words).join(" "))
    .slice(0, 60)
    .replace(/-+$/, "");
  return name === "" ? "api-client" : `${name}-client`;
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
  const say = `${count} operation${count === 1 ? "" : "s"} of ${first.at.file} state no security while others do: read as open to anyone`;
  return problem("source-note", say, "Add `security` to each operation, or to the file.", first.at);
}
