// Laws of changes over random documents: connected ones, and any that the schemas allow.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { type Change, canonicalText, inverse, inverseOf, pathOf } from "./changes.ts";
import { difference } from "./difference.ts";
import type { Document } from "./document.ts";
import { arbitraryDocument } from "./files/testing/arbitrary.ts";
import { merge, rebase } from "./rebase.ts";
import { connectedDocument, deepFreeze } from "./testing/arbitrary-document.ts";

const documents = fc
  .oneof({ weight: 5, arbitrary: connectedDocument() }, { weight: 1, arbitrary: arbitraryDocument() })
  .map(deepFreeze);
const text = (document: Document): string => canonicalText(document);
const pathText = (change: Change): string => JSON.stringify(pathOf(change));

/** Do two changes lie on one path: the same, or one above the other? */
function touches(a: Change, b: Change): boolean {
  const [x, y] = [pathOf(a), pathOf(b)];
  return x.slice(0, y.length).every((key, i) => key === y[i]) || y.slice(0, x.length).every((key, i) => key === x[i]);
}

/** What a document has at the end of a path: `true` for a member of a set. */
function valueAt(document: Document, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.includes(key) ? true : undefined;
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }, document);
}
const overlap = (x: readonly string[], y: readonly string[]): boolean => {
  const length = Math.min(x.length, y.length);
  return x.slice(0, length).every((key, i) => key === y[i]);
};

describe("difference and apply", () => {
  test("apply(a, difference(a, b)) = b", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(text(apply(a, difference(a, b)))).toBe(text(b));
      }),
      { numRuns: 80 },
    );
  });

  test("nothing differs from itself, nor from itself in another order of keys and members", () => {
    fc.assert(
      fc.property(documents, (a) => {
        expect(difference(a, a)).toEqual([]);
        expect(difference(a, structuredClone(a))).toEqual([]);
        expect(difference(a, JSON.parse(text(a)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("no change stands twice, none changes nothing, none lies under another, and each saw what was there", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const changes = difference(a, b);
        expect(new Set(changes.map(pathText)).size).toBe(changes.length);
        for (const change of changes) {
          expect(canonicalText({ v: change.before })).not.toBe(canonicalText({ v: change.after }));
          expect(canonicalText({ v: change.before })).toBe(canonicalText({ v: valueAt(a, pathOf(change)) }));
          expect(canonicalText({ v: change.after })).toBe(canonicalText({ v: valueAt(b, pathOf(change)) }));
        }
        const paths = changes.map(pathOf);
        for (let i = 0; i < paths.length; i++) {
          for (let k = i + 1; k < paths.length; k++) expect(overlap(paths[i] ?? [], paths[k] ?? [])).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the order of a difference's changes does not matter", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(text(apply(a, [...difference(a, b)].reverse()))).toBe(text(b));
      }),
      { numRuns: 40 },
    );
  });

  test("a batch is the same as its changes one by one", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const steps = difference(a, b).reduce((document, change) => deepFreeze(apply(document, [change])), a);
        expect(text(steps)).toBe(text(b));
      }),
      { numRuns: 40 },
    );
  });
});

describe("taking back", () => {
  test("inverseOf takes a batch back", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const changes = difference(a, b);
        expect(text(apply(apply(a, changes), inverseOf(changes)))).toBe(text(a));
      }),
      { numRuns: 40 },
    );
  });

  test("the inverse of an inverse is the change", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const changes = difference(a, b);
        expect(changes.map(inverse).map(inverse)).toEqual(changes);
        expect(inverseOf(inverseOf(changes))).toEqual(changes);
      }),
      { numRuns: 40 },
    );
  });

  test("the way back is the difference the other way round", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const key = (changes: readonly Change[]) => changes.map((change) => canonicalText(change)).sort();
        expect(key(inverseOf(difference(a, b)))).toEqual(key(difference(b, a)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("rebase", () => {
  test("changes that touch nothing in common commute, and rebase leaves them as they are", () => {
    fc.assert(
      fc.property(documents, documents, documents, (base, a, b) => {
        const mine = difference(base, a);
        const theirs = difference(base, b).filter((change) => !mine.some((other) => touches(change, other)));
        expect(rebase(mine, theirs)).toEqual({ changes: mine, conflicts: [] });
        expect(rebase(theirs, mine)).toEqual({ changes: theirs, conflicts: [] });
        expect(text(apply(apply(base, mine), theirs))).toBe(text(apply(apply(base, theirs), mine)));
      }),
      { numRuns: 40 },
    );
  });

  test("over nothing changes nothing; over itself nothing is left", () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const changes = difference(a, b);
        expect(rebase(changes, [])).toEqual({ changes, conflicts: [] });
        expect(rebase(changes, changes)).toEqual({ changes: [], conflicts: [] });
      }),
      { numRuns: 40 },
    );
  });

  test("each of mine is kept, done already or in conflict, and a conflict names two that touch", () => {
    fc.assert(
      fc.property(documents, documents, documents, (base, a, b) => {
        const [mine, theirs] = [difference(base, a), difference(base, b)];
        const { changes, conflicts } = rebase(mine, theirs);
        for (const conflict of conflicts) {
          expect(mine).toContain(conflict.mine);
          expect(theirs).toContain(conflict.theirs);
          expect(touches(conflict.mine, conflict.theirs)).toBe(true);
        }
        const left = mine.filter(
          (one) => !changes.includes(one) && !conflicts.some((conflict) => conflict.mine === one),
        );
        for (const one of left) {
          expect(
            theirs.some(
              (other) =>
                pathText(other) === pathText(one) &&
                canonicalText({ v: other.after }) === canonicalText({ v: one.after }),
            ),
          ).toBe(true);
        }
        expect(changes.filter((one) => theirs.some((other) => touches(one, other)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("merge", () => {
  const clean = { conflicts: [] };
  const merged = (base: Document, a: Document, b: Document) => {
    const { document, conflicts } = merge(base, a, b);
    return { text: text(document), conflicts };
  };

  test("merge(base, a, base) = a; merge(base, base, b) = b; merge(base, a, a) = a", () => {
    fc.assert(
      fc.property(documents, documents, (base, a) => {
        expect(merged(base, a, base)).toEqual({ text: text(a), ...clean });
        expect(merged(base, base, a)).toEqual({ text: text(a), ...clean });
        expect(merged(base, a, a)).toEqual({ text: text(a), ...clean });
      }),
      { numRuns: 40 },
    );
  });

  test("without conflict both ways give the same, and what is in conflict from one side is from the other", () => {
    fc.assert(
      fc.property(documents, documents, documents, (base, a, b) => {
        const there = merge(base, a, b);
        const back = merge(base, b, a);
        expect(there.conflicts.length === 0).toBe(back.conflicts.length === 0);
        if (there.conflicts.length === 0) expect(text(there.document)).toBe(text(back.document));
        const mine = new Set(back.conflicts.map((conflict) => pathText(conflict.mine)));
        for (const { theirs } of there.conflicts) expect(mine).toContain(pathText(theirs));
      }),
      { numRuns: 40 },
    );
  });

  test("a conflict keeps a's value", () => {
    fc.assert(
      fc.property(documents, documents, documents, (base, a, b) => {
        const { document, conflicts } = merge(base, a, b);
        const again = difference(base, document);
        for (const { theirs } of conflicts) {
          expect(again.some((change) => canonicalText(change) === canonicalText(theirs))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the size of the work", () => {
  /** Counts how often a property of the document is read or listed: what apply and difference do, whatever the machine. */
  function counted(document: Document): { readonly document: Document; readonly reads: () => number } {
    let reads = 0;
    const seen = new WeakMap<object, object>();
    const wrap = (value: unknown): unknown => {
      if (typeof value !== "object" || value === null) return value;
      const known = seen.get(value);
      if (known) return known;
      const proxy = new Proxy(value, {
        get: (target, key) => {
          reads++;
          return wrap(Reflect.get(target, key));
        },
        ownKeys: (target) => {
          const keys = Reflect.ownKeys(target);
          reads += keys.length;
          return keys;
        },
      });
      seen.set(value, proxy);
      return proxy;
    };
    return { document: wrap(document) as Document, reads: () => reads };
  }

  const model = (size: number, kind: "process" | "data-store"): Document => ({
    model: {
      parapet: 1,
      system: "Large",
      elements: Object.fromEntries(Array.from({ length: size }, (_, i) => [`e${i}`, { kind, facts: { x: "yes" } }])),
    },
  });
  const exponent = (small: number, large: number, factor: number): number => Math.log(large / small) / Math.log(factor);

  test("apply of a batch grows with the batch, exponent at most 1.1, up to 30,000 changes", () => {
    const work = (size: number): number => {
      const changes = difference(model(size, "process"), model(size, "data-store"));
      expect(changes).toHaveLength(size);
      const { document, reads } = counted(model(size, "process"));
      apply(document, changes);
      return reads();
    };
    expect(exponent(work(3000), work(30_000), 10)).toBeLessThanOrEqual(1.1);
  });

  test("difference grows with the documents", () => {
    const work = (size: number): number => {
      const [a, b] = [counted(model(size, "process")), counted(model(size, "data-store"))];
      difference(a.document, b.document);
      return a.reads() + b.reads();
    };
    expect(exponent(work(2000), work(20_000), 10)).toBeLessThanOrEqual(1.1);
  });

  test("one change in a large document copies the maps on its way and shares the rest", () => {
    const before = deepFreeze(model(2000, "process"));
    const after = apply(before, [
      { collection: "model.elements", id: "e7", field: ["kind"], before: "process", after: "data-store" },
    ]);
    expect(after.model.elements?.e7).not.toBe(before.model.elements?.e7);
    expect(after.model.elements?.e7?.facts).toBe(before.model.elements?.e7?.facts);
    expect(after.model.elements?.e8).toBe(before.model.elements?.e8);
  });
});
