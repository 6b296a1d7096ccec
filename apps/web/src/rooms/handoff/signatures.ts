// Who signed off what is handed over, whether the criteria are still those that they saw, and who may.
import {
  type Analysis,
  coveredBy,
  criteriaDigest,
  type Document,
  isSpoken,
  isTeamEngineer,
  nameOfPerson,
  spokenBy,
  teamEngineers,
} from "@parapet/core";

export interface Signature {
  readonly by: string;
  readonly on: string;
  readonly note: string | undefined;
  /** Somebody else wrote down that they said so. */
  readonly recordedBy: string | undefined;
  /** The criteria are those that were signed. */
  readonly current: boolean;
  /** It counts: current, by their own hand, by an engineer of the owning team. */
  readonly counts: boolean;
}

/** The signatures of a component, feature or stage, the latest first. */
export function signaturesOf(document: Document, analysis: Analysis, what: string): readonly Signature[] {
  const entries = Object.values(document.register?.["sign-offs"] ?? {}).filter((entry) => entry.what === what);
  if (entries.length === 0) return [];
  const present = criteriaDigest(document, analysis, what);
  return entries
    .map((entry): Signature => {
      const current = entry.digest === present;
      const spoken = isSpoken(entry);
      return {
        by: entry.by,
        on: entry.on,
        note: entry.note,
        recordedBy: spoken ? spokenBy(entry).recorded : undefined,
        current,
        counts: current && !spoken && isTeamEngineer(document, entry.by),
      };
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.by < b.by ? -1 : 1));
}

/** The engineers whose signature counts, by name. */
export function signersOf(document: Document): readonly string[] {
  return [...teamEngineers(document).keys()].map((key) => nameOfPerson(document, key));
}

/** True when there is something to sign: some mitigation lies on it. */
export function canBeSigned(document: Document, analysis: Analysis, what: string): boolean {
  return coveredBy(document, analysis, what).length > 0;
}
