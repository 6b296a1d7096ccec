// Changes of the files are noticed: by events, and by stamps where there are no events.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitFolder } from "@parapet/adapters";
import { afterAll, describe, expect, test } from "vitest";
import { Watcher } from "./watcher.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-watch-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each([
  ["events", true],
  ["stamps", false],
])("by %s", (_name, events) => {
  test("an edit, a new file in place of the old one, a commit, and a rule of one's own", async () => {
    const folder = mkdtempSync(join(root, "model-"));
    writeFileSync(join(folder, "model.yaml"), "a");
    mkdirSync(join(folder, "knowledge/rules"), { recursive: true });
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", ...args], { stdio: "pipe" });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    let files = 0;
    let rules = 0;
    let proposals = 0;
    const watcher = new Watcher({
      ...{ folder, git: gitFolder(folder), events },
      changed: () => {
        files += 1;
      },
      knowledge: () => {
        rules += 1;
      },
      proposals: () => {
        proposals += 1;
      },
    });
    const after = async (act: () => void, count: () => number): Promise<void> => {
      const before = count();
      act();
      while (count() === before) await new Promise((done) => setTimeout(done, 10));
    };
    // Watching begins a moment after it was asked for.
    await new Promise((done) => setTimeout(done, 300));
    await after(
      () => writeFileSync(join(folder, "model.yaml"), "ab"),
      () => files,
    );
    await after(
      () => {
        writeFileSync(join(folder, "model.yaml~"), "abc");
        renameSync(join(folder, "model.yaml~"), join(folder, "model.yaml"));
      },
      () => files,
    );
    await after(
      () => git("commit", "-qm", "two", "--allow-empty"),
      () => files,
    );
    if (events)
      await after(
        () => writeFileSync(join(folder, "knowledge/rules/own.yaml"), "id: own"),
        () => rules,
      );
    const waiting = join(folder, ".parapet/proposals/found.json");
    await after(
      () => {
        mkdirSync(join(folder, ".parapet/proposals"), { recursive: true });
        writeFileSync(waiting, "{}");
      },
      () => proposals,
    );
    await after(
      () => rmSync(waiting),
      () => proposals,
    );
    expect(files).toBeGreaterThanOrEqual(3);
    await watcher.close();
  });
});
