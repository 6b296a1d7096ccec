// Puts many things at their places on the drawing, in one step. Layout only: the model stays as it is.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { homeOf, isDrawn, notDrawn, place, positionIn, sizeOf, sizesInput } from "../arranging.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "place-things",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Put things at their places on the diagram",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  positions: z
    .record(id, place.extend({ in: id.optional() }))
    .optional()
    .describe(
      "Element or zone → its x and y from the corner of the zone that it lies in; with in, only while that is this zone",
    ),
  sizes: sizesInput.optional().describe("Element or zone → its width and height"),
});
type Given = z.infer<typeof input>;

/** What the command does. What was removed or re-zoned meanwhile is left out, so that a drag of thirty does not fail for one. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const ids = [...Object.keys(given.positions ?? {}), ...Object.keys(given.sizes ?? {})];
    if (ids.length === 0)
      return [problem("bad-argument", "Nothing to place is given.", "Give positions, sizes or both.")];
    if (placed(given, document).length > 0) return [];
    const laid = effective(document);
    if (!ids.some((one) => isDrawn(laid, laid.resolve(one)))) return [notDrawn(document, ids, "positions")];
    const say = `${ids.slice(0, 8).join(", ")} moved to another zone meanwhile.`;
    return [problem("stale-revision", say, "Look where it is now, and place it there.")];
  },
  (given, { document }) => edit(document, placed(given, document)),
);

function placed({ positions = {}, sizes = {} }: Given, document: Document) {
  const laid = effective(document);
  return [
    ...Object.entries(positions).flatMap(([one, to]) => {
      const thing = laid.resolve(one);
      const home = homeOf(laid, thing);
      const counts = isDrawn(laid, thing) && (to.in === undefined || laid.resolve(to.in) === home);
      return counts ? [put("diagram.positions", thing, positionIn(home, to))] : [];
    }),
    ...Object.entries(sizes).flatMap(([one, to]) => {
      const thing = laid.resolve(one);
      return isDrawn(laid, thing) ? [put("diagram.sizes", thing, sizeOf(to))] : [];
    }),
  ];
}
