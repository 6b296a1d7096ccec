// What a member of the team is: code with a name that owns stages, and says what it did, what it found and what it needs from whom.
import {
  type Analysis,
  distinctTitles,
  type HandoffInput,
  type MemberId,
  modelSubject,
  type Need,
  placeOf,
  type Specification,
  type StageId,
  specificationsOf,
  type Threat,
  threatsOf,
} from "@parapet/core";

/** What the team works on: the model, its analysis, and what is known. */
export type TeamInput = HandoffInput;

/** The input with what several members look up, prepared once. */
export interface TeamView extends TeamInput {
  readonly threats: readonly Threat[];
  readonly specifications: readonly Specification[];
  readonly title: (id: string) => string;
}

/** What a member has to say of one stage, as sentences. */
export interface Work {
  readonly did: readonly string[];
  readonly found: readonly string[];
}

/** The work of a member in one stage, with what it needs from people. */
export interface Report extends Work {
  readonly needs: readonly Need[];
}

/** One of the four. `work` has one entry for each stage that it owns. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  /** Two letters for narrow places. */
  readonly monogram: string;
  /** What it is there for, in one sentence. */
  readonly mission: string;
  readonly work: Readonly<Partial<Record<StageId, (view: TeamView) => Work>>>;
}

/** Prepares the view. */
export function viewOf(input: TeamInput): TeamView {
  const titles = titlesOf(input.analysis);
  return {
    ...input,
    threats: threatsOf(input.analysis),
    specifications: specificationsOf(input),
    title: (id) => titles.get(id) ?? id,
  };
}

function titlesOf({ model, elements, flows, zones, surface }: Analysis): ReadonlyMap<string, string> {
  const { entryPoints, dependencies } = surface;
  return distinctTitles(elements, flows, zones, entryPoints, dependencies).set(modelSubject, model.system);
}

/** True for a threat that is open or asked: nothing and nobody settles it yet. */
export function isLive(threat: Threat): boolean {
  const place = placeOf(threat);
  return place === "open" || place === "asked";
}

/** The needs of one stage that this member brings forward. */
export function needsOf(analysis: Analysis, stage: StageId, member: MemberId): readonly Need[] {
  const view = analysis.stages.find(({ id }) => id === stage);
  return (view?.missing ?? []).filter((need) => need.member === member);
}
