// What a derived fact is: computed from the graph (and from other facts), never stated.
import type { SubjectKind } from "../../model/vocabulary.ts";
import type { Graph } from "../graph.ts";
import type { Space } from "./space.ts";

/** What a derived fact may read. */
export interface View {
  readonly graph: Graph;
  /** The bytes of another fact over a space; the facts form an acyclic graph. */
  readonly column: (fact: string, space: Space) => Uint8Array;
}

/** One derived fact: id, the kinds it is defined on, what a yes says, and its byte for thing `i` (code.ts). */
export interface DerivedFact {
  readonly id: string;
  readonly on: readonly SubjectKind[];
  readonly say: string;
  /** Prepares once per analysis, then answers per thing in constant or neighbour-bound time. */
  readonly read: (view: View) => (i: number) => number;
}

export function derived(
  id: string,
  on: readonly SubjectKind[],
  say: string,
  read: (view: View) => (i: number) => number,
): DerivedFact {
  return { id, on, say, read };
}

export const elementKinds3: readonly SubjectKind[] = ["external-entity", "process", "data-store"];
export const flowKinds: readonly SubjectKind[] = ["flow", "crossing"];
