import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Change, type Document, type Layer, layerNames, layers } from "@parapet/core";
import { newFile } from "@parapet/core/files";
import { afterAll, describe, expect, test } from "vitest";
import { storeContract } from "../../../../packages/core/src/model/testing/store-contract.ts";
import { finishWrites, type WriteSteps, writeFiles } from "./atomic-write.ts";
import { FileStore } from "./file-store.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-store-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function folderOf(document: Document): string {
  const folder = join(root, String(made++));
  mkdirSync(folder);
  for (const layer of layerNames) {
    if (document[layer]) writeFileSync(join(folder, layers[layer as Layer].file), newFile(layer, document[layer]));
  }
  return folder;
}

storeContract("FileStore", async (document) => {
  const folder = folderOf(document);
  return { store: new FileStore(folder), again: () => new FileStore(folder) };
});

const start: Document = {
  model: { parapet: 1, system: "Shop", elements: { web: { kind: "process" } } },
  register: { parapet: 1, assignments: { "r@web": { owner: "ann" } } },
};
const twoFiles: readonly Change[] = [
  { collection: "model", id: "model", field: ["system"], before: "Shop", after: "Store" },
  { collection: "register.assignments", id: "r@web", field: ["owner"], before: "ann", after: "bo" },
];
const entry = { at: "2026-11-24", by: "ann", title: "Two files", calls: [], changes: twoFiles };

async function revisionOf(store: FileStore): Promise<string> {
  const read = await store.read();
  if (!read.ok) throw new Error(read.problems[0]?.say);
  return read.value.revision;
}

/** Every file of a model, without the folder that is only this machine's. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name !== ".parapet");
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const real: WriteSteps = {
  write: (path, text) => writeFileSync(path, text),
  rename: (from, to) => {
    const result = writeRename(from, to);
    if (result) throw result;
  },
};
function writeRename(from: string, to: string): Error | undefined {
  try {
    writeFileSync(to, readFileSync(from));
    rmSync(from);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
const failing = (code: string, path: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: no`), { code, path });

describe("a commit that cannot be written changes nothing:", () => {
  const cases: readonly (readonly [string, (n: () => number) => Partial<WriteSteps>, RegExp])[] = [
    [
      "the disk is full at the first file",
      () => ({
        write: (path) => {
          throw failing("ENOSPC", path);
        },
      }),
      /model\.yaml cannot be written: the disk is full\. Nothing was changed\.$/,
    ],
    [
      "the disk is full at the second file",
      (n) => ({
        write: (path, text) => {
          if (n() === 2) throw failing("ENOSPC", path);
          real.write(path, text);
        },
      }),
      /register\.yaml cannot be written: the disk is full/,
    ],
    [
      "the disk is full half-way through a file",
      (n) => ({
        write: (path, text) => {
          real.write(path, text.slice(0, 3));
          if (n() === 2) throw failing("ENOSPC", path);
        },
      }),
      /the disk is full/,
    ],
    [
      "the disk is full at the plan of the renames",
      (n) => ({
        write: (path, text) => {
          if (n() === 3) throw failing("ENOSPC", path);
          real.write(path, text);
        },
      }),
      /the disk is full/,
    ],
    [
      "the folder is read-only",
      () => ({
        write: (path) => {
          throw failing("EROFS", path);
        },
      }),
      /the file system is read-only/,
    ],
    [
      "the second rename fails",
      (n) => ({
        rename: (from, to) => {
          if (n() === 3) throw failing("EACCES", to);
          real.rename(from, to);
        },
      }),
      /this user may not write there\. Nothing was changed\.$/,
    ],
  ];

  test.each(cases)("%s", async (_, steps, say) => {
    const folder = folderOf(start);
    const before = filesIn(folder);
    let count = 0;
    const store = new FileStore(folder, undefined, { ...real, ...steps(() => ++count) });
    const result = await store.commit(await revisionOf(store), entry);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["file-unwritable"]);
    expect(result.ok ? "" : result.problems[0]?.say).toMatch(say);
    expect(filesIn(folder)).toEqual(before);
    expect(readdirSync(join(folder, ".parapet"))).toEqual([".gitignore"]);
    expect(await new FileStore(folder).log()).toEqual({ ok: true, value: [] });
  });

  test("a folder stands where a new file belongs", async () => {
    const folder = folderOf({ model: start.model });
    const store = new FileStore(folder);
    const revision = await revisionOf(store);
    mkdirSync(join(folder, "policy.yaml"));
    const result = await store.commit(revision, {
      ...entry,
      changes: [{ collection: "policy", id: "model", after: { parapet: 1 } }],
    });
    expect(result.ok).toBe(false);
    expect(readFileSync(join(folder, "model.yaml"), "utf8")).toContain("Shop");
  });

  test("a file stands where the store's own folder belongs", async () => {
    const folder = folderOf(start);
    const store = new FileStore(folder);
    const revision = await revisionOf(store);
    writeFileSync(join(folder, ".parapet"), "");
    const result = await store.commit(revision, entry);
    expect(result.ok ? "" : result.problems[0]?.say).toMatch(/it is a file, not a folder\. Nothing was changed\.$/);
    expect(filesIn(folder)["model.yaml"]).toContain("Shop");
  });
});

describe("the plan of a killed write", () => {
  const forged: readonly (readonly [string, unknown])[] = [
    ["a path outside", { renames: [], removed: ["../../precious.yaml"] }],
    ["an absolute path", { renames: [], removed: ["/etc/precious.yaml"] }],
    ["a file that is not ours", { renames: [{ from: ".parapet/x", to: "model.yaml" }], removed: [] }],
    ["a twin of another name", { renames: [{ from: ".register.yaml.1.tmp", to: "model.yaml" }], removed: [] }],
    ["no plan at all", "nonsense"],
    ["a list", []],
  ];
  test.each(forged)("is not completed when its plan names %s", async (_, plan) => {
    const folder = folderOf(start);
    const precious = join(root, "precious.yaml");
    writeFileSync(precious, "kept");
    mkdirSync(join(folder, ".parapet"));
    writeFileSync(join(folder, ".parapet", "unfinished.json"), JSON.stringify(plan));
    const before = filesIn(folder);
    const read = await new FileStore(folder).read();
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(["file-unreadable"]);
    expect(filesIn(folder)).toEqual(before);
    expect(readFileSync(precious, "utf8")).toBe("kept");
  });
});

describe("the lock", () => {
  const locked = (text: string): { store: FileStore; lock: string } => {
    const folder = folderOf(start);
    mkdirSync(join(folder, ".parapet"));
    const lock = join(folder, ".parapet", "lock");
    writeFileSync(lock, text);
    return { store: new FileStore(folder), lock };
  };
  const codes = async (store: FileStore) => {
    const result = await store.commit(await revisionOf(store), entry);
    return result.ok ? [] : result.problems.map(({ code }) => code);
  };

  test("of a living process keeps others from writing, not from reading", async () => {
    const { store, lock } = locked(`${process.pid}\n`);
    expect(await codes(store)).toEqual(["stale-revision"]);
    expect(readFileSync(lock, "utf8")).toBe(`${process.pid}\n`);
  });

  test("of a living process keeps readers from completing its write", async () => {
    const { store } = locked(`${process.pid}\n`);
    const plan = join(store.folder, ".parapet", "unfinished.json");
    writeFileSync(plan, JSON.stringify({ renames: [{ from: ".model.yaml.1.tmp", to: "model.yaml" }], removed: [] }));
    expect((await store.read()).ok).toBe(true);
    expect(existsSync(plan)).toBe(true);
  });

  test("of a process that is gone is taken over, and given back", async () => {
    const { store, lock } = locked("4194303\n");
    expect(await codes(store)).toEqual([]);
    expect(existsSync(lock)).toBe(false);
  });

  test.each(["", "1"])("that was left half made (%j) is taken over after a while", async (text) => {
    const { store, lock } = locked(text);
    expect(await codes(store)).toEqual(["stale-revision"]);
    utimesSync(lock, new Date(0), new Date(0));
    expect(await codes(store)).toEqual([]);
  });
});

describe("the journal", () => {
  test("leaves a line out that was cut off, and goes on after it", async () => {
    const folder = folderOf(start);
    const store = new FileStore(folder);
    await store.commit(await revisionOf(store), { ...entry, title: "One" });
    const journal = join(folder, ".parapet", "journal.jsonl");
    writeFileSync(journal, `${readFileSync(journal, "utf8")}{"at":"2026-1`);
    const titles = async () => {
      const log = await store.log();
      return log.ok ? log.value.map(({ title }) => title) : log.problems;
    };
    expect(await titles()).toEqual(["One"]);
    const changes = [{ collection: "model", id: "model", field: ["system"], before: "Store", after: "Mall" }];
    expect((await store.commit(await revisionOf(store), { ...entry, title: "Two", changes })).ok).toBe(true);
    expect(await titles()).toEqual(["One", "Two"]);
  });

  test("that cannot be written says that the change was made", async () => {
    const folder = folderOf(start);
    const store = new FileStore(folder);
    mkdirSync(join(folder, ".parapet", "journal.jsonl"), { recursive: true });
    const result = await store.commit(await revisionOf(store), entry);
    expect(result.ok ? "" : result.problems[0]?.say).toMatch(/^The change was made, but not recorded/);
    expect(filesIn(folder)["model.yaml"]).toContain("Store");
  });

  test("that is a folder cannot be read: a problem, nothing thrown", async () => {
    const folder = folderOf(start);
    mkdirSync(join(folder, ".parapet", "journal.jsonl"), { recursive: true });
    const log = await new FileStore(folder).log();
    expect(log.ok ? [] : log.problems.map(({ code }) => code)).toEqual(["file-unreadable"]);
  });
});

test("a commit keeps comments, the order of keys, and every file that it does not touch", async () => {
  const folder = folderOf(start);
  const text = "# ours\nparapet: 1\nsystem: Shop # the name\nelements:\n  web: {kind: process}\n";
  writeFileSync(join(folder, "model.yaml"), text);
  writeFileSync(join(folder, "notes.txt"), "mine");
  const before = filesIn(folder);
  const store = new FileStore(folder);
  const changes = [{ collection: "model", id: "model", field: ["system"], before: "Shop", after: "Store" }];
  expect((await store.commit(await revisionOf(store), { ...entry, changes })).ok).toBe(true);
  expect(filesIn(folder)).toEqual({ ...before, "model.yaml": text.replace("Shop", "Store") });
});

test("edits on disk are another revision", async () => {
  const folder = folderOf(start);
  const store = new FileStore(folder);
  const before = await revisionOf(store);
  writeFileSync(join(folder, "model.yaml"), `${readFileSync(join(folder, "model.yaml"), "utf8")}# a remark\n`);
  expect(await revisionOf(store)).not.toBe(before);
});

test("an id that is no fingerprint leads nowhere", async () => {
  const folder = folderOf(start);
  const store = new FileStore(folder);
  writeFileSync(join(folder, "notes.json"), "{}");
  const result = await store.settle("../../notes");
  expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["bad-id"]);
  expect(existsSync(join(folder, "notes.json"))).toBe(true);
});

test("a proposal that is none is a problem, nothing thrown", async () => {
  const folder = folderOf(start);
  mkdirSync(join(folder, ".parapet", "proposals"), { recursive: true });
  writeFileSync(join(folder, ".parapet", "proposals", "p-1.json"), "{");
  const found = await new FileStore(folder).proposals();
  expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(["file-unreadable"]);
});

test("where the folder of proposals is a file, that is said", async () => {
  const folder = folderOf(start);
  mkdirSync(join(folder, ".parapet"), { recursive: true });
  writeFileSync(join(folder, ".parapet/proposals"), "");
  const found = await new FileStore(folder).proposals();
  expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(["file-unreadable"]);
});

test("one file needs no plan, and several leave none behind", () => {
  const folder = folderOf(start);
  const journal = join(folder, ".parapet", "unfinished.json");
  expect(writeFiles([{ path: join(folder, "a.yaml"), text: "a" }], journal)).toEqual({ ok: true, value: undefined });
  expect(existsSync(join(folder, ".parapet"))).toBe(false);
  const writes = [
    { path: join(folder, "a.yaml"), text: undefined },
    { path: join(folder, "b.yaml"), text: "b" },
  ];
  expect(writeFiles(writes, journal).ok).toBe(true);
  expect([
    existsSync(join(folder, "a.yaml")),
    readFileSync(join(folder, "b.yaml"), "utf8"),
    existsSync(journal),
  ]).toEqual([false, "b", false]);
  expect(finishWrites(journal)).toEqual({ ok: true, value: undefined });
});
