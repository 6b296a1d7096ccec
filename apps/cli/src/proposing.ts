// Proposals of a discovery: what the files show against what was accepted of them, without what was refused before.
import { basename, dirname } from "node:path";
import {
  apply,
  type CommandCall,
  changesWithout,
  type Document,
  isNewThing,
  type Proposal,
  type ProposedThing,
  proposedCount,
  proposedThings,
  shortDigest,
} from "@parapet/core";
import { proposeObserved } from "@parapet/sources";
import { type Discovered, discoverBelow } from "./discovering.ts";
import { count } from "./print/style.ts";
import type { Opened } from "./session.ts";

/** A discovery with what it proposes; no proposal: the files show what was accepted. */
export interface Rediscovered {
  readonly found: Discovered;
  readonly proposal?: Proposal;
  /** How many things were left out since their change was refused before. */
  readonly refused: number;
}

/** The folder of the system that a model is of: the one above threat-model/ or threat-model/NAME/. */
export function systemFolder(modelFolder: string): string {
  if (basename(modelFolder) === "threat-model") return dirname(modelFolder);
  return basename(dirname(modelFolder)) === "threat-model" ? dirname(dirname(modelFolder)) : modelFolder;
}

/** Reads the files again and compares. */
export function rediscover(
  { document, knowledge, revision }: Pick<Opened, "document" | "knowledge" | "revision">,
  folder: string,
): Rediscovered {
  const found = discoverBelow(folder, knowledge);
  const all = proposeObserved(document, found.observed);
  const refusals = document.register?.refused ?? {};
  const isRefused = ({ fingerprint }: ProposedThing): boolean => Object.hasOwn(refusals, fingerprint);
  const refusedNow = proposedThings(all.changes).filter(isRefused);
  const left = new Set(refusedNow.filter(isNewThing).map(({ id }) => id));
  const titles = new Set(refusedNow.map(({ title }) => title));
  const things = proposedThings(changesWithout(all.changes, left));
  const kept = things.filter((thing) => !titles.has(thing.title) && !isRefused(thing));
  const refused = left.size + things.length - kept.length;
  const changes = kept.flatMap((thing) => thing.changes);
  const observed = refused === 0 ? undefined : apply(document, changes).observed;
  const { sentences } = observed ? proposeObserved(document, observed) : refused === 0 ? all : { sentences: [] };
  if (changes.length === 0 || (sentences.length === 0 && kept.every(({ title }) => title.startsWith("sources ")))) {
    return { found, refused };
  }
  const id = `discovery-${shortDigest(kept.map(({ fingerprint }) => fingerprint))}`;
  const title = `What the files show now: ${count(proposedCount(changes), "thing")}`;
  return { found, refused, proposal: { id, title, sentences, changes, base: revision } };
}

/** The commands that refuse a proposal: one fingerprint per thing, without those that were refused before. */
export function refusalsOf(proposal: Proposal, document: Document, why: string | undefined): readonly CommandCall[] {
  const refused = document.register?.refused ?? {};
  return proposedThings(proposal.changes)
    .filter(({ title, fingerprint }) => !title.startsWith("sources ") && !Object.hasOwn(refused, fingerprint))
    .map(({ title, fingerprint }) => ({
      name: "refuse-proposal",
      input: { fingerprint, title, ...(why === undefined ? {} : { why }) },
    }));
}
