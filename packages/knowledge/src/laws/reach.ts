// Which kinds of things a rule can read through a relation.
import { elementKinds, type Relation, type SubjectKind } from "@parapet/core";

const elements: readonly SubjectKind[] = elementKinds;
const flows: readonly SubjectKind[] = ["flow", "crossing"];

interface Reach {
  readonly of: readonly SubjectKind[];
  readonly to: readonly SubjectKind[];
}

/** From where a relation leads, and to what: as core reads it (decomposition/facts/relations.ts). Elsewhere it is always no. */
const reaches: Readonly<Record<Relation, Reach>> = {
  from: { of: flows, to: elements },
  to: { of: flows, to: elements },
  zone: { of: [...elements, ...flows, "entry-point", "dependency", "zone"], to: ["zone"] },
  on: { of: ["entry-point", "dependency"], to: elements },
  "any-data": { of: [...elements, ...flows, "entry-point", "dependency"], to: ["data"] },
  "all-data": { of: [...elements, ...flows, "entry-point", "dependency"], to: ["data"] },
  "any-flow-in": { of: elements, to: flows },
  "all-flow-in": { of: elements, to: flows },
  "any-flow-out": { of: elements, to: flows },
  "all-flow-out": { of: elements, to: flows },
  "any-sender": { of: elements, to: elements },
  "all-senders": { of: elements, to: elements },
  "any-receiver": { of: elements, to: elements },
  "all-receivers": { of: elements, to: elements },
  "any-entry-point": { of: elements, to: ["entry-point"] },
  "any-dependency": { of: elements, to: ["dependency"] },
  "any-member": { of: ["zone", "data"], to: elements },
};

/** The kinds that a rule on `kind` reads through `relation`; a crossing and its flow are one thing. */
export function reach(kind: SubjectKind, relation: Relation | undefined): readonly SubjectKind[] {
  if (relation === undefined) return flows.includes(kind) ? flows : [kind];
  const { of, to } = reaches[relation];
  return of.includes(kind) ? to : [];
}
