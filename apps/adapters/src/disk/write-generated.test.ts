// Generated files are written whole; what an earlier run left goes, what others put there stays.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { removeOthers, writeGenerated } from "./write-generated.ts";

const fresh = () => mkdtempSync(join(tmpdir(), "parapet-generated-"));

it("writes into folders that are not there yet, and over what is there", () => {
  const folder = fresh();
  const path = join(folder, "tickets", "a.md");
  expect(writeGenerated([{ path, text: "one" }]).ok).toBe(true);
  expect(writeGenerated([{ path, text: "two" }]).ok).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(readdirSync(join(folder, "tickets"))).toEqual(["a.md"]);
});

it("says what cannot be written, and leaves nothing half-made", () => {
  const folder = fresh();
  writeFileSync(join(folder, "out"), "");
  const written = writeGenerated([{ path: join(folder, "out", "a.md"), text: "one" }]);
  expect(written.ok ? [] : written.problems.map(({ code }) => code)).toEqual(["file-unwritable"]);
  expect(readdirSync(folder)).toEqual(["out"]);
});

it("removes what an earlier run left, by ending", () => {
  const folder = fresh();
  for (const name of ["old.md", "new.md", "notes.txt"]) writeFileSync(join(folder, name), "");
  removeOthers(folder, [".md"], new Set([join(folder, "new.md")]));
  expect(readdirSync(folder).sort()).toEqual(["new.md", "notes.txt"]);
  removeOthers(join(folder, "absent"), [".md"], new Set());
});
