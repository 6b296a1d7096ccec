// Minutes and facilitator's pack: read against golden files, and what they must never say.
import { parse } from "node:path";
import { type Document, stepReasons, type Workshop } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { artifacts } from "./artifacts.ts";
import { inputOf } from "./testing/real.ts";
import { shop } from "./testing/shop.ts";
import { heldWorkshop, workshopShop } from "./testing/workshops.ts";
import { momentWords } from "./workshop-words.ts";

const filesOf = (document: Document, id: string) => artifacts(inputOf(document), [id]);
const textOf = (document: Document, id: string) => filesOf(document, id)[0]?.text ?? "";
const withHeld = (more: Partial<Workshop>): Document => ({
  ...shop,
  register: { parapet: 1, ...shop.register, workshops: { it: { ...heldWorkshop, ...more } } },
});

test("each workshop that began has minutes, each that did not end a pack", () => {
  expect(filesOf(workshopShop, "minutes").map(({ path }) => path)).toEqual(["workshops/saving-orders-minutes.md"]);
  expect(filesOf(workshopShop, "pack").map(({ path }) => path)).toEqual(["workshops/checkout-pack.md"]);
});

test.each(["minutes", "pack"])("the %s as a golden file", async (id) => {
  for (const { path, text } of filesOf(workshopShop, id))
    await expect(text).toMatchFileSnapshot(`./testing/expected/${parse(path).base}`);
});

describe("minutes", () => {
  test("say that none was held", () => {
    expect(textOf(shop, "minutes")).toContain("No workshop has been held.");
  });

  test.each<[string, Partial<Workshop>, string]>([
    ["it runs", { ended: undefined, "signed-off": undefined } as object, "not yet: it is not over"],
    ["nobody signed", { "signed-off": undefined } as object, "| Signed off | not yet |"],
    [
      "it was only said",
      { "signed-off": { by: "ann", "recorded-by": "bo", on: "2026-11-19" } },
      "not yet: said by Ann Berger, recorded by Bo Lind; it counts once they do it themselves",
    ],
    [
      "no senior engineer was there",
      { attended: { bo: {} }, "signed-off": undefined } as object,
      "not possible: no senior engineer of the owning team was there",
    ],
  ])("say of the signature when %s", (_, more, said) => {
    const given = Object.fromEntries(
      Object.entries({ ...heldWorkshop, ...more }).filter(([, value]) => value !== undefined),
    );
    const document: Document = { ...shop, register: { parapet: 1, workshops: { it: given as Workshop } } };
    expect(textOf(document, "minutes")).toContain(said);
  });

  test("an empty workshop has every part, and says that nothing is in it", () => {
    const empty: Workshop = { kind: "scoping", title: "Empty", facilitator: "bo", started: "2026-11-20" };
    const text = textOf({ ...shop, register: { parapet: 1, workshops: { it: empty } } }, "minutes");
    for (const said of [
      "Nobody is written down.",
      "No question was answered.",
      "Nothing was noted as decided.",
      "There was no vote.",
      "No notes were written.",
      "Nothing is parked.",
      "No ticket fell in this workshop.",
    ])
      expect(text).toContain(said);
  });

  test("never tell who voted what: votes stand in order, whoever was there", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 9 }), (spread) => {
        const sorted = [...spread].sort((a, b) => a - b);
        const votes = {
          "clear-text-crossing@save-order": { damage: { spread: sorted, result: sorted[0] as number, rationale: "x" } },
        };
        const line = textOf(withHeld({ votes }), "minutes")
          .split("\n")
          .find((one) => one.startsWith("| damage"));
        expect(line).toContain(`| ${sorted.join(" ")}`);
        expect(line).not.toMatch(/ann|bo|Kim|Berger|Lind/);
      }),
      { numRuns: 20 },
    );
  });

  test("what people typed never becomes markup", () => {
    const text = textOf(
      withHeld({ title: "# x\n<script>", notes: { n: { text: "a | b\n\n# c <i>", by: "*x*" } } }),
      "minutes",
    );
    expect(text).not.toMatch(/<script>|<i>|\n# c/);
    expect(text).toContain("a \\| b # c \\<i\\>");
  });
});

describe("pack", () => {
  test("without a plan: for the workshop that the first stage which waits would want", () => {
    const [file] = filesOf(shop, "pack");
    expect(file?.path).toBe("workshops/pack.md");
    expect(file?.text).toContain("| Kind | Scoping |");
    const input = inputOf(shop);
    const stages = input.analysis.stages.map((stage) => (stage.id === "scoping" ? { ...stage, missing: [] } : stage));
    const later = artifacts({ ...input, analysis: { ...input.analysis, stages } }, ["pack"]);
    expect(later[0]?.text).toContain("| Kind | Review of the decomposition |");
    expect(textOf({ model: { parapet: 1, system: "Bare" } }, "pack")).toContain("| Kind | Scoping |");
    expect(textOf({ model: { parapet: 1, system: "Bare" } }, "pack")).toContain("Nothing is drawn yet");
  });

  test("says who has to be there, or that the model names nobody", () => {
    expect(textOf(workshopShop, "pack")).toContain("Ann Berger: without a senior engineer of the owning team");
    const without = { ...workshopShop, model: { ...workshopShop.model, participants: {} } };
    expect(textOf(without, "pack")).toContain("**a senior engineer of the owning team; the model names none**");
  });

  test("has ten questions at most, all in focus, the one that hides most risk first", () => {
    const input = inputOf(workshopShop);
    const asked = input.analysis.questions.map(({ text }) => text);
    const lines = textOf(workshopShop, "pack")
      .split("\n")
      .filter((line) => /^\d+\. /.test(line));
    expect(lines).toHaveLength(10);
    const at = lines.map((line) => asked.indexOf(line.replace(/^\d+\. /, "").replace(/\\/g, "")));
    expect(at.every((position) => position >= 0)).toBe(true);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  });

  test("gives each part of the agenda with its reason, in minutes that follow each other", () => {
    const rows = textOf(workshopShop, "pack")
      .split("\n")
      .filter((line) => /^\| \d+–\d+ \|/.test(line));
    const spans = rows.map((row) => (/\| (\d+)–(\d+) \|/.exec(row) ?? []).slice(1).map(Number));
    expect(spans[0]?.[0]).toBe(0);
    expect(spans.at(-1)?.[1]).toBe(60);
    for (let i = 1; i < spans.length; i++) expect(spans[i]?.[0]).toBe(spans[i - 1]?.[1]);
    expect(rows[0]).toContain(stepReasons.welcome.why.slice(0, 40));
  });

  test("brings what earlier workshops left", () => {
    expect(textOf(workshopShop, "pack")).toContain("- The old export still runs at night (said by Kim");
    expect(textOf(workshopShop, "pack")).not.toContain("Key rotation");
  });
});

test.each([
  ["2026-11-18", "2026-11-18"],
  ["2026-11-18T09:00:00Z", "2026-11-18 09:00 UTC"],
  ["2026-11-18T09:00:00.5+01:00", "2026-11-18 09:00 +01:00"],
])("%s reads %s", (moment, words) => {
  expect(momentWords(moment)).toBe(words);
});
