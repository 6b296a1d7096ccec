// For tests: what every store promises. A store's own test runs it with its way of making one.
import { describe, expect, test } from "vitest";
import { apply } from "../apply.ts";
import { type Change, canonicalText, inverseOf } from "../changes.ts";
import { type Document, layerNames, layers } from "../document.ts";
import { edit, put, remove, set } from "../edits.ts";
import { withoutEmpty } from "../files/shape.ts";
import type { Proposal, Snapshot, Store } from "../store.ts";

/** Makes a store over this document. `again` opens the same place as another process would. */
export type MakeStore = (document: Document) => Promise<{ readonly store: Store; readonly again: () => Store }>;

const start: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: { inner: { kind: "private-network" } },
    elements: { web: { kind: "process", zone: "inner" }, db: { kind: "data-store", zone: "inner" } },
    flows: { save: { from: "web", to: "db" } },
  },
};

const rename = set("model", "model", ["system"], "Store");
const decide = put("register.decisions", "clear-text@save", { decision: "mitigate", by: "ann", on: "2026-11-24" });

/** A document without sections that say nothing: a store of files begins a register with all of its sections. */
function meaning(document: Document): string {
  return canonicalText(layerNames.map((layer) => withoutEmpty(layers[layer].schema, document[layer]) ?? null));
}

async function read(store: Store): Promise<Snapshot> {
  const snapshot = await store.read();
  if (!snapshot.ok) throw new Error(snapshot.problems.map(({ say }) => say).join(" "));
  return snapshot.value;
}

/** Commits operations on what the store has now. */
async function commit(store: Store, operations: readonly Change[], title = "Change", undoes?: string) {
  const { document, revision } = await read(store);
  const changes = edit(document, operations);
  const entry = { at: "2026-11-24", by: "ann", title, calls: [], changes, ...(undoes === undefined ? {} : { undoes }) };
  return { changes, result: await store.commit(revision, entry), expected: apply(document, changes), base: revision };
}

const proposal = (id: string, base: string): Proposal => ({
  id,
  title: `Proposal ${id}`,
  sentences: ["Adds a cache."],
  changes: [put("observed.elements", "cache", { kind: "data-store" })],
  base,
});

/** Runs the suite. */
export function storeContract(name: string, make: MakeStore): void {
  describe(`${name} is a store: it`, () => {
    test("reads the document, and names the same state by the same revision", async () => {
      const { store, again } = await make(start);
      const first = await read(store);
      expect(canonicalText(first.document)).toBe(canonicalText(start));
      expect(await read(again())).toEqual(first);
    });

    test("makes changes of several layers, and gives what a reader then sees", async () => {
      const { store, again } = await make(start);
      const { result, expected, base } = await commit(store, [
        rename,
        decide,
        put("policy.gates", "model", { owned: "on" }),
      ]);
      expect(result.ok).toBe(true);
      const seen = await read(again());
      expect(result.ok && result.value).toEqual(seen);
      expect(meaning(seen.document)).toBe(meaning(expected));
      expect(seen.revision).not.toBe(base);
    });

    test("takes things and whole layers away", async () => {
      const { store, again } = await make(start);
      await commit(store, [decide]);
      const { result } = await commit(store, [
        remove("model.flows", "save"),
        remove("register.decisions", "clear-text@save"),
      ]);
      expect(result.ok).toBe(true);
      const { document } = await read(again());
      expect(document.model.flows ?? {}).toEqual({});
      expect(document.register?.decisions ?? {}).toEqual({});
    });

    test("refuses a commit on a revision that is no longer the present one, and changes nothing", async () => {
      const { store, again } = await make(start);
      const { revision } = await read(store);
      await commit(again(), [rename]);
      const before = await read(store);
      const late = await store.commit(revision, {
        at: "2026-11-24",
        by: "bo",
        title: "Late",
        calls: [],
        changes: edit(start, [decide]),
      });
      expect(late.ok ? [] : late.problems.map(({ code }) => code)).toEqual(["stale-revision"]);
      expect(await read(again())).toEqual(before);
      const log = await store.log();
      expect(log.ok && log.value.map(({ title }) => title)).toEqual(["Change"]);
    });

    test("of two commits on one revision takes one", async () => {
      const { store, again } = await make(start);
      const { revision } = await read(store);
      const entry = (title: string, operation: Change) => ({
        at: "2026-11-24",
        by: "ann",
        title,
        calls: [],
        changes: edit(start, [operation]),
      });
      const both = await Promise.all([
        store.commit(revision, entry("one", rename)),
        again().commit(revision, entry("two", decide)),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const log = await store.log();
      expect(log.ok && log.value).toHaveLength(1);
    });

    test("refuses changes that leave no valid document, and changes nothing", async () => {
      const { store, again } = await make(start);
      const before = await read(store);
      const broken = await store.commit(before.revision, {
        at: "2026-11-24",
        by: "ann",
        title: "Broken",
        calls: [],
        changes: [{ collection: "model.elements", id: "web", field: ["kind"], before: "process", after: "machine" }],
      });
      expect(broken.ok).toBe(false);
      expect(await read(again())).toEqual(before);
      const log = await store.log();
      expect(log.ok && log.value).toEqual([]);
    });

    test("logs what was done, oldest first: who, which commands, the changes, and between which revisions", async () => {
      const { store, again } = await make(start);
      const one = await commit(store, [rename], "Rename");
      const two = await commit(store, [decide], "Decide");
      const after = await read(store);
      const log = await again().log();
      expect(log.ok && log.value).toEqual([
        { at: "2026-11-24", by: "ann", title: "Rename", calls: [], changes: one.changes, from: one.base, to: two.base },
        {
          at: "2026-11-24",
          by: "ann",
          title: "Decide",
          calls: [],
          changes: two.changes,
          from: two.base,
          to: after.revision,
        },
      ]);
    });

    test("the changes of the log, taken back last first, lead to where it started", async () => {
      const { store } = await make(start);
      await commit(store, [rename, decide]);
      await commit(store, [remove("model.flows", "save")]);
      const log = await store.log();
      const changes = log.ok ? log.value.flatMap((entry) => entry.changes) : [];
      const { result } = await commit(store, inverseOf(changes), "Undo", "1");
      expect(result.ok).toBe(true);
      expect(canonicalText((await read(store)).document.model)).toBe(canonicalText(start.model));
      const after = await store.log();
      expect(after.ok && after.value.at(-1)?.undoes).toBe("1");
    });

    test("keeps proposals until they are settled, in the order of their ids", async () => {
      const { store, again } = await make(start);
      const { revision } = await read(store);
      expect(await store.proposals()).toEqual({ ok: true, value: [] });
      for (const id of ["p-2", "p-1", "p-2"]) expect((await store.propose(proposal(id, revision))).ok).toBe(true);
      expect(await again().proposals()).toEqual({
        ok: true,
        value: [proposal("p-1", revision), proposal("p-2", revision)],
      });
      expect((await store.settle("p-1")).ok).toBe(true);
      expect((await store.settle("p-1")).ok).toBe(true);
      expect(await again().proposals()).toEqual({ ok: true, value: [proposal("p-2", revision)] });
      expect((await read(store)).revision).toBe(revision);
    });
  });
}
