// For tests: valid documents at random. Ids come from short lists, so that two documents have things in common; every reference fits.
import fc from "fast-check";
import type { Document, Model, Observed } from "../document.ts";
import type { Fact, Facts } from "../fact.ts";
import type { Register } from "../register.ts";
import { classifications, dataKinds, elementKinds, entryPointKinds, zoneKinds } from "../vocabulary.ts";

const days = ["2026-01-01", "2026-06-30", "2026-11-24", "2027-03-01"] as const;
const people = ["ann", "bo", "cy"] as const;
const factIds = ["validates-input", "encrypted-at-rest", "logs-actions", "encrypted-in-transit"] as const;
const day = fc.constantFrom(...days);
const person = fc.constantFrom(...people);

/** What random threats are about; the rules need not exist. */
export interface Vocabulary {
  readonly rules: readonly string[];
  readonly controls: readonly { readonly id: string; readonly criteria: readonly string[] }[];
}

const nothingKnown: Vocabulary = {
  rules: ["clear-text", "no-way-back"],
  controls: [{ id: "audit-log", criteria: ["works"] }],
};

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.constantFrom("yes", "no", "unknown"),
  fc.record({ value: fc.constantFrom("yes", "no"), by: person, on: day }),
);
const facts: fc.Arbitrary<Facts> = fc.dictionary(fc.constantFrom(...factIds), fact, {
  maxKeys: 2,
  noNullPrototype: true,
});
const title = fc.constantFrom("Orders", "Admin portal", "Web", "Queue 漢字");

/** A map of some of these ids. */
function some<T>(ids: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(fc.constantFrom(...ids), value, { maxKeys: ids.length, noNullPrototype: true });
}

/** A record with some of its keys. */
function partly<T extends object>(
  required: readonly (keyof T & string)[],
  values: { [K in keyof T]: fc.Arbitrary<T[K]> },
) {
  return fc.record(values, { requiredKeys: [...required], noNullPrototype: true }) as unknown as fc.Arbitrary<T>;
}

/** At most three of these ids, each once. */
function idsOf(ids: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...ids], { maxLength: Math.min(3, ids.length) });
}

function oneOf(ids: readonly string[]): fc.Arbitrary<string | undefined> {
  return ids.length === 0 ? fc.constant(undefined) : fc.constantFrom(...ids);
}

/** The value without the keys that the dice left undefined. */
function told<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

type Things = Pick<
  Observed,
  "zones" | "elements" | "flows" | "entry-points" | "data" | "dependencies" | "roles" | "facts"
>;

/** Things whose references name each other or `known`. Zones nest downwards only, so that they make no circle. */
function things(known: {
  readonly zones: readonly string[];
  readonly elements: readonly string[];
  readonly data: readonly string[];
}) {
  const zones = ["inner", "outer", "edge"];
  const basic = partly<Pick<Things, "zones" | "data" | "roles" | "facts">>(["roles"], {
    zones: some(zones, partly([], { kind: fc.constantFrom(...zoneKinds), title, facts })),
    data: some(
      ["order", "card", "log"],
      partly([], {
        classification: fc.constantFrom(...classifications),
        kinds: fc.subarray([...dataKinds], { maxLength: 2 }),
      }),
    ),
    roles: fc.record(
      { anonymous: fc.constant({}), customer: partly([], { privileged: fc.constantFrom("yes", "no") }) },
      { noNullPrototype: true },
    ),
    facts,
  });
  return basic.chain((base) => {
    const zoneIds = [...new Set([...known.zones, ...Object.keys(base.zones ?? {})])].sort();
    const dataIds = [...new Set([...known.data, ...Object.keys(base.data ?? {})])].sort();
    const nested = Object.fromEntries(
      Object.entries(base.zones ?? {}).map(([id, zone]) => {
        const parent = zoneIds.find((other) => other > id && known.zones.length === 0);
        return [id, parent && zone.kind !== "internet" ? { ...zone, in: parent } : zone];
      }),
    );
    const element = partly([], {
      kind: fc.constantFrom(...elementKinds),
      title,
      zone: oneOf(zoneIds),
      technologies: fc.subarray(["node", "postgresql", "redis"]),
      holds: idsOf(dataIds),
      tenancy: fc.constantFrom("shared", "dedicated"),
      facts,
    });
    return some(["web", "db", "job", "user"], element.map(told)).chain((elements) => {
      const ends = [...new Set([...known.elements, ...Object.keys(elements)])].sort();
      return connected(ends, dataIds).map(
        (links): Things => ({ ...base, ...(base.zones ? { zones: nested } : {}), elements, ...links }) as Things,
      );
    });
  });
}

/** Flows, entry points and dependencies between these elements. */
function connected(ends: readonly string[], data: readonly string[]) {
  if (ends.length === 0) return fc.constant({});
  const lists = { carries: idsOf(data), returns: idsOf(data) };
  const flow = fc
    .tuple(
      fc.constantFrom(...ends),
      fc.constantFrom(...ends),
      partly([], { protocol: fc.constantFrom("https", "http", "postgresql"), ...lists, facts }),
    )
    .map(([from, to, rest]) => ({ from, to, ...rest }));
  const flows = some(["save", "call", "read"], flow).map((all) =>
    Object.fromEntries(Object.entries(all).filter(([, { from, to }]) => from !== to)),
  );
  return flows.chain((made) =>
    partly(["flows"], {
      flows: fc.constant(made),
      "entry-points": some(
        ["login", "admin"],
        partly(["on"], {
          on: fc.constantFrom(...ends),
          kind: fc.constantFrom(...entryPointKinds),
          via: idsOf(Object.keys(made)),
          authentication: fc.constantFrom("none", "session", "oidc"),
          access: fc.dictionary(fc.constantFrom("anonymous", "customer"), fc.constantFrom("yes", "no", "unknown"), {
            noNullPrototype: true,
          }),
        }),
      ),
      dependencies: some(
        ["lib", "mailer"],
        partly(["kind"], { kind: fc.constantFrom("library", "external-service"), "used-by": idsOf(ends) }),
      ),
    }),
  );
}

function registerOf(subjects: readonly string[], { rules, controls }: Vocabulary): fc.Arbitrary<Register> {
  const keys = subjects.flatMap((subject) => rules.map((rule) => `${rule}@${subject}`));
  if (keys.length === 0) return fc.constant({ parapet: 1 });
  const key = fc.constantFrom(...keys);
  const mapOf = <T>(value: fc.Arbitrary<T>) => fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });
  const approved = fc.record({ by: person, on: day }, { noNullPrototype: true });
  const mitigation = fc.constantFrom(...controls).chain(({ id }) =>
    partly<NonNullable<Register["mitigations"]>[string]>(["on", "threats", "by", "recorded", "control"], {
      control: fc.constant(id),
      on: idsOf(subjects),
      threats: fc.uniqueArray(key, { maxLength: 3 }),
      owner: person,
      due: day,
      by: person,
      recorded: day,
      implemented: approved,
    }),
  );
  return some(["m1", "m2"], mitigation).chain((mitigations) => {
    const criteria = Object.entries(mitigations).flatMap(([id, { control }]) =>
      (controls.find((one) => one.id === control)?.criteria ?? []).map((criterion) => [id, criterion] as const),
    );
    return partly<Register>(["parapet"], {
      parapet: fc.constant(1),
      decisions: mapOf(
        partly(["decision", "by", "on"], {
          decision: fc.constantFrom("mitigate", "transfer", "avoid", "not-applicable"),
          by: person,
          on: day,
          why: title,
          review: day,
          approved,
        }),
      ),
      acceptances: mapOf(
        partly(["owner", "why", "review", "on", "by"], {
          owner: person,
          why: title,
          review: day,
          on: day,
          by: person,
          approved,
        }),
      ),
      assignments: mapOf(partly([], { owner: person, due: day })),
      mitigations: fc.constant(mitigations),
      ...(criteria.length > 0 ? { evidence: some(["ev1", "ev2", "ev3"], evidenceFor(criteria)) } : {}),
    } as { [K in keyof Register]: fc.Arbitrary<Register[K]> });
  });
}

function evidenceFor(criteria: readonly (readonly [mitigation: string, criterion: string])[]) {
  return fc.constantFrom(...criteria).chain(([mitigation, criterion]) =>
    fc.record(
      {
        mitigation: fc.constant(mitigation),
        criterion: fc.constant(criterion),
        verdict: fc.constantFrom("passed", "failed"),
        tool: fc.constantFrom("zap", "by-hand"),
        on: day,
        by: person,
      },
      { noNullPrototype: true },
    ),
  );
}

/** Any valid document with model, and perhaps observed and register; small, and with much in common between two of them. */
export function connectedDocument(vocabulary: Vocabulary = nothingKnown): fc.Arbitrary<Document> {
  const observed = fc.option(things({ zones: [], elements: [], data: [] }), { nil: undefined });
  return observed.chain((seen) => {
    const known = {
      zones: Object.keys(seen?.zones ?? {}),
      elements: Object.keys(seen?.elements ?? {}),
      data: Object.keys(seen?.data ?? {}),
    };
    return things(known).chain((declared) => {
      const subjects = [
        ...new Set([...known.elements, ...Object.keys(declared.elements ?? {}), ...Object.keys(declared.flows ?? {})]),
      ].sort();
      const assumption = partly(["text"], {
        text: title,
        owner: person,
        review: day,
        state: fc.constantFrom("holds", "challenged", "refuted"),
        threats: fc.subarray(subjects.slice(0, 4).map((subject) => `by-hand-sold@${subject}`)),
        facts:
          subjects.length === 0
            ? fc.constant({})
            : fc.dictionary(fc.constantFrom(...subjects), facts, { maxKeys: 2, noNullPrototype: true }),
      });
      const extra = partly<Pick<Model, "scope" | "assumptions">>([], {
        scope: partly([], {
          purpose: title,
          criticality: fc.constantFrom("low", "medium", "high"),
          in: fc.array(fc.record({ what: title }, { noNullPrototype: true }), { maxLength: 2 }),
        }),
        assumptions: some(["managed", "patched"], assumption),
      } as { [K in "scope" | "assumptions"]: fc.Arbitrary<Model[K]> });
      return fc.tuple(extra, fc.option(registerOf(subjects, vocabulary), { nil: undefined })).map(
        ([more, register]): Document => ({
          model: { parapet: 1, system: "Shop", ...more, ...declared } as Model,
          ...(seen ? { observed: { parapet: 1, ...seen } as Observed } : {}),
          ...(register ? { register } : {}),
        }),
      );
    });
  });
}

/** Freezes a value and all that is in it, so that whoever edits it in place is found out. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
