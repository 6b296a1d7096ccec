// Laws of any batch, whoever wrote it: operations in any order, twice, above and below each other, and how the work grows with them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { type Change, changeOf, inverseOf, type Json, pathOf, sameValue } from "./changes.ts";
import type { Document } from "./document.ts";
import { rebase } from "./rebase.ts";
import { deepFreeze } from "./testing/arbitrary-document.ts";

const base = deepFreeze({
  model: {
    parapet: 1,
    system: "Shop",
    scope: { purpose: "Sell", in: [{ what: "a" }] },
    elements: { a: { kind: "process", tags: ["x", "z"], facts: { f: { value: "no" } } }, b: { tags: [] } },
  },
} as unknown as Document);

const value = fc.constantFrom<Json>(
  "v",
  true,
  ["x", "y"],
  [],
  { tags: ["y"] },
  { f: { value: "yes" } },
  { a: { tags: ["x"], facts: { f: "no" } } },
);
const few = fc.array(
  fc
    .record({
      collection: fc.constantFrom(
        "model",
        "model.elements",
        "model.elements",
        "model.elements",
        "model.scope",
        "diagram",
      ),
      id: fc.constantFrom("a", "b"),
      field: fc.constantFrom(
        undefined,
        ["title"],
        ["tags"],
        ["tags", "x"],
        ["tags", "y"],
        ["facts"],
        ["facts", "f"],
        ["facts", "f", "value"],
        ["elements"],
        ["elements", "a"],
        ["elements", "a", "tags", "x"],
      ),
      after: fc.option(value, { nil: undefined }),
    })
    .map(({ collection, id, field, after }) => deepFreeze(changeOf(collection, id, field, undefined, after))),
  { maxLength: 12 },
);

test("a batch of any operations is the same as its changes one by one, and touches neither the document nor what it puts", () => {
  fc.assert(
    fc.property(few, (batch) => {
      const steps = batch.reduce((document, change) => deepFreeze(apply(document, [change])), base);
      expect(JSON.stringify(apply(base, batch))).toBe(JSON.stringify(steps));
    }),
    { numRuns: 2000 },
  );
});

test("rebase of any two lists is what its sentence says, looked up plainly", () => {
  const leadsTo = (a: readonly string[], b: readonly string[]): boolean => a.every((key, i) => key === b[i]);
  const touching = (mine: Change, theirs: readonly Change[]): Change | undefined => {
    const path = pathOf(mine);
    for (let length = 1; length <= path.length; length++) {
      const at = theirs.findLast((other) => pathOf(other).length === length && leadsTo(pathOf(other), path));
      if (at) return at;
    }
    return theirs.find((other) => leadsTo(path, pathOf(other)));
  };
  const isDone = (mine: Change, other: Change): boolean =>
    pathOf(mine).join("/") === pathOf(other).join("/") &&
    sameValue(mine.after, other.after, mine.field?.[mine.field.length - 1] ?? "");

  fc.assert(
    fc.property(few, few, (mine, theirs) => {
      const pairs = mine.map((change) => ({ change, other: touching(change, theirs) }));
      const { changes, conflicts } = rebase(mine, theirs);
      expect(changes).toEqual(pairs.flatMap(({ change, other }) => (other ? [] : [change])));
      expect(conflicts).toEqual(
        pairs.flatMap(({ change, other }) =>
          other && !isDone(change, other) ? [{ mine: change, theirs: other }] : [],
        ),
      );
    }),
    { numRuns: 2000 },
  );
});

describe("the size of the work", () => {
  /** Changes that count how often they, and the lists in them, are read: what a function does with them, whatever the machine. */
  function counted(changes: readonly Change[]): { readonly changes: readonly Change[]; readonly reads: () => number } {
    let reads = 0;
    const wrap = <T extends object>(value: T): T =>
      new Proxy(value, {
        get: (target, key) => {
          reads++;
          const inside: unknown = Reflect.get(target, key);
          return typeof inside === "object" && inside !== null ? wrap(inside) : inside;
        },
      });
    return { changes: changes.map(wrap), reads: () => reads };
  }

  const shapes: readonly [string, (i: number) => Pick<Change, "collection" | "id" | "field">][] = [
    ["one in each thing", (i) => ({ collection: "model.elements", id: `e${i}`, field: ["title"] })],
    ["all in one thing", (i) => ({ collection: "model.elements", id: "e", field: ["facts", `f${i}`] })],
    ["all in one set", (i) => ({ collection: "model.elements", id: "e", field: ["tags", `t${i}`] })],
    ["all in one singleton", (i) => ({ collection: "model.scope", id: "model", field: [`f${i}`] })],
    ["whole things", (i) => ({ collection: "model.elements", id: `e${i}` })],
  ];
  const batch = (size: number, shape: (i: number) => Pick<Change, "collection" | "id" | "field">): readonly Change[] =>
    Array.from({ length: size }, (_, i) => ({ ...shape(i), after: true }));

  test.each(shapes)("rebase and inverse read each change as often in 30,000 as in 3,000: %s", (_, shape) => {
    const perChange = (size: number): number => {
      const mine = counted(batch(size, shape));
      const theirs = counted(batch(size, shape));
      expect(rebase(mine.changes, theirs.changes)).toEqual({ changes: [], conflicts: [] });
      expect(inverseOf(mine.changes)).toHaveLength(size);
      return (mine.reads() + theirs.reads()) / size;
    };
    expect(perChange(30_000)).toBeCloseTo(perChange(3000), 1);
  });

  test.each(shapes)(
    "a batch costs far less than its changes one by one, which copy all again each time: %s",
    (_, shape) => {
      const changes = batch(300, shape);
      const timed = (run: () => unknown): number => {
        const started = performance.now();
        run();
        return performance.now() - started;
      };
      const whole = Math.min(...Array.from({ length: 5 }, () => timed(() => apply(base, changes))));
      const single = timed(() => changes.reduce((document, change) => apply(document, [change]), base));
      expect(whole * 4).toBeLessThan(single);
    },
  );
});
