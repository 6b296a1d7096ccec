// The files behind the room, on a disk that fails at times: what was accepted is never lost, what was not read is never written over.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journalIn } from "@parapet/adapters";
import { type Change, fail, problem } from "@parapet/core";
import { Room } from "@parapet/live";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { engineOf } from "../engine.ts";
import { type OpenedFiles, openFiles } from "../models/opening.ts";
import { shortened } from "../models/rotation.ts";
import { FileKeeper, type FilesState } from "./keeper.ts";
import { disksHere, type ModelDisk } from "./model-disk.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-keeper-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const text = "# ours\nparapet: 1\nsystem: Shop\nelements:\n  web: {kind: process}\n  db: {kind: data-store}\n";
const noEngine = engineOf(() => {
  throw new Error("nothing is run here");
});

let folder: string;
let real: ModelDisk;
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(root, `${made++}-`));
  writeFileSync(join(folder, "model.yaml"), text);
  real = disksHere().of(folder);
});
const onDisk = () => readFileSync(join(folder, "model.yaml"), "utf8");

interface Desk {
  readonly room: Room;
  readonly keeper: FileKeeper;
  readonly files: OpenedFiles;
  readonly told: FilesState[];
  readonly name: (system: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A room over the folder, as a workbench has it. */
async function open(disk: ModelDisk = real): Promise<Desk> {
  const opened = await openFiles(folder, disk);
  if (!opened.ok) throw new Error(opened.problems[0]?.say);
  const files = opened.value;
  const { journal, start, entries, synced } = files;
  const room = new Room({
    engine: noEngine,
    journal: { append: (entry) => journal.append({ entry }) },
    now: () => "2026-11-24",
    start: start.document,
    startSeq: start.seq,
    entries,
  });
  const told: FilesState[] = [];
  const keeper = new FileKeeper({
    ...{ room, disk, journal, synced, head: undefined, headSince: 0, git: () => undefined },
    told: (state) => told.push(state),
    gather: 1_000_000,
  });
  let number = 0;
  const name = async (system: string): Promise<void> => {
    number += 1;
    const changes: readonly Change[] = [
      { collection: "model", id: "model", field: ["system"], before: room.document.model.system, after: system },
    ];
    // As somebody else than the disk: what counts here is that it is in the room and not in the files.
    expect((await room.enter({ id: `by-ann-${number}`, title: `Name ${system}`, by: "ann", changes })).kind).toBe(
      "accepted",
    );
  };
  const end = async (): Promise<void> => {
    await journal.close();
    files.unlock();
  };
  return { room, keeper, files, told, name, end };
}

const full = problem(
  "file-unwritable",
  "model.yaml cannot be written: the disk is full. Nothing was changed.",
  "Make room.",
);

test("a full disk is told, editing goes on, and all is written once there is room", async () => {
  let isFull = true;
  const desk = await open({ ...real, write: async () => (isFull ? fail(full) : real.write()) });
  await desk.name("Store");
  await desk.keeper.look();
  expect(desk.keeper.state).toMatchObject({ problems: [{ code: "file-unwritable" }], written: 0 });
  expect(onDisk()).toBe(text);
  await desk.name("Mall");
  isFull = false;
  await desk.keeper.look();
  expect(onDisk()).toBe(text.replace("Shop", "Mall"));
  expect(desk.told.at(-1)).toEqual({ problems: [], written: 2 });
  await desk.keeper.close();
  await desk.end();
});

test("a file that is edited while an edit is prepared is read before anything is written", async () => {
  let times = 0;
  const desk = await open({
    ...real,
    write: async () => {
      times += 1;
      if (times === 1) writeFileSync(join(folder, "model.yaml"), text.replace("web:", "web: # the shop window\n   "));
      return real.write();
    },
  });
  await desk.name("Store");
  await desk.keeper.look();
  expect(times).toBe(2);
  expect(onDisk()).toBe(text.replace("web:", "web: # the shop window\n   ").replace("Shop", "Store"));
  await desk.keeper.close();
  await desk.end();
});

test("a file that is read while it is written over is read again: what was seen of it in between is not what it holds", async () => {
  const half = { times: 0 };
  const desk = await open({
    ...real,
    read: async () => {
      const read = await real.read();
      // Read while it was empty; by now all of it is there.
      if (half.times-- > 0) writeFileSync(join(folder, "model.yaml"), text.replace("Shop", "Store"));
      return read;
    },
  });
  half.times = 1;
  writeFileSync(join(folder, "model.yaml"), "");
  await desk.keeper.look();
  expect(desk.keeper.state.problems).toEqual([]);
  expect(desk.room.document.model.system).toBe("Store");
  await desk.keeper.close();
  await desk.end();
});

describe.each([
  [
    "before the files are written",
    (disk: ModelDisk): ModelDisk => ({ ...disk, write: () => new Promise(() => undefined) }),
  ],
  [
    "after the files are written, before that is noted",
    (disk: ModelDisk): ModelDisk => ({
      ...disk,
      write: async () => {
        await disk.write();
        return new Promise(() => undefined);
      },
    }),
  ],
])("a workbench that dies %s", (_name, dying) => {
  test("is gone on with by the next one: nothing is lost, nothing is done twice", async () => {
    const first = await open(dying(real));
    await first.name("Store");
    void first.keeper.look();
    // It hangs where it dies; what it noted in front of that is on the disk.
    await new Promise((done) => setTimeout(done, 100));
    await first.name("Mall");
    first.files.unlock();
    const second = await open(disksHere().of(folder));
    await second.keeper.look();
    expect(second.room.document.model.system).toBe("Mall");
    expect(second.room.head).toBe(2);
    expect(onDisk()).toBe(text.replace("Shop", "Mall"));
    await second.keeper.close();
    await second.end();
  });

  test("and whose files are edited before the next one comes: both are there", async () => {
    const first = await open(dying(real));
    await first.name("Store");
    void first.keeper.look();
    await new Promise((done) => setTimeout(done, 100));
    first.files.unlock();
    writeFileSync(
      join(folder, "model.yaml"),
      onDisk().replace("web: {kind: process}", "web: {kind: process, title: Window}"),
    );
    const second = await open(disksHere().of(folder));
    await second.keeper.look();
    expect(second.room.document.model).toMatchObject({ system: "Store", elements: { web: { title: "Window" } } });
    expect(onDisk()).toBe(text.replace("Shop", "Store").replace("{kind: process}", "{kind: process, title: Window}"));
    await second.keeper.close();
    await second.end();
  });
});

test("a model that another process has open is not opened twice", async () => {
  const desk = await open();
  const again = await openFiles(folder, real);
  expect(again.ok ? [] : again.problems.map(({ code }) => code)).toEqual(["stale-revision"]);
  await desk.end();
});

test("a journal that was begun anew leads to the same document, head and files", async () => {
  const desk = await open();
  for (const system of ["A", "B", "C"]) await desk.name(system);
  const { files, room, keeper } = desk;
  await keeper.look();
  await desk.name("D");
  const { entries } = journalOf();
  await files.journal.replace(() => shortened(files.start.room, entries, room.document, keeper.synced));
  await desk.end();
  expect(journalOf()).toMatchObject({ whole: true, start: { room: files.start.room } });
  const second = await open();
  expect(second.room.document).toEqual(room.document);
  expect(second.room.head).toBe(4);
  await second.keeper.look();
  expect(onDisk()).toBe(text.replace("Shop", "D"));
  await second.end();
});

function journalOf() {
  const journal = journalIn(folder);
  if (!journal.ok || !journal.value) throw new Error("there is no journal");
  return journal.value;
}
