import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dread } from "./methods/dread.ts";
import { matrix } from "./methods/matrix.ts";
import { scoringMethods } from "./methods.ts";
import { type Cell, cellOf, factorsInCell } from "./moving.ts";

const score = { damage: 7, reproducibility: 7, exploitability: 6, affected: 6, discoverability: 10 };

describe("moving a score to another cell of the matrix", () => {
  test("DREAD: what moves, and by how much", () => {
    const rows: readonly [string, Cell, Partial<typeof score> | undefined][] = [
      ["where it is: nothing", { likelihood: 3, impact: 2 }, {}],
      ["less likely: the two that facts decide", { likelihood: 2, impact: 2 }, { reproducibility: 6 }],
      ["much less likely", { likelihood: 1, impact: 2 }, { reproducibility: 2, exploitability: 2 }],
      [
        "hardly ever: what stands by a principle moves last",
        { likelihood: 0, impact: 2 },
        { reproducibility: 0, exploitability: 0, discoverability: 7 },
      ],
      ["worse", { likelihood: 3, impact: 3 }, { damage: 8, affected: 7 }],
      ["less bad", { likelihood: 3, impact: 1 }, { damage: 4, affected: 5 }],
      ["both at once", { likelihood: 2, impact: 3 }, { reproducibility: 6, damage: 8, affected: 7 }],
      ["no such band", { likelihood: 4, impact: 2 }, undefined],
    ];
    for (const [name, to, expected] of rows)
      expect(factorsInCell(dread, score, to), name).toEqual(expected && { ...score, ...expected });
  });

  test("by hand: the numbers themselves", () => {
    const given = { likelihood: 8.2, impact: 3 };
    expect(factorsInCell(matrix, given, { likelihood: 0, impact: 2 })).toEqual({ likelihood: 2, impact: 5 });
  });

  test("every method reaches every cell from everywhere, within its ranges, and leaves a part that is there alone", () => {
    const band = fc.integer({ min: 0, max: 3 });
    for (const method of scoringMethods) {
      const values = fc.record(
        Object.fromEntries(method.factors.map(({ id, min, max }) => [id, fc.integer({ min, max })])),
      );
      fc.assert(
        fc.property(values, band, band, (from, likelihood, impact) => {
          const moved = factorsInCell(method, from, { likelihood, impact });
          if (!moved) return false;
          const inRange = method.factors.every(({ id, min, max }) => {
            const value = moved[id] as number;
            return value >= min && value <= max;
          });
          const was = cellOf(method, from);
          const kept = method.factors.every(
            ({ id, part }) =>
              (part === "likelihood" ? was.likelihood !== likelihood : was.impact !== impact) || moved[id] === from[id],
          );
          const now = cellOf(method, moved);
          return inRange && kept && now.likelihood === likelihood && now.impact === impact;
        }),
      );
    }
  });
});
