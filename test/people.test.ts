// People are called by their names wherever people read of them: the key of a participant stands in commands, ids and tables for machines alone.
import {
  analyse,
  apply,
  type Change,
  type Document,
  diffOf,
  type LogEntry,
  reviewTriggers,
  sentencesOf,
  threatsOf,
  undoOf,
} from "@parapet/core";
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

  test("stands in no sentence of what changed, whoever owns and approves now", () => {
    const shift = (by: string): string => keys[(keys.indexOf(by) + 1) % keys.length] as string;
    const passed: Document = JSON.parse(JSON.stringify(spoken), (field, value) =>
      (field === "owner" || field === "by") && keys.includes(value) ? shift(value) : value,
    );
    const after = { document: passed, analysis: analyse(passed, knowledge, { now }) };
    const sentences = sentencesOf(
      diffOf({ document: spoken, analysis }, after, {
        analyse: (document, options) => analyse(document, knowledge, options),
      }),
    );
    expect(sentences.filter((sentence) => /owner .+ → /.test(sentence)).length).toBeGreaterThan(3);
    expect(keysIn(sentences.join("\n"))).toEqual([]);
  });

  test("stands in no refusal of undo", () => {
    const titled = (before: string | undefined, after: string): Change => ({
      collection: "model.elements",
      id: "orders-db",
      field: ["title"],
      ...(before === undefined ? {} : { before }),
      after,
    });
    const title = shop.model.elements?.["orders-db"]?.title;
    const changes = [[titled(title, "Orders")], [titled("Orders", "All orders")]];
    const log = keys.slice(0, 2).map(
      (by, i): LogEntry => ({
        ...{ at: now, by, title: `step ${i}`, calls: [] },
        ...{ changes: changes[i] as Change[], from: `r${i}`, to: `r${i + 1}` },
      }),
    );
    const says = [log, []].map((entries) => {
      const undo = undoOf(entries, keys[0] as string, apply(shop, changes.flat()));
      return undo.ok ? "" : undo.problems.map(({ say }) => say).join("\n");
    });
    expect(says).toEqual([expect.stringContaining("changed it since"), expect.stringContaining("nothing of")]);
    expect(keysIn(says.join("\n"))).toEqual([]);
  });

  test("stands in no artifact that people read", () => {
    const files = artifacts(input).filter(({ path }) => /\.(md|html)$/.test(path));
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(({ path, text }) => keysIn(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });
});
