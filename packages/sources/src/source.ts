// What a source is: one kind of file of the real system, read into observed things with file and line.
import type { Observed, Problem, Technology } from "@parapet/core";

/** A file to read. `path` is relative to the system's folder, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a reader may ask for: the text of another file below the same folder, and the technologies to recognise. */
export interface SourceContext {
  readonly technologies: readonly Technology[];
  /** The text of a file by its path relative to the system's folder; undefined when absent, too large or outside. */
  readonly file: (path: string) => string | undefined;
}

/** A thing that a file describes without saying which element it runs on: combine.ts finds the element. */
export interface Anchor {
  readonly title: string;
  /** The folder of the file. */
  readonly folder: string;
  /** Where the file says that it is served. */
  readonly servers: readonly { readonly host: string; readonly port?: number }[];
  /** Ids of the entry points that have no `on` yet. */
  readonly entryPoints: readonly string[];
  /** What the file shows about the element behind it. */
  readonly facts?: NonNullable<Observed["facts"]>;
  readonly seen: string;
}

/** The things of observed.yaml that one file shows. */
export type ObservedThings = Pick<
  Observed,
  "data" | "zones" | "elements" | "flows" | "entry-points" | "dependencies" | "roles" | "facts"
>;

export interface Reading {
  readonly source: string;
  readonly path: string;
  readonly things: ObservedThings;
  readonly anchors: readonly Anchor[];
  /** Folders that an element is built from: build context → element id. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** Each thing dropped or guessed, with its place. */
  readonly notes: readonly Problem[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  /** True when the file is one of this source's: by its path and, when given, the first 4,096 characters of its text. */
  readonly detects: (path: string, head?: string) => boolean;
  /** True for a file that by its name and folder only starts tests: left out and said, while another file shows what runs. */
  readonly forTests?: (path: string) => boolean;
  /** Never throws, never fetches, never runs what it reads. A file that cannot be read at all gives problems instead of a reading. */
  readonly read: (
    file: SourceFile,
    context: SourceContext,
  ) => { readonly reading?: Reading; readonly problems: readonly Problem[] };
}
