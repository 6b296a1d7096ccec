import { describe, expect, test } from "vitest";
import { viewsOf } from "../../../data/views.ts";
import { after, example, exampleNames, withAnalysis, words } from "../../../testing/examples.ts";
import { surfaceAnswer } from "./answers.ts";
import { inventoryOf } from "./inventory.ts";
import { answerCells, answerOfKey, matrixOf, restOfColumn, restOfRow, stepped } from "./matrix.ts";
import { allow, unstatedOf } from "./segments.ts";

const shop = example("shop");
const t = await words();
const blank = withAnalysis({ model: { parapet: 1, system: "Nothing yet" } });
const gap = await after(shop, [
  { name: "set-field", input: { id: "browse", field: "access.support", value: "unknown" } },
  { name: "set-field", input: { id: "browse", field: "access.operator", value: "unknown" } },
  { name: "set-field", input: { id: "sign-in", field: "access.support", value: "unknown" } },
]);

describe("the answer of the view", () => {
  test("on the shop", () => {
    expect(surfaceAnswer.answer(shop, t)).toBe(
      "13 ways in, surface score 71 · 3 that anybody on the internet reaches · who may come in is known for all 65 cells · 1 flow crosses a border that does not allow it.",
    );
  });

  test("after a cell was taken back, and after the border was told to allow what crosses it", async () => {
    expect(surfaceAnswer.answer(gap, t)).toContain("for 3 cells nobody said who may come in");
    const [data] = shop.analysis.surface.segments;
    const allowed = await after(shop, [allow("data", [...(data?.allows ?? []), ...(data?.notAllowed ?? [])])]);
    expect(surfaceAnswer.answer(allowed, t)).not.toContain("border");
  });

  test("of a store on the internet, and of nothing", () => {
    expect(surfaceAnswer.answer(example("tenants"), t)).toContain("10 points of it could go");
    expect(surfaceAnswer.answer(blank, t)).toMatch(/^No entry point is described yet/);
  });
});

describe("the inventory", () => {
  test.each(exampleNames)("%s: every entry point once, nearest to an attacker and heaviest first", (name) => {
    const { analysis, document } = example(name);
    const groups = inventoryOf(analysis, document, viewsOf(analysis).on);
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.map(({ id }) => id).sort()).toEqual(analysis.surface.entryPoints.map(({ id }) => id).sort());
    expect(groups.reduce((sum, { weight }) => sum + weight, 0)).toBe(analysis.surface.score);
    for (const group of groups) {
      const weights = group.rows.map(({ weight }) => weight);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
    }
  });

  test("what a source shows is solid, what people say is hollow, what nobody says is hatched", async () => {
    const rows = (model: typeof shop) =>
      new Map(
        inventoryOf(model.analysis, model.document, viewsOf(model.analysis).on)
          .flatMap((group) => group.rows)
          .map((row) => [row.id, row]),
      );
    expect(rows(shop).get("place-order")?.certainty).toBe("solid");
    expect(rows(shop).get("host-shell")?.certainty).toBe("hollow");
    expect(rows(shop).get("place-order")?.proof).toBe("solid");
    expect(rows(shop).get("receive-payment-event")?.proof).toBe("hollow");
    const asked = await after(shop, [
      { name: "set-field", input: { id: "host-shell", field: "authentication", value: null } },
    ]);
    expect(rows(asked).get("host-shell")?.proof).toBe("hatched");
  });
});

describe("the access matrix", () => {
  const matrix = matrixOf(gap.analysis.surface.entryPoints, gap.document);

  test.each(exampleNames)("%s: the cells of the document are those of the analysis", (name) => {
    const { analysis, document } = example(name);
    const { cell, total } = matrixOf(analysis.surface.entryPoints, document);
    expect(total).toBe(analysis.surface.access.length);
    for (const { entryPoint, role, access, condition } of analysis.surface.access) {
      const own = cell(entryPoint, role);
      expect([own?.access, own?.condition]).toEqual([access, condition]);
    }
  });

  test("ordinary roles stand first, and cells say how sure they are", () => {
    expect(matrix.roles.map(({ id }) => id)).toEqual(["anonymous", "api-client", "provider", "operator", "support"]);
    expect([matrix.known, matrix.total]).toEqual([62, 65]);
    expect(matrix.cell("browse", "support")).toMatchObject({ access: "unknown", certainty: "hatched" });
    expect(matrix.cell("browse", "anonymous")).toMatchObject({ access: "yes", certainty: "hollow" });
    expect(matrix.cell("list-products", "anonymous")).toMatchObject({ access: "yes", certainty: "solid" });
    expect(matrix.cell("show-profile", "api-client")).toMatchObject({ access: "when", condition: "their own" });
    expect(matrix.cell("nothing", "anonymous")).toBeUndefined();
  });

  test.each([
    ["yes", "yes"],
    ["no", "no"],
    [{ when: "on call" }, { when: "on call" }],
  ] as const)("an unknown cell is answered %o alone, and no review is voided", async (answer, written) => {
    const cell = matrix.cell("browse", "support");
    const then = await after(gap, answerCells(cell ? [cell] : [], answer));
    expect(then.document.model["entry-points"]?.browse?.access?.support).toEqual(written);
    expect(then.document.model["entry-points"]?.["sign-in"]?.access?.support).toBe("unknown");
    expect(then.document.model["entry-points"]?.browse?.access?.operator).toBe("unknown");
  });

  test.each([
    ["yes", "yes"],
    ["unknown", "unknown"],
    [{ when: "at night" }, { when: "at night" }],
  ] as const)("a known cell is set to %o", async (answer, written) => {
    const cell = matrix.cell("browse", "provider");
    const then = await after(gap, answerCells(cell ? [cell] : [], answer));
    expect(then.document.model["entry-points"]?.browse?.access?.provider).toEqual(written);
  });

  test("the rest of a row or a column is answered at once", async () => {
    expect(restOfRow(matrix, "browse").map(({ role }) => role)).toEqual(["operator", "support"]);
    const column = restOfColumn(matrix, "support", ["browse", "sign-in", "host-shell"]);
    expect(column.map(({ entryPoint }) => entryPoint)).toEqual(["browse", "sign-in"]);
    const then = await after(gap, answerCells(column, "no"));
    const left = then.analysis.surface.access.filter(({ access }) => access === "unknown");
    expect(left.map(({ role, entryPoint }) => `${role}@${entryPoint}`)).toEqual(["operator@browse"]);
    expect(answerCells(column, "unknown")).toEqual([]);
  });

  test.each([
    ["y", "yes"],
    ["N", "no"],
    ["w", "when"],
    ["?", "unknown"],
    ["x", undefined],
    ["constructor", undefined],
  ] as const)("the key %s is %s", (key, answer) => {
    expect(answerOfKey(key)).toBe(answer);
  });

  test.each([
    ["ArrowDown", { row: 0, column: 1 }, { row: 1, column: 1 }],
    ["ArrowUp", { row: 0, column: 1 }, { row: 0, column: 1 }],
    ["End", { row: 2, column: 1 }, { row: 2, column: 4 }],
    ["PageDown", { row: 2, column: 1 }, { row: 11, column: 1 }],
    ["Enter", { row: 0, column: 0 }, undefined],
  ] as const)("%s steps", (key, from, to) => {
    expect(stepped(key, from, { rows: 12, columns: 5 })).toEqual(to);
  });
});

test("zones that flows cross and that say nothing about it, without those that are not ours", () => {
  const unstated = unstatedOf(shop.analysis);
  expect(unstated.map(({ zone }) => zone)).not.toContain("internet");
  expect(unstated.map(({ zone }) => zone)).not.toContain("data");
  const sizes = unstated.map(({ crossedBy }) => crossedBy.length);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes.length).toBeGreaterThan(2);
});
