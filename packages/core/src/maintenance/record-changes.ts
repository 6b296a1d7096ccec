// What differs in the records of people's work: decisions, acceptances, mitigations, evidence, scores, reviews, the policy.
import type { AcceptanceView, MitigationView } from "../analysis/result.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { differencesOf, type Step } from "./causes.ts";
import { type Called, fieldChanges } from "./field-changes.ts";
import type { Cause, RecordChange, RecordKind } from "./model-diff.ts";
import { titled } from "./record-titles.ts";
import { calledIn, type Renames, type Revision } from "./side.ts";

type Entries = Readonly<Record<string, object>>;

interface Collection {
  readonly kind: RecordKind;
  readonly cause: Cause;
  readonly of: (document: Document) => Entries | undefined;
  /** Fields that only fill a digest. */
  readonly without?: readonly string[];
}

const collections: readonly Collection[] = [
  { kind: "decision", cause: "decision", of: ({ register }) => register?.decisions },
  { kind: "score", cause: "decision", of: ({ register }) => register?.scores, without: ["basis"] },
  { kind: "assignment", cause: "decision", of: ({ register }) => register?.assignments },
  { kind: "hand-written threat", cause: "decision", of: ({ register }) => register?.threats },
  { kind: "owned question", cause: "decision", of: ({ register }) => register?.questions },
  { kind: "evidence", cause: "evidence", of: ({ register }) => register?.evidence },
  { kind: "review", cause: "decision", of: ({ register }) => register?.reviews, without: ["digest", "things"] },
  { kind: "sign-off", cause: "decision", of: ({ register }) => register?.["sign-offs"], without: ["digest"] },
  { kind: "policy", cause: "decision", of: ({ policy }) => policy && { policy } },
  { kind: "person", cause: "decision", of: ({ people }) => people?.people },
  { kind: "platform control", cause: "fact", of: ({ platform }) => platform?.platform },
];

/** Every record that differs. What an acceptance or mitigation comes to may change with evidence or time alone. */
export function recordChanges(
  before: Revision,
  after: Revision,
  renames: Renames,
  steps: readonly Step[],
): readonly RecordChange[] {
  const called = calledIn(before, after);
  const changes = [
    ...collections.flatMap((collection) => changesOf(collection, before.document, after.document, renames, called)),
    ...acceptanceChanges(renames, steps, called),
    ...mitigationChanges(renames, steps, called),
  ];
  return titled(changes, before, after);
}

function changesOf(
  { kind, cause, of, without = [] }: Collection,
  before: Document,
  after: Document,
  { key }: Renames,
  called: Called,
): readonly RecordChange[] {
  const to = of(after) ?? {};
  const from = Object.fromEntries(
    Object.entries(of(before) ?? {}).map(([id, entry]) => [Object.hasOwn(to, id) ? id : key(id), entry]),
  );
  const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort(byCodeUnit);
  return ids.flatMap((id) => {
    const fields = fieldChanges(from[id], to[id], called);
    if (fields.length === 0) return [];
    const told = fields.filter(({ field }) => !without.includes(field.split(".")[0] as string));
    return [{ kind, id, change: changeOf(from[id], to[id]), fields: told, cause }];
  });
}

function changeOf(before: object | undefined, after: object | undefined): RecordChange["change"] {
  return before === undefined ? "added" : after === undefined ? "removed" : "changed";
}

function acceptanceChanges({ key }: Renames, steps: readonly Step[], called: Called): readonly RecordChange[] {
  const shown = ({ threat: _, tier: _tier, ...acceptance }: AcceptanceView): object => acceptance;
  return differencesOf<AcceptanceView>(steps, key, {
    list: ({ acceptances }) => acceptances,
    key: ({ threat }, rename) => rename(threat),
    same: (acceptance) => [JSON.stringify(shown(acceptance))],
  }).map(({ key: id, before, after, cause }) => ({
    kind: "acceptance",
    id,
    change: changeOf(before, after),
    fields: fieldChanges(before && shown(before), after && shown(after), called),
    cause,
  }));
}

function mitigationChanges({ key, thing }: Renames, steps: readonly Step[], called: Called): readonly RecordChange[] {
  const led = (mitigation: MitigationView, rename: (key: string) => string, lead: (id: string) => string): object => {
    const { id: _, criteria: _criteria, ...shown } = mitigation;
    return { ...shown, threats: shown.threats.map(rename).sort(byCodeUnit), on: shown.on.map(lead).sort(byCodeUnit) };
  };
  const stay = (id: string): string => id;
  return differencesOf<MitigationView>(steps, key, {
    list: ({ mitigations }) => mitigations,
    key: ({ id }) => id,
    same: (mitigation, rename) => [JSON.stringify(led(mitigation, rename, rename === key ? thing : stay))],
  }).map(({ key: id, before, after, cause }) => ({
    kind: "mitigation",
    id,
    change: changeOf(before, after),
    fields: fieldChanges(before && led(before, key, thing), after && led(after, stay, stay), called),
    cause,
  }));
}
