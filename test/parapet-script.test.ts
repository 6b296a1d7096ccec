// ./parapet from a checkout: through links, from any folder, silent when nothing is to do.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readText, root } from "./architecture/source-files.ts";

const scratch = mkdtempSync(join(tmpdir(), "parapet-script-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (file: string, cwd: string) => spawnSync(file, ["--version"], { cwd, encoding: "utf8" });

describe.runIf(existsSync(join(root, "apps/cli/src/main.ts")) && process.platform !== "win32")("./parapet", () => {
  const { version } = JSON.parse(readText("package.json")) as { version: string };
  // Sets itself up when a source is newer.
  beforeAll(() => void run(join(root, "parapet"), root));

  test("prints its version and nothing else when all is ready", () => {
    expect(run("./parapet", root)).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("says nothing beside what a verb says, whichever Node runs it", () => {
    const { status, stdout, stderr } = spawnSync("./parapet", ["rules", "list"], { cwd: root, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("clear-text-crossing");
  });

  test("works through absolute and relative links from another folder", () => {
    symlinkSync(join(root, "parapet"), join(scratch, "absolute"));
    symlinkSync("absolute", join(scratch, "relative"));
    for (const name of ["./absolute", "./relative", join(scratch, "relative")]) {
      expect(run(name, scratch), name).toMatchObject({ status: 0, stdout: `${version}\n` });
    }
  });

  test("works when it is found on the PATH", () => {
    const { status, stdout } = spawnSync("relative", ["--version"], {
      cwd: "/",
      encoding: "utf8",
      env: { ...process.env, PATH: `${scratch}:${process.env.PATH}` },
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  });
});
