// Laws of the semantic diff over random documents, the real engine and the real rules.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knowledge } from "../../../knowledge/src/testing/knowledge-folder.ts";
import { analyse } from "../analysis/analyse.ts";
import { checkDocument } from "../model/check-document.ts";
import { threatsOf } from "../model/expand.ts";
import { connectedDocument, deepFreeze } from "../model/testing/arbitrary-document.ts";
import { diffOf, isEmptyDiff, type ModelDiff, markdownOf, type Revision, sentencesOf, worsened } from "./index.ts";

const vocabulary = {
  rules: ["unencrypted-store", "clear-text-crossing", "unchecked-input", "query-injection"],
  controls: knowledge.controls.slice(0, 6).map(({ id, criteria }) => ({ id, criteria: criteria.map((one) => one.id) })),
};
const documents = connectedDocument(vocabulary);
const day = fc.constantFrom("2026-11-24", "2027-06-01");
const revision: fc.Arbitrary<Revision> = fc
  .tuple(documents, day)
  .map(([document, now]) => ({ document: deepFreeze(document), analysis: analyse(document, knowledge, { now }) }));

let analyses = 0;
const compare = (before: Revision, after: Revision): ModelDiff => {
  analyses = 0;
  return diffOf(before, after, {
    analyse: (document, options) => {
      analyses++;
      return analyse(document, knowledge, options);
    },
  });
};

const mirrored = {
  introduced: "gone",
  gone: "introduced",
  closed: "reopened",
  reopened: "closed",
  changed: "changed",
} as const;
const swapped = { added: "removed", removed: "added", changed: "changed", renamed: "renamed" } as const;
const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();

describe("the diff", () => {
  test("looks at valid documents", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(checkDocument(document)).toEqual([]);
      }),
    );
  });

  test("of a revision with itself is empty, and says so", () => {
    fc.assert(
      fc.property(revision, (a) => {
        const again = {
          document: structuredClone(a.document),
          analysis: analyse(structuredClone(a.document), knowledge, { now: a.analysis.now }),
        };
        const diff = compare(a, again);
        expect(isEmptyDiff(diff)).toBe(true);
        expect(sentencesOf(diff)).toEqual([]);
        expect(markdownOf(diff)).toContain("Nothing differs.");
        expect(worsened(a, again)).toEqual([]);
        expect(analyses).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test("names every threat, question and entry point that differs exactly once, after at most four analyses", () => {
    fc.assert(
      fc.property(revision, revision, (a, b) => {
        const diff = compare(a, b);
        expect(analyses).toBeLessThanOrEqual(4);
        expect(isEmptyDiff(diff)).toBe(false);
        const shown = ({ analysis }: Revision) =>
          new Map(
            threatsOf(analysis).map((t) => [
              t.id,
              JSON.stringify([
                t.status,
                t.tier,
                t.finding,
                t.strength,
                t.current,
                t.decision,
                t.stale,
                t.score.rescore,
              ]),
            ]),
          );
        expect(sorted(diff.threats.map(({ id }) => id))).toEqual(differing(shown(a), shown(b)));
        const asked = ({ analysis }: Revision) =>
          new Map(
            analysis.questions.map((q) => [
              q.id,
              JSON.stringify([q.contradiction?.declared, q.hides, q.owner, q.due, q.overdue]),
            ]),
          );
        expect(sorted(diff.questions.map(({ id }) => id))).toEqual(differing(asked(a), asked(b)));
        const points = ({ analysis }: Revision) =>
          new Map(
            analysis.surface.entryPoints.map((p) => [
              p.id,
              JSON.stringify([p.exposure, p.authentication, p.privileged, p.weight]),
            ]),
          );
        expect(diff.surface.entryPoints.map(({ id }) => id)).toEqual(differing(points(a), points(b)));
      }),
      { numRuns: 12 },
    );
  });

  test("read the other way is the mirror image", () => {
    fc.assert(
      fc.property(revision, revision, (a, b) => {
        const there = compare(a, b);
        const back = compare(b, a);
        const things = (diff: ModelDiff, turn: boolean) =>
          sorted(diff.things.map(({ kind, id, change }) => `${kind} ${id} ${turn ? swapped[change] : change}`));
        const threats = (diff: ModelDiff, turn: boolean) =>
          sorted(diff.threats.map(({ id, change }) => `${id} ${turn ? mirrored[change] : change}`));
        const records = (diff: ModelDiff, turn: boolean) =>
          sorted(diff.records.map(({ kind, id, change }) => `${kind} ${id} ${turn ? swapped[change] : change}`));
        expect(things(back, true)).toEqual(things(there, false));
        expect(threats(back, true)).toEqual(threats(there, false));
        expect(records(back, true)).toEqual(records(there, false));
        const { before, after } = there.risk.open;
        expect(back.risk.open).toEqual({ before: after, after: before });
      }),
      { numRuns: 12 },
    );
  });

  test("shares the difference of the sums out over the causes, and nothing is left", () => {
    fc.assert(
      fc.property(revision, revision, (a, b) => {
        const { risk, surface } = compare(a, b);
        const sum = (part: "open" | "hidden" | "addressed" | "surface") =>
          Object.values(risk.byCause).reduce((total, share) => total + share[part], 0);
        expect(sum("open")).toBeCloseTo(risk.open.after - risk.open.before, 6);
        expect(sum("hidden")).toBeCloseTo(risk.hidden.after - risk.hidden.before, 6);
        expect(sum("addressed")).toBeCloseTo(risk.addressed.after - risk.addressed.before, 6);
        expect(sum("surface")).toBeCloseTo(surface.score.after - surface.score.before, 6);
      }),
      { numRuns: 12 },
    );
  });

  test("has a sentence for each difference, on one line, that names its cause", () => {
    fc.assert(
      fc.property(revision, revision, (a, b) => {
        const diff = compare(a, b);
        const { things, threats, questions, records, surface } = diff;
        const sentences = sentencesOf(diff);
        const count = things.length + threats.length + questions.length + records.length + surface.entryPoints.length;
        expect(sentences.filter((sentence) => / since /.test(sentence)).length).toBe(sentences.length);
        expect(sentences.length).toBeGreaterThanOrEqual(count);
        expect(sentences.length).toBeLessThanOrEqual(count + 4);
        expect(sentences.filter((sentence) => /undefined|\n|\[object/.test(sentence))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).sort();
}
