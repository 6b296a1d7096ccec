// Moves elements and zones into another trust zone: a change of the model, with their places on the drawing in the same step.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import type { Change } from "../../model/changes.ts";
import { at, missingThings } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put, remove, set } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { locate, type Target } from "../../model/targets.ts";
import { homeOf, place, positionIn, sizeOf, sizesInput, zonesRound } from "../arranging.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "move-to-zone",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Move elements and zones into a trust zone",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  ids: z.array(id).min(1).max(2000).describe("Elements and zones; what lies in one of these zones goes with it"),
  zone: id.optional().describe("The zone that they go into; absent: into none, and the zone of an element is asked"),
  positions: z.record(id, place).optional().describe("Element or zone → its x and y from the corner of the zone"),
  sizes: sizesInput.optional().describe("Zone → its width and height, where the zone grows for them"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const laid = effective(document);
    const missing = [
      ...missingThings(laid, "ids", given.ids, ["elements", "zones"]),
      ...missingThings(laid, "zone", given.zone, ["zones"]),
    ];
    if (missing.length > 0) return missing;
    const shown = movers(given, document).flatMap((target) => staysObserved(target, given, document));
    return shown.length > 0 ? shown : breaks(document, moves(given, document));
  },
  (given, { document }) => edit(document, [...moves(given, document), ...places(given, document)]),
);

/** What moves by itself, once each: what lies in a zone that moves too goes along. */
function movers({ ids }: Given, document: Document): readonly Target[] {
  const laid = effective(document);
  const named = new Set(ids.map((one) => laid.resolve(one)));
  return [...named]
    .filter((thing) => !zonesRound(laid, thing).some((zone) => named.has(zone)))
    .map((thing) => locate(document, thing) as Target);
}

const fieldOf = ({ collection }: Target) => (collection === "zones" ? "in" : "zone");

function moves(given: Given, document: Document): readonly Change[] {
  const zone = given.zone === undefined ? undefined : effective(document).resolve(given.zone);
  return movers(given, document).map((target) => set(`model.${target.collection}`, target.id, [fieldOf(target)], zone));
}

/** What a source shows in a zone stays in some zone: model.yaml can name another one, not none. */
function staysObserved(target: Target, { zone }: Given, document: Document): readonly Problem[] {
  if (zone !== undefined) return [];
  const laid = effective(document);
  const entry = (target.collection === "zones" ? laid.zones : laid.elements).get(target.id);
  const observed = entry?.observed as Readonly<Record<string, unknown>> | undefined;
  if (observed?.[fieldOf(target)] === undefined) return [];
  const say = `A source shows ${target.id} in ${String(observed[fieldOf(target)])}.`;
  return [problem("not-possible", say, "Move it into another zone to override that.", at("zone"))];
}

/** Places follow: those given count in the new zone, an old one would not count any more. */
function places(given: Given, document: Document): readonly Change[] {
  const laid = effective(document);
  const zone = given.zone === undefined ? undefined : laid.resolve(given.zone);
  const { positions = {} } = document.diagram ?? {};
  const to = new Map(Object.entries(given.positions ?? {}).map(([one, point]) => [laid.resolve(one), point]));
  return [
    ...movers(given, document).flatMap(({ id: thing }) => {
      const point = to.get(thing);
      if (point) return [put("diagram.positions", thing, positionIn(zone, point))];
      return Object.hasOwn(positions, thing) && homeOf(laid, thing) !== zone
        ? [remove("diagram.positions", thing)]
        : [];
    }),
    ...Object.entries(given.sizes ?? {}).flatMap(([one, size]) =>
      laid.zones.has(laid.resolve(one)) ? [put("diagram.sizes", laid.resolve(one), sizeOf(size))] : [],
    ),
  ];
}
