// The commands of a decision that falls in a workshop: the decision itself, and that it fell here. Pure.
import { byCodeUnit, type CommandCall, type Control, callsToChoose, type Document, type Threat } from "@parapet/core";
import { type DecisionInput, type DecisionKind, decisionCall } from "../../../rooms/mitigation/decision-input.ts";

/** A control that is chosen at once, one of the other decisions, somebody who brings it, or anything else in words. */
export const hereKinds = ["control", "accept", "transfer", "avoid", "not-applicable", "bring", "note"] as const;
export type HereKind = (typeof hereKinds)[number];
export type HereInput = DecisionInput & { readonly due?: string; readonly note?: string };

export interface Deciding {
  readonly workshop: string;
  readonly threat: Pick<Threat, "id" | "subject">;
  readonly kind: HereKind;
  readonly control: string;
  readonly input: HereInput;
}

/** The controls to choose from: those that meet the threat, else, where nobody said which do, all of them by their titles. */
export function controlsFor<T extends Pick<Control, "id" | "title">>(
  threat: Pick<Threat, "controls">,
  all: readonly T[],
): readonly T[] {
  const fitting = threat.controls.flatMap((id) => all.find((control) => control.id === id) ?? []);
  return fitting.length > 0 ? fitting : [...all].sort((a, b) => byCodeUnit(a.title, b.title));
}

/** `brings`: what is noted where nothing is decided but who brings it. */
export function decidingCalls(
  document: Document,
  { workshop, threat, kind, control, input }: Deciding,
  { brings }: { readonly brings: string },
): readonly CommandCall[] {
  const { owner, due } = input;
  const who = { ...(owner?.trim() && { owner: owner.trim() }), ...(due && { due }) };
  const noted = (note?: string): CommandCall => ({
    name: "note-decision",
    input: { workshop, decided: [threat.id], ...(note !== undefined && { note }) },
  });
  if (kind === "note") return [noted(input.note?.trim() ?? "")];
  if (kind === "bring") return [{ name: "assign-threat", input: { threats: [threat.id], ...who } }, noted(brings)];
  if (kind === "control")
    return [...callsToChoose(document, { control, threats: [threat.id], on: [threat.subject], ...who }), noted()];
  return [decisionCall(kind satisfies DecisionKind, [threat.id], input), noted()];
}
