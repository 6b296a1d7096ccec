// The critical and high threats that nobody works on yet: open, nothing built against them, and no mitigation with a ticket.
import type { Analysis, Threat } from "../analysis/result.ts";
import { threatsOf } from "../model/expand.ts";
import { isSevere, type Status } from "../model/vocabulary.ts";

/** Statuses in which work is still to be done; beyond them it is done, decided otherwise, or waits for an answer. */
const toDo: ReadonlySet<Status> = new Set(["open", "assessed", "mitigating"]);

/** Those threats in reading order; with a focus only those whose subject is in it. */
export function ticketless(analysis: Analysis, focus?: ReadonlySet<string>): readonly Threat[] {
  const withTicket = new Set(
    analysis.mitigations.flatMap(({ ticket, threats }) => (ticket === undefined ? [] : threats)),
  );
  return threatsOf(analysis).filter(
    ({ id, tier, status, subject }) =>
      isSevere(tier) && toDo.has(status) && !withTicket.has(id) && (focus === undefined || focus.has(subject)),
  );
}
