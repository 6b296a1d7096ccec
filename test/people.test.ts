// People are called by their names wherever people read of them: the key of a participant stands in commands, ids and tables for machines alone.
import { analyse, type Document, reviewTriggers, threatsOf } from "@parapet/core";
import { artifacts } from "@parapet/reports";
import { engage } from "@parapet/team";
import { describe, expect, test } from "vitest";
import { exampleDocument, knowledge, now, texts } from "./laws/shipped.ts";

const shop = exampleDocument("shop");
const keys = Object.keys({ ...shop.people?.people, ...shop.model.participants });

const register = shop.register as NonNullable<Document["register"]>;

/** The shop with a review that somebody only said, and acceptances that changed after they were approved: sentences that name people. */
const spoken: Document = {
  ...shop,
  register: {
    ...register,
    reviews: {
      "surface-said": { what: "surface", by: "ravi", "recorded-by": "ann", on: now, digest: "0", things: {} },
    },
    acceptances: Object.fromEntries(
      Object.entries(register.acceptances ?? {}).map(([key, one]) => [
        key,
        { ...one, approved: { by: "noor", on: now, of: "0123456789abcdef" } },
      ]),
    ),
  },
};

/** A key of a person by itself: not as a part of an id, of a mail address or of what is typed. */
function keysIn(text: string): readonly string[] {
  const read = text.replace(/`[^`]*`|<code>[\s\S]*?<\/code>|<svg[\s\S]*?<\/svg>|<style>[\s\S]*?<\/style>/g, "");
  return [...read.matchAll(new RegExp(`(?<![\\w@./-])(?:${keys.join("|")})(?![\\w@-])`, "g"))].map(
    ({ 0: key, index }) => `${key}: ${read.slice(Math.max(0, index - 40), index + 20)}`,
  );
}

describe("a key of a participant", () => {
  test.each([
    ["decided by ann on", 1],
    ["Ann decided; ann@shop.example, card-of-ann, `--as ann`", 0],
  ])("in %s stands alone %i times", (text, count) => expect(keysIn(text)).toHaveLength(count));

  const analysis = analyse(spoken, knowledge, { now });
  const input = { document: spoken, analysis, knowledge, texts };
  const team = engage(input).stages.flatMap(({ reports }) => reports);
  test.each([
    ["reasons", threatsOf(analysis).flatMap(({ because }) => because.map(({ from }) => from))],
    ["acceptances", analysis.acceptances.map(({ because = "" }) => because)],
    ["needs", analysis.stages.flatMap(({ missing }) => missing.map(({ say }) => say))],
    ["words of the team", team.flatMap(({ did, found }) => [...did, ...found])],
    ["review triggers", reviewTriggers(analysis, spoken, now).map(({ say }) => say)],
  ])("stands in none of the %s", (_, sentences) => {
    expect(sentences.join("\n")).toMatch(/\w/);
    expect(keysIn(sentences.join("\n"))).toEqual([]);
  });

  test("stands in no artifact that people read", () => {
    const files = artifacts(input).filter(({ path }) => /\.(md|html)$/.test(path));
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(({ path, text }) => keysIn(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });
});
