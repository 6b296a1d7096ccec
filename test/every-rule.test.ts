// Every rule that ships has a page, says its threat in the words of the model, starts from a score that tells exposures apart, and shows
// up in coverage. That its references, trees and examples hold is proven in packages/knowledge/src/knowledge.test.ts and laws/.
import { analyse, threatsOf } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { exposures } from "../packages/core/src/model/vocabulary.ts";
import { filesBelow } from "./architecture/source-files.ts";
import { knowledge, now, ruleExamples, textOf, texts } from "./laws/shipped.ts";

const list = textOf("docs/reference/rules.md");

test("the reference has a page for each rule and no other", () => {
  const pages = filesBelow("docs/reference/rules", [".md"]).map((path) => path.split("/").at(-1)?.slice(0, -3));
  expect(pages).toEqual(knowledge.rules.map(({ id }) => id).sort());
});

describe.each(knowledge.rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ id, rule }) => {
  test("is listed, and its page tells why and shows its examples", () => {
    expect(list).toContain(`[${id}](rules/${id}.md)`);
    const page = textOf(`docs/reference/rules/${id}.md`);
    expect(page).toContain(`# ${rule.title}\n`);
    expect(page).toContain(texts.rules[id]?.why ?? "no reason");
    const examples = Object.values(ruleExamples[id] ?? {}).flatMap((all) => all ?? []);
    expect(page.match(/^### (Raised|Asked|Addressed|Not raised)/gm)).toHaveLength(examples.length);
  });

  test("names real things in its sentences, reasons and questions", () => {
    const { flags, asks, addresses } = ruleExamples[id] ?? {};
    const raised = [flags, asks, addresses].flatMap((all) => all ?? []);
    expect(raised).not.toEqual([]);
    for (const { model, at } of raised) {
      const analysis = analyse({ model }, knowledge, { now });
      const threat = threatsOf(analysis).find((one) => one.id === `${id}@${at}`);
      expect(threat?.because, at).not.toEqual([]);
      const said = [threat?.title, ...analysis.questions.map(({ text }) => text)].join("\n");
      expect(said).not.toMatch(/[{}]|\bundefined\b/);
    }
  });

  test("is no easier from inside than from the internet", () => {
    const starts = exposures.map((exposure) => rule.start[exposure]);
    for (const part of ["reproducibility", "exploitability"] as const) {
      const values = starts.map((one) => one[part]);
      expect(values.filter((value) => value < 0 || value > 10)).toEqual([]);
      expect(values, part).toEqual([...values].sort((a, b) => b - a));
    }
  });
});
