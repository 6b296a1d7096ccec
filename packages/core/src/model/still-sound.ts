// Whether a change can have broken what held before it: told from what changed alone, since most edits touch one thing of thousands.
import { perObject } from "./as-before.ts";
import { references, things } from "./check-document.ts";
import type { Document } from "./document.ts";
import { modelSubject } from "./ids.ts";
import { type Bag, type Kind, kindNames, type LayerBag } from "./names.ts";

/**
 * True when `after` has no problem that `before` has not: nothing went, and each thing that came or changed names only what is there.
 * False says nothing (checkDocument tells): it is the answer where ids have earlier ones, where a zone lies in another one than before,
 * and where roles, assumptions, attackers or facts of the whole changed.
 * Costs a look at each thing of the collections that changed.
 */
export function isStillSound(before: Document, after: Document): boolean {
  const [old, now] = [before.model, after.model] as unknown as readonly [LayerBag, LayerBag];
  if (before.observed !== after.observed || apart.some((field) => old[field] !== now[field])) return false;
  const layers = [now, ...(after.observed ? [after.observed as unknown as LayerBag] : [])];
  if (layers.some((layer) => kindNames.some((kind) => saysEarlierIds(layer[kind] ?? {})))) return false;
  return kindNames.every(
    (kind) => old[kind] === now[kind] || isCollectionSound(kind, old[kind] ?? {}, now[kind] ?? {}, layers),
  );
}

/** What is checked as a whole where it is another. */
const apart = ["facts", "roles", "assumptions", "attackers"];

type Things = Readonly<Record<string, Bag>>;

/** Earlier ids and twins make ids mean others: then every reference counts. */
const saysEarlierIds = perObject((things: Things) =>
  Object.values(things).some((thing) => thing.was !== undefined || thing["same-as"] !== undefined),
);

function isCollectionSound(kind: Kind, old: Things, now: Things, layers: readonly LayerBag[]): boolean {
  for (const id of Object.keys(old)) if (!Object.hasOwn(now, id)) return false;
  for (const id of Object.keys(now)) {
    const was = Object.hasOwn(old, id) ? old[id] : undefined;
    if (now[id] !== was && !isThingSound({ kind, id, thing: now[id] as Bag, was }, layers)) return false;
  }
  return true;
}

interface Changed {
  readonly kind: Kind;
  readonly id: string;
  readonly thing: Bag;
  readonly was: Bag | undefined;
}

function isThingSound({ kind, id, thing, was }: Changed, layers: readonly LayerBag[]): boolean {
  if (!was && (id === modelSubject || isTaken(id, kind, layers))) return false;
  if (kind === "zones" && thing.in !== was?.in) return false;
  if (kind === "flows" && endOf(id, "from", layers) === endOf(id, "to", layers)) return false;
  if (!Object.keys((thing.access as Bag | undefined) ?? {}).every((role) => isRole(role, layers))) return false;
  const parts = Object.values((thing.facts as Bag | undefined) ?? {}).map((fact) => partlyOf(fact));
  return (
    parts.every((part) => isThere(part, things, layers)) &&
    references[kind].every(({ field, to }) => isThere(thing[field], to, layers))
  );
}

/** The things that a fact is true of alone. */
function partlyOf(fact: unknown): unknown {
  return typeof fact === "object" && fact !== null ? (fact as Bag).partly : undefined;
}

function isRole(role: string, layers: readonly LayerBag[]): boolean {
  return layers.some((layer) => Object.hasOwn(layer.roles ?? {}, role));
}

/** The end of a flow as the layers together have it: what people declare goes before what sources show. */
function endOf(flow: string, end: "from" | "to", layers: readonly LayerBag[]): unknown {
  return layers.map(({ flows = {} }) => (Object.hasOwn(flows, flow) ? flows[flow]?.[end] : undefined)).find(Boolean);
}

function isTaken(id: string, kind: Kind, layers: readonly LayerBag[]): boolean {
  return kindNames.some((other) => other !== kind && isThere(id, [other], layers));
}

function isThere(value: unknown, kinds: readonly Kind[], layers: readonly LayerBag[]): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every((one) => isThere(one, kinds, layers));
  const id = String(value);
  return layers.some((layer) => kinds.some((kind) => Object.hasOwn(layer[kind] ?? {}, id)));
}
