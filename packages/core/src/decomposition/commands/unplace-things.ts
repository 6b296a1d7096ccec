// Takes the places of things back, so that they are laid out automatically again. Layout only.
import * as z from "zod";
import type { Change } from "../../model/changes.ts";
import { missingThings } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, remove } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { inside, isDrawn, notDrawn } from "../arranging.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "unplace-things",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Let things be laid out automatically again",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  ids: z.array(id).max(20_000).optional().describe("These elements and zones"),
  zone: id
    .optional()
    .describe("All that lies in this zone, however deep, and the size of the zone; its own place stays"),
  all: z.boolean().optional().describe("All that is on the diagram"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    if (!given.ids?.length && given.zone === undefined && given.all !== true)
      return [problem("bad-argument", "Nothing is named.", "Give ids, a zone, or all.")];
    return [...missingThings(effective(document), "zone", given.zone, ["zones"]), ...unknown(given.ids, document)];
  },
  (given, { document }) => edit(document, unplaced(given, document)),
);

/** Ids that mean nothing on the drawing and that it says nothing of. */
function unknown(ids: readonly string[] = [], document: Document): readonly Problem[] {
  const laid = effective(document);
  const { positions = {}, sizes = {} } = document.diagram ?? {};
  const lost = ids.filter(
    (one) => !isDrawn(laid, laid.resolve(one)) && !Object.hasOwn(positions, one) && !Object.hasOwn(sizes, one),
  );
  return lost.length > 0 ? [notDrawn(document, lost, "ids")] : [];
}

function unplaced({ ids = [], zone, all }: Given, document: Document): readonly Change[] {
  const laid = effective(document);
  const { positions = {}, sizes = {} } = document.diagram ?? {};
  const named = new Set(ids.flatMap((one) => [one, laid.resolve(one)]));
  const within = zone === undefined ? [] : inside(laid, new Set([laid.resolve(zone)]));
  const places = new Set([...named, ...within]);
  const extents = new Set([...places, ...(zone === undefined ? [] : [laid.resolve(zone)])]);
  const goes = (chosen: ReadonlySet<string>, one: string) =>
    all === true || chosen.has(one) || chosen.has(laid.resolve(one));
  return [
    ...Object.keys(positions).flatMap((one) => (goes(places, one) ? [remove("diagram.positions", one)] : [])),
    ...Object.keys(sizes).flatMap((one) => (goes(extents, one) ? [remove("diagram.sizes", one)] : [])),
  ];
}
