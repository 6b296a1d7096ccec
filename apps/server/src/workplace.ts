// What the workbench is given by whoever starts it: it looks nothing up about this machine, its folders or its knowledge by itself.

import type { FileStore } from "@parapet/adapters";
import type {
  AnalyseOptions,
  Analysis,
  Catalog,
  CommandCall,
  Document,
  Knowledge,
  Problem,
  Proposal,
  Result,
  Texts,
} from "@parapet/core";
import type { SessionShelf } from "./trust/sessions.ts";

/** A threat model of the folder. */
export interface ModelPlace {
  /** Names it in addresses: letters, digits and dashes. */
  readonly id: string;
  /** The folder that holds model.yaml. */
  readonly folder: string;
}

/** A worked example. */
export interface Example {
  readonly name: string;
  readonly title: string;
}

/** How a model is begun. */
export interface Beginning {
  /** From what the files of the system show, from questions alone, or from a worked example. */
  readonly from: "files" | "blank" | "example";
  readonly example?: string | undefined;
  /** What the system is called; the folder's name when absent. */
  readonly system?: string | undefined;
  /** Names the model, where there are several. */
  readonly name?: string | undefined;
}

/** What a model is analysed with. */
export interface Known {
  readonly knowledge: Knowledge;
  /** The texts of rules, controls and facts: read only by who prints them. */
  readonly texts: () => Texts;
}

/** A model as the parts that the command line has too take it. */
export interface Opened extends Known {
  readonly store: FileStore;
  readonly document: Document;
  readonly revision: string;
  readonly analysis: (options?: Partial<AnalyseOptions>) => Analysis;
}

/** What files show now, against what was accepted of them. */
export interface Rediscovered {
  readonly proposal?: Proposal;
  /** How many things were left out since their change was refused before. */
  readonly refused: number;
  readonly problems: readonly Problem[];
}

/** A drawn diagram. */
export interface Drawn {
  readonly svg: string;
  readonly drawio: string;
  readonly problems: readonly Problem[];
}

export interface Workplace {
  /** The version of this Parapet. */
  readonly version: string;
  /** The folder that was named when the workbench was started. */
  readonly folder: string;
  /** The models there, in code-unit order of their ids. */
  readonly models: () => readonly ModelPlace[];
  /** Worked examples that one may begin with. */
  readonly examples: readonly Example[];
  /** Begins a model where there is none, or another one under a name of its own. */
  readonly begin: (beginning: Beginning) => Promise<Result<ModelPlace>>;
  readonly knowledge: (modelFolder: string) => Promise<Result<Known>>;
  readonly catalogs: () => readonly Catalog[];
  /** Who works at this machine: a key of people or participants, or a name; never empty. */
  readonly person: (document: Document) => string;
  /** The day, as 2026-11-24. */
  readonly today: () => string;
  readonly rediscover: (opened: Opened) => Rediscovered;
  /** The commands that refuse a proposal, so that nothing of it comes back. */
  readonly refusals: (proposal: Proposal, document: Document, why: string | undefined) => readonly CommandCall[];
  readonly draw: (opened: Opened, analysis: Analysis) => Promise<Drawn>;
  /** The document at a git revision; undefined when the model was not there yet. */
  readonly documentAt: (opened: Opened, revision: string) => Result<Document | undefined>;
  /** Where sessions outlive the process. */
  readonly sessions: SessionShelf;
  /** The folder of the built web application; undefined when there is none. */
  readonly web: string | undefined;
}
