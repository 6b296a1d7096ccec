// Says that threats no longer rest on an assumption.
import * as z from "zod";
import { at, missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, threatKey } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { threatMeant } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "unlink-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Say that threats no longer rest on an assumption",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The assumption"),
  threats: z.array(threatKey).min(1).max(500).describe("The threats that no longer rest on it"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const missing = missingEntry("assumption", document.model.assumptions, given.id);
    if (missing.length > 0) return missing;
    const there = new Set(
      (document.model.assumptions?.[given.id]?.threats ?? []).map((key) => threatMeant(document, key)),
    );
    return given.threats
      .filter((threat) => !there.has(threatMeant(document, threat)))
      .slice(0, 20)
      .map((threat) => {
        const say = `${threat} does not rest on ${given.id}.`;
        return problem("not-possible", say, "Name a threat that rests on it.", at("threats"));
      });
  },
  (given, { document }) => {
    const gone = new Set(given.threats.map((threat) => threatMeant(document, threat)));
    const rest = (document.model.assumptions?.[given.id]?.threats ?? []).filter(
      (key) => !gone.has(threatMeant(document, key)),
    );
    return edit(document, [set("model.assumptions", given.id, ["threats"], rest.length > 0 ? rest : undefined)]);
  },
);
