// The workshop that this page came into: what is answered here while it runs stands in its minutes.
import type { CommandCall, Document } from "@parapet/core";

let here: string | undefined;

/** This page came into a workshop; undefined: it opened another model. */
export function nowIn(workshop: string | undefined): void {
  here = workshop;
}

/** The commands as they are sent: each answer names the workshop that this page is in, as long as it runs. */
export function inRoom(calls: readonly CommandCall[], document: Document | undefined): readonly CommandCall[] {
  if (here === undefined) return calls;
  const workshops = document?.register?.workshops ?? {};
  const { started, ended } = (Object.hasOwn(workshops, here) && workshops[here]) || {};
  if (started === undefined || ended !== undefined) return calls;
  const workshop = here;
  return calls.map((call) =>
    call.name === "answer-question" ? { ...call, input: { workshop, ...(call.input as object) } } : call,
  );
}
