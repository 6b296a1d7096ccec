// A threat as its card needs it: out of the analysis, or, while that is worked out, as it was written down a moment ago.
import { type Document, modelSubject, splitKey, type Threat } from "@parapet/core";

export type CardThreat = Pick<Threat, "id" | "rule" | "subject" | "title" | "because" | "controls" | "mitigations">;

/** A threat that somebody wrote down by hand, out of the document alone. */
export function justWritten(document: Document, id: string): CardThreat | undefined {
  const say = document.register?.threats?.[id]?.say;
  if (say === undefined) return undefined;
  return { id, rule: "by-hand", subject: splitKey(id)?.subject ?? modelSubject, title: say, because: [], controls: [] };
}

/** The id of what was just written down about a subject. */
export function idOfWritten(document: Document | undefined, say: string, subject: string): string | undefined {
  const threats = Object.entries(document?.register?.threats ?? {});
  return threats.findLast(([id, one]) => one.say === say && id.endsWith(`@${subject}`))?.[0];
}
