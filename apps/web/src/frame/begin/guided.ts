// The guided way to a first model: five short answers about one feature become a drawing that the engine can read.
import { type CommandCall, type DataKind, isId, slug } from "@parapet/core";

/** Who uses the feature, with where they are. */
export const users = {
  customers: { zone: "internet", kind: "internet", entry: "web", role: "customer" },
  staff: { zone: "staff-network", kind: "office-network", entry: "web", role: "staff" },
  system: { zone: "third-parties", kind: "third-party", entry: "api", role: "partner" },
} as const;
export type User = keyof typeof users;

/** What the feature touches. */
export const touched = {
  personal: { kinds: ["personal"], classification: "confidential" },
  card: { kinds: ["payment-card", "personal"], classification: "restricted" },
  password: { kinds: ["credential"], classification: "restricted" },
  health: { kinds: ["health", "personal"], classification: "restricted" },
  business: { kinds: ["business"], classification: "internal" },
} as const satisfies Record<string, { readonly kinds: readonly DataKind[]; readonly classification: string }>;
export type Touched = keyof typeof touched;

/** What the five questions were answered. */
export interface Guided {
  readonly feature: string;
  readonly users: readonly User[];
  readonly app: string;
  readonly data: readonly Touched[];
  /** Empty when it keeps nothing. */
  readonly store: string;
}

/** What things are called in the model: words of the strings, so that the model is in the language of the page. */
export interface GuidedNames {
  readonly user: (user: User) => string;
  readonly zone: (user: User) => string;
  readonly ours: string;
  readonly kept: string;
  readonly data: (data: Touched) => string;
  readonly entry: (user: User) => string;
}

const ours = "our-network";

/** The commands that draw what was answered. Nothing is stated that nobody said: what is missing becomes a question. */
export function guidedCalls(given: Guided, names: GuidedNames): readonly CommandCall[] {
  const taken = new Set(reserved);
  const app = idOf(given.app, "application", taken);
  const store = given.store.trim() === "" ? undefined : idOf(given.store, "database", taken);
  const feature = idOf(given.feature, "feature", taken);
  const data = given.data.map((one) => `${one}-data`);
  return [
    call("add-in-scope", { what: given.feature.trim() }),
    ...given.data.map((one) => {
      const { kinds, classification } = touched[one];
      return call("add-data", { id: `${one}-data`, title: names.data(one), classification, kinds });
    }),
    ...given.users.map((user) =>
      call("add-zone", { id: users[user].zone, title: names.zone(user), kind: users[user].kind }),
    ),
    call("add-zone", { id: ours, title: names.ours, kind: "private-network" }),
    call("add-element", { id: app, title: given.app.trim(), kind: "process", zone: ours }),
    ...given.users.flatMap((user) => usedBy(user, { app, data, feature: given.feature.trim() }, names)),
    ...(store === undefined
      ? []
      : [
          call("add-element", { id: store, title: given.store.trim(), kind: "data-store", zone: ours, holds: data }),
          call("add-flow", {
            id: `${app}-to-${store}`.slice(0, 80),
            title: names.kept,
            from: app,
            to: store,
            carries: data,
            returns: data,
          }),
        ]),
    call("plan-feature", { id: feature, title: given.feature.trim(), changes: [app] }),
    call("rate-feature", { feature, answers: answersOf(given) }),
  ];
}

interface Used {
  readonly app: string;
  readonly data: readonly string[];
  readonly feature: string;
}

function usedBy(user: User, { app, data, feature }: Used, names: GuidedNames): readonly CommandCall[] {
  const { zone, entry, role } = users[user];
  const flow = `${user}-to-${app}`.slice(0, 80);
  return [
    call("add-role", { id: role, title: names.user(user) }),
    call("add-element", { id: user, title: names.user(user), kind: "external-entity", zone }),
    call("add-flow", { id: flow, title: feature, from: user, to: app, carries: data, returns: data }),
    call("add-entry-point", {
      id: `${user}-entry`,
      title: names.entry(user),
      on: app,
      kind: entry,
      via: [flow],
      access: { [role]: "yes" },
    }),
  ];
}

/** What the five answers say of the ten questions. */
function answersOf({ data, users: who }: Guided) {
  const sensitive = data.some((one) => one !== "business");
  return {
    "sensitive-data": sensitive ? "yes" : "no",
    "moves-value": data.includes("card") ? "yes" : "unknown",
    "sign-in-or-rights": data.includes("password") ? "yes" : "unknown",
    "new-third-party": who.includes("system") ? "yes" : "unknown",
    "power-of-staff": who.includes("staff") ? "yes" : "unknown",
  };
}

/** Ids that the drawing uses beside those that are made of what somebody typed. */
const reserved: readonly string[] = [
  ours,
  ...Object.values(users).map(({ zone }) => zone),
  ...Object.keys(users).flatMap((user) => [user, `${user}-entry`]),
  ...Object.keys(touched).map((one) => `${one}-data`),
];

/** An id of what somebody typed; where that is none or taken, with the word for what it is. */
function idOf(text: string, word: string, taken: Set<string>): string {
  const own = slug(text).slice(0, 30).replace(/-+$/, "");
  const choices = [own, `${own}-${word}`, word, `the-${word}`, `first-${word}`];
  const id = choices.find((one) => isId(one) && !taken.has(one)) ?? word;
  taken.add(id);
  return id;
}

function call(name: string, input: object): CommandCall {
  return { name, input };
}
