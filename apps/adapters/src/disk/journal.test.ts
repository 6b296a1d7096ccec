// The journal: what was acknowledged is read again, whatever happened to the process or the disk in between.
import { appendFileSync, fdatasyncSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document, inverseOf } from "@parapet/core";
import type { Entry } from "@parapet/live";
import { afterAll, describe, expect, test } from "vitest";
import { journalEnding, journalIn, journalOf } from "./journal-file.ts";
import { documentAt, documentOfFiles, headOf, type JournalLine } from "./journal-lines.ts";
import { type JournalSteps, JournalWriter } from "./journal-writer.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-journal-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
async function folder(): Promise<string> {
  const path = join(root, String(made++));
  await mkdir(path);
  return path;
}

const document: Document = { model: { parapet: 1, system: "0" } };
const start = { room: "life", seq: 7, document };
const digests = { "model.yaml": "d" };

function entry(seq: number): Entry {
  const changes = [
    { collection: "model", id: "model", field: ["system"], before: String(seq - 8), after: String(seq - 7) },
  ];
  return { seq, id: `a-${seq}`, by: "ann", session: "s", title: `Step ${seq}`, at: "2026-11-24", calls: [], changes };
}

async function read(path: string) {
  const journal = journalIn(path);
  if (!journal.ok) throw new Error(journal.problems[0]?.say);
  return journal.value;
}

test("entries and marks are read as they were written, and lead to the documents", async () => {
  const path = await folder();
  const writer = new JournalWriter(path);
  const lines: JournalLine[] = [{ start, files: { seq: 7, digests } }, { entry: entry(8) }, { entry: entry(9) }];
  for (const line of lines) expect(await writer.append(line)).toEqual({ ok: true, value: undefined });
  expect(journalEnding(path).kind).toBe("unwritten");
  await writer.append({ files: { seq: 9, digests, writing: true } });
  expect((await read(path))?.writing?.seq).toBe(9);
  await writer.append({
    files: {
      seq: 9,
      digests,
      lacks: inverseOf(entry(9).changes),
    },
  });
  const journal = await read(path);
  expect(journal).toMatchObject({ start, whole: true, writing: undefined });
  expect(journal && headOf(journal)).toBe(9);
  expect(journal && documentAt(journal, 9).model.system).toBe("2");
  const mark = journal?.marks.at(-1);
  expect(journal && mark && documentOfFiles(journal, mark).model.system).toBe("1");
  expect(journalEnding(path).kind).toBe("unwritten");
  await writer.append({ files: { seq: 9, digests } });
  expect(journalEnding(path)).toMatchObject({ kind: "written", mark: { seq: 9 } });
  // Accepted while the files of the entry before it were written: their mark comes after it, and does not hold it.
  await writer.append({ entry: entry(10) });
  await writer.append({ files: { seq: 9, digests } });
  expect(journalEnding(path).kind).toBe("unwritten");
  await writer.append({ files: { seq: 10, digests } });
  expect(journalEnding(path)).toMatchObject({ kind: "written", mark: { seq: 10 } });
  await writer.close();
});

test("a line that was cut off is none, and the next one stands on its own", async () => {
  const path = await folder();
  const writer = new JournalWriter(path);
  await writer.append({ start }, { entry: entry(8) });
  await writer.close();
  appendFileSync(journalOf(path), '{"entry":{"seq":9,"id":"a-9","by":"an');
  expect((await read(path))?.entries).toHaveLength(1);
  const next = new JournalWriter(path);
  await next.append({ entry: entry(9) });
  await next.close();
  expect((await read(path))?.entries.map(({ seq }) => seq)).toEqual([8, 9]);
});

test.each([
  ["an entry that does not follow", { entry: entry(11) }],
  ["a mark of what is not there", { files: { seq: 99, digests } }],
])("%s ends what is read, and is said", async (_name, line) => {
  const path = await folder();
  const writer = new JournalWriter(path);
  await writer.append({ start }, { entry: entry(8) }, line, { entry: entry(9) });
  await writer.close();
  expect(await read(path)).toMatchObject({ whole: false, entries: [{ seq: 8 }] });
});

describe.each([
  ["nothing of it", async () => undefined],
  [
    "a half of it",
    (file: number, bytes: Buffer, steps: JournalSteps) => steps.write(file, bytes.subarray(0, bytes.length >> 1)),
  ],
  ["all of it, unsynced", (file: number, bytes: Buffer, steps: JournalSteps) => steps.write(file, bytes)],
])("a full disk that took %s", (_name, before) => {
  test("refuses the entry, and takes the next one", async () => {
    const path = await folder();
    const good = new JournalWriter(path);
    await good.append({ start }, { entry: entry(8) });
    await good.close();
    let full = true;
    const { write, sync } = stepsOf();
    const writer = new JournalWriter(path, {
      sync,
      write: async (file, bytes) => {
        if (!full) return write(file, bytes);
        await before(file, bytes, { write, sync });
        throw Object.assign(new Error("no"), { code: "ENOSPC" });
      },
    });
    const refused = await writer.append({ entry: entry(9) });
    expect(refused.ok ? "" : refused.problems[0]?.say).toBe(
      "The journal cannot be written: the disk is full. Nothing was changed.",
    );
    full = false;
    expect((await writer.append({ entry: { ...entry(9), id: "b-1" } })).ok).toBe(true);
    await writer.close();
    expect((await read(path))?.entries.map(({ id }) => id)).toEqual(["a-8", "b-1"]);
  });
});

test("what comes in together goes to the disk together", async () => {
  const path = await folder();
  let syncs = 0;
  const { write, sync } = stepsOf();
  const writer = new JournalWriter(path, {
    write,
    sync: async (file) => {
      syncs += 1;
      await sync(file);
    },
  });
  await writer.append({ start });
  const all = Array.from({ length: 100 }, (_, i) => writer.append({ entry: entry(8 + i) }));
  expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
  await writer.close();
  expect(syncs).toBeLessThan(5);
  expect((await read(path))?.entries).toHaveLength(100);
});

test("a journal that is begun anew is whole, and goes on", async () => {
  const path = await folder();
  const writer = new JournalWriter(path);
  await writer.append({ start }, { entry: entry(8) }, { entry: entry(9) });
  const later = { ...start, seq: 8, document: { model: { ...document.model, system: "1" } } };
  expect((await writer.replace(() => [{ start: later }, { entry: entry(9) }, { files: { seq: 9, digests } }])).ok).toBe(
    true,
  );
  await writer.append({ entry: entry(10) });
  await writer.close();
  const journal = await read(path);
  expect(journal?.entries.map(({ seq }) => seq)).toEqual([9, 10]);
  expect(journal && documentAt(journal, 10).model.system).toBe("3");
  expect(readFileSync(journalOf(path), "utf8")).not.toContain('"a-8"');
});

test("what is appended while it is begun anew stands behind the new beginning", async () => {
  const path = await folder();
  const writer = new JournalWriter(path);
  await writer.append({ start }, { entry: entry(8) });
  const heard: number[] = [8];
  const append = (seq: number) =>
    writer.append({ entry: entry(seq) }).then(({ ok }) => {
      if (ok) heard.push(seq);
    });
  const all = [append(9), append(10)];
  const replaced = writer.replace(() => [{ start }, ...heard.map((seq) => ({ entry: entry(seq) }))]);
  all.push(append(11));
  await Promise.all([...all, replaced]);
  await writer.close();
  expect(await read(path)).toMatchObject({ whole: true, entries: [{ seq: 8 }, { seq: 9 }, { seq: 10 }, { seq: 11 }] });
});

test("a file that is no journal is none", async () => {
  const path = await folder();
  await mkdir(join(path, ".parapet"));
  writeFileSync(journalOf(path), '{"at":"2026-11-24","by":"ann"}\nnonsense\n');
  expect(await read(path)).toBeUndefined();
  expect(journalEnding(path)).toEqual({ kind: "none" });
});

/** The real steps, to be called by those that fail at times. */
function stepsOf(): JournalSteps {
  return {
    write: async (file, bytes) => {
      writeSync(file, bytes);
    },
    sync: async (file) => fdatasyncSync(file),
  };
}
