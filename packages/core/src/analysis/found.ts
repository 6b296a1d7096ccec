// What the checks of the stages read and find. A large model misses thousands of things: only what is listed is written down.
import type { Graph } from "../decomposition/index.ts";
import type { QuestionList, ThreatList, Unexamined } from "../enumeration/index.ts";
import type { Document } from "../model/document.ts";
import { isSevere } from "../model/vocabulary.ts";
import { closedStatuses } from "../validation/status.ts";
import type { AcceptanceView, Criterion, MitigationView, Need, ScoreRecord, SharedRecord, Surface } from "./result.ts";

/** What a stage is judged by. */
export interface StageInput {
  readonly document: Document;
  readonly graph: Graph;
  readonly now: string;
  readonly threats: ThreatList;
  readonly scores: readonly ScoreRecord[];
  readonly questions: QuestionList;
  readonly unexamined: readonly Unexamined[];
  readonly surface: Surface;
  readonly mitigations: readonly MitigationView[];
  readonly criteria: readonly Criterion[];
  readonly acceptances: readonly AcceptanceView[];
}

/** What a criterion's check says is missing, before stage and member are added. */
export type Missing = Omit<Need, "stage" | "member" | "id"> & { readonly id: string };

/** All that a criterion's check found missing. A large model misses thousands of things: a need is written only when it is listed. */
export interface Found {
  readonly size: number;
  readonly risk: (k: number) => number;
  readonly need: (k: number) => Missing;
}
export type Check = (input: StageInput) => Found;

/** Needs that are written already. */
export function these(needs: readonly Missing[]): Found {
  return { size: needs.length, risk: (k) => (needs[k] as Missing).risk, need: (k) => needs[k] as Missing };
}

/** The open threats that are critical or high and still to be dealt with, as far as they fit; one need each. */
export function severeThreats(
  threats: ThreatList,
  fits: (shared: SharedRecord) => boolean,
  write: (position: number, shared: SharedRecord) => Omit<Missing, "risk">,
): Found {
  const positions = threats.where(
    (shared) =>
      isSevere(shared.tier) && shared.finding === "open" && !closedStatuses.has(shared.status) && fits(shared),
  );
  const sharedOf = (k: number) => threats.shared(positions[k] as number);
  const risk = (k: number) => sharedOf(k).current;
  const need = (k: number) => ({ ...write(positions[k] as number, sharedOf(k)), risk: risk(k) });
  return { size: positions.length, risk, need };
}

/** What is missing, who has to see to it, and the command that does. `risk`: what hangs on it. */
export function need(id: string, say: string, from: string, command: string, risk = 0): Missing {
  return { id, say, from, command: `parapet ${command}`, risk };
}
