// What a change has named: people type these ids in the next command.
import type { Document } from "@parapet/core";

/** The ids of new entries that a person will want to know, since they were made from words. */
export function newNames(before: Document, after: Document): readonly string[] {
  const named = ({ model, register }: Document): readonly (object | undefined)[] => [
    model.zones,
    model.elements,
    model.flows,
    model["entry-points"],
    model.data,
    model.dependencies,
    model.attackers,
    model.assumptions,
    model.participants,
    model.features,
    register?.threats,
    register?.mitigations,
  ];
  const old = named(before);
  return named(after).flatMap((entries, i) =>
    Object.keys(entries ?? {}).filter((id) => !Object.hasOwn(old[i] ?? {}, id)),
  );
}
