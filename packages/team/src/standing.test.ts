// Who owns what, and who waits for what.
import { memberIds, workflow } from "@parapet/core";
import { describe, expect, it } from "vitest";
import { responsibilities } from "./responsibilities.ts";
import { standing } from "./standing.ts";
import { begunShop, inputOf } from "./testing/models.ts";

const { analysis } = inputOf(begunShop());
const team = standing(analysis);

describe("the standing of the team", () => {
  it("has each stage with its owners", () => {
    const owned = workflow.flatMap(({ id, owners }) => owners.map((owner) => `${owner}/${id}`)).sort();
    expect(team.flatMap(({ id, stages }) => stages.map((stage) => `${id}/${stage}`)).sort()).toEqual(owned);
  });

  it("counts every responsibility once", () => {
    const sum = team.reduce((all, { responsibilities: { fulfilled, planned } }) => all + fulfilled + planned, 0);
    expect(sum).toBe(responsibilities.length);
    expect(team.map(({ responsibilities: { planned } }) => planned)).toEqual(
      memberIds.map((id) => responsibilities.filter((one) => one.member === id && one.planned !== undefined).length),
    );
  });

  it("waits for every need once, most risk first, and names the one with most risk", () => {
    const needs = analysis.stages.flatMap(({ missing }) => missing);
    expect(team.flatMap(({ waits }) => waits).reduce((sum, { count }) => sum + count, 0)).toBe(needs.length);
    for (const { id, waits } of team) {
      expect([...waits].sort((a, b) => b.risk - a.risk || b.count - a.count)).toEqual(waits);
      for (const { from, first } of waits) {
        const own = needs.filter((need) => need.member === id && need.from === from);
        expect(first.risk).toBe(Math.max(...own.map(({ risk }) => risk)));
      }
    }
  });

  it("waits for nobody without an analysis", () => {
    expect(standing().flatMap(({ waits }) => waits)).toEqual([]);
  });
});
