import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaItem, workshopKinds, workshopSteps } from "../model/workshop.ts";
import { agendaFor, closingSteps, stepReasons } from "./agendas.ts";

const sum = (agenda: ReturnType<typeof agendaFor>) => agenda.reduce((all, { minutes }) => all + minutes, 0);
const closing = (agenda: ReturnType<typeof agendaFor>) => agenda.filter(({ step }) => closingSteps.includes(step));

describe.each(workshopKinds)("%s", (kind) => {
  test("an hour, the last quarter of it kept for what comes out", () => {
    const agenda = agendaFor(kind);
    expect(sum(agenda)).toBe(60);
    expect(agenda[0]?.step).toBe("welcome");
    expect(sum(closing(agenda))).toBe(15);
    expect(agenda.slice(-closing(agenda).length)).toEqual(closing(agenda));
  });

  test("any length: whole minutes that sum up, each part at least one, the same parts in the same order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 600 }), (minutes) => {
        const agenda = agendaFor(kind, minutes);
        expect(sum(agenda)).toBe(minutes);
        for (const item of agenda) agendaItem.parse(item);
        expect(agenda.map(({ step, title }) => [step, title])).toEqual(
          agendaFor(kind).map(({ step, title }) => [step, title]),
        );
        expect(sum(closing(agenda)) * 5).toBeGreaterThanOrEqual(minutes);
      }),
    );
  });
});

test("every step says why it is there, and every step is used", () => {
  expect(Object.keys(stepReasons).sort()).toEqual([...workshopSteps].sort());
  for (const { why } of Object.values(stepReasons)) expect(why).toMatch(/^[A-Z].*[.”]$/);
  const used = new Set(workshopKinds.flatMap((kind) => agendaFor(kind).map(({ step }) => step)));
  expect(workshopSteps.filter((step) => !used.has(step))).toEqual([]);
});
