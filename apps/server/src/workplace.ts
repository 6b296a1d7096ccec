// What the workbench is given by whoever starts it: it looks nothing up about this machine, its folders or its knowledge by itself.

import type {
  CommandCall,
  DiffSection,
  Document,
  Knowledge,
  ModelDiff,
  Problem,
  Proposal,
  Result,
  Texts,
} from "@parapet/core";
import type { ReportFile } from "@parapet/reports";
import type { DrawnRevision } from "@parapet/reports/dfd";
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

/** A model as it stands at a moment, for work that is done beside the room. */
export interface Held {
  /** The folder that holds model.yaml. */
  readonly folder: string;
  readonly document: Document;
  /** Names the state, for proposals. */
  readonly revision: string;
  /** The day, as 2026-11-24. */
  readonly now: string;
}

/** Two revisions held against each other. */
export interface Compared {
  readonly diff: ModelDiff;
  readonly sections: readonly DiffSection[];
  readonly sentences: readonly string[];
  readonly empty: boolean;
  /** What differs beside it and is no finding: comments, workshops, drawing positions. */
  readonly besides: readonly string[];
  /** What both draw, so that they can be laid over each other. */
  readonly drawn: { readonly before: Drawable; readonly after: Drawable };
}

export type Drawable = DrawnRevision & Pick<Document, "diagram">;

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

/** What takes longer than people should wait for each other: done on another thread, where there is one. */
export interface SideWork {
  /** Reads the system's files again. */
  readonly rediscover: (held: Held) => Promise<Result<Rediscovered>>;
  readonly draw: (held: Held) => Promise<Result<Drawn>>;
  /** The drawn diagram as PNG. */
  readonly picture: (held: Held) => Promise<Result<Uint8Array>>;
  /** The files of an artifact. */
  readonly artifact: (held: Held, id: string) => Promise<Result<readonly ReportFile[]>>;
  /** Two revisions, by the names that git has for them; without one, the model as it is. Undefined when it was not there yet. */
  readonly compare: (
    held: Held,
    from: string | undefined,
    to: string | undefined,
  ) => Promise<Result<Compared | undefined>>;
  readonly end: () => Promise<void>;
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
  /** Who works at this machine: a key of people or participants, or a name; never empty. */
  readonly person: (document: Document) => string;
  /** The day, as 2026-11-24. */
  readonly today: () => string;
  /** The commands that refuse a proposal, so that nothing of it comes back. */
  readonly refusals: (proposal: Proposal, document: Document, why: string | undefined) => readonly CommandCall[];
  readonly side: SideWork;
  /** Where sessions outlive the process. */
  readonly sessions: SessionShelf;
  /** The folder of the built web application; undefined when there is none. */
  readonly web: string | undefined;
}
