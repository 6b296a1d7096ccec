// What is new, gone, different or renamed among the things that people and sources name.
import { byCodeUnit } from "../model/changes.ts";
import { effective } from "../model/effective.ts";
import { modelSubject } from "../model/ids.ts";
import { redirectReferences } from "../model/references.ts";
import { type Called, fieldChanges } from "./field-changes.ts";
import { type Cause, causes, type FieldChange, type ThingChange, type ThingKind } from "./model-diff.ts";
import { calledIn, type Renames, type Revision } from "./side.ts";

type Bag = Readonly<Record<string, unknown>>;
type Things = ReadonlyMap<string, Bag>;

/** Every thing that differs, kind by kind, in code-unit order. */
export function thingChanges(before: Revision, after: Revision, renames: Renames): readonly ThingChange[] {
  const analysed = before.analysis.model.feature !== after.analysis.model.feature;
  const from = thingsOf(before, analysed);
  const to = thingsOf(after, analysed);
  const called = calledIn(before, after);
  const features = renamedFeatures(from.get("feature") as Things, to.get("feature") as Things);
  return [...to].flatMap(([kind, things]) => {
    const old = from.get(kind) as Things;
    const rename = kind === "feature" ? (id: string) => features.get(id) ?? id : renames.thing;
    return changesOfKind(kind, old, things, rename, (value) => redirected(kind, value, renames), called);
  });
}

function changesOfKind(
  kind: ThingKind,
  before: Things,
  after: Things,
  rename: (id: string) => string,
  redirect: (value: Bag) => Bag,
  called: Called,
): readonly ThingChange[] {
  const old = new Map([...before].map(([id, value]) => [rename(id), { id, value }] as const));
  const out: ThingChange[] = [];
  for (const [id, value] of after) {
    const was = old.get(id);
    if (!was) {
      out.push({ kind, id, title: titleOf(id, value), change: "added", fields: [], cause: causeOfThing(kind) });
      continue;
    }
    const fields = fieldChanges(redirect(was.value), value, called);
    const renamed = was.id !== id;
    if (fields.length === 0 && !renamed) continue;
    out.push({
      kind,
      id,
      title: titleOf(id, value),
      change: renamed ? "renamed" : "changed",
      ...(renamed ? { was: was.id } : {}),
      fields,
      cause: renamed ? "system" : causeOfFields(kind, fields),
    });
  }
  for (const [id, { id: own, value }] of old) {
    if (after.has(id)) continue;
    out.push({ kind, id: own, title: titleOf(own, value), change: "removed", fields: [], cause: causeOfThing(kind) });
  }
  return out.sort((a, b) => byCodeUnit(a.id, b.id));
}

function titleOf(id: string, value: Bag): string {
  const { title, name } = value;
  return typeof title === "string" ? title : typeof name === "string" ? name : id;
}

function causeOfThing(kind: ThingKind): Cause {
  return kind === "assumption" ? "fact" : "system";
}

function causeOfFields(kind: ThingKind, fields: readonly FieldChange[]): Cause {
  if (kind === "assumption") return "fact";
  const found = fields.map(({ field }): Cause => {
    if (field.startsWith("facts.") || field === "authentication") return "fact";
    if (kind !== "model") return "system";
    return field === "method" ? "decision" : field === "knowledge" ? "knowledge" : "system";
  });
  return causes.find((cause) => found.includes(cause)) as Cause;
}

/** The things of one side by kind. With `analysed` only those that are built or that the feature under analysis adds. */
function thingsOf({ document, analysis }: Revision, analysed: boolean): ReadonlyMap<ThingKind, Things> {
  const laid = effective(document);
  const { model } = document;
  const { feature } = analysis.model;
  const adds = new Set(feature === undefined ? [] : (model.features?.[feature]?.adds ?? []));
  const of = (entries: ReadonlyMap<string, { readonly value: object }>): Things =>
    new Map(
      [...entries].flatMap(([id, entry]) => {
        const value = entry.value as Bag;
        return analysed && value.state === "planned" && !adds.has(id) ? [] : [[id, value] as const];
      }),
    );
  const raw = (things: Readonly<Record<string, object>> | undefined): Things =>
    new Map(Object.entries(things ?? {})) as Things;
  const { system, method, knowledge, scope } = model;
  const whole: Bag = { system, method, knowledge, scope, facts: laid.facts.value };
  return new Map<ThingKind, Things>([
    ["model", new Map([[modelSubject, whole]])],
    ["zone", of(laid.zones)],
    ["element", of(laid.elements)],
    ["flow", of(laid.flows)],
    ["entry-point", of(laid.entryPoints)],
    ["data", of(laid.data)],
    ["dependency", of(laid.dependencies)],
    ["role", of(laid.roles)],
    ["assumption", raw(model.assumptions)],
    ["feature", raw(model.features)],
    ["participant", raw(model.participants)],
    ["attacker", raw(model.attackers)],
  ]);
}

/** Features have an id space of their own; `was` of either side says which is which. */
function renamedFeatures(before: Things, after: Things): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const link = (from: Things, to: Things, note: (old: string, now: string) => void): void => {
    for (const [id, value] of to) {
      for (const was of (value.was as readonly string[] | undefined) ?? []) {
        if (from.has(was) && !from.has(id) && !to.has(was)) note(was, id);
      }
    }
  };
  const taken = new Set<string>();
  const note = (old: string, now: string): void => {
    if (renamed.has(old) || taken.has(now)) return;
    taken.add(now);
    renamed.set(old, now);
  };
  link(before, after, note);
  link(after, before, (now, old) => note(old, now));
  return renamed;
}

/** The value with every reference led to the id of the later side. */
function redirected(kind: ThingKind, value: Bag, { things }: Renames): Bag {
  if (things.size === 0) return value;
  const lead = (id: unknown): unknown => (typeof id === "string" ? (things.get(id) ?? id) : id);
  const leadAll = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map(lead) : ids);
  switch (kind) {
    case "feature":
      return {
        ...value,
        ...(value.adds ? { adds: leadAll(value.adds) } : {}),
        ...(value.changes ? { changes: leadAll(value.changes) } : {}),
      };
    case "assumption": {
      if (!value.facts) return value;
      return {
        ...value,
        facts: Object.fromEntries(Object.entries(value.facts).map(([id, facts]) => [lead(id), facts])),
      };
    }
    case "attacker":
      return value.starts === undefined ? value : { ...value, starts: lead(value.starts) };
    default:
      return redirectReferences(value, things);
  }
}
