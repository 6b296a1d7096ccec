// The head as git's own files have it, against what git says.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { gitFolder, gitState, hasCommit } from "./git.ts";
import { headIn } from "./head.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-head-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const git = (folder: string, ...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", ...args], { stdio: "pipe" });

test("is what git says: before the first commit, on branches, packed, detached, in another work tree", () => {
  const folder = join(root, "one");
  execFileSync("git", ["init", "-q", "-b", "main", folder]);
  const agrees = (at = folder) => {
    expect(headIn(gitFolder(at) as string, at)).toEqual(gitState(at));
    return gitState(at);
  };
  expect(agrees()).toEqual({ branch: "main", head: undefined });
  writeFileSync(join(folder, "a"), "a");
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "one");
  const first = agrees();
  git(folder, "switch", "-qc", "feature/x");
  git(folder, "commit", "-qm", "two", "--allow-empty");
  expect(agrees()?.branch).toBe("feature/x");
  expect(agrees()?.head).not.toBe(first?.head);
  git(folder, "pack-refs", "--all");
  agrees();
  git(folder, "switch", "-q", "--detach", "main");
  expect(agrees()).toEqual({ branch: undefined, head: first?.head });
  const other = join(root, "two");
  git(folder, "worktree", "add", "-q", other, "feature/x");
  expect(agrees(other)?.branch).toBe("feature/x");
  const known = (commit: string, at = folder) => hasCommit(at, commit);
  expect([known(first?.head ?? ""), known((first?.head ?? "").slice(0, 9)), known("0123456789")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(known("HEAD"), "a name is no commit").toBe(false);
  expect(known("0123456", tmpdir()), "where there is no git nobody knows").toBeUndefined();
});
