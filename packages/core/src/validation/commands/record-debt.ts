// Records what fails the gates today as debt; once recorded, it may only shrink.
import * as z from "zod";
import { byCodeUnit } from "../../model/changes.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { type GateId, gateIds } from "../../model/policy.ts";
import { type Problem, problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "record-debt",
  version: 1,
  stage: "validation",
  member: "mitigation-designer",
  title: "Record what fails the gates as debt that may only shrink",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  gates: z
    .partialRecord(z.enum(gateIds), z.array(z.string().min(1).max(300)).max(100_000))
    .describe("Gate → what fails it today; gates and items that are left out are paid"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document: { debt } }) => {
    if (!debt) return [];
    return Object.entries(given.gates).flatMap(([gate, items = []]): readonly Problem[] => {
      const owed = new Set(debt.gates[gate as GateId] ?? []);
      const more = items.filter((item) => !owed.has(item));
      if (more.length === 0) return [];
      const say = `${more.length === 1 ? more[0] : `${more.length} items`} of ${gate} would be new debt; it may only shrink.`;
      return [
        problem(
          "not-possible",
          say,
          "Settle what is new, or remove debt.yaml in a reviewed change to begin anew.",
          at("gates"),
        ),
      ];
    });
  },
  (given, { document, by, now }) => {
    const lists = Object.entries(given.gates).map(
      ([gate, items = []]) => [gate, [...new Set(items)].sort(byCodeUnit)] as const,
    );
    const gates = Object.fromEntries(
      lists.filter(([, items]) => items.length > 0).sort(([a], [b]) => byCodeUnit(a, b)),
    );
    const { debt } = document;
    if (!debt)
      return edit(document, [
        set("debt", "model", ["recorded"], now),
        set("debt", "model", ["by"], by),
        set("debt", "model", ["gates"], gates),
      ]);
    return edit(
      document,
      gateIds.flatMap((gate) =>
        debt.gates[gate] === undefined ? [] : [set("debt.gates", "model", [gate], gates[gate])],
      ),
    );
  },
);
