// The first day on which the same input gives another result: dates in the document that lie ahead.
import type { Document } from "../model/document.ts";
import type { Control } from "../model/knowledge.ts";
import { addDays, type MitigationVerdict, mitigationVerdicts } from "../model/verdicts.ts";

/** The earliest day after `now` on which a review, a due date or the freshness of evidence changes the analysis; undefined for never. */
export function validUntil(
  document: Document,
  verdicts: readonly MitigationVerdict[],
  now: string,
): string | undefined {
  const dates: (string | undefined)[] = verdicts.map((verdict) => verdict.freshUntil);
  const after = (day: string | undefined): void => {
    if (day !== undefined) dates.push(addDays(day, 1));
  };
  for (const assumption of Object.values(document.model.assumptions ?? {})) after(assumption.review);
  const register = document.register;
  for (const acceptance of Object.values(register?.acceptances ?? {})) after(acceptance.review);
  for (const decision of Object.values(register?.decisions ?? {})) after(decision.review);
  for (const question of Object.values(register?.questions ?? {})) after(question.due);
  return dates.filter((day): day is string => day !== undefined && day > now).sort()[0];
}

/** True when a date between a day and today lets the same document say something else than on that day. */
export function turnedSince(
  day: string,
  document: Document,
  controls: ReadonlyMap<string, Control>,
  now: string,
): boolean {
  const until = validUntil(document, mitigationVerdicts(document, controls, day), day);
  return until !== undefined && until <= now;
}
