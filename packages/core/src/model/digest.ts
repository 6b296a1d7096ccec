// Digests: what a review or sign-off has seen. One short digest per thing, so that what changed since can be named.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { byCodeUnit, canonicalText } from "./changes.ts";
import type { Document } from "./document.ts";
import { type Effective, effective } from "./effective.ts";
import type { Review } from "./register.ts";

/** The SHA-256 of a value's canonical JSON, as 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(value))));
}

/** The first 16 digits of a value's digest: enough to tell one state of a thing from another. */
export function shortDigest(value: unknown): string {
  return digestOf(value).slice(0, 16);
}

/** The digest of the factors that were proposed: what a person's confirmation rests on. */
export function basisOf(factors: Readonly<Record<string, number>>): string {
  return shortDigest(factors);
}

/** A digest of the whole, and a short one per thing. */
export interface ThingsDigest {
  readonly digest: string;
  readonly things: Readonly<Record<string, string>>;
}

/** The diagram: ids, kinds, zones, ends, protocol, carries, returns, holds. Titles and facts are not part of it. */
export function diagramDigest(document: Document, laid: Effective = effective(document)): ThingsDigest {
  const parts = new Parts();
  for (const [id, { value }] of laid.zones) parts.add(id, ["zone", pick(value, ["kind", "in"])]);
  for (const [id, { value }] of laid.elements) {
    parts.add(id, ["element", pick(value, ["kind", "zone", "also-on", "holds"])]);
  }
  for (const [id, { value }] of laid.flows) {
    parts.add(id, ["flow", pick(value, ["from", "to", "opens", "protocol", "carries", "returns"])]);
  }
  return parts.sum();
}

/** The attack surface: entry points with who may reach them, dependencies, roles. Titles and facts are not part of it. */
export function surfaceDigest(document: Document, laid: Effective = effective(document)): ThingsDigest {
  const parts = new Parts();
  const ofEntryPoint = ["on", "kind", "at", "via", "authentication", "access"];
  for (const [id, { value }] of laid.entryPoints) parts.add(id, ["entry-point", pick(value, ofEntryPoint)]);
  for (const [id, { value }] of laid.dependencies) {
    parts.add(id, ["dependency", pick(value, ["kind", "used-by", "element"])]);
  }
  for (const [id, { value }] of laid.roles) parts.add(id, ["role", pick(value, ["privileged"])]);
  return parts.sum();
}

/** The threats: which rules and hand-written threats stand on each subject. Scores, findings and decisions are not part of it. */
export function threatsDigest(threats: readonly { readonly id: string; readonly subject: string }[]): ThingsDigest {
  const bySubject = new Map<string, string[]>();
  for (const { id, subject } of threats) {
    const ids = bySubject.get(subject);
    if (ids) ids.push(id);
    else bySubject.set(subject, [id]);
  }
  const parts = new Parts();
  for (const [subject, ids] of bySubject) parts.add(subject, ["threats", ids.sort(byCodeUnit)]);
  return parts.sum();
}

/**
 * The things that are new, gone or different since a review, in code-unit order; empty while the review stands.
 * A review stands when this is empty, whatever its `digest` says: an answer that filled a gap moves the thing's digest along.
 */
export function changedSince(review: Pick<Review, "digest" | "things">, current: ThingsDigest): readonly string[] {
  if (review.digest === current.digest) return [];
  const seen = review.things ?? {};
  const ids = new Set([...Object.keys(seen), ...Object.keys(current.things)]);
  return [...ids].filter((id) => own(seen, id) !== own(current.things, id)).sort(byCodeUnit);
}

function own(things: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(things, id) ? things[id] : undefined;
}

function pick(value: object, fields: readonly string[]): Record<string, unknown> {
  const bag = value as Record<string, unknown>;
  const out: Record<string, unknown> = {};
  for (const field of fields) if (bag[field] !== undefined) out[field] = bag[field];
  return out;
}

/** Collects short digests by id; a role may have the id of a thing, so that two parts of one id are digested together. */
class Parts {
  readonly #things = new Map<string, string>();

  add(id: string, value: unknown): void {
    const there = this.#things.get(id);
    this.#things.set(id, shortDigest(there === undefined ? value : [there, value]));
  }

  sum(): ThingsDigest {
    const things: Record<string, string> = {};
    for (const id of [...this.#things.keys()].sort(byCodeUnit)) things[id] = this.#things.get(id) as string;
    return { digest: digestOf(things), things };
  }
}
