// Who may call an operation: roles out of the scopes and security schemes that it asks for.
import { type Observed, type Problem, problem, slug } from "@parapet/core";
import type { PositionedNode } from "../positioned.ts";
import type { Alternative } from "./security.ts";
import { titleOf, wordsOf } from "./words.ts";

/** What a cell of the access matrix says. */
export type Access = NonNullable<NonNullable<Observed["entry-points"]>[string]["access"]>[string];

/** At most so many roles are made of scopes; above it all scopes are conditions of one role. */
const scopeRoleLimit = 10;
/** At most so many clients are told apart by their schemes; the others have no role. */
const clientLimit = 10;

/** The role of whoever calls as the file has it for all. */
const anyClient = "api-client";

/** A caller without scopes, by the schemes that it can show. */
interface Client {
  readonly role: string;
  readonly schemes: ReadonlySet<string>;
}

/**
 * Gives each way in its roles: anonymous, a client per family of scopes, and clients without scopes. Those who prove themselves by
 * different schemes are different clients. Where the file has one scheme for all operations, whoever has that is the API client,
 * and whether the same caller also has what an exception asks for instead is not known.
 */
export class Roles {
  readonly all: Record<string, { title: string }> = {};
  readonly #families: ReadonlyMap<string, string>;
  readonly #clients: readonly Client[];

  constructor(
    operations: readonly (readonly Alternative[])[],
    ordinary: readonly Alternative[],
    notes: Problem[],
    root: PositionedNode,
  ) {
    const asking = operations.filter((alternatives) => !alternatives.some(isOpen)).flat();
    const scopes = [...new Set(operations.flat().flatMap((alternative) => alternative.scopes))];
    const families = new Map(scopes.map((scope) => [scope, familyOf(scope)]));
    const count = new Set(families.values()).size;
    if (count > scopeRoleLimit) {
      const say = `${root.at.file} has ${scopes.length} scopes of ${count} kinds; they are conditions of one role, API client`;
      notes.push(problem("source-note", say, "Name the roles that matter in model.yaml.", root.at));
    }
    this.#families = count > scopeRoleLimit ? new Map() : families;
    this.#clients = clientsOf(
      asking.filter((each) => this.#familiesOf(each).length === 0),
      ordinary,
      new Set(this.#families.values()),
    );
    this.all.anonymous = { title: "Anonymous" };
    for (const each of operations.flat()) if (!isOpen(each)) for (const role of this.#rolesOf(each)) this.#add(role);
  }

  #add(role: string): void {
    const client = this.#clients.find((each) => each.role === role);
    const by = client && role !== anyClient ? ` (${[...client.schemes].sort().join(" and ")})` : "";
    this.all[role] = { title: client || role === anyClient ? `API client${by}`.slice(0, 200) : titleOf(wordsOf(role)) };
  }

  #familiesOf(alternative: Alternative): readonly string[] {
    return [...new Set(alternative.scopes.flatMap((scope) => this.#families.get(scope) ?? []))];
  }

  /** The roles that a way in lets through; none when it is not known which of them has what it asks for. */
  #rolesOf(alternative: Alternative): readonly string[] {
    const families = this.#familiesOf(alternative);
    if (families.length > 0) return families;
    if (this.#clients.length === 0) return [anyClient];
    return this.#clients
      .filter(({ schemes }) => alternative.schemes.every((scheme) => schemes.has(scheme)))
      .map(({ role }) => role);
  }

  /** Who may call, by all ways in. A role that is left out is one of which it is not known. */
  accessOf(alternatives: readonly Alternative[]): Readonly<Record<string, Access>> {
    const open = alternatives.some(isOpen);
    const access: Record<string, Access> = {};
    for (const role of Object.keys(this.all)) access[role] = open ? "yes" : "no";
    if (open) return access;
    if (alternatives.some((each) => this.#rolesOf(each).length === 0)) delete access[anyClient];
    for (const alternative of alternatives) this.#admit(alternative, access);
    return access;
  }

  #admit(alternative: Alternative, access: Record<string, Access>): void {
    const condition = conditionOf(alternative.scopes);
    for (const role of this.#rolesOf(alternative)) {
      const before = access[role];
      if (before === "yes") continue;
      if (condition === undefined) access[role] = "yes";
      else if (typeof before !== "object") access[role] = { when: condition };
      else if (!before.when.split(" or ").includes(condition))
        access[role] = { when: `${before.when} or ${condition}`.slice(0, 4000) };
    }
  }
}

/** The clients where there are several: the file's ordinary one alone if it has one, else one for each set of schemes. */
function clientsOf(
  asking: readonly Alternative[],
  ordinary: readonly Alternative[],
  taken: ReadonlySet<string>,
): readonly Client[] {
  const sets = [...new Map(asking.map((each) => [named(each), new Set(each.schemes)]))];
  if (sets.length < 2) return [];
  const usual = new Set(ordinary.map(named));
  const kept = sets.filter(([key]) => usual.has(key)).map(([, schemes]) => ({ role: anyClient, schemes }));
  if (kept.length > 0) return kept;
  const used = new Set([...taken, anyClient]);
  return sets.slice(0, clientLimit).map(([key, schemes]) => {
    const base = slug(wordsOf(key).join(" ")).slice(0, 40).replace(/-+$/, "") || "scheme";
    let role = `${base}-client`;
    for (let n = 2; used.has(role); n++) role = `${base}-client-${n}`;
    used.add(role);
    return { role, schemes };
  });
}

/** The schemes that a way in needs, as one name. */
function named(alternative: Alternative): string {
  return [...new Set(alternative.schemes)].sort().join(" and ");
}

/** Whoever comes this way proves nothing. */
export function isOpen(alternative: Alternative): boolean {
  return alternative.ways.every((way) => way === "none");
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
