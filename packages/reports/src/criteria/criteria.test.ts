// Acceptance criteria, read back by Gherkin's own parser.
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import { IdGenerator } from "@cucumber/messages";
import type { Document } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { artifacts } from "../artifacts.ts";
import { inputOf } from "../testing/real.ts";
import { shop } from "../testing/shop.ts";
import { files, textOf } from "../testing/written.ts";

const gherkin = (text: string) =>
  new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);

describe("acceptance criteria", () => {
  const features = files.filter(({ path }) => path.endsWith(".feature"));

  it("is Gherkin, one feature per file, each scenario ends in a Then and is tagged", () => {
    expect(features.length).toBeGreaterThan(2);
    for (const { path, text } of features) {
      const feature = gherkin(text).feature;
      expect(feature, path).toBeDefined();
      for (const child of feature?.children ?? []) {
        expect(child.scenario?.steps.at(-1)?.keyword, path).toBe("Then ");
        expect(child.scenario?.tags.map(({ name }) => name).join(" "), path).toMatch(
          /@criterion:\S+ @(proposed|mitigation:\S+).* @(required|optional)/,
        );
      }
    }
  });

  it("groups by feature where one adds the thing, and keeps what a person wrote", () => {
    const feature = gherkin(textOf("criteria/support-access.feature")).feature;
    expect([feature?.name, feature?.tags.map(({ name }) => name)]).toEqual([
      "Support access withstands its threats",
      ["@feature:support-access"],
    ]);
    const [scenario] = feature?.children ?? [];
    expect(scenario?.scenario?.steps.map(({ keyword, text }) => keyword + text)).toEqual([
      "Given a refund of 201 euros",
      "When an agent submits it",
      "Then it waits for a second person",
    ]);
    expect(scenario?.scenario?.tags.map(({ name }) => name)).toContain("@threat:by-hand-refund-fraud:support-desk");
  });

  it("stays Gherkin whatever people write", () => {
    const nasty = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: "binary" }),
      fc.constantFrom(
        '"""',
        "| a |",
        "Feature: x",
        "@tag",
        "# x",
        "Given a\nWhen b",
        "Examples:",
        "\u2028Then",
        "```",
        "\u0000",
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const document: Document = {
          ...shop,
          model: {
            ...shop.model,
            elements: { ...shop.model.elements, "checkout-api": { ...shop.model.elements?.["checkout-api"], title } },
          },
          register: {
            parapet: 1,
            mitigations: {
              own: {
                title,
                on: ["checkout-api"],
                threats: [],
                criteria: { c: text },
                by: "ann",
                recorded: "2026-11-02",
              },
            },
          },
        };
        const made = artifacts(inputOf(document), ["criteria"]).find(
          ({ path }) => path === "criteria/checkout-api.feature",
        );
        const children = gherkin(made?.text ?? "").feature?.children ?? [];
        expect(children.map(({ scenario }) => scenario?.steps.at(-1)?.keyword)).toEqual(children.map(() => "Then "));
        expect(children.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
