// A threat as its card needs it: out of the analysis, or, while that is worked out, as it was written down a moment ago.
import { type Document, splitKey, type Threat } from "@parapet/core";

export type CardThreat = Pick<Threat, "id" | "rule" | "subject" | "title" | "because" | "controls" | "mitigations">;

/** A threat that somebody wrote down by hand, out of the document alone. */
export function justWritten(document: Document, id: string): CardThreat | undefined {
  const say = document.register?.threats?.[id]?.say;
  if (say === undefined) return undefined;
  return { id, rule: "by-hand", subject: splitKey(id)?.subject ?? "model", title: say, because: [], controls: [] };
}
