// Where things stand on the drawing: what the commands that place, move and copy share.
import * as z from "zod";
import { at } from "../model/checks.ts";
import type { Size } from "../model/diagram.ts";
import type { Document } from "../model/document.ts";
import { type Effective, effective } from "../model/effective.ts";
import { id } from "../model/fields.ts";
import { nearest } from "../model/files/nearest.ts";
import { type Problem, problem } from "../model/problem.ts";

/** So far from the origin a drawing may reach, and so large a thing may be. */
const reach = 1_000_000;
const coordinate = z.number().min(-reach).max(reach);

/** A place on the drawing in pixels. */
export const place = z.strictObject({ x: coordinate, y: coordinate });

export type PlaceGiven = z.infer<typeof place>;

/** Thing → its width and height. */
export const sizesInput = z.record(
  id,
  z.strictObject({ width: z.number().min(1).max(reach), height: z.number().min(1).max(reach) }),
);

/** Half a pixel is the finest that a drawing keeps, so that two screens write the same number. */
function toHalf(value: number): number {
  return Math.round(value * 2) / 2 + 0;
}

/** A position as diagram.yaml keeps it. */
export function positionIn(zone: string | undefined, { x, y }: PlaceGiven) {
  return { in: zone, x: toHalf(x), y: toHalf(y) };
}

/** A size as diagram.yaml keeps it. */
export function sizeOf({ width, height }: Size) {
  return { width: toHalf(width), height: toHalf(height) };
}

/** True for what has a place on the drawing: elements and zones. */
export function isDrawn(laid: Effective, thing: string): boolean {
  return laid.elements.has(thing) || laid.zones.has(thing);
}

/** The zone that an element or a zone lies in; undefined for one that lies in none. */
export function homeOf(laid: Effective, thing: string): string | undefined {
  const zone = laid.elements.get(thing)?.value.zone ?? laid.zones.get(thing)?.value.in;
  return zone !== undefined && laid.zones.has(zone) ? zone : undefined;
}

/** The zones round an element or a zone, innermost first. */
export function zonesRound(laid: Effective, thing: string): readonly string[] {
  const round: string[] = [];
  for (let zone = homeOf(laid, thing); zone !== undefined && !round.includes(zone); zone = homeOf(laid, zone))
    round.push(zone);
  return round;
}

/** The elements and zones that lie in one of these zones, however deep. */
export function inside(laid: Effective, zones: ReadonlySet<string>): readonly string[] {
  return [...laid.zones.keys(), ...laid.elements.keys()].filter((thing) =>
    zonesRound(laid, thing).some((zone) => zones.has(zone)),
  );
}

/** The problem of ids of which none is on the drawing. */
export function notDrawn(document: Document, ids: readonly string[], field: string): Problem {
  const laid = effective(document);
  const [first = "nothing"] = ids;
  const near = nearest(first, [...laid.elements.keys(), ...laid.zones.keys()]);
  const say = `There is no element or zone ${ids.slice(0, 8).join(", ")}.`;
  return problem("dangling-reference", say, near ? `Did you mean ${near}?` : "Name one that is drawn.", at(field));
}
