// What every report is made from and gives: the input of all, a view prepared once, files as text.
import {
  type Analysis,
  type Catalog,
  type Document,
  distinctTitles,
  entriesByThreat,
  type Knowledge,
  type MemberId,
  modelSubject,
  nameOfPerson,
  type Recorded,
  type Specification,
  specificationsOf,
  type Texts,
  type Threat,
  threatsOf,
} from "@parapet/core";

/** What the artifacts are made from. The diagram is drawn before: its layout is asynchronous. */
export interface ReportInput {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly texts: Texts;
  /** Official titles of CWE, CAPEC and ASVS ids, where they are at hand. */
  readonly catalogs?: readonly Catalog[];
  /** The data flow diagram, finished; without it the summary says so. */
  readonly diagram?: { readonly svg: string; readonly drawio: string };
}

/** A file to write; the path is relative to the output folder, with forward slashes. */
export interface ReportFile {
  readonly path: string;
  readonly text: string;
}

/** One artifact: who answers for it, and what it consists of. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly member: MemberId;
  readonly files: (view: ReportView) => readonly ReportFile[];
}

type Register = NonNullable<Document["register"]>;
export type RecordedDecision = Recorded<NonNullable<Register["decisions"]>[string]>;
export type RecordedAcceptance = Recorded<NonNullable<Register["acceptances"]>[string]>;

/** The input with what several reports look up, prepared once. */
export interface ReportView extends ReportInput {
  readonly threats: readonly Threat[];
  readonly threat: (id: string) => Threat | undefined;
  readonly title: (id: string) => string;
  /** A person as the model names them; the key as it is written where nobody is known by it. */
  readonly person: (key: string) => string;
  readonly specifications: readonly Specification[];
  /** What the register says, by the threat as it is called today. */
  readonly decisions: ReadonlyMap<string, RecordedDecision>;
  readonly acceptances: ReadonlyMap<string, RecordedAcceptance>;
}

/** Prepares the view. Linear, but for the specifications. */
export function viewOf(input: ReportInput): ReportView {
  const { analysis, document } = input;
  const threats = threatsOf(analysis);
  const byId = new Map(threats.map((threat) => [threat.id, threat]));
  const titles = new Map<string, string>([[modelSubject, analysis.model.system]]);
  for (const layer of [document.observed, document.model]) {
    for (const [id, data] of Object.entries(layer?.data ?? {})) titles.set(id, data.title ?? titles.get(id) ?? id);
    for (const [id, role] of Object.entries(layer?.roles ?? {})) titles.set(`role:${id}`, role.title ?? id);
  }
  const { entryPoints, dependencies } = analysis.surface;
  const things = distinctTitles(analysis.elements, analysis.flows, analysis.zones, entryPoints, dependencies);
  for (const [id, title] of things) titles.set(id, title);
  return {
    ...input,
    threats,
    threat: (id) => byId.get(id),
    title: (id) => titles.get(id) ?? id,
    person: (key) => nameOfPerson(document, key),
    specifications: specificationsOf(input),
    decisions: entriesByThreat(document, document.register?.decisions),
    acceptances: entriesByThreat(document, document.register?.acceptances),
  };
}
