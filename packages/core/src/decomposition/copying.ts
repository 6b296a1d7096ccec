// Copies of things on the diagram: new ids and titles, the flows among them, their places. Facts are not copied: nobody said them of a copy.
import type { Change } from "../model/changes.ts";
import { isTaken } from "../model/checks.ts";
import type { Document } from "../model/document.ts";
import { put } from "../model/edits.ts";
import { type Effective, effective } from "../model/effective.ts";
import { chooseId } from "../model/ids.ts";
import { homeOf, inside, isDrawn, type PlaceGiven, positionIn, sizeOf } from "./arranging.ts";

/** What is to be copied, what the copies are called, and where they go. */
export interface CopyGiven {
  readonly ids: readonly string[];
  readonly zone?: string | undefined;
  readonly titles?: Readonly<Record<string, string>> | undefined;
  readonly offset?: PlaceGiven | undefined;
  readonly positions?: Readonly<Record<string, PlaceGiven>> | undefined;
}

/** What the copy of a thing is called. */
interface Copy {
  readonly id: string;
  readonly title?: string;
}

/** What is copied, and the copy of each; those for which no id is free are `nameless`. */
export interface Copies {
  readonly of: ReadonlyMap<string, Copy>;
  readonly nameless: readonly string[];
}

type Thing = Readonly<Record<string, unknown>>;

/** Copies of elements, of zones with what lies in them, and of the flows among these. */
export function copiesOf(given: CopyGiven, document: Document): Copies {
  const laid = effective(document);
  const drawn = new Set(given.ids.map(laid.resolve).filter((thing) => isDrawn(laid, thing)));
  for (const thing of inside(laid, new Set(drawn))) drawn.add(thing);
  const flows = [...laid.flows].filter(([, { value }]) => drawn.has(value.from ?? "") && drawn.has(value.to ?? ""));
  const titles = new Map(Object.entries(given.titles ?? {}).map(([id, title]) => [laid.resolve(id), title]));
  const of = new Map<string, Copy>();
  const nameless: string[] = [];
  const made = new Set<string>();
  const taken = (id: string) => made.has(id) || isTaken(document, laid, id);
  for (const thing of [...drawn, ...flows.map(([id]) => id)]) {
    const copy = named(thing, titles.get(thing), laid, of, taken);
    if (copy) of.set(thing, copy);
    else nameless.push(thing);
    if (copy) made.add(copy.id);
  }
  return { of, nameless };
}

/** So many copies of one thing find a name by themselves. */
const most = 99;

/** The title that is asked for, else “Web copy”, “Web copy 2” …; a flow without a title stays one. The first with a free id. */
function named(
  thing: string,
  wanted: string | undefined,
  laid: Effective,
  of: ReadonlyMap<string, Copy>,
  taken: (id: string) => boolean,
): Copy | undefined {
  const { title, kind = "flow", zone, protocol } = thingIn(laid, thing) as Readonly<Record<string, string | undefined>>;
  const qualifiers = { zone: zone ?? protocol, kind: laid.zones.has(thing) ? "zone" : kind };
  const flow = laid.flows.get(thing)?.value;
  if (flow && title === undefined && wanted === undefined) {
    const id = chooseId(`${of.get(flow.from ?? "")?.id} to ${of.get(flow.to ?? "")?.id}`, qualifiers, taken);
    if (id !== undefined) return { id };
  }
  const base = title ?? thing;
  for (let n = 1; n <= (wanted === undefined ? most : 1); n++) {
    const next = wanted ?? `${base.slice(0, 280)} copy${n === 1 ? "" : ` ${n}`}`;
    const id = chooseId(next, qualifiers, taken);
    if (id !== undefined) return { id, title: next };
  }
  return undefined;
}

function thingIn(laid: Effective, thing: string): Thing {
  return (laid.elements.get(thing) ?? laid.zones.get(thing) ?? laid.flows.get(thing))?.value as Thing;
}

/** What a copy does not take over: what was said of that one thing, and how it came here. */
const own = new Set(["title", "was", "same-as", "ignore", "seen", "facts"]);

/** The operations that make the copies, and place those whose places are given or follow from the offset. */
export function copyOperations(given: CopyGiven, document: Document): readonly Change[] {
  const laid = effective(document);
  const { of } = copiesOf(given, document);
  return [...of].flatMap(([thing, copy]) => {
    const collection = laid.collectionOf.get(thing) as string;
    return [
      put(`model.${collection}`, copy.id, copied(thing, copy, laid, of, given.zone)),
      ...(collection === "flows" ? [] : placedCopy(thing, copy.id, given, document, of)),
    ];
  });
}

function copied(
  thing: string,
  { title }: Copy,
  laid: Effective,
  of: ReadonlyMap<string, Copy>,
  zone: string | undefined,
): Thing {
  const value = thingIn(laid, thing);
  const out: Record<string, unknown> = Object.fromEntries(Object.entries(value).filter(([field]) => !own.has(field)));
  const now = (id: unknown) => of.get(id as string)?.id ?? id;
  for (const field of ["from", "to", "zone", "in"]) if (out[field] !== undefined) out[field] = now(out[field]);
  if (Array.isArray(out["also-on"])) out["also-on"] = out["also-on"].map(now);
  if (Array.isArray(out.allows)) out.allows = out.allows.flatMap((flow) => of.get(flow as string)?.id ?? []);
  const home = homeOf(laid, thing);
  const outermost = home === undefined || !of.has(home);
  if (zone !== undefined && outermost && !laid.flows.has(thing))
    out[laid.zones.has(thing) ? "in" : "zone"] = laid.resolve(zone);
  return { ...(title === undefined ? {} : { title }), ...out };
}

/** A copy inside a copied zone stands where the original does in its zone; the others are shifted, or stand where it is said. */
function placedCopy(
  thing: string,
  copy: string,
  { zone, offset, positions = {} }: CopyGiven,
  document: Document,
  of: ReadonlyMap<string, Copy>,
): readonly Change[] {
  const laid = effective(document);
  const { diagram } = document;
  const home = homeOf(laid, thing);
  const inCopy = home === undefined ? undefined : of.get(home)?.id;
  const to = inCopy ?? (zone === undefined ? home : laid.resolve(zone));
  const stored = diagram?.positions?.[thing];
  const stands =
    stored && (stored.in === undefined ? undefined : laid.resolve(stored.in)) === home ? stored : undefined;
  const shift = inCopy === undefined ? offset : { x: 0, y: 0 };
  const said = Object.entries(positions).find(([id]) => laid.resolve(id) === thing)?.[1];
  const at = said ?? (stands && shift && { x: stands.x + shift.x, y: stands.y + shift.y });
  const size = diagram?.sizes?.[thing];
  return [
    ...(at ? [put("diagram.positions", copy, positionIn(to, at))] : []),
    ...(size ? [put("diagram.sizes", copy, sizeOf(size))] : []),
  ];
}
