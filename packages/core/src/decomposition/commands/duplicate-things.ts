// Copies elements and zones, with what lies in the zones and the flows among them: what copy and paste on the diagram does.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { at, missingThings } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, line } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { place } from "../arranging.ts";
import { copiesOf, copyOperations } from "../copying.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "duplicate-things",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Copy elements and zones with the flows among them",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  ids: z.array(id).min(1).max(2000).describe("Elements and zones; a zone goes with what lies in it"),
  zone: id.optional().describe("The zone that the copies go into; absent: where the originals are"),
  titles: z.record(id, line).optional().describe("Original → what its copy is called; “Web copy” when absent"),
  offset: place.optional().describe("How far the copies stand from the originals, for those that were placed"),
  positions: z.record(id, place).optional().describe("Original → where its copy stands in its zone"),
});

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
    const { nameless } = copiesOf(given, document);
    if (nameless.length === 0) return breaks(document, copyOperations(given, document));
    const fix = "Give other titles (titles), of which an id can be made.";
    return nameless
      .slice(0, 20)
      .map((thing) => problem("duplicate-id", `No free id can be made for a copy of ${thing}.`, fix, at("titles")));
  },
  (given, { document }) => edit(document, copyOperations(given, document)),
);
